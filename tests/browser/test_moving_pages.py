"""Pages that do not stay as they were: they grow, change, move on, or are two.

No words are ever marked which the note is not about; marks go with their words; and a
page that nobody asked for is not read.
"""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.driver import (
    badge,
    boxes,
    card,
    cards,
    click_passage,
    click_toolbar,
    has_card,
    highlighted_strings,
    is_shown,
    panel,
    passage_box,
    press,
    status,
    wait_for,
)
from tests.browser.made_pages import page as made_page
from tests.browser.made_pages import paragraphs
from tests.browser.site import Site
from tests.browser.stub_service import StubNote, StubService

OpenPage = Callable[[str], Page]

FIRST = StubNote("In part 1")
BOAT = StubNote("A second boat")

ADD = """(paragraphs) => {
  for (const text of paragraphs) {
    document.querySelector('article').append(
      Object.assign(document.createElement('p'), {textContent: text}));
  }
}"""


def come_to_rest(page: Page) -> None:
    """Wait until Sidelight has seen what changed."""
    page.wait_for_timeout(700)


@pytest.fixture
def open_made(site: Site, open_page: OpenPage) -> OpenPage:
    """Open a page that is given as its source."""

    def open_made(source: str) -> Page:
        site.made["made"] = source
        return open_page("made")

    return open_made


def test_paragraphs_that_come_late_leave_the_marks_and_are_read_at_the_next_click(
    open_made: OpenPage, service: StubService
) -> None:
    service.notes = [FIRST]
    page = open_made(made_page(paragraphs(2)))
    click_toolbar(page)
    status(page, holding="1 note")

    page.evaluate(ADD, paragraphs(4)[2:])

    come_to_rest(page)
    assert highlighted_strings(page) == {"who-says-so": ["In part 1"]}
    assert len(service.asked) == 1
    click_toolbar(page)
    service.notes = [FIRST, StubNote("In part 4")]
    click_toolbar(page)
    status(page, holding="2 notes")
    assert highlighted_strings(page) == {"who-says-so": ["In part 1", "In part 4"]}


def test_paragraphs_that_come_while_it_is_read_cost_no_mark(
    open_made: OpenPage, service: StubService
) -> None:
    service.notes = [FIRST]
    service.held.clear()
    page = open_made(made_page(paragraphs(2)))
    click_toolbar(page)
    wait_for(lambda: service.asked, "the question")
    page.evaluate(ADD, paragraphs(4)[2:])

    service.held.set()
    status(page, holding="1 note")

    assert highlighted_strings(page) == {"who-says-so": ["In part 1"]}


def test_endless_page_is_read_one_article_at_a_time(
    open_made: OpenPage, service: StubService
) -> None:
    service.notes = [FIRST]
    page = open_made(made_page(paragraphs(6)))
    click_toolbar(page)
    status(page, holding="1 note")

    page.evaluate(
        """() => document.body.append(Object.assign(
             document.createElement('article'),
             {innerHTML: '<h1>The orchard</h1>' + '<p>The old orchard was sold to a neighbour for an amount that neither side would name.</p>'.repeat(3)}))"""
    )
    page.evaluate("history.replaceState({}, '', '/the-next-one')")

    come_to_rest(page)
    assert highlighted_strings(page) == {"who-says-so": ["In part 1"]}
    click_toolbar(page)
    click_toolbar(page)
    status(page, holding="1 note")
    assert "orchard" not in service.asked[-1]["text"]


NEXT_STORY = """() => {
  history.pushState({}, '', '/next-story');
  document.title = 'The orchard';
  document.querySelector('article').innerHTML = '<h1>The orchard</h1>' +
    '<p>The old orchard behind the station was sold on Monday. A second boat of apples ' +
    'was carried down the river, and the buyer, who did not want to be named, said that ' +
    'the trees would be kept for as long as they bear fruit at all, which is long.</p>';
}"""


