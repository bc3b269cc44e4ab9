"""The extension and a browser at a service that others can reach: with a token."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from sidelight import samples
from tests.browser.driver import click_toolbar, point_at, status, worker
from tests.browser.serving import served, sidelight
from tests.browser.site import Site
from tests.browser.test_end_to_end import READ, REPORTS, page_of

OpenPage = Callable[[str], Page]


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    data = tmp_path_factory.mktemp("data")
    others = [str(path) for path in samples.reports() if path.stem != READ]
    sidelight(data, "reports", "add", *others)
    return data


@pytest.fixture(scope="module")
def reading(data: Path) -> str:
    return sidelight(data, "tokens", "add", "reader").strip()


@pytest.fixture(scope="module")
def adding(data: Path) -> str:
    return sidelight(data, "tokens", "add", "editor", "--scope", "add").strip()


@pytest.fixture(scope="module")
def guarded(data: Path) -> Iterator[str]:
    with served(data, SIDELIGHT_ALLOWED_HOSTS="school.example") as url:
        yield url


def test_the_extension_is_told_that_it_needs_a_token_and_works_with_one(
    site: Site,
    guarded: str,
    reading: str,
    browser_context: BrowserContext,
    open_page: OpenPage,
) -> None:
    site.made["report"] = page_of(REPORTS[READ])
    point_at(browser_context, guarded)
    page = open_page("report")
    click_toolbar(page)
    status(page, holding="wants another token")
    page.close()

    worker(browser_context).evaluate(
        "(token) => chrome.storage.local.set({token})", reading
    )
    page = open_page("report")
    click_toolbar(page)
    status(page, holding="ompared with 5 reports")


def test_the_extension_may_not_add_with_a_token_for_reading(
    guarded: str, reading: str, adding: str, browser_context: BrowserContext
) -> None:
    point_at(browser_context, guarded)
    page = browser_context.new_page()
    extension = worker(browser_context).url.rpartition("/")[0]
    page.goto(f"{extension}/options/options.html")
    add = """async ([server, token]) => {
      const {keep} = await import('/service.js');
      const text = 'The bridge was shut on Monday after a diver found cracks in it.';
      const done = await keep({server, token}, {url: 'https://a.example/', text});
      return done.problem?.title ?? 'kept';
    }"""

    assert page.evaluate(add, [guarded, reading]) == "The token is not for this"
    assert page.evaluate(add, [guarded, adding]) == "kept"
    page.close()


def test_a_browser_signs_in_with_a_token_reads_and_signs_out(
    guarded: str, reading: str, browser_context: BrowserContext
) -> None:
    page = browser_context.new_page()
    page.goto(f"{guarded}/read")
    expect(page.get_by_role("heading", name="A token is needed")).to_be_visible()
    page.get_by_label("Your token").fill("wrong")
    page.get_by_role("button", name="Sign in").click()
    expect(page.get_by_role("heading", name="The token is not known")).to_be_visible()

    page.get_by_label("Your token").fill(reading)
    page.get_by_role("button", name="Sign in").click()
    expect(page).to_have_url(f"{guarded}/read")
    page.get_by_label("The text of a report").fill(REPORTS[READ]["text"])
    page.get_by_role("button", name="Read it").click()
    expect(page.get_by_text("A sentence without a note was read")).to_be_visible()
    page.close()
