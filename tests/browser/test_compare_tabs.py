"""Comparing with reports that are open in other tabs, and keeping a page.

The browser's own question for a permission cannot be answered in a test: these run a
copy of the extension that has been allowed already what it asks for.
"""

from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.driver import click_toolbar, panel, status
from tests.browser.stub_service import StubService


def opened(context: BrowserContext, address: str) -> Page:
    page = context.new_page()
    page.goto(address)
    page.bring_to_front()
    return page


def beside(page: Page) -> Page:
    click_toolbar(page)
    status(page, holding="ompared with")
    return panel(page)


def test_ticked_tabs_are_read_and_sent_along(
    allowed: BrowserContext, asked: StubService
) -> None:
    opened(allowed, "http://wire.example/policy")
    opened(allowed, "http://other.example/emoji")
    page = opened(allowed, "http://news.example/bridge")
    beside_it = beside(page)
    assert "reports" not in asked.asked[-1]

    beside_it.get_by_role("button", name="Choose tabs").click()
    compare = beside_it.get_by_role("button", name="Compare with these")
    expect(compare).to_be_disabled()
    hosts = beside_it.locator("fieldset.tabs .soft")
    assert set(hosts.all_inner_texts()) == {"wire.example", "other.example"}
    beside_it.locator("fieldset.tabs label", has_text="wire.example").click()
    compare.click()

    told = beside_it.get_by_text("Compared with 1 open tab, not with kept pages.")
    expect(told).to_be_visible()
    sent = asked.asked[-1]
    assert sent["url"] == "http://news.example/bridge"
    (report,) = sent["reports"]
    assert report["url"] == "http://wire.example/policy"
    assert len(report["text"].split()) > 40
    assert asked.kept == []


def test_another_page_in_the_tab_is_compared_with_kept_pages_again(
    allowed: BrowserContext, asked: StubService
) -> None:
    opened(allowed, "http://wire.example/policy")
    page = opened(allowed, "http://news.example/bridge")
    beside_it = beside(page)
    beside_it.get_by_role("button", name="Choose tabs").click()
    beside_it.locator("fieldset.tabs label").click()
    beside_it.get_by_role("button", name="Compare with these").click()
    expect(beside_it.get_by_text("Compared with 1 open tab")).to_be_visible()
    assert "reports" in asked.asked[-1]

    page.goto("http://news.example/emoji")
    click_toolbar(page)
    status(page, holding="ompared with")
    assert "reports" not in asked.asked[-1]

    page.goto("http://news.example/bridge")
    click_toolbar(page)
    beside_it.get_by_role("button", name="Compare with kept pages again").click()
    expect(beside_it.get_by_text("Reports on the same event")).to_be_visible()
    assert "reports" not in asked.asked[-1]


def test_a_tab_without_an_article_is_named_and_nothing_is_sent(
    allowed: BrowserContext, asked: StubService
) -> None:
    opened(allowed, "http://wire.example/short")
    beside_it = beside(opened(allowed, "http://news.example/bridge"))
    before = len(asked.asked)

    beside_it.get_by_role("button", name="Choose tabs").click()
    beside_it.locator("fieldset.tabs label").click()
    beside_it.get_by_role("button", name="Compare with these").click()

    expect(beside_it.get_by_text("Not read:")).to_be_visible()
    assert len(asked.asked) == before


def test_reading_a_tab_changes_nothing_in_it(
    allowed: BrowserContext, asked: StubService
) -> None:
    other = opened(allowed, "http://wire.example/policy")
    before = other.content()
    beside_it = beside(opened(allowed, "http://news.example/bridge"))
    beside_it.get_by_role("button", name="Choose tabs").click()
    beside_it.locator("fieldset.tabs label").click()
    beside_it.get_by_role("button", name="Compare with these").click()
    expect(beside_it.get_by_text("Compared with 1 open tab")).to_be_visible()

    assert other.content() == before
    assert len(asked.asked[-1]["reports"]) == 1


def test_the_page_is_kept_from_the_panel(
    allowed: BrowserContext, asked: StubService
) -> None:
    beside_it = beside(opened(allowed, "http://news.example/bridge"))

    beside_it.get_by_role("button", name="Keep this page for comparing").click()

    expect(beside_it.get_by_text("Kept, on the computer")).to_be_visible()
    assert [report["url"] for report in asked.kept] == ["http://news.example/bridge"]
    assert asked.kept[0] == asked.asked[-1]
