"""Sites that are always read: allowed one by one, reports alone, off in a tab.

The browser's own question for a permission cannot be answered in a test: these run a
copy of the extension that has been allowed already what it asks for.
"""

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.driver import (
    badge,
    click_toolbar,
    highlighted_strings,
    is_shown,
    own_page,
    panel,
    press,
    status,
    wait_for,
    worker,
)
from tests.browser.made_pages import page as made_page
from tests.browser.made_pages import paragraphs
from tests.browser.site import Site
from tests.browser.stub_service import StubNote, StubService

REPORT = """<meta property="og:type" content="article">"""
STORY = paragraphs(3)
ALWAYS = "Always read reports on news.example"


@pytest.fixture
def asked(asked: StubService, site: Site) -> StubService:
    asked.notes = [StubNote("In part 1")]
    site.made["report"] = made_page(STORY, head=REPORT)
    site.made["another"] = made_page(paragraphs(4), head=REPORT)
    site.made["section"] = made_page(STORY)
    return asked


def opened(context: BrowserContext, address: str) -> Page:
    page = context.new_page()
    page.goto(address)
    page.bring_to_front()
    return page


def registered(context: BrowserContext) -> list[str]:
    """Return where the browser looks for reports by itself."""
    found: list[str] = worker(context).evaluate(
        """async () => (await chrome.scripting.getRegisteredContentScripts())
             .flatMap(({matches}) => matches)"""
    )
    return found


@pytest.fixture
def always(allowed: BrowserContext, asked: StubService) -> StubService:
    """Set news.example to be always read, as a reader does: in the panel."""
    page = opened(allowed, "http://news.example/report")
    assert not is_shown(page)
    click_toolbar(page)
    status(page, holding="1 note")
    beside = panel(page)
    beside.get_by_label(ALWAYS).check()
    wait_for(lambda: registered(allowed), "the site to be set")
    beside.close()
    page.close()
    asked.asked.clear()
    return asked


def test_reports_of_the_site_are_read_when_they_open_and_nothing_else(
    allowed: BrowserContext, always: StubService
) -> None:
    others = [
        opened(allowed, "http://other.example/report"),
        opened(allowed, "http://news.example/section"),
    ]
    page = opened(allowed, "http://news.example/another")

    status(page, holding="1 note")

    assert highlighted_strings(page) == {"who-says-so": ["In part 1"]}
    assert not any(is_shown(other) for other in others)
    (body,) = always.asked
    assert body["url"] == "http://news.example/another"
    assert registered(allowed) == ["http://news.example/*", "https://news.example/*"]


def test_the_site_is_listed_in_the_options_and_taken_back_there(
    allowed: BrowserContext, always: StubService
) -> None:
    options = own_page(allowed, "options/options.html")
    listed = options.locator("li", has_text="news.example")
    expect(listed).to_have_count(1)

    options.get_by_role("button", name="Remove news.example").click()

    expect(options.get_by_text("None: a page is read when")).to_be_visible()
    wait_for(lambda: not registered(allowed), "the site to be taken back")
    page = opened(allowed, "http://news.example/another")
    page.wait_for_timeout(500)
    assert not is_shown(page)
    assert always.asked == []


def test_clearing_the_data_takes_every_site_back(
    allowed: BrowserContext, always: StubService
) -> None:
    del always
    options = own_page(allowed, "options/options.html")

    options.get_by_role("button", name="Clear my data").click()

    expect(options.get_by_text("Cleared.")).to_be_visible()
    wait_for(lambda: not registered(allowed), "the site to be taken back")


def test_switched_off_in_a_tab_it_stays_off_there_alone(
    allowed: BrowserContext, always: StubService
) -> None:
    page = opened(allowed, "http://news.example/report")
    status(page, holding="1 note")

    click_toolbar(page)
    assert badge(page) == "○"
    page.goto("http://news.example/another")
    wait_for(lambda: badge(page) == "○", "the button to say so")
    assert not is_shown(page)
    assert len(always.asked) == 1

    other = opened(allowed, "http://news.example/report")
    status(other, holding="1 note")
    other.close()

    page.bring_to_front()
    click_toolbar(page)
    status(page, holding="1 note")
    page.goto("http://news.example/report")
    status(page, holding="1 note")


def test_cancelled_it_is_off_in_the_tab_as_well(
    allowed: BrowserContext, always: StubService
) -> None:
    always.held.clear()
    page = opened(allowed, "http://news.example/report")
    status(page, holding="Reading")

    press(page, "Cancel")

    wait_for(lambda: always.left, "the question to be dropped")
    page.goto("http://news.example/another")
    wait_for(lambda: badge(page) == "○", "the button to say so")
    assert not is_shown(page)


def test_single_page_site_is_read_wherever_it_moves_to(
    allowed: BrowserContext, always: StubService
) -> None:
    page = opened(allowed, "http://news.example/section")
    page.evaluate(
        """([head, ...stories]) => {
          window.show = (path, n) => {
            history.pushState({}, '', path);
            setTimeout(() => {
              document.head.innerHTML = head;
              document.querySelector('article').innerHTML = '<h1>Ferry</h1>' +
                stories[n].map((one) => `<p>${one}</p>`).join('');
            }, 400);
          };
        }""",
        [REPORT, STORY, [f"Trees stand here. {one} But not all." for one in STORY]],
    )

    page.evaluate("show('/one', 0)")
    status(page, holding="1 note")
    always.notes = [StubNote("Trees")]
    page.evaluate("show('/two', 1)")

    wait_for(
        lambda: highlighted_strings(page) == {"who-says-so": ["Trees"]},
        "the next report to be read",
    )
    assert [body["url"] for body in always.asked] == [
        "http://news.example/one",
        "http://news.example/two",
    ]


def test_setting_it_says_what_is_sent_and_nothing_is_shown_again(
    allowed: BrowserContext, always: StubService
) -> None:
    worker(allowed).evaluate("() => chrome.storage.local.remove('seen')")

    page = opened(allowed, "http://news.example/report")

    status(page, holding="1 note")
    assert not any("/preview/" in one.url for one in allowed.pages)
    beside = panel(page)
    expect(beside.get_by_label(ALWAYS)).to_be_checked()
    told = beside.get_by_text("is sent to")
    expect(told).to_contain_text(always.url)


@pytest.mark.parametrize("chosen", ["notes", "panel"])
def test_lines_in_the_menus_do_what_the_button_and_the_card_do(
    allowed: BrowserContext, asked: StubService, chosen: str
) -> None:
    del asked
    page = opened(allowed, "http://news.example/report")

    # A menu of the browser itself is beyond DevTools: its choice is told.
    worker(allowed).evaluate(
        """async (menuItemId) => {
          chrome.sidePanel.open = async ({tabId}) => { globalThis.opened = tabId; };
          const [tab] = await chrome.tabs.query({active: true});
          chrome.contextMenus.onClicked.dispatch({menuItemId}, tab);
        }""",
        chosen,
    )

    if chosen == "notes":
        status(page, holding="1 note")
    else:
        wait_for(
            lambda: worker(allowed).evaluate("() => globalThis.opened"), "the panel"
        )
