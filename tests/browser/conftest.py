"""A real Chromium with the extension in it, pages to read, and a service to ask."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import (
    BrowserContext,
    Page,
    Playwright,
    expect,
    sync_playwright,
)

from tests.browser.driver import launched, point_at
from tests.browser.site import Site
from tests.browser.stub_service import StubService

# Chromium's managed storage answers seconds after its start, and machines are busy.
expect.set_options(timeout=20_000)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what stands in this folder."""
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def site() -> Iterator[Site]:
    with Site() as site:
        yield site


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    """Start Playwright: once, for all browsers."""
    with sync_playwright() as playwright:
        yield playwright


@pytest.fixture(scope="session")
def browser_context(
    playwright: Playwright, site: Site, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[BrowserContext]:
    """Start Chromium with Sidelight; `http://news.example` is the site."""
    with launched(playwright, tmp_path_factory.mktemp("profile"), site) as context:
        yield context


@pytest.fixture
def service(browser_context: BrowserContext) -> Iterator[StubService]:
    """Start a stand-in service, which the extension asks."""
    with StubService() as service:
        point_at(browser_context, service.url)
        yield service


@pytest.fixture
def open_page(browser_context: BrowserContext) -> Iterator[Callable[[str], Page]]:
    """Open a page of `pages/` by its name; it is closed after the test."""
    opened: list[Page] = []

    def open_page(name: str) -> Page:
        page = browser_context.new_page()
        opened.append(page)
        page.goto(f"http://news.example/{name}")
        page.bring_to_front()
        return page

    yield open_page
    for page in opened:
        page.close()
