from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from sidelight.model import Span
from sidelight.web.notes import Note, notes_of, paragraphs, pieces


def note(start: int, end: int, *, number: int = 1, family: str = "wording") -> Note:
    return Note(
        number,
        "check",
        "Label",
        family,
        "default",
        "",
        "",
        "",
        (),
        "text",
        Span(start, end),
    )


def item(check: str, part: str, *selectors: dict[str, Any]) -> dict[str, Any]:
    return {
        "id": "urn:uuid:0",
        "body": [
            {"purpose": "classifying", "value": check},
            {"purpose": "commenting", "value": "Message."},
        ],
        "target": {"source": "urn:x", "selector": list(selectors)},
        "sidelight:part": part,
        "sidelight:family": "Who says so",
        "sidelight:label": "Label",
        "sidelight:tier": "default",
        "sidelight:help": "/checks/x",
        "sidelight:evidence": [],
        "sidelight:next": "Next.",
    }


def quote(exact: str, prefix: str = "", suffix: str = "") -> dict[str, Any]:
    return {
        "type": "TextQuoteSelector",
        "exact": exact,
        "prefix": prefix,
        "suffix": suffix,
    }


def position(start: int, end: int) -> dict[str, Any]:
    return {"type": "TextPositionSelector", "start": start, "end": end}


def test_overlapping_notes_cut_the_text_into_pieces_that_know_them_all() -> None:
    outer, inner, across = note(0, 9), note(2, 4), note(3, 12)

    found = list(pieces("abcdefghijklmno", Span(0, 15), [outer, inner, across]))

    assert [(piece.text, len(piece.notes)) for piece in found] == [
        ("ab", 1),
        ("c", 2),
        ("d", 3),
        ("efghi", 2),
        ("jkl", 1),
        ("mno", 0),
    ]
    assert found[2].nearest is inner
    assert [piece.ending for piece in found if piece.ending] == [
        (inner,),
        (outer,),
        (across,),
    ]


def test_a_family_is_underlined_once_however_many_notes_it_has() -> None:
    notes = [note(0, 3), note(0, 3, family="page"), note(0, 3)]

    [piece] = pieces("abc", Span(0, 3), notes)

    assert piece.families == ["wording", "page"]


def test_a_note_over_two_paragraphs_stands_by_the_first_and_marks_both() -> None:
    text = "One two.\n \n  Three four."
    over = note(4, 18)

    first, second = paragraphs(text, [over])

    assert first.notes == (over,)
    assert second.notes == ()
    assert [piece.text for piece in first.pieces] == ["One ", "two."]
    assert [piece.text for piece in second.pieces] == ["Three", " four."]


def test_a_note_that_begins_between_paragraphs_stands_by_the_next() -> None:
    [first, second] = paragraphs("One.\n\nTwo.", [note(4, 10)])

    assert not first.notes
    assert len(second.notes) == 1


@given(
    st.text("ab \n", max_size=60),
    st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)), max_size=6),
)
def test_no_word_is_lost_and_no_note_is_shown_twice(
    text: str, ends: list[tuple[int, int]]
) -> None:
    spans = sorted((min(pair), max(pair)) for pair in ends if pair[0] != pair[1])
    notes = [note(*span, number=n) for n, span in enumerate(spans) if span[1] <= 60]

    found = paragraphs(text, notes)

    words = [piece.text for paragraph in found for piece in paragraph.pieces]
    assert "".join("".join(words).split()) == "".join(text.split())
    numbers = [one.number for paragraph in found for one in paragraph.notes]
    assert len(numbers) == len(set(numbers))


def test_notes_are_numbered_in_reading_order_and_agreement_comes_last() -> None:
    page = {
        "items": [
            item("corroborated", "text", quote("a"), position(0, 1)),
            item("b", "text", quote("bc"), position(5, 7)),
            item("c", "title", quote("Title")),
            item("d", "article"),
            item("e", "text", quote("bcd"), position(5, 9)),
        ]
    }

    found = notes_of(page, "A Title")

    assert [(one.number, one.check) for one in found] == [
        (1, "c"),
        (2, "d"),
        (3, "e"),
        (4, "b"),
        (5, "corroborated"),
    ]
    assert found[0].span == Span(2, 7)
    assert found[1].span is None
    assert found[1].family == "who-says-so"


def test_words_of_the_title_are_told_apart_by_what_stands_around_them() -> None:
    page = {"items": [item("c", "title", quote("no", prefix="said ", suffix=" to"))]}

    [found] = notes_of(page, "no, she said no to it")

    assert found.span == Span(13, 15)


def test_words_that_the_title_does_not_have_are_not_marked() -> None:
    [found] = notes_of({"items": [item("c", "title", quote("yes"))]}, "no")

    assert found.span is None
