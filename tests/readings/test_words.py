"""Runs of letters and digits, and stems."""

from hypothesis import given
from hypothesis import strategies as st

from sidelight.readings.words import read, stem


def test_case_and_punctuation_do_not_count() -> None:
    assert read("June 24–25, Café\u2019s!").folded == ("june", "24", "25", "café", "s")


def test_a_stem_joins_the_forms_of_a_word() -> None:
    assert stem("pledged") == stem("pledges") == "pledg"


@given(st.text())
def test_each_word_stands_where_it_says(text: str) -> None:
    words = read(text)
    for start, end, folded in zip(words.starts, words.ends, words.folded, strict=True):
        assert text[start:end].lower() == folded
