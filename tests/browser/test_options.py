"""The options: address and token, what is looked for, kept pages, clearing it all."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.driver import click_toolbar, own_page, point_at, status, worker
from tests.browser.stub_service import StubService

OpenPage = Callable[[str], Page]

CHECKS = [
    {
        "id": "vague-source",
        "title": "Unclear who says this",
        "family": "who-says-so",
        "tier": "default",
        "help": "/checks/vague-source",
    },
    {
        "id": "date-differs",
        "title": "Date differs",
        "family": "other-reports",
        "tier": "default",
        "help": "/checks/date-differs",
    },
    {
        "id": "only-here",
        "title": "Found in this report alone",
        "family": "other-reports",
        "tier": "class",
        "help": "/checks/only-here",
    },
]


def kept(number: int) -> dict[str, Any]:
    return {
        "id": f"https://wire.example/{number}",
        "url": f"https://wire.example/{number}",
        "title": f"Bridge report {number}",
        "publisher": "Example Wire",
        "published": "2031-03-05",
        "words": 140 + number,
        "kept": True,
    }


@pytest.fixture
def options(browser_context: BrowserContext, service: StubService) -> Iterator[Page]:
    service.checks = CHECKS
    page = own_page(browser_context, "options/options.html")
    expect(page.get_by_text("answers (version 0.1.0)")).to_be_visible()
    yield page
    page.close()


def local(page: Page) -> dict[str, Any]:
    found: dict[str, Any] = worker(page.context).evaluate(
        "() => chrome.storage.local.get()"
    )
    return found


def test_says_whether_the_service_answers_and_notices_when_it_comes(
    browser_context: BrowserContext, service: StubService
) -> None:
    point_at(browser_context, "http://127.0.0.1:9")
    page = own_page(browser_context, "options/options.html")
    live = page.locator(".live")
    expect(live).to_have_text("The service at http://127.0.0.1:9 does not answer.")
    expect(page.get_by_text("The service lists this.")).to_be_visible()

    point_at(browser_context, service.url)

    expect(live).to_contain_text(f"{service.url} answers")
    expect(page.get_by_text("No page has been kept yet.")).to_be_visible()
    page.close()


def test_address_and_token_are_kept_and_the_token_goes_along(
    options: Page, open_page: OpenPage, service: StubService
) -> None:
    options.get_by_label("Address").fill(f"{service.url}/some/path")
    options.get_by_label("Token").fill("  secret ")
    options.get_by_role("button", name="Save").click()
    expect(options.get_by_text("Saved.")).to_be_visible()
    assert local(options)["server"] == service.url

    page = open_page("bridge")
    click_toolbar(page)
    status(page, holding="ompared with")

    assert service.tokens[-1] == "Bearer secret"


@pytest.mark.parametrize(
    "address", ["http://news.example", "https://me@news.example", "ftp://127.0.0.1"]
)
def test_an_address_that_others_could_listen_to_is_refused(
    options: Page, service: StubService, address: str
) -> None:
    options.get_by_label("Address").fill(address)
    options.get_by_role("button", name="Save").click()

    expect(options.get_by_text("This address cannot be used.")).to_be_visible()
    assert local(options)["server"] == service.url


def test_a_family_that_is_off_is_not_asked_for(
    options: Page, open_page: OpenPage, service: StubService
) -> None:
    options.get_by_label("Compared with other reports").uncheck()

    page = open_page("bridge")
    click_toolbar(page)
    status(page, holding="ompared with")
    assert service.asked[-1]["checks"] == ["vague-source"]

    options.reload()
    box = options.get_by_label("Compared with other reports")
    expect(box).not_to_be_checked()
    box.check()
    click_toolbar(page)
    click_toolbar(page)
    status(page, holding="ompared with")
    assert "checks" not in service.asked[-1]


def test_lesson_checks_are_asked_for_by_their_tier(
    options: Page, open_page: OpenPage, service: StubService
) -> None:
    options.get_by_label("Lesson checks as well").check()

    page = open_page("bridge")
    click_toolbar(page)
    status(page, holding="ompared with")

    assert service.asked[-1]["checks"] == "class"


def test_kept_pages_are_listed_in_parts_and_removed(
    browser_context: BrowserContext, service: StubService
) -> None:
    service.stored = [kept(number) for number in range(52)]
    page = own_page(browser_context, "options/options.html")
    count = page.get_by_text("to compare with.")
    expect(count).to_have_text("52 pages are there to compare with.")
    titles = page.locator("ul.kept cite")
    expect(titles).to_have_count(50)

    page.get_by_role("button", name="Show more").click()
    expect(titles).to_have_count(52)
    page.get_by_role("button", name="Remove Bridge report 3", exact=True).click()

    expect(titles).to_have_count(51)
    expect(count).to_have_text("51 pages are there to compare with.")
    assert kept(3) not in service.stored
    next_one = page.get_by_role("button", name="Remove Bridge report 4", exact=True)
    expect(next_one).to_be_focused()
    page.close()


def test_everything_stored_in_the_browser_can_be_cleared(
    options: Page, open_page: OpenPage
) -> None:
    page = open_page("bridge")
    click_toolbar(page)
    status(page, holding="ompared with")

    options.get_by_role("button", name="Clear my data").click()

    expect(options.get_by_text("Cleared.")).to_be_visible()
    left = worker(options.context).evaluate(
        """async () => ({
          ...await chrome.storage.local.get(), ...await chrome.storage.session.get(),
        })"""
    )
    assert {key for key in left if key != "catalogue"} == set()


def test_what_a_school_has_set_is_shown_and_cannot_be_changed(
    browser_context: BrowserContext, service: StubService
) -> None:
    # A policy for the whole machine is no test's to write: its answer stands in.
    service.checks = CHECKS
    page = browser_context.new_page()
    page.add_init_script(
        f"""chrome.storage.managed.get = async () =>
          ({{server: "{service.url}", checks: ["date-differs"], lesson: false}});"""
    )
    home = worker(browser_context).url.removesuffix("background.js")
    page.goto(f"{home}options/options.html")

    expect(page.get_by_text("set by your school").first).to_be_visible()
    expect(page.get_by_label("Address")).to_be_disabled()
    expect(page.get_by_role("button", name="Save")).to_have_count(0)
    expect(page.get_by_label("Compared with other reports")).to_be_disabled()
    expect(page.get_by_label("Who says so")).to_have_count(0)
    expect(page.get_by_label("Lesson checks as well")).to_be_disabled()
    page.close()


def test_the_keys_are_the_browsers_own(
    browser_context: BrowserContext, options: Page
) -> None:
    keys = worker(browser_context).evaluate(
        """async () => (await chrome.commands.getAll())
          .find(({name}) => name === '_execute_action').shortcut"""
    )
    shown = options.locator("kbd")

    assert shown.all_inner_texts() == ([keys] if keys else [])


def test_keys_that_were_changed_are_shown_when_the_reader_is_back(
    options: Page,
) -> None:
    # Chromium's own page for keys is closed to DevTools: its answer stands in.
    options.evaluate(
        """() => {
          chrome.commands.getAll = async () =>
            [{name: '_execute_action', shortcut: 'Ctrl+Shift+Y'}];
          document.dispatchEvent(new Event('visibilitychange'));
        }"""
    )

    expect(options.locator("kbd")).to_have_text("Ctrl+Shift+Y")
