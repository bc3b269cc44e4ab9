"""The panel beside a page: what it lists, and the ways to the page and back."""

from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.browser.driver import (
    card,
    click_passage,
    click_toolbar,
    panel,
    status,
    wait_for,
)
from tests.browser.stub_service import StubNote, StubService

OpenPage = Callable[[str], Page]

CROWD = StubNote("Critics")
CLOSING = StubNote(
    "eleven of the forty steel hangers",
    check="figure-differs",
    family="other-reports",
    label="Figure differs from other reports",
)
NOWHERE = StubNote("About", shift=9999, around=("no such words", "stand here"))


def beside(open_page: OpenPage) -> tuple[Page, Page]:
    page = open_page("bridge")
    click_toolbar(page)
    status(page, holding="ompared with")
    return page, panel(page)


def test_lists_the_notes_as_on_the_page_or_by_question(
    open_page: OpenPage, service: StubService
) -> None:
    service.notes = [CLOSING, CROWD]
    _, panel = beside(open_page)
    labels = panel.locator("ol.notes .label")
    on_page = labels.all_inner_texts()

    panel.get_by_label("By question").check()

    assert sorted(on_page) == sorted([CLOSING.label, CROWD.label])
    assert panel.locator("h2").all_inner_texts()[:2] == [
        "Who says so",
        "Compared with other reports",
    ]
    panel.get_by_label("As on the page").check()
    assert labels.all_inner_texts() == on_page
    panel.close()


def test_a_note_leads_to_its_card_and_the_card_back_to_the_note(
    open_page: OpenPage, service: StubService
) -> None:
    service.notes = [CROWD, CLOSING]
    page, panel = beside(open_page)

    panel.get_by_role("button", name=CLOSING.label).click()
    assert card(page).name == CLOSING.label

    click_passage(page, "Critics")
    current = panel.locator("[aria-current=true] .label")
    expect(current).to_have_text(CROWD.label)
    panel.close()


def test_what_has_no_certain_place_is_told(
    open_page: OpenPage, service: StubService
) -> None:
    service.notes = [CROWD, NOWHERE]
    _, panel = beside(open_page)

    panel.get_by_text("1 could not be placed").click()

    assert panel.locator("details ul.notes .passage").all_inner_texts() == ["About"]
    panel.close()


def test_says_what_was_checked_and_what_was_compared(
    open_page: OpenPage, service: StubService
) -> None:
    _, panel = beside(open_page)

    panel.get_by_text("What was checked (3)").click()

    checks = panel.locator("ul.checks")
    expect(checks).to_contain_text("no title was sent")
    link = checks.get_by_role("link").nth(1)
    expect(link).to_have_text("Unclear who says this")
    expect(link).to_have_attribute("href", f"{service.url}/checks/date-differs")
    expect(panel.locator("ul.reports")).to_contain_text("Example Wire, March 5, 2031")
    panel.close()


def test_voices_lead_to_their_passages(
    open_page: OpenPage, service: StubService
) -> None:
    service.voices = [
        ("Critics", "", 2, "Critics"),
        ("The council", "Council", 3, "The"),
    ]
    page, panel = beside(open_page)
    assert panel.locator(".bars .party").all_inner_texts() == [
        "Council",
        "No party found",
    ]

    panel.get_by_text("2 voices and their passages").click()
    panel.get_by_role("button", name="Show passage 1: Critics").click()

    wait_for(
        lambda: (
            page.evaluate("[...(CSS.highlights.get('sidelight-open') ?? [])].join()")
            == "Critics"
        ),
        "the passage to be shown",
    )
    panel.close()


def test_follows_the_page(open_page: OpenPage, service: StubService) -> None:
    page = open_page("bridge")
    panel_ = panel(page)
    head = panel_.get_by_role("status")
    expect(head).to_have_text("This page has not been read")
    service.notes = [CROWD]

    click_toolbar(page)
    expect(head).to_contain_text("1 note")

    click_toolbar(page)
    expect(head).to_have_text("This page has not been read")
    panel_.close()


def test_problems_are_told_there_too(open_page: OpenPage, service: StubService) -> None:
    service.refusal = (500, "<h1>Internal Server Error</h1>", "text/html")
    page = open_page("bridge")
    click_toolbar(page)
    status(page, holding="could not be read")
    panel_ = panel(page)
    expect(panel_.get_by_role("status")).to_have_text("The answer could not be read")
    service.refusal = None

    panel_.get_by_role("button", name="Try again").click()

    expect(panel_.get_by_role("status")).to_contain_text("No notes")
    panel_.close()