def test_single_page_site_that_moves_on_takes_the_notes_along(
    open_made: OpenPage, service: StubService
) -> None:
    service.notes = [BOAT]
    page = open_made(made_page(paragraphs(1)))
    click_toolbar(page)
    status(page, holding="1 note")

    page.evaluate(NEXT_STORY)

    assert "".join(highlighted_strings(page).get("who-says-so", [])) == ""
    wait_for(lambda: badge(page) == "↻", "the button to say so")
    assert not is_shown(page)
    assert highlighted_strings(page) == {}
    assert page.evaluate("document.adoptedStyleSheets.length") == 0
    assert len(service.asked) == 1  # Nothing is sent that nobody asked for.

    click_toolbar(page)
    status(page, holding="1 note")
    assert badge(page) == ""
    assert service.asked[-1]["url"].endswith("/next-story")
    assert service.asked[-1]["title"] == "The orchard"
    assert highlighted_strings(page) == {"who-says-so": ["A second boat"]}


def test_single_page_site_that_moves_on_slowly_keeps_the_notes_until_then(
    open_made: OpenPage, service: StubService
) -> None:
    service.notes = [FIRST]
    page = open_made(made_page(paragraphs(2)))
    click_toolbar(page)
    status(page, holding="1 note")

    page.evaluate("history.pushState({}, '', '/next-story')")
    come_to_rest(page)
    assert highlighted_strings(page) == {"who-says-so": ["In part 1"]}

    page.evaluate(NEXT_STORY)
    wait_for(lambda: not is_shown(page), "the notes to go")


def test_another_place_on_the_page_is_no_other_page(
    open_made: OpenPage, service: StubService
) -> None:
    service.notes = [FIRST]
    page = open_made(made_page(paragraphs(2)))
    click_toolbar(page)
    status(page, holding="1 note")

    page.evaluate("location.hash = 'comments'")
    page.evaluate("document.querySelector('article').innerHTML = '<p>Removed.</p>'")

    seen = status(page, holding="No notes")
    assert "1 could not be placed" in seen.text


def test_problem_goes_with_the_page_that_it_was_about(
    open_made: OpenPage, service: StubService
) -> None:
    page = open_made(made_page(["Too short."]))
    click_toolbar(page)
    status(page, holding="Too little text")

    page.evaluate(NEXT_STORY)

    wait_for(lambda: not is_shown(page), "the problem to go")
    assert service.asked == []


def test_answer_on_a_story_that_was_left_is_not_shown(
    open_made: OpenPage, service: StubService
) -> None:
    service.notes = [BOAT]
    service.held.clear()
    page = open_made(made_page(paragraphs(1)))
    click_toolbar(page)
    wait_for(lambda: service.asked, "the question")
    page.evaluate(NEXT_STORY)

    service.held.set()

    wait_for(lambda: badge(page) == "↻", "the button to say so")
    assert not is_shown(page)
    assert highlighted_strings(page) == {}


EDITS = {
    "text set anew": (
        "node.data = 'Another sentence stands here now, of the same length or so.'",
        [],
    ),
    "paragraph set anew": ("p.textContent = 'In part 9 of it: something else.'", []),
    "paragraph gone": ("p.remove()", []),
    "words put before": ("p.prepend('Corrected. ')", ["In part 1"]),
    "words put in": ("node.insertData(20, 'Corrected. ')", ["In part 1"]),
    "words cut out": ("node.deleteData(0, 9)", []),
    "rendered anew": ("p.outerHTML += ''", ["In part 1"]),
    "story rendered anew": ("p.parentElement.outerHTML += ''", ["In part 1"]),
    "moved to the end": ("p.parentElement.append(p)", ["In part 1"]),
}


