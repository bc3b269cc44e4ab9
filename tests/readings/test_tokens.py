"""Tokens: what one is, and that none of the text is lost or moved."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sidelight.readings.tokens import read


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("She didn’t say.", ["She", "did", "n’t", "say", "."]),
        ("They're Kim's.", ["They", "'re", "Kim", "'s", "."]),
        ("2.3 of 200,000", ["2.3", "of", "200,000"]),
        ("a 5-year, 10th, 1990s", ["a", "5-year", ",", "10th", ",", "1990s"]),
        ("U.S. vice-chair", ["U.S.", "vice-chair"]),
        ("Mr. O’Neill said no.", ["Mr.", "O’Neill", "said", "no", "."]),
        ("the workers’ union", ["the", "workers", "’", "union"]),
        ("‘Yes,’ he said", ["‘", "Yes", ",", "’", "he", "said"]),
        ("''Yes,'' he said", ["''", "Yes", ",", "''", "he", "said"]),
        ("2035—a target", ["2035", "—", "a", "target"]),
        ("AT&T, @mill #tide", ["AT&T", ",", "@mill", "#tide"]),
        ("see https://mill.example/a.", ["see", "https://mill.example/a", "."]),
        ("Zoë Çelik", ["Zoë", "Çelik"]),
    ],
)
def test_tells_tokens_apart(text: str, words: list[str]) -> None:
    assert read(text).words == words


@given(st.text(st.characters(codec="utf-8"), max_size=80))
def test_every_visible_character_is_in_exactly_one_token(text: str) -> None:
    tokens = read(text)

    places = zip(tokens.starts, tokens.ends, strict=True)
    assert [text[a:b] for a, b in places] == tokens.words
    joined = "".join(tokens.words)
    assert joined == "".join(text.split())


def test_a_long_run_of_marks_is_read_in_bounded_time() -> None:
    assert len(read("’" * 50_000)) == 50_000
    assert len(read("a" * 200_000)) == 1
