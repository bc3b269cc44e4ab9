"""The edges of strong_wording that its page does not show a reader."""

import pytest

from sidelight.checks.strong_wording import check
from tests.checks.made import ALONE, reading


def marks(text: str, **known: object) -> list[str]:
    return [f.span.of(text) for f in check(reading(text, **known), ALONE) if f.span]


def test_a_word_is_marked_once_in_all_its_forms() -> None:
    text = "The plan was disastrous. It went disastrously wrong. It was a fiasco."

    assert marks(text) == ["disastrous", "fiasco"]


def test_the_verb_of_saying_is_the_writers_and_what_is_said_is_not() -> None:
    text = "The mayor slammed the plan as a fiasco, and said that it was shameful."

    assert "slammed" in marks(text)
    assert "shameful" not in marks(text)


@pytest.mark.parametrize(
    "text",
    [
        "“A shameful day,” said Mara Ellis.",
        "Mara Ellis said that the day was shameful.",
        "The plan was seen as shameful by the union.",
        "The so-called power grab was stopped.",
    ],
)
def test_is_silent_on_what_others_are_credited_with(text: str) -> None:
    assert marks(text) == []


def test_is_silent_in_opinion_pieces_and_reviews() -> None:
    assert marks("It was a fiasco.", label="Opinion") == []
    assert marks("It was a fiasco.", label="Film review") == []
    assert marks("It was a fiasco.", label="agency") == ["fiasco"]
