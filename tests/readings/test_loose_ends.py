"""What is tied up after linking: each rule on labels set by hand, no trained file."""

import numpy as np
import pytest

from sidelight.readings import loose_ends
from sidelight.readings.columns import Page
from sidelight.readings.pieces import Link, Piece, piece_at
from sidelight.readings.tagger import CONTENT, CUE, SOURCE
from tests.readings.test_tagger import page


def piece(read: Page, part: int, words: str) -> Piece:
    tokens = words.split()
    for first in range(1, len(read)):
        if read.words[first : first + len(tokens)] == tokens:
            return piece_at(read, part, first, first + len(tokens))
    raise AssertionError(words)


def words(read: Page, found: Piece | None) -> str | None:
    return " ".join(read.words[found.first : found.after]) if found else None


@pytest.mark.parametrize(
    ("text", "cue", "source", "content"),
    [
        (
            "According to Kim , rain fell again .",
            "According to",
            "Kim",
            "rain fell again",
        ),
        (
            "Rain fell again , according to Kim .",
            "according to",
            "Kim",
            "Rain fell again",
        ),
        ("Rain fell again , Kim said .", "said", "Kim", "Rain fell again"),
        ("Rain fell again , said Kim on Monday .", "said", "Kim", "Rain fell again"),
        ("Kim said that rain fell .", "said", "Kim", "that rain fell"),
    ],
)
def test_a_cue_without_content_gets_its_clause(
    text: str, cue: str, source: str, content: str
) -> None:
    read = page(text)

    [link] = loose_ends.with_content(
        read, piece(read, CUE, cue), piece(read, SOURCE, source)
    )

    assert [words(read, part) for part in link.content] == [content]


@pytest.mark.parametrize(
    ("text", "cue", "source"),
    [
        ("Kim said hello .", "said", "Kim"),
        ("Yes , Kim said .", "said", "Kim"),
        ("Rain fell again , Kim wanted .", "wanted", "Kim"),
        ("Rain fell again , Kim said and left .", "said", "Kim"),
        ("By noon according to Kim rain fell again .", "according to", "Kim"),
    ],
)
def test_no_clause_is_taken_where_there_is_doubt(
    text: str, cue: str, source: str
) -> None:
    read = page(text)

    assert not loose_ends.with_content(
        read, piece(read, CUE, cue), piece(read, SOURCE, source)
    )


@pytest.mark.parametrize(
    ("text", "cue", "source"),
    [
        ("Kim was told that rain fell .", "was told", None),
        ("Kim was told by the police that rain fell .", "was told", "the police"),
        ("Kim told us that rain fell .", "told", "Kim"),
    ],
)
def test_who_is_told_does_not_say_it(text: str, cue: str, source: str | None) -> None:
    read = page(text)
    link = Link(
        piece(read, SOURCE, "Kim"),
        piece(read, CUE, cue),
        (piece(read, CONTENT, "that rain fell"),),
    )

    assert words(read, loose_ends.told(read, link).source) == source


@pytest.mark.parametrize(
    ("text", "classes", "source"),
    [
        (
            "Petra Lind , who said so , left .",
            "NNP NNP , WP VBD RB , VBD .",
            "Petra Lind , who",
        ),
        (
            "We met the head of police who said so .",
            "PRP VBD DT NN IN NN WP VBD RB .",
            "the head of police who",
        ),
        ("They asked who said so .", "PRP VBD WP VBD RB .", "who"),
    ],
)
def test_who_is_given_its_name(text: str, classes: str, source: str) -> None:
    read = page(text)
    read.classes = ["", *classes.split(), ""]
    link = Link(
        piece(read, SOURCE, "who"),
        piece(read, CUE, "said"),
        (piece(read, CONTENT, "so"),),
    )

    assert words(read, loose_ends.whose(read, link).source) == source


def test_a_quotation_over_two_paragraphs_is_one_attribution() -> None:
    read = page("“ Rain fell .\n\n“ It stopped , ” Kim said .\n\n“ No , ” Lee said .")
    last = Link(
        piece(read, SOURCE, "Kim"),
        piece(read, CUE, "said"),
        (piece(read, CONTENT, "“ It stopped , ”"),),
    )
    other = Link(
        piece(read, SOURCE, "Lee"),
        piece(read, CUE, "said"),
        (piece(read, CONTENT, "“ No , ”"),),
    )
    read.quotation[:] = -1
    read.chains = (1, 1, 2)
    starts = np.flatnonzero(np.array(read.words) == "“")
    for order, (first, after) in enumerate(zip(starts, (5, 11, 19), strict=True)):
        read.quotation[first:after] = order

    both, alone = loose_ends.run_on(read, [last, other])

    assert [words(read, p) for p in both.content] == [
        "“ Rain fell .",
        "“ It stopped , ”",
    ]
    assert alone == other