@pytest.mark.parametrize(("edit", "left"), EDITS.values(), ids=EDITS.keys())
def test_mark_goes_with_its_words_and_never_to_others(
    open_made: OpenPage, service: StubService, edit: str, left: list[str]
) -> None:
    service.notes = [FIRST, StubNote("In part 2")]
    page = open_made(made_page(paragraphs(2)))
    click_toolbar(page)
    status(page, holding="2 notes")

    page.evaluate(
        f"() => {{ const p = document.querySelector('p'); const node = p.firstChild; {edit}; }}"
    )

    at_once = highlighted_strings(page)["who-says-so"]
    assert set(at_once) <= {"", "In part 1", "In part 2"}
    come_to_rest(page)
    assert sorted(highlighted_strings(page)["who-says-so"]) == [*left, "In part 2"]
    if not left:
        assert "1 could not be placed" in status(page, holding="1 note").text
    click_passage(page, "In part 2")
    assert "vague-source" in card(page).text
    assert len(service.asked) == 1


def test_note_whose_passage_is_gone_is_told_in_the_panel_and_comes_back_with_it(
    open_made: OpenPage, service: StubService
) -> None:
    service.notes = [FIRST, StubNote("In part 2")]
    page = open_made(made_page(paragraphs(2)))
    click_toolbar(page)
    status(page, holding="2 notes")
    beside = panel(page)
    expect(beside.locator("ol.notes .label")).to_have_count(2)

    page.evaluate("window.gone = document.querySelector('p'); gone.remove()")
    status(page, holding="1 could not be placed")
    beside.get_by_text("1 could not be placed").click()
    expect(beside.locator("details ul.notes .passage")).to_have_text("In part 1")

    page.evaluate("document.querySelector('h1').after(gone)")
    status(page, holding="2 notes")
    expect(beside.locator("ol.notes .label")).to_have_count(2)
    beside.close()


def test_words_that_nothing_tells_apart_are_known_by_what_stayed_around_them(
    open_made: OpenPage, service: StubService
) -> None:
    one, two = paragraphs(2)
    service.notes = [StubNote("The road is safe", around=("", ""))]
    page = open_made(
        made_page([f"The road is safe. {one}", f"The road is safe. {two}"])
    )
    click_toolbar(page)
    status(page, holding="1 note")

    page.evaluate(ADD, ["The road is safe, it was said again."])

    come_to_rest(page)
    assert highlighted_strings(page) == {"who-says-so": ["The road is safe"]}


def test_open_card_stays_with_its_passage_and_goes_with_it(
    open_made: OpenPage, service: StubService
) -> None:
    service.notes = [FIRST, StubNote("In part 2")]
    page = open_made(made_page(paragraphs(2)))
    click_toolbar(page)
    status(page, holding="2 notes")
    click_passage(page, "In part 2")
    card(page)
    _, before, _, _ = boxes(page)["Unclear who says this"]

    page.evaluate("document.querySelector('p').before('Corrected. '.repeat(99))")
    come_to_rest(page)
    box = boxes(page)["Unclear who says this"]
    assert box[1] > before
    assert abs(box[1] - passage_box(page, "In part 2")[1]) < 30

    page.evaluate("document.querySelectorAll('p')[1].remove()")
    wait_for(lambda: not has_card(page), "the card to go")


def test_page_that_never_rests_is_followed_all_the_same(
    open_made: OpenPage, service: StubService
) -> None:
    service.notes = [FIRST, StubNote("In part 2")]
    page = open_made(made_page(paragraphs(2)))
    click_toolbar(page)
    status(page, holding="2 notes")

    page.evaluate(
        """() => {
          const clock = document.querySelector('article').appendChild(document.createElement('p'));
          setInterval(() => { clock.textContent = `It is ${Date.now()}.`; }, 50);
          document.querySelector('p').remove();
        }"""
    )

    assert "1 could not be placed" in status(page, holding="1 note").text


