"""The first page, and what is shown before anything is sent for the first time."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.driver import (
    click_toolbar,
    own_page,
    panel,
    point_at,
    press,
    status,
    wait_for,
    worker,
)
from tests.browser.stub_service import StubService

OpenPage = Callable[[str], Page]


@pytest.fixture
def newcomer(
    browser_context: BrowserContext, service: StubService
) -> Iterator[StubService]:
    """Nothing of what is sent has been seen yet."""
    worker(browser_context).evaluate("() => chrome.storage.local.remove('seen')")
    yield service
    for page in browser_context.pages:
        if "/preview/" in page.url:
            page.close()


def preview(page: Page) -> Page:
    def look() -> Page | None:
        page.evaluate("0")  # lets Playwright hear of new pages
        found = [p for p in page.context.pages if "/preview/" in p.url]
        return found[-1] if found else None

    opened = wait_for(look, "the page that shows what is sent")
    expect(opened.get_by_role("button", name="Send")).to_be_visible()
    return opened


def test_leads_from_the_service_to_the_second_report(
    browser_context: BrowserContext, service: StubService
) -> None:
    point_at(browser_context, "http://127.0.0.1:9")
    page = own_page(browser_context, "welcome/welcome.html")
    assert page.locator("h2").all_inner_texts() == [
        "Start the service",
        "Open a report and press the button",
        "What is sent",
        "Keep the page",
        "Open a second report on the same event",
    ]
    expect(page.get_by_text("does not answer")).to_be_visible()

    point_at(browser_context, service.url)
    expect(page.get_by_text("answers (version 0.1.0)")).to_be_visible()
    expect(page.get_by_text("No page has been kept yet.")).to_be_visible()

    service.stored = [{"id": "1"}]
    expect(page.get_by_text("1 page is there to compare with.")).to_be_visible()
    page.close()


def test_nothing_is_sent_before_it_was_seen(
    open_page: OpenPage, newcomer: StubService
) -> None:
    page = open_page("bridge")
    click_toolbar(page)
    status(page, holding="Nothing has been sent yet")
    shown = preview(page)
    assert newcomer.asked == []

    text = shown.locator(".full").first.inner_text()
    shown.get_by_role("button", name="Send").click()

    status(page, holding="ompared with")
    assert newcomer.asked[0]["text"] == text
    assert shown.is_closed()
    for field in ("url", "title", "publisher", "published"):
        assert newcomer.asked[0][field]


def test_it_is_asked_for_every_page_unless_the_reader_wants_it_no_more(
    open_page: OpenPage, newcomer: StubService
) -> None:
    page = open_page("bridge")
    click_toolbar(page)
    preview(page).get_by_role("button", name="Send").click()
    status(page, holding="ompared with")

    other = open_page("emoji")
    click_toolbar(other)
    shown = preview(other)
    shown.get_by_label("Do not ask again").check()
    shown.get_by_role("button", name="Send").click()
    status(other, holding="ompared with")

    third = open_page("dark")
    click_toolbar(third)
    status(third, holding="ompared with")
    assert len(newcomer.asked) == 3


def test_not_now_sends_nothing_and_it_can_be_seen_once_more(
    open_page: OpenPage, newcomer: StubService
) -> None:
    page = open_page("bridge")
    click_toolbar(page)
    preview(page).get_by_role("button", name="Not now").click()

    press(page, "Show what would be sent")
    preview(page).get_by_role("button", name="Not now").click()

    status(page, holding="Nothing has been sent yet")
    assert newcomer.asked == []


def test_what_was_sent_is_shown_in_the_panel(
    open_page: OpenPage, service: StubService
) -> None:
    page = open_page("bridge")
    click_toolbar(page)
    status(page, holding="ompared with")
    beside = panel(page)

    beside.locator("details.sent > summary").click()

    body = service.asked[-1]
    names = set(beside.locator("dl.wire dt, .sent summary code").all_inner_texts())
    assert names == {name for name, value in body.items() if value not in ([], "")}
    assert beside.locator(".full").first.inner_text() == body["text"]
    beside.close()
