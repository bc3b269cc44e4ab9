"""The edges of vague_source that its page does not show a reader."""

import pytest

from sidelight.checks.vague_source import check
from tests.checks.made import ALONE, reading


def marks(text: str) -> list[str]:
    return [f.span.of(text) for f in check(reading(text), ALONE) if f.span]


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("Observers warn that the vote may be delayed.", "Observers"),
        ("Some experts argue that the dam is too old.", "Some experts"),
        ("According to recent reports it has always leaked.", "recent reports"),
        ("The minister is widely believed to have resigned.", "is widely believed"),
    ],
)
def test_marks_a_crowd_that_nobody_could_look_up(text: str, marked: str) -> None:
    assert marks(text) == [marked]


@pytest.mark.parametrize(
    "text",
    [
        "Members of the Orsolt union said the vote may be delayed.",
        "Critics say the dam is too old. Mara Ellis, an engineer, said it had cracks.",
        "Critics say the dam is too old. A report by the council said it had cracks.",
    ],
)
def test_is_silent_on_members_and_where_a_name_or_document_follows(text: str) -> None:
    assert marks(text) == []


def test_a_name_three_sentences_on_does_not_answer() -> None:
    text = (
        "Critics say the dam is too old. It was built by hand. It has two gates. "
        "Mara Ellis, an engineer, said it would be rebuilt."
    )

    assert marks(text) == ["Critics"]


def test_an_officeholder_is_not_one_of_the_experts() -> None:
    text = "Experts say the dam is too old. Mara Ellis, the water minister, said no."

    assert marks(text) == ["Experts"]


def test_who_opens_the_next_paragraph_does_not_answer_for_nobody() -> None:
    text = (
        "It is believed that the dam is too old.\n\nMara Ellis, who farms below it, "
        "said that she slept well."
    )

    assert marks(text) == ["It is believed"]


def test_marks_a_crowd_once() -> None:
    text = "Critics say the dam is too old. It has cracks. Some critics say it leaks."

    assert marks(text) == ["Critics"]
