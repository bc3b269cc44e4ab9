"""Pages that make it hard: policies, emoji, dark colours, repeated words."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from tests.browser.driver import (
    card,
    click_passage,
    click_toolbar,
    highlighted_strings,
    mutations,
    status,
    watch_mutations,
)
from tests.browser.site import Site
from tests.browser.stub_service import StubNote, StubService

OpenPage = Callable[[str], Page]


def test_strict_policy_and_trusted_types(
    open_page: OpenPage, service: StubService
) -> None:
    service.notes = [StubNote("Observers", evidence="the engine is old")]
    page = open_page("policy")
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    watch_mutations(page)

    click_toolbar(page)
    status(page, holding="1 note")
    click_passage(page, "Observers")

    assert "the engine is old" in card(page).quotations[0]
    assert highlighted_strings(page) == {"who-says-so": ["Observers"]}
    assert mutations(page) == ["childList of html: sidelight-notes"]
    assert complaints == []


def test_emoji_marks_and_both_directions(
    open_page: OpenPage, service: StubService
) -> None:
    words = [
        "👨‍👩‍👧‍👦 with families",
        "critics stayed away 🙈",
        "𝒮𝓀𝓎 high",
        "café by",
        "a record 🏳️‍🌈 for",
        "السوق مفتوح",
        "insiders said “it’s a start” 👋🏽",
    ]
    service.notes = [StubNote(on) for on in words]
    page = open_page("emoji")

    click_toolbar(page)
    status(page, holding="7 notes")

    marked = highlighted_strings(page)["who-says-so"]
    assert [string.replace("\xad", "") for string in marked] == words


def test_marks_suit_a_dark_article_under_a_light_system(
    open_page: OpenPage, service: StubService
) -> None:
    colours = {}
    for name, words in {"bridge": "Critics", "dark": "Observers"}.items():
        service.notes = [StubNote(words)]
        page = open_page(name)
        page.emulate_media(color_scheme="light")
        click_toolbar(page)
        status(page, holding="1 note")
        colours[name] = page.evaluate(
            """() => getComputedStyle(
                 document.body, '::highlight(sidelight-who-says-so)'
               ).textDecorationColor"""
        )

    assert colours == {"bridge": "rgb(11, 87, 208)", "dark": "rgb(168, 199, 250)"}


def test_repeated_words_are_found_by_their_offsets(
    open_page: OpenPage, service: StubService
) -> None:
    service.notes = [StubNote("The road is safe", around=("", ""))]
    page = open_page("repeated")

    click_toolbar(page)
    status(page, holding="1 note")

    assert highlighted_strings(page) == {"who-says-so": ["The road is safe"]}


def test_repeated_words_that_nothing_tells_apart_are_dropped_and_counted(
    open_page: OpenPage, service: StubService
) -> None:
    service.notes = [
        StubNote("The road is safe", around=("", ""), shift=1),
        StubNote("eleven people who live by the road", shift=3),
    ]
    page = open_page("repeated")

    click_toolbar(page)
    seen = status(page, holding="1 note")

    assert "1 could not be placed" in seen.text
    assert highlighted_strings(page) == {
        "who-says-so": ["eleven people who live by the road"]
    }


def test_words_that_are_not_on_the_page_are_dropped_and_counted(
    open_page: OpenPage, service: StubService
) -> None:
    service.notes = [StubNote("the road is unsafe"), StubNote("a tunnel")]
    page = open_page("repeated")

    click_toolbar(page)

    assert "2 could not be placed" in status(page, holding="No notes").text
    assert highlighted_strings(page) == {}


def test_page_that_changed_while_it_was_read_is_marked_where_the_words_are_now(
    open_page: OpenPage, service: StubService
) -> None:
    service.notes = [StubNote("Critics"), StubNote("Shopkeepers")]
    service.held.clear()
    page = open_page("bridge")
    click_toolbar(page)
    status(page, holding="Reading")
    page.evaluate(
        """() => {
          const [first] = document.querySelectorAll('article p:not([class])');
          first.before(Object.assign(document.createElement('p'), {
            textContent: 'Update: Critics have been told.',
          }));
          for (const paragraph of document.querySelectorAll('p')) {
            if (paragraph.textContent.startsWith('Shopkeepers')) paragraph.remove();
          }
        }"""
    )

    service.held.set()
    seen = status(page, holding="1 note")

    assert "1 could not be placed" in seen.text
    assert highlighted_strings(page) == {"who-says-so": ["Critics"]}
    assert page.evaluate(
        "[...CSS.highlights.get('sidelight-who-says-so')][0].startOffset"
    )


def test_offsets_of_a_text_that_has_changed_are_not_trusted(
    open_page: OpenPage, service: StubService
) -> None:
    service.notes = [StubNote("the tax rose", around=("Anna said that ", ". Bert"))]
    service.held.clear()
    page = open_page("repeated")
    click_toolbar(page)
    status(page, holding="Reading")
    page.evaluate(
        """() => {
          const tax = [...document.querySelectorAll('p')].find(
            (paragraph) => paragraph.textContent.startsWith('Anna'));
          tax.textContent = 'Bert said that the tax rose. Anna said that the tax rose.';
        }"""
    )

    service.held.set()
    status(page, holding="1 note")

    assert page.evaluate(
        "[...CSS.highlights.get('sidelight-who-says-so')][0].startOffset"
    ) == len("Bert said that the tax rose. Anna said that ")


def test_passage_over_two_paragraphs_leaves_out_what_stands_between(
    open_page: OpenPage, service: StubService
) -> None:
    service.notes = [StubNote("for years”.\n\nAbout 23,000 vehicles")]
    page = open_page("bridge")

    click_toolbar(page)
    status(page, holding="1 note")

    assert highlighted_strings(page) == {
        "who-says-so": ["for years”.", "About 23,000 vehicles"]
    }


def test_words_in_a_shadow_tree(open_page: OpenPage, service: StubService) -> None:
    service.notes = [StubNote("Experts"), StubNote("did not answer questions")]
    page = open_page("shadow")

    click_toolbar(page)
    status(page, holding="2 notes")

    paragraphs = service.asked[0]["text"].split("\n\n")
    assert paragraphs[1:3] == [
        "Experts doubt that the trees can be kept.",
        "The buyer did not answer questions.",
    ]
    assert highlighted_strings(page) == {
        "who-says-so": ["Experts", "did not answer questions"]
    }


def test_page_without_an_article_is_read_by_its_paragraphs(
    open_page: OpenPage, service: StubService
) -> None:
    page = open_page("search")

    click_toolbar(page)
    status(page, holding="No notes")

    text = service.asked[0]["text"]
    assert text.startswith("The market square will be paved")
    assert "opening hours" not in text
    assert "baker" not in text


WORDS = "The ferry will run every ten minutes while the bridge is closed. " * 12


@pytest.mark.parametrize(
    ("page", "is_cut"),
    [
        pytest.param(f"<p>{WORDS}</p>", None, id="whole"),
        pytest.param(f"<p>{WORDS}The city has…</p>", True, id="broken off"),
        pytest.param(f"<p>{WORDS}</p><p>Continue reading</p>", True, id="goes on"),
        pytest.param(
            f"<p>{WORDS}</p><div class=Paywall-box>Subscribe to read on</div>",
            True,
            id="sold",
        ),
        pytest.param(
            f"<p>{WORDS}</p><div class=paywall hidden>Subscribe</div>",
            None,
            id="not sold to this reader",
        ),
        pytest.param(
            '<script type="application/ld+json">{"@type": "NewsArticle", '
            f'"isAccessibleForFree": false}}</script><p>{WORDS}</p>',
            True,
            id="not free for all",
        ),
    ],
)
def test_a_part_of_an_article_is_sent_as_a_part(
    open_page: OpenPage,
    service: StubService,
    site: Site,
    page: str,
    is_cut: bool | None,  # noqa: FBT001 - a parameter of the table above
) -> None:
    site.made["part"] = f"<!doctype html><html lang=en><title>Ferry</title>{page}"
    opened = open_page("part")

    click_toolbar(opened)
    status(opened, holding="No notes")

    assert service.asked[-1].get("cut_short") is is_cut
