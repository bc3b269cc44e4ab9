"""A service on another computer: over https alone, with its token, once it is allowed."""

import ssl
import subprocess
from collections.abc import Callable, Iterator
from contextlib import suppress

import pytest
from playwright.sync_api import BrowserContext, expect

from tests.browser.driver import click_toolbar, own_page, point_at, status, wait_for
from tests.browser.firefox import LEAST_VERSION, Firefox, installed
from tests.browser.stub_service import StubNote, StubService

NOTES = [StubNote("Critics")]


@pytest.fixture(scope="module")
def vouched(tmp_path_factory: pytest.TempPathFactory) -> ssl.SSLContext:
    """Return what a service needs to answer over https; it vouches for itself."""
    folder = tmp_path_factory.mktemp("certificate")
    key, certificate = folder / "key.pem", folder / "certificate.pem"
    how = "req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2"
    subprocess.run(
        [
            *("openssl", *how.split(), "-subj", "/CN=desk.example"),
            *("-addext", "subjectAltName=DNS:desk.example"),
            *("-keyout", key, "-out", certificate),
        ],
        check=True,
        capture_output=True,
    )
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    return context


@pytest.fixture
def desk(vouched: ssl.SSLContext) -> Iterator[StubService]:
    with StubService(secure=vouched, notes=NOTES) as service:
        yield service


def test_it_is_saved_with_its_token_and_asked_from_then_on(
    allowed: BrowserContext, asked: StubService, desk: StubService
) -> None:
    options = own_page(allowed, "options/options.html")
    options.get_by_label("Address").fill(f"{desk.url}/")
    options.get_by_label("Token").fill("secret")
    options.get_by_role("button", name="Save").click()
    expect(options.get_by_text("Saved.")).to_be_visible()
    expect(options.locator(".live")).to_contain_text(f"{desk.url} answers")

    page = allowed.new_page()
    page.goto("http://news.example/bridge")
    page.bring_to_front()
    click_toolbar(page)
    status(page, holding="1 note")

    assert set(desk.tokens) == {"Bearer secret"}
    (origin,) = desk.origins
    assert origin
    assert origin.startswith("chrome-extension://")
    assert asked.asked == []
    point_at(allowed, asked.url)


FIELD = "document.querySelector('input[type={kind}]').value = '{value}'"


@pytest.mark.skipif(
    not installed(),
    reason=f"no Firefox {LEAST_VERSION} or later: tests/set-up.sh installs it with apt",
)
def test_firefox_asks_for_that_one_site(
    firefox: Firefox, firefox_service: StubService, desk: StubService
) -> None:
    options = firefox.open(f"{firefox.home}options/options.html")
    filled = "!!document.querySelector('input[type=url]')?.value"
    wait_for(lambda: options.evaluate(filled), "the form with what is saved")
    live: Callable[[], str] = lambda: options.evaluate(  # noqa: E731
        "document.querySelector('.live').innerText"
    )
    for _ in range(4):  # a press while the page still moves may miss the button
        options.evaluate(FIELD.format(kind="url", value=desk.url))
        options.evaluate(FIELD.format(kind="password", value="secret"))
        options.click_element("document.querySelector('button[type=submit]')")
        with suppress(AssertionError):
            wait_for(lambda: f"{desk.url} answers" in live(), "the service", 6)
            break
    assert f"{desk.url} answers" in live(), options.evaluate("document.body.innerText")
    origins = options.evaluate(
        "browser.permissions.getAll().then((all) => all.origins)"
    )
    assert "https://desk.example/*" in origins
    options.close()

    tab = firefox.open_page("bridge")
    tab.click_toolbar()
    tab.status(holding="1 note")
    tab.close()

    assert set(desk.tokens) == {"Bearer secret"}
    assert firefox_service.asked == []
