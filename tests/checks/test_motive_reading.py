"""The edges of motive_reading that its page does not show a reader."""

import pytest

from sidelight.checks.motive_reading import check
from tests.checks.made import ALONE, reading


def marks(text: str, **known: object) -> list[str]:
    found = check(reading(text, **known), ALONE)
    return [f.span.of(text) for f in found if f.span]


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("The minister spoke to distract from the row.", "to distract from the row"),
        ("He sold it in order to save face.", "in order to save face"),
        (
            "She signed because she feared for her seat.",
            "because she feared for her seat",
        ),
        ("Desperate to win, he dropped three players.", "Desperate to win"),
        ("It was a ploy to buy time.", "a ploy to buy time"),
        ("He did it for the money.", "did it for the money"),
        ("His true aim was revenge.", "His true aim was revenge"),
    ],
)
def test_marks_the_motive(text: str, marked: str) -> None:
    assert marks(text) == [marked]


@pytest.mark.parametrize(
    "text",
    [
        "The minister spoke to distract from the row, Mara Ellis said.",
        "“He did it for the money,” she said.",
        "Critics accuse the mayor of acting out of spite.",
        "He tried to please everyone.",
        "She should act to appease the town.",
        "She left the game because she was injured.",
        "They met in a bid to end the dispute.",
        "The court heard that he was driven by greed.",
        "Was it done out of spite?",
        "The bridge was built to carry trains.",
    ],
)
def test_is_silent_on_what_others_say_and_plain_causes(text: str) -> None:
    assert marks(text) == []


def test_is_silent_in_a_piece_that_is_labelled_opinion() -> None:
    text = "The minister spoke to distract from the row."

    assert marks(text, label="opinion") == []
