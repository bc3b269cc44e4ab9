"""Links that open at a passage."""

import pytest

from sidelight.fragments import text_fragment
from sidelight.model import Span


def fragment(text: str, exact: str, at: int | None = None) -> str:
    start = text.index(exact) if at is None else at
    link = text_fragment(
        "https://news.example/a#top", text, Span(start, start + len(exact))
    )
    return link.removeprefix("https://news.example/a#:~:text=")


@pytest.mark.parametrize(
    ("exact", "words"),
    [
        ("the old bridge", "the%20old%20bridge"),
        ("June 24-25, 2024", "June%2024%2D25%2C%202024"),
        (
            "the bridge over the river was shut after cracks were found in its pillars",
            "the%20bridge%20over%20the,found%20in%20its%20pillars",
        ),
    ],
)
def test_words_that_stand_once_are_enough(exact: str, words: str) -> None:
    assert fragment(f"It is {exact}.", exact) == words


@pytest.mark.parametrize(
    ("text", "exact", "at", "words"),
    [
        ("They lost 21 boats. They found 21 men.", "21", 31, "found-,21,-men"),
        ("21 boats. 21 men.", "21", 0, "21,-boats"),
        ("He has 21. She had 21, too.", "21", 19, "had-,21,-%2C%20too"),
        ("One boat sank. One boat left.", "One boat", 15, "sank.-,One%20boat,-left"),
        ("It was 21. It was 21 again.", "21", 18, "was-,21,-again"),
    ],
)
def test_words_that_stand_twice_are_told_apart(
    text: str, exact: str, at: int, words: str
) -> None:
    assert fragment(text, exact, at) == words


@pytest.mark.parametrize("apostrophe", ["'", "’"])
def test_a_word_is_named_to_its_end(apostrophe: str) -> None:
    text = f"Hopes that Tuesday{apostrophe}s talks end."

    assert fragment(text, "that Tuesday") in {
        "that%20Tuesday%27s",
        "that%20Tuesday%E2%80%99s",
    }


def test_the_words_around_are_of_the_same_paragraph() -> None:
    assert fragment("It had 21.\n\n21 left.", "21", 12) == "21,-left"


def test_what_cannot_be_told_apart_is_named_as_well_as_can_be() -> None:
    same = "It had 21 men."
    assert fragment(f"{same}\n\n{same}", "21", 23) == "It%20had-,21,-men"


def test_a_part_of_a_word_is_no_second_place() -> None:
    assert fragment("In 2021 it had 21 men.", "21", 15) == "21"
