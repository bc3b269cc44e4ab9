"""The edges of party_term that its page does not show a reader."""

import pytest

from sidelight.checks.party_term import check
from tests.checks.made import ALONE, reading


def marks(text: str, **known: object) -> list[str]:
    return [f.span.of(text) for f in check(reading(text, **known), ALONE) if f.span]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("illegal aliens", "undocumented workers"),
        ("pro-life", "anti-choice"),
        ("the bedroom tax", "the spare room subsidy"),
        ("Remoaners", "Brextremists"),
    ],
)
def test_the_words_of_both_sides_are_marked_alike(one: str, other: str) -> None:
    text = "The march was about {}, and it rained."

    assert bool(marks(text.format(one))) is True
    assert bool(marks(text.format(other))) is True


def test_each_side_is_marked_once_for_an_issue() -> None:
    text = (
        "The death tax is back. Job-killing taxes are back. Then came tax giveaways, "
        "and the death tax went."
    )

    assert marks(text) == ["death tax", "tax giveaways"]


@pytest.mark.parametrize(
    "text",
    [
        "They march against the tax, so-called “death tax” or not.",
        "They march against the so-called death tax.",
        "It was what they call a death tax.",
        "The Death Tax Repeal Act was signed.",
        "“We are pro-life,” said Mara Ellis.",
        "Mara Ellis said that she was against the death tax.",
        "Cats that are fat cats need less food.",
    ],
)
def test_is_silent_on_credit_names_and_plain_senses(text: str) -> None:
    assert marks(text) == []


def test_is_silent_in_opinion_pieces() -> None:
    assert marks("The death tax is back.") == ["death tax"]
    assert marks("The death tax is back.", label="opinion") == []


def test_the_message_names_both_sides_and_the_others_word() -> None:
    [finding] = check(reading("The death tax is back."), ALONE)

    assert "those for lower taxes" in finding.message
    assert "those for higher taxes" in finding.message
    assert "“tax giveaway”" in finding.message
