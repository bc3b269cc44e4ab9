"""Every state says where the reader is, and what can be done about it."""

import json
from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page

from tests.browser.driver import (
    badge,
    click_toolbar,
    highlighted_strings,
    is_shown,
    mutations,
    point_at,
    press,
    status,
    trigger,
    wait_for,
    watch_mutations,
    worker,
)
from tests.browser.stub_service import StubNote, StubService

OpenPage = Callable[[str], Page]

PROBLEM = "application/problem+json"


def test_busy_until_the_answer_comes(open_page: OpenPage, service: StubService) -> None:
    service.notes = [StubNote("Critics")]
    service.held.clear()
    page = open_page("bridge")

    click_toolbar(page)

    assert "Reading this page" in status(page).text
    service.held.set()
    assert "1 note" in status(page, holding="1 note").text


def test_click_while_busy_leaves_it_be(
    open_page: OpenPage, service: StubService
) -> None:
    service.notes = [StubNote("Critics")]
    service.held.clear()
    page = open_page("bridge")
    click_toolbar(page)
    wait_for(lambda: service.asked, "the question")

    click_toolbar(page)
    service.held.set()
    click_toolbar(page)
    status(page, holding="1 note")

    assert highlighted_strings(page) == {"who-says-so": ["Critics"]}
    assert len(service.asked) == 2
    click_toolbar(page)
    assert page.evaluate("document.adoptedStyleSheets.length") == 0


def test_cancelled_it_is_gone_and_the_service_need_not_go_on(
    open_page: OpenPage, service: StubService
) -> None:
    service.notes = [StubNote("Critics")]
    service.held.clear()
    page = open_page("bridge")
    click_toolbar(page)
    wait_for(lambda: service.asked, "the question")

    press(page, "Cancel")

    wait_for(lambda: service.left, "the question to be dropped")
    assert not is_shown(page)
    service.held.set()
    click_toolbar(page)
    status(page, holding="1 note")


def test_click_while_busy_drops_the_question_too(
    open_page: OpenPage, service: StubService
) -> None:
    service.held.clear()
    page = open_page("bridge")
    click_toolbar(page)
    wait_for(lambda: service.asked, "the question")

    click_toolbar(page)

    wait_for(lambda: service.left, "the question to be dropped")


def test_two_quick_clicks_are_one_after_the_other(
    open_page: OpenPage, service: StubService
) -> None:
    page = open_page("bridge")
    for _ in range(2):
        click_toolbar(page)  # From now on the page is granted.
    page.reload()
    watch_mutations(page)

    # Nearer to each other than DevTools can click.
    worker(page.context).evaluate(
        """async () => {
          const [tab] = await chrome.tabs.query({active: true});
          chrome.action.onClicked.dispatch(tab);
          chrome.action.onClicked.dispatch(tab);
        }"""
    )

    came_and_went = ["childList of html: sidelight-notes", "childList of html: "]
    wait_for(lambda: mutations(page) == came_and_went, "the second click to end it")
    before = len(service.asked)
    click_toolbar(page)
    status(page, holding="No notes")
    assert len(service.asked) == before + 1


def test_nothing_noticed(open_page: OpenPage, service: StubService) -> None:
    service.notes = []
    page = open_page("bridge")

    click_toolbar(page)

    seen = status(page, holding="No notes on this page")
    assert "Compared with 1 report" in seen.text
    assert "does not confirm" in seen.text


def test_reports_on_other_events_are_said_to_have_been_looked_through(
    open_page: OpenPage, service: StubService
) -> None:
    service.reports = []
    service.searched = 12
    page = open_page("bridge")

    click_toolbar(page)

    seen = status(page, holding="No notes")
    assert "12 reports looked through, none about the same event" in seen.text


