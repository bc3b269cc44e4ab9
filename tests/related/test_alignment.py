"""Which words count as the same, and how far two runs of words go together."""

import pytest

from sidelight.related.alignment import (
    Block,
    chain,
    changed,
    expanded,
    normal,
    spelled_alike,
)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("we", "they"),
        ("our", "its"),
        ("are", "were"),
        ("closes", "closed"),
        ("colour", "color"),
        ("realise", "realize"),
        ("twelve", "12"),
        ("forty", "40"),
        ("ll", "will"),
    ],
)
def test_speaker_tense_and_spelling_are_no_difference(one: str, other: str) -> None:
    assert normal(one) == normal(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("closes", "shuts"), ("can", "will"), ("not", "now"), ("ten", "twelve")],
)
def test_other_words_are_a_difference(one: str, other: str) -> None:
    assert normal(one) != normal(other)


def test_one_word_here_may_be_two_there() -> None:
    assert expanded(["cannot"]) == expanded(["can", "not"]) == expanded(["can", "t"])


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("recieve", "receive", False),  # two letters
        ("gorbachov", "gorbachev", True),
        ("kyiv", "kiev", False),  # too short to tell
        ("harbor", "harbors", True),
        ("million", "billion", False),  # the first letter tells
    ],
)
def test_a_letter_is_no_other_word(one: str, other: str, alike: bool) -> None:  # noqa: FBT001
    assert spelled_alike(one, other) is alike


def test_runs_are_chained_over_what_differs() -> None:
    here = "a b c d X e f g h".split()
    there = "z a b c d e f g h".split()

    blocks = chain(here, there, (5, 5), far=2, anchor=3)

    assert blocks == [Block(0, 1, 4), Block(5, 5, 4)]
    assert changed(blocks) == 1


def test_a_gap_that_is_too_wide_ends_the_chain() -> None:
    here = "a b c W X Y e f g".split()
    there = "a b c e f g".split()

    assert chain(here, there, (0, 0), far=2, anchor=3) == [Block(0, 0, 3)]
