"""Everything can be reached and left without a mouse."""

from collections.abc import Callable

from playwright.sync_api import Page

from tests.browser.driver import (
    card,
    cards,
    click_passage,
    click_toolbar,
    has_card,
    highlighted_strings,
    press,
    status,
    wait_for,
)
from tests.browser.stub_service import StubNote, StubService

OpenPage = Callable[[str], Page]

NOTES = [
    StubNote("Critics", label="First"),
    StubNote("A senior official", label="Second"),
    StubNote("The city council", label="Third"),
]


def shown(open_page: OpenPage, service: StubService) -> Page:
    service.notes = NOTES
    page = open_page("bridge")
    click_toolbar(page)
    wait_for(lambda: status(page, holding="3 notes").focused, "the focus")
    return page


def test_status_leads_to_the_first_card_and_escape_leads_back(
    open_page: OpenPage, service: StubService
) -> None:
    page = shown(open_page, service)

    for _ in range(2):  # Hide, the first note
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert card(page).name == "First"
    assert card(page).focused

    page.keyboard.press("Escape")
    wait_for(lambda: not has_card(page), "the card to close")
    page.keyboard.press("Enter")
    assert card(page).name == "First"


def test_next_and_previous_walk_through_the_notes(
    open_page: OpenPage, service: StubService
) -> None:
    page = shown(open_page, service)
    click_passage(page, "Critics")
    names = [card(page).name]

    for _ in range(3):
        press(page, "Next note")
        names.append(card(page).name)
    press(page, "Previous note")
    names.append(card(page).name)

    assert names == ["First", "Second", "Third", "First", "Third"]


def test_escape_hides_the_status_card_and_leaves_the_marks(
    open_page: OpenPage, service: StubService
) -> None:
    page = shown(open_page, service)

    page.keyboard.press("Escape")

    wait_for(lambda: not cards(page), "the status card to go")
    assert len(highlighted_strings(page)["who-says-so"]) == 3
    click_passage(page, "Critics")
    assert card(page).name == "First"


def test_focus_stays_where_the_reader_types(
    open_page: OpenPage, service: StubService
) -> None:
    page = open_page("search")
    service.notes = [StubNote("insiders")]
    page.get_by_label("Search").focus()

    click_toolbar(page)
    seen = status(page, holding="1 note")
    page.keyboard.type("fish")

    assert not seen.focused
    assert page.get_by_label("Search").input_value() == "fish"
