"""A real Chromium with the extension in it, pages to read, and a service to ask."""

import json
import shutil
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

from tests.browser.driver import EXTENSION, launched, point_at
from tests.browser.firefox import WATCH, Firefox, Read, Tab, launched_firefox
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


@pytest.fixture(scope="session")
def allowed(
    playwright: Playwright, site: Site, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[BrowserContext]:
    """Start Chromium with a copy of Sidelight that may do what it would ask for."""
    copy = tmp_path_factory.mktemp("allowed") / "extension"
    shutil.copytree(EXTENSION, copy)
    manifest = json.loads((copy / "manifest.json").read_text())
    manifest["host_permissions"] += manifest.pop("optional_host_permissions")
    manifest["permissions"] += manifest.pop("optional_permissions")
    (copy / "manifest.json").write_text(json.dumps(manifest))
    profile = tmp_path_factory.mktemp("profile")
    with launched(playwright, profile, site, extension=copy) as context:
        yield context


@pytest.fixture
def asked(allowed: BrowserContext) -> Iterator[StubService]:
    """Start a stand-in service, which the copy asks; its pages are closed afterwards."""
    with StubService() as service:
        point_at(allowed, service.url)
        yield service
    for page in allowed.pages[1:]:
        page.close()


@pytest.fixture(scope="session")
def firefox(site: Site, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Firefox]:
    """Start Firefox with Sidelight; where there is none, its tests are skipped."""
    with launched_firefox(tmp_path_factory.mktemp("firefox"), site) as firefox:
        yield firefox


@pytest.fixture
def firefox_service(firefox: Firefox) -> Iterator[StubService]:
    """Start a stand-in service, which the extension in Firefox asks."""
    with StubService() as service:
        firefox.point_at(service.url)
        yield service


@pytest.fixture
def firefox_reads(firefox: Firefox, firefox_service: StubService) -> Iterator[Read]:
    """Open a page in Firefox, watch it, click the button, and wait for the answer."""
    opened: list[Tab] = []

    def read(name: str) -> Tab:
        tab = firefox.open_page(name)
        opened.append(tab)
        tab.evaluate(WATCH)
        tab.click_toolbar()
        tab.status(holding="note" if firefox_service.notes else "No notes")
        return tab

    yield read
    for tab in opened:
        tab.close()


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
