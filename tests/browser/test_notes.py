"""The main job: a click, underlined passages, a card with its evidence."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from tests.browser.driver import (
    boxes,
    card,
    cards,
    click_passage,
    click_toolbar,
    has_card,
    highlighted_strings,
    is_shown,
    mutations,
    panel,
    passage_box,
    press,
    status,
    wait_for,
    watch_mutations,
)
from tests.browser.stub_service import REPORT, StubNote, StubService

OpenPage = Callable[[str], Page]

DATE = StubNote(
    "closed to traffic from 14 March",
    check="date-differs",
    family="other-reports",
    label="Date differs from other reports",
    message="Another report gives another day. This does not say which is right.",
    evidence="closes on 17 March",
    next="Open the other report at this passage.",
)
CROWD = StubNote("Critics")
CLOSURE = StubNote("Critics say the closure comes far too late", check="forecast")
HEADLINE = StubNote(
    "“for nine weeks”",
    check="headline-quote",
    family="time-and-headline",
    label="Headline quote not in the text",
    part="title",
)
WHOLE = StubNote(
    "",
    check="party-not-heard",
    label="No counter-source quoted",
    message="No statement from the works office was found in the words read.",
    part="article",
)
AGREED = StubNote(
    "eleven of the forty steel hangers",
    check="corroborated",
    family="other-reports",
    label="Also in 2 other reports",
)


def test_click_underlines_the_passages(
    open_page: OpenPage, service: StubService
) -> None:
    service.notes = [DATE, CROWD, HEADLINE]
    page = open_page("bridge")

    click_toolbar(page)
    status(page, holding="3 notes")

    assert highlighted_strings(page) == {
        "other-reports": ["closed to traffic from 14 March"],
        "who-says-so": ["Critics"],
        "time-and-headline": ["“for nine weeks”"],
    }


def test_what_is_sent_is_the_article_and_what_it_says_of_itself(
    open_page: OpenPage, service: StubService
) -> None:
    page = open_page("bridge?ref=mail#comments")

    click_toolbar(page)
    status(page, holding="No notes")

    (article,) = service.asked
    text = article.pop("text")
    assert article == {
        "url": "http://news.example/bridge?ref=mail",
        "title": "Harbour bridge closes “for nine weeks”",
        "publisher": "Example Gazette",
        "author": "Ines Falk, Tom Reed",
        "published": "2031-03-06T06:30:00+01:00",
        "language": "en-GB",
        "links": [
            {"href": "http://news.example/ines", "text": "Ines Falk"},
            {
                "href": "https://works.example/inspection",
                "text": "an inspection report",
            },
        ],
        "kind": "page",
        "looked_in": ["json-ld", "meta", "byline", "time"],
    }
    paragraphs = text.split("\n\n")
    assert len(paragraphs) == 5
    assert paragraphs[0] == (
        "The harbour bridge will be closed to traffic from 14 March, the city’s works"
        " office announced on Tuesday. Critics say the closure comes far too late."
    )
    assert "in the morning and in the evening" in paragraphs[2]


def test_article_only_not_captions_asides_or_hidden_text(
    open_page: OpenPage, service: StubService
) -> None:
    page = open_page("bridge")

    click_toolbar(page)
    status(page, holding="No notes")

    for passed_over in ("east quay.", "Read more", "Subscribe", "©", "Ines Falk"):
        assert passed_over not in service.asked[0]["text"].replace(
            "on the east quay fear", ""
        )


def test_only_the_background_asks(open_page: OpenPage, service: StubService) -> None:
    page = open_page("bridge")
    requested: list[str] = []
    page.on("request", lambda request: requested.append(request.url))

    click_toolbar(page)
    status(page, holding="No notes")

    (origin,) = service.origins
    assert origin
    assert origin.startswith("chrome-extension://")
    assert requested == []


def test_nothing_is_done_before_a_click(
    open_page: OpenPage, service: StubService
) -> None:
    page = open_page("bridge")

    assert not is_shown(page)
    assert highlighted_strings(page) == {}
    assert page.evaluate("document.adoptedStyleSheets.length") == 0
    assert service.asked == []


def test_page_itself_stays_as_it_was_written(
    open_page: OpenPage, service: StubService
) -> None:
    service.notes = [DATE, CROWD, HEADLINE]
    page = open_page("bridge")
    before = page.evaluate("document.body.outerHTML")
    watch_mutations(page)

    click_toolbar(page)
    status(page, holding="3 notes")
    click_passage(page, "Critics")
    card(page)
    page.keyboard.press("Escape")

    # One element beside the body holds the cards; in the page there is nothing.
    assert mutations(page) == ["childList of html: sidelight-notes"]
    assert page.evaluate("document.body.outerHTML") == before
    assert page.evaluate("document.querySelector('sidelight-notes').shadowRoot") is None


def test_second_click_takes_everything_away(
    open_page: OpenPage, service: StubService
) -> None:
    service.notes = [DATE, CROWD]
    page = open_page("bridge")
    before = page.evaluate("document.documentElement.outerHTML")
    click_toolbar(page)
    status(page, holding="2 notes")
    click_passage(page, "Critics")

    click_toolbar(page)

    assert highlighted_strings(page) == {}
    assert cards(page) == []
    assert page.evaluate("document.adoptedStyleSheets.length") == 0
    assert page.evaluate("document.documentElement.outerHTML") == before


def test_third_click_brings_the_notes_back(
    open_page: OpenPage, service: StubService
) -> None:
    service.notes = [CROWD]
    page = open_page("bridge")
    for _ in range(3):
        click_toolbar(page)

    status(page, holding="1 note")

    assert highlighted_strings(page) == {"who-says-so": ["Critics"]}


def test_card_shows_the_evidence_and_where_it_is_from(
    open_page: OpenPage, service: StubService
) -> None:
    service.notes = [DATE, CROWD]
    page = open_page("bridge")
    click_toolbar(page)
    status(page, holding="2 notes")

    click_passage(page, DATE.on)

    seen = card(page)
    assert seen.name == "Date differs from other reports"
    (quotation,) = seen.quotations
    assert quotation == (
        "… said on Tuesday that the bridge closes on 17 March,"
        " weather permitting, and …"
    )
    for words in (
        DATE.message,
        "Example Wire",
        ", ",
        "March 5, 2031",
        REPORT["title"],
        DATE.next,
        "date-differs, version 1",
        "compared with 1 report",
    ):
        assert words in seen.text
    assert seen.links == {
        "Open this passage in the other report": f"{REPORT['url']}#:~:text=closes",
        "How this was noticed": f"{service.url}/checks/date-differs",
    }


def test_card_lists_all_the_notes_on_a_passage(
    open_page: OpenPage, service: StubService
) -> None:
    service.notes = [CROWD, CLOSURE, DATE]
    page = open_page("bridge")
    click_toolbar(page)
    status(page, holding="3 notes")

    click_passage(page, "Critics")

    seen = card(page)
    assert seen.name == "2 notes on this passage"
    assert "vague-source, version 1" in seen.text
    assert "forecast, version 1" in seen.text
    assert "date-differs" not in seen.text


def test_click_elsewhere_closes_the_card(
    open_page: OpenPage, service: StubService
) -> None:
    service.notes = [CROWD]
    page = open_page("bridge")
    click_toolbar(page)
    status(page, holding="1 note")
    click_passage(page, "Critics")
    card(page)

    page.mouse.click(10, 400)

    wait_for(lambda: not has_card(page), "the card to close")
    assert highlighted_strings(page) == {"who-says-so": ["Critics"]}


def test_click_on_a_link_is_left_to_the_page(
    open_page: OpenPage, service: StubService
) -> None:
    service.notes = [StubNote("according to an inspection report")]
    page = open_page("bridge")
    click_toolbar(page)
    status(page, holding="1 note")
    page.evaluate(
        """() => document.querySelector('p a[href^=https]')
             .addEventListener('click', (event) => {
               event.preventDefault();
               document.title = 'followed';
             })"""
    )

    page.get_by_text("an inspection report").click()

    assert page.title() == "followed"
    assert not has_card(page)


@pytest.mark.parametrize(
    "size", [(1280, 800), (820, 700), (380, 700)], ids=lambda size: f"{size[0]} px"
)
def test_card_never_covers_its_passage(
    open_page: OpenPage, service: StubService, size: tuple[int, int]
) -> None:
    width, height = size
    passages = ["closed to traffic from 14 March", "lower rents until the bridge is"]
    service.notes = [StubNote(words, evidence="some passage") for words in passages]
    page = open_page("bridge")
    page.set_viewport_size({"width": width, "height": height})
    click_toolbar(page)
    status(page, holding="2 notes")

    for words in passages:
        click_passage(page, words)
        card(page)
        left, top, right, bottom = boxes(page)["Unclear who says this"]
        there = passage_box(page, words)
        apart = (
            right <= there[0]
            or there[2] <= left
            or bottom <= there[1]
            or there[3] <= top
        )
        assert apart, f"“{words}” is covered"
        assert left >= 0
        assert right <= width


def test_notes_without_a_passage_are_listed(
    open_page: OpenPage, service: StubService
) -> None:
    service.notes = [WHOLE, AGREED, CROWD]
    page = open_page("bridge")

    click_toolbar(page)
    status(page, holding="3 notes")
    beside = panel(page)
    listed = beside.locator("ol.notes button").all_inner_texts()
    beside.get_by_role("button", name="No counter-source quoted").click()

    assert highlighted_strings(page) == {"who-says-so": ["Critics"]}
    assert [" ".join(words.split()) for words in listed] == [
        "Unclear who says this Critics",
        "Also in 2 other reports eleven of the forty steel hangers",
        "No counter-source quoted On the report as a whole",
    ]
    assert WHOLE.message in card(page).text


def test_not_needed_is_told_to_the_service_alone(
    open_page: OpenPage, service: StubService
) -> None:
    service.notes = [CROWD]
    page = open_page("bridge")
    click_toolbar(page)
    status(page, holding="1 note")
    click_passage(page, "Critics")
    card(page)

    press(page, "Not needed here")

    wait_for(lambda: "Noted" in card(page).text, "the word that it was noted")
    (told,) = wait_for(lambda: service.told, "the feedback")
    assert told == {
        "annotation": service.page(service.asked[0])["items"][0]["id"],
        "check": "vague-source",
        "verdict": "not-needed",
    }
