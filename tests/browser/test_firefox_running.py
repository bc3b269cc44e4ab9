"""When it runs, in a real Firefox: pages that move, sites always read, keys and menus."""

from collections.abc import Iterator

import pytest

from tests.browser.driver import wait_for
from tests.browser.firefox import LEAST_VERSION, Firefox, Read, Tab, installed
from tests.browser.made_pages import SENTENCES, paragraphs
from tests.browser.made_pages import page as made_page
from tests.browser.site import Site
from tests.browser.stub_service import StubNote, StubService

pytestmark = pytest.mark.skipif(
    not installed(),
    reason=f"no Firefox {LEAST_VERSION} or later: tests/set-up.sh installs it with apt",
)

FIRST = StubNote("In part 1")
REPORT = '<meta property="og:type" content="article">'
ALWAYS = "Always read reports on news.example"

NEXT_STORY = f"""(() => {{
  history.pushState({{}}, '', '/next-story');
  document.querySelector('article').innerHTML =
    '<h1>The orchard</h1><p>{" ".join(SENTENCES).replace("boat", "tree")}</p>';
}})()"""

MODAL = """(() => {
  const dialog = document.createElement('dialog');
  dialog.innerHTML = '<p>Will you read our newsletter too?</p><button>No</button>';
  document.body.append(dialog);
  dialog.showModal();
})()"""


@pytest.fixture
def made(site: Site) -> Site:
    site.made["report"] = made_page(paragraphs(3), head=REPORT)
    site.made["another"] = made_page(paragraphs(4), head=REPORT)
    site.made["section"] = made_page(paragraphs(3))
    return site


@pytest.fixture
def opened(firefox: Firefox, firefox_service: StubService, made: Site) -> Iterator[Tab]:
    del made
    firefox_service.notes = [FIRST]
    tab = firefox.open_page("report")
    yield tab
    tab.close()


@pytest.mark.usefixtures("made")
def test_marks_follow_an_edit_and_go_with_their_words(
    firefox_reads: Read, firefox_service: StubService
) -> None:
    firefox_service.notes = [FIRST, StubNote("In part 2")]
    tab = firefox_reads("report")

    tab.evaluate("document.querySelector('article').outerHTML += ''")
    tab.evaluate("document.querySelector('p').remove()")

    assert "1 could not be placed" in tab.status(holding="1 note")
    assert tab.highlighted_strings() == {"who-says-so": ["In part 2"]}


@pytest.mark.usefixtures("made")
def test_single_page_site_that_moves_on_takes_the_notes_along(
    firefox_reads: Read, firefox: Firefox, firefox_service: StubService
) -> None:
    firefox_service.notes = [FIRST]
    tab = firefox_reads("report")

    tab.evaluate(NEXT_STORY)

    wait_for(lambda: not tab.is_shown(), "the notes to go")
    wait_for(lambda: firefox.badge() == "↻", "the button to say so")
    assert tab.highlighted_strings() == {}
    assert len(firefox_service.asked) == 1


def test_cancelled_it_is_gone_and_the_service_need_not_go_on(
    opened: Tab, firefox_service: StubService
) -> None:
    firefox_service.held.clear()
    opened.click_toolbar()
    opened.status(holding="Reading")
    wait_for(lambda: firefox_service.asked, "the question")

    opened.press("Cancel")

    wait_for(lambda: firefox_service.left, "the question to be dropped")
    assert not opened.is_shown()


def test_background_stopped_over_its_question_is_asked_again(
    opened: Tab, firefox: Firefox, firefox_service: StubService
) -> None:
    firefox_service.held.clear()
    opened.click_toolbar()
    wait_for(lambda: firefox_service.asked, "the question")

    firefox.stop_background()

    wait_for(lambda: len(firefox_service.asked) == 2, "the question once more")
    firefox_service.held.set()
    opened.status(holding="1 note")
    firefox.stop_background()
    opened.click_toolbar()
    assert opened.highlighted_strings() == {}


def test_cards_can_be_pressed_over_a_modal_dialog(opened: Tab) -> None:
    opened.evaluate(MODAL)
    opened.click_toolbar()
    opened.status(holding="1 note")

    opened.press("Go to the first note")

    assert FIRST.label in opened.card()


def test_keys_do_what_the_button_does(opened: Tab, firefox: Firefox) -> None:
    opened.to_front()

    firefox.press_keys("a", alt=True)

    opened.status(holding="1 note")


def test_line_in_the_menu_of_the_page_does_too(opened: Tab, firefox: Firefox) -> None:
    opened.to_front()
    opened.click(200, 200, button=2)

    firefox.choose_in_menu("Notes beside this page")

    opened.status(holding="1 note")


def test_a_site_is_always_read_once_it_is_allowed(
    opened: Tab, firefox: Firefox, firefox_service: StubService
) -> None:
    opened.click_toolbar()
    opened.status(holding="1 note")
    beside = firefox.open(f"{firefox.home}panel/panel.html?tab={firefox.tab_number()}")
    box = f"[...document.querySelectorAll('label')].find((one) => one.innerText.startsWith('{ALWAYS}'))"
    wait_for(lambda: beside.evaluate(f"{box} !== undefined"), "the choice")
    beside.click_element(box)
    wait_for(lambda: beside.evaluate(f"{box}.control.checked"), "the permission")
    wait_for(
        lambda: beside.evaluate(
            "browser.scripting.getRegisteredContentScripts().then(({length}) => length)"
        ),
        "the site to be set",
    )
    firefox_service.asked.clear()

    section, another = firefox.open_page("section"), firefox.open_page("another")
    another.status(holding="1 note")
    assert not section.is_shown()
    assert [body["url"].rpartition("/")[2] for body in firefox_service.asked] == [
        "another"
    ]
    another.click_toolbar()
    assert firefox.badge() == "○"

    beside.click_element(box)
    wait_for(
        lambda: beside.evaluate(
            "browser.scripting.getRegisteredContentScripts().then(({length}) => !length)"
        ),
        "the site to be taken back",
    )
    origins = beside.evaluate("browser.permissions.getAll().then((all) => all.origins)")
    assert not any("news.example" in origin for origin in origins)
    for tab in (beside, section, another):
        tab.close()


ARABIC = "أعلن المجلس يوم الثلاثاء أن الجسر سيغلق تسعة أسابيع، وقال نقاد إن الإغلاق يأتي متأخرا جدا. "


@pytest.mark.parametrize(
    ("source", "words"),
    [
        pytest.param(
            made_page([ARABIC * 4], traits="lang=ar dir=rtl"),
            "وقال نقاد",
            id="from the right",
        ),
        pytest.param(
            made_page(
                [
                    f"{SENTENCES[0]} 👨‍👩‍👧‍👦 Z\u0351\u036bo 🏳️‍🌈 fans wept.",
                    *paragraphs(2),
                ]
            ),
            "Z\u0351\u036bo 🏳️‍🌈 fans",
            id="emoji and combining marks",
        ),
        pytest.param(made_page(paragraphs(430)), "In part 430 of", id="20,000 words"),
    ],
)
def test_words_of_all_kinds_are_marked(
    firefox_reads: Read,
    site: Site,
    firefox_service: StubService,
    source: str,
    words: str,
) -> None:
    firefox_service.notes = [StubNote(words)]
    site.made["made"] = source

    tab = firefox_reads("made")

    assert tab.highlighted_strings() == {"who-says-so": [words]}
    assert tab.evaluate("changes") == ["childList of html: sidelight-notes"]
