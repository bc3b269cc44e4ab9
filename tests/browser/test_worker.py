"""The background worker may be stopped at any time: nothing is lost that a reader has."""

from collections.abc import Callable

from playwright.sync_api import Page

from tests.browser.driver import (
    card,
    click_passage,
    click_toolbar,
    highlighted_strings,
    press,
    status,
    stop_worker,
    wait_for,
)
from tests.browser.stub_service import StubNote, StubService

OpenPage = Callable[[str], Page]


def test_stopped_after_painting_it_is_started_by_the_next_press(
    open_page: OpenPage, service: StubService
) -> None:
    service.notes = [StubNote("Critics")]
    page = open_page("bridge")
    click_toolbar(page)
    status(page, holding="1 note")
    stop_worker(page.context)

    click_passage(page, "Critics")
    card(page)
    press(page, "Not needed here")

    wait_for(lambda: service.told, "the feedback")
    stop_worker(page.context)
    click_toolbar(page)
    assert highlighted_strings(page) == {}


def test_stopped_over_its_question_it_is_asked_again(
    open_page: OpenPage, service: StubService
) -> None:
    service.notes = [StubNote("Critics")]
    service.held.clear()
    page = open_page("bridge")
    click_toolbar(page)
    wait_for(lambda: service.asked, "the question")

    stop_worker(page.context)

    wait_for(lambda: len(service.asked) == 2, "the question once more")
    service.held.set()
    status(page, holding="1 note")
    assert highlighted_strings(page) == {"who-says-so": ["Critics"]}


def test_stopped_twice_over_its_question_there_is_a_way_on(
    open_page: OpenPage, service: StubService
) -> None:
    service.notes = [StubNote("Critics")]
    service.held.clear()
    page = open_page("bridge")
    click_toolbar(page)
    for times in (1, 2):
        wait_for(lambda: len(service.asked) == times, "the question")  # noqa: B023
        stop_worker(page.context)

    status(page, holding="Try again")
    service.held.set()
    press(page, "Try again")

    status(page, holding="1 note")
    assert highlighted_strings(page) == {"who-says-so": ["Critics"]}
