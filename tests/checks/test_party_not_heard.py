"""The edges of party_not_heard that its page does not show a reader."""

import pytest

from sidelight.checks.party_not_heard import check
from tests.checks.made import ALONE, reading

FAULT = (
    "The Orsolt Water Company has failed to repair the pipes, the council said. The "
    "Orsolt Water Company was founded in 1911."
)


def parties(text: str, label: str | None = None) -> list[str | None]:
    return [finding.party for finding in check(reading(text, label=label), ALONE)]


def test_names_the_party_that_is_faulted_and_not_heard() -> None:
    assert parties(FAULT) == ["Orsolt Water Company"]


@pytest.mark.parametrize(
    "heard",
    [
        "A spokesman for the Orsolt Water Company said the work would begin in May.",
        "The company said the work would begin in May.",
        "The Orsolt Water Company did not respond to a request for comment.",
        "The company could not be reached for comment.",
        "Joss Ferrand, a director of the Orsolt Water Company, denied that.",
        "Joss Ferrand said the work would begin in May.",  # for whom he speaks is not told
    ],
)
def test_is_silent_once_the_party_may_have_been_heard(heard: str) -> None:
    assert parties(f"{FAULT} {heard}") == []


def test_a_deed_is_no_statement() -> None:
    assert parties(f"{FAULT} The Orsolt Water Company pledged more money.") == [
        "Orsolt Water Company"
    ]


def test_is_silent_in_opinion_pieces() -> None:
    assert parties(FAULT, label="Opinion") == []


def test_a_region_is_nobody_who_could_answer() -> None:
    text = "Russian officials said the West has undermined the peace."

    assert parties(text) == []


def test_an_alliance_is_not_spoken_for_by_some_president() -> None:
    text = (
        "NATO’s militarization of the coast risks deepening the arms race, Russian "
        "officials said. NATO met in May. President Ivo Brandt warned of a new war."
    )

    assert parties(text) == ["NATO"]


def test_the_message_says_how_much_was_read() -> None:
    [finding] = check(reading(FAULT), ALONE)

    assert "No statement from Orsolt Water Company was found" in finding.message
    assert f"{len(reading(FAULT).words)} words" in finding.message
