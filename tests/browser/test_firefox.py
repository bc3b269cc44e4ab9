"""The main job in a real Firefox, and that it is the same job as in Chromium."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page

from tests.browser import driver
from tests.browser.firefox import LEAST_VERSION, Firefox, Read, installed
from tests.browser.stub_service import StubNote, StubService

pytestmark = pytest.mark.skipif(
    not installed(),
    reason=f"no Firefox {LEAST_VERSION} or later: tests/set-up.sh installs it with apt",
)

CROWD = StubNote("Critics")
CLOSING = StubNote(
    "closed to traffic from 14 March",
    check="date-differs",
    family="other-reports",
    label="Date differs from other reports",
    evidence="closes on 17 March",
)
HEADLINE = StubNote("“for nine weeks”", family="time-and-headline", part="title")


def test_nothing_is_done_before_a_click(
    firefox: Firefox, firefox_service: StubService
) -> None:
    tab = firefox.open_page("bridge")

    assert not tab.is_shown()
    assert tab.highlighted_strings() == {}
    assert tab.evaluate("document.adoptedStyleSheets.length") == 0
    assert firefox_service.asked == []
    tab.close()


def test_click_underlines_the_passages_and_changes_nothing(
    firefox_reads: Read, firefox_service: StubService
) -> None:
    firefox_service.notes = [CLOSING, CROWD, HEADLINE]

    tab = firefox_reads("bridge")

    assert tab.highlighted_strings() == {
        "other-reports": ["closed to traffic from 14 March"],
        "who-says-so": ["Critics"],
        "time-and-headline": ["“for nine weeks”"],
    }
    assert tab.evaluate("changes") == ["childList of html: sidelight-notes"]
    assert (
        tab.evaluate(
            """getComputedStyle(document.body, '::highlight(sidelight-who-says-so)')
             .textDecorationLine"""
        )
        == "underline"
    )
    (origin,) = firefox_service.origins
    assert origin
    assert origin.startswith("moz-extension://")


def test_click_on_a_passage_opens_its_card(
    firefox_reads: Read, firefox_service: StubService
) -> None:
    firefox_service.notes = [CLOSING, CROWD]
    tab = firefox_reads("bridge")

    tab.click_passage(CLOSING.on)

    shown = tab.card()
    assert "Date differs from other reports" in shown
    assert "closes on 17 March" in shown
    assert "Example Wire, March 5, 2031" in shown
    assert tab.evaluate("changes") == ["childList of html: sidelight-notes"]


def test_second_click_takes_everything_away(
    firefox_reads: Read, firefox: Firefox, firefox_service: StubService
) -> None:
    firefox_service.notes = [CLOSING, CROWD]
    fresh = firefox.open_page("bridge")
    before = fresh.evaluate("document.documentElement.outerHTML")
    fresh.close()
    tab = firefox_reads("bridge")
    tab.click_passage("Critics")
    tab.card()

    tab.click_toolbar()

    assert tab.highlighted_strings() == {}
    assert tab.cards() == []
    assert tab.evaluate("document.adoptedStyleSheets.length") == 0
    assert tab.evaluate("document.documentElement.outerHTML") == before


def test_strict_policy_and_trusted_types(
    firefox_reads: Read, firefox_service: StubService
) -> None:
    firefox_service.notes = [StubNote("Observers", evidence="the engine is old")]

    tab = firefox_reads("policy")
    tab.click_passage("Observers")

    assert "the engine is old" in tab.card()
    assert tab.highlighted_strings() == {"who-says-so": ["Observers"]}
    assert tab.evaluate("complaints") == []


def test_words_in_a_shadow_tree(
    firefox_reads: Read, firefox_service: StubService
) -> None:
    firefox_service.notes = [StubNote("Experts"), StubNote("did not answer questions")]

    tab = firefox_reads("shadow")

    assert tab.highlighted_strings() == {
        "who-says-so": ["Experts", "did not answer questions"]
    }


def test_two_tabs_have_each_their_own(
    firefox_reads: Read, firefox_service: StubService
) -> None:
    firefox_service.notes = [CROWD]
    one = firefox_reads("bridge")
    firefox_service.notes = [StubNote("Observers")]
    other = firefox_reads("dark")

    one.click_toolbar()

    assert one.highlighted_strings() == {}
    assert other.highlighted_strings() == {"who-says-so": ["Observers"]}


def test_the_panel_lists_the_notes(
    firefox_reads: Read, firefox: Firefox, firefox_service: StubService
) -> None:
    firefox_service.notes = [CROWD, CLOSING]
    tab = firefox_reads("bridge")

    panel = firefox.open(f"{firefox.home}panel/panel.html?tab={firefox.tab_number()}")

    def labels() -> list[str]:
        found: list[str] = panel.evaluate(
            "[...document.querySelectorAll('ol.notes .label')].map((one) => one.innerText)"
        )
        return found

    assert driver.wait_for(labels, "the notes") == [CLOSING.label, CROWD.label]
    panel.evaluate("document.querySelector('ol.notes button').click()")
    assert CLOSING.label in tab.card()
    panel.close()


@pytest.mark.parametrize("name", ["bridge", "dark", "emoji", "repeated", "search"])
def test_both_browsers_send_the_same(
    firefox_reads: Read,
    firefox_service: StubService,
    open_page: Callable[[str], Page],
    service: StubService,
    name: str,
) -> None:
    firefox_reads(name)
    page = open_page(name)
    driver.click_toolbar(page)
    driver.status(page, holding="No notes")

    assert _without_port(firefox_service.asked[0]) == _without_port(service.asked[0])


def _without_port(article: dict[str, Any]) -> dict[str, Any]:
    """Return what was sent, but for where the site stood."""
    return {key: value for key, value in article.items() if key not in {"url", "links"}}