def test_empty_store_is_no_dead_end(open_page: OpenPage, service: StubService) -> None:
    service.reports = []
    service.searched = 0
    service.notes = [StubNote("Critics")]
    page = open_page("bridge")
    click_toolbar(page)
    seen = status(page, holding="Nothing was there to compare with")
    assert "sidelight reports add FOLDER" in seen.text
    assert "1 note" in seen.text

    press(page, "Keep this page")

    status(page, holding="Kept")
    (kept,) = service.kept
    assert kept == service.asked[0]


def test_service_not_running(
    browser_context: BrowserContext, open_page: OpenPage, service: StubService
) -> None:
    with StubService() as gone:
        pass
    point_at(browser_context, gone.url)
    page = open_page("bridge")
    click_toolbar(page)
    seen = status(page, holding="not answering")
    assert gone.url in seen.text
    assert "sidelight serve" in seen.text

    service.notes = [StubNote("Critics")]
    point_at(browser_context, service.url)
    press(page, "Try again")

    status(page, holding="1 note")
    assert highlighted_strings(page) == {"who-says-so": ["Critics"]}


@pytest.mark.parametrize(
    ("refusal", "said"),
    [
        pytest.param(
            (
                422,
                json.dumps(
                    {"title": "The text is not English", "detail": "It seems to be nl."}
                ),
                PROBLEM,
            ),
            ("The text is not English", "It seems to be nl.", "Try again"),
            id="problem details",
        ),
        pytest.param(
            (
                413,
                json.dumps({"title": "The text is too long", "detail": "It has 2 MB."}),
                PROBLEM,
            ),
            ("The text is too long", "It has 2 MB.", "Try again"),
            id="too long",
        ),
        pytest.param(
            (401, "", "text/plain"),
            ("wants another token", "Set it in the options", "Open the options"),
            id="wrong token",
        ),
        pytest.param(
            (403, "<h1>Forbidden</h1>", "text/html"),
            ("wants another token", "Set it in the options", "Open the options"),
            id="wrong token, before the service",
        ),
        pytest.param(
            (500, "<h1>Internal Server Error</h1>", "text/html"),
            ("The answer could not be read", "HTTP 500", "Try again"),
            id="an error of another kind",
        ),
        pytest.param(
            (200, "<!doctype html><p>Hello", "text/html"),
            ("The answer could not be read", "may not be Sidelight", "Try again"),
            id="another service at this address",
        ),
    ],
)
def test_refusals(
    open_page: OpenPage,
    service: StubService,
    refusal: tuple[int, str, str],
    said: tuple[str, ...],
) -> None:
    service.refusal = refusal
    page = open_page("bridge")

    click_toolbar(page)

    seen = status(page, holding="Try again")
    for words in said:
        assert words in seen.text


def test_the_way_to_the_options_from_what_they_can_mend(
    open_page: OpenPage, service: StubService
) -> None:
    service.refusal = (401, "", "text/plain")
    page = open_page("bridge")
    click_toolbar(page)
    status(page, holding="another token")

    press(page, "Open the options")

    def opened() -> Page | None:
        page.evaluate("0")  # lets Playwright hear of new pages
        return next((p for p in page.context.pages if "/options/" in p.url), None)

    wait_for(opened, "the options").close()


def test_too_little_text_is_not_sent(open_page: OpenPage, service: StubService) -> None:
    page = open_page("short")

    click_toolbar(page)

    assert "40 words" in status(page, holding="Too little text").text
    assert service.asked == []


def test_hidden_status_card_leaves_the_marks(
    open_page: OpenPage, service: StubService
) -> None:
    service.notes = [StubNote("Critics")]
    page = open_page("bridge")
    click_toolbar(page)
    status(page, holding="1 note")

    press(page, "Hide")

    assert highlighted_strings(page) == {"who-says-so": ["Critics"]}
    assert is_shown(page)


def test_button_says_where_no_extension_is_let_in(open_page: OpenPage) -> None:
    page = open_page("bridge")
    page.goto("chrome://version/")

    trigger(page)

    wait_for(lambda: badge(page) == "–", "the badge")
