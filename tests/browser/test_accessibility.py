"""axe-core finds nothing to complain of on any page of the service.

In both themes, on a wide screen and on a telephone's. https://github.com/dequelabs/axe-core
"""

import re
import socket
from collections.abc import Iterator
from threading import Thread

import pytest
from playwright.sync_api import BrowserContext, Page
from werkzeug.serving import make_server

from sidelight import pipeline, samples
from sidelight.checks import every_check
from sidelight.pages import load
from sidelight.settings import Settings
from sidelight.store import open_store
from sidelight.web import create_app
from tests.browser.axe import complaints

PAGES = [
    "/",
    "/read",
    "/checks",
    f"/checks/{every_check()[0].ID}",
    "/quality",
    "/feeds",
    "/compare",
    "/compare?sample=all",
    "/compare?sample=all#show-differences",
    "/compare?id=gone&id=gone",
    "/problems/no-text",
    "/sign-in",
]
WIDE, NARROW = {"width": 1280, "height": 900}, {"width": 390, "height": 844}


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Serve with the samples in the store; yields the service's address."""
    folder = tmp_path_factory.mktemp("data")
    settings = Settings(folder, f"sqlite:///{folder / 'sidelight.sqlite3'}")
    with open_store(settings.database_url) as store:
        store.add_many([pipeline.read(load(path)) for path in samples.reports()])
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    server = make_server("127.0.0.1", port, create_app(settings), threaded=True)
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{port}"
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture
def page(browser_context: BrowserContext) -> Iterator[Page]:
    page = browser_context.new_page()
    yield page
    page.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["wide", "narrow"])
@pytest.mark.parametrize("address", PAGES)
def test_a_page_is_accessible(
    page: Page, served: str, address: str, size: dict[str, int], scheme: str
) -> None:
    page.set_viewport_size(size)  # type: ignore[arg-type]
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    page.goto(served + address)

    assert complaints(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_a_pasted_texts_page_is_accessible_and_leads_to_the_comparison(
    page: Page, served: str
) -> None:
    sample = load(samples.reports()[0])
    page.goto(f"{served}/read")
    page.get_by_label("The text of a report").fill(sample.text.replace("90", "80"))
    page.get_by_label("Published on").fill("2024-04-10")
    page.get_by_role("button", name="Read it").click()
    assert complaints(page) == []

    page.get_by_role("button", name="side by side").click()

    assert complaints(page) == []
    assert "reports side by side" in page.title()


def test_what_is_wrong_with_a_form_is_accessible_too(page: Page, served: str) -> None:
    page.goto(f"{served}/compare")
    page.locator("#text-1").fill("Der Fluss ist sauber, sagte die Mühle. " * 9)
    page.get_by_role("button", name="side by side").last.click()

    assert "English" in page.get_by_role("alert").inner_text()
    assert complaints(page) == []


def test_the_points_that_differ_are_shown_alone_without_a_script(
    page: Page, served: str
) -> None:
    page.goto(f"{served}/compare?sample=all")
    rows = page.locator("tbody.row")
    every = rows.count()

    page.get_by_role("link", name="Differences").click()
    some = [row for row in rows.all() if row.is_visible()]
    page.get_by_role("link", name=re.compile(r"^All \d+$")).click()

    assert 0 < len(some) < every
    assert all(row.locator(".differs").first.is_visible() for row in some)
    assert sum(row.is_visible() for row in rows.all()) == every


def test_a_cells_link_opens_its_passage_in_the_full_text(
    page: Page, served: str
) -> None:
    page.goto(f"{served}/compare?sample=all")

    page.get_by_role("link", name=re.compile("In its text.*point 1 in A")).click()

    assert page.locator("#text-A").get_attribute("open") is not None
    assert page.locator("#text-A .taken").first.is_visible()
