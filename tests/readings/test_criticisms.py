"""What counts as faulting a party, and whom."""

import pytest

from sidelight.model import Article
from sidelight.readings import read


def faulted(text: str) -> list[tuple[str, str]]:
    return [(c.party, c.span.of(text)) for c in read(Article(text)).criticisms]


@pytest.mark.parametrize(
    ("text", "party", "passage"),
    [
        (
            "NATO’s actions are provocative, Russian officials said.",
            "NATO",
            "NATO’s actions are provocative",
        ),
        (
            "The Orsolt Water Company has failed to pay, the mayor said.",
            "Orsolt Water Company",
            "The Orsolt Water Company has failed",
        ),
        (
            "Russian officials accused NATO of a plot.",
            "NATO",
            "accused NATO of a plot",
        ),
    ],
)
def test_the_party_before_a_word_of_fault(text: str, party: str, passage: str) -> None:
    assert faulted(text) == [(party, passage)]


@pytest.mark.parametrize(
    "text",
    [
        "The mayor met the Orsolt Water Company.",
        "The build-up is a threat to Russia.",  # who is harmed
        "The Orsolt Water Company has not failed to pay, the mayor said.",
        "Russia views the build-up as a threat.",  # who sees the fault
        "Hadley is near Russia’s borders, a provocative place.",
        "The mayor avoids condemning Russia for the invasion.",
        "He blasted the Russian media for being rude.",
        "They seized the Orsolt Lines ship for violating the rules.",
        "Trade came to a halt as the Second Grain War broke the treaty.",
    ],
)
def test_is_silent(text: str) -> None:
    assert faulted(text) == []


def test_a_party_does_not_fault_itself() -> None:
    assert faulted("NATO said NATO has failed.") == []
