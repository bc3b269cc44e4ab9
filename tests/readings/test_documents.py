"""Documents that a text rests on are told from reports and letters it mentions."""

import pytest

from sidelight.model import Document
from tests.checks.made import reading


def documents(text: str) -> tuple[Document, ...]:
    return reading(text).documents


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "A report by the Orsolt audit office found nine cracks.",
            "A report by the Orsolt audit office",
        ),
        (
            "The treaty between the two towns, signed in 1978, obliges both to pay.",
            "The treaty between the two towns",
        ),
        ("The gate is weak, according to a 2015 study.", "a 2015 study"),
        ("The Tamrin Institute survey showed a fall.", "The Tamrin Institute survey"),
        ("Ellis’s letter warned of a flood.", "Ellis’s letter"),
    ],
)
def test_finds_what_says_something_and_is_told_apart(text: str, name: str) -> None:
    assert [d.span.of(text) for d in documents(text)] == [name]


@pytest.mark.parametrize(
    "text",
    [
        "The report said that it rained.",
        "The news report by the Gull said that it rained.",
        "He wrote a letter to his mother.",
        "“A report by the council found nothing,” said Mara Ellis.",
        "Her report card showed good marks.",
    ],
)
def test_is_silent_on_what_cannot_be_looked_up(text: str) -> None:
    assert documents(text) == ()


def test_each_kind_is_found_once() -> None:
    text = (
        "A report by the Orsolt audit office found cracks. The report by the audit "
        "office said that they grew. A study by the Tamrin works showed why."
    )

    assert [d.noun for d in documents(text)] == ["report", "study"]


def test_tells_what_is_not_out_and_what_is_told_in_full() -> None:
    [leaked] = documents("A leaked report by the audit office found cracks.")
    [told] = documents(
        "A report by the audit office, “Bridges and Keepers”, found in May 2025 what was wrong."
    )

    assert not leaked.obtainable
    assert leaked.told is False
    assert told.told is True


def test_a_long_sentence_without_an_end_is_read_in_time() -> None:
    assert documents("The report by the " + "report by the " * 20_000) == ()