def test_two_tabs_at_once_get_each_its_own_answer(
    open_page: OpenPage, service: StubService
) -> None:
    service.notes = [StubNote("Critics"), StubNote("Observers")]
    service.held.clear()
    one = open_page("bridge")
    click_toolbar(one)
    other = open_page("dark")
    click_toolbar(other)
    wait_for(lambda: len(service.asked) == 2, "both questions")

    service.held.set()

    assert "1 could not be placed" in status(one, holding="1 note").text
    assert "1 could not be placed" in status(other, holding="1 note").text
    assert highlighted_strings(one) == {"who-says-so": ["Critics"]}
    assert highlighted_strings(other) == {"who-says-so": ["Observers"]}
    click_toolbar(other)
    assert highlighted_strings(one) == {"who-says-so": ["Critics"]}


def test_page_with_a_modal_dialog_is_read_behind_it(
    open_page: OpenPage, service: StubService
) -> None:
    service.notes = [StubNote("Critics")]
    page = open_page("bridge")
    page.evaluate(MODAL)

    click_toolbar(page)
    wait_for(lambda: highlighted_strings(page), "the mark")

    assert "newsletter" not in service.asked[0]["text"]
    assert highlighted_strings(page) == {"who-says-so": ["Critics"]}
    page.evaluate("document.querySelector('dialog').close()")
    press(page, "Hide")
    click_passage(page, "Critics")
    assert "vague-source" in card(page).text


MODAL = """() => {
  const dialog = document.createElement('dialog');
  dialog.innerHTML = '<p>Will you read our newsletter too?</p><button>No</button>';
  dialog.querySelector('button').onclick = () => dialog.close();
  document.body.append(dialog);
  dialog.showModal();
}"""


def test_cards_can_be_pressed_over_a_modal_dialog_and_give_it_back(
    open_page: OpenPage, service: StubService
) -> None:
    service.notes = [StubNote("Critics")]
    page = open_page("bridge")
    page.evaluate(MODAL)
    click_toolbar(page)
    status(page, holding="1 note")

    press(page, "Go to the first note")
    assert "vague-source" in card(page).text
    press(page, "Close")
    press(page, "Hide")

    page.get_by_role("button", name="No").click()
    assert not page.evaluate("document.querySelector('dialog').open")
    click_passage(page, "Critics")
    assert "vague-source" in card(page).text


def test_press_beside_the_cards_gives_a_modal_dialog_back(
    open_page: OpenPage, service: StubService
) -> None:
    service.notes = [StubNote("Critics")]
    page = open_page("bridge")
    page.evaluate(MODAL)
    click_toolbar(page)
    status(page, holding="1 note")

    page.mouse.click(5, 5)

    wait_for(lambda: not cards(page)[1:], "the cards to go")
    page.get_by_role("button", name="No").click()
    assert not page.evaluate("document.querySelector('dialog').open")
    assert highlighted_strings(page) == {"who-says-so": ["Critics"]}


def test_story_in_a_frame_of_another_page_is_not_read(
    site: Site, open_made: OpenPage, service: StubService
) -> None:
    site.made["framed"] = made_page(paragraphs(3))
    page = open_made(
        made_page(
            "<p>This story is shown by our partner.</p><iframe src=/framed></iframe>"
        )
    )

    click_toolbar(page)

    assert "40 words" in status(page, holding="Too little text").text
    assert service.asked == []


def test_frame_within_a_story_is_passed_over(
    site: Site, open_made: OpenPage, service: StubService
) -> None:
    site.made["framed"] = made_page(["Sign the petition of our partner."])
    one, two = paragraphs(2)
    service.notes = [StubNote("In part 2")]
    page = open_made(
        made_page(
            f"<article><p>{one}</p><iframe src=/framed></iframe><p>{two}</p></article>"
        )
    )

    click_toolbar(page)
    status(page, holding="1 note")

    assert service.asked[0]["text"] == f"{one}\n\n{two}"
    assert highlighted_strings(page) == {"who-says-so": ["In part 2"]}
