"""Content on nobody's word."""

import pytest

from sidelight.readings import hearsay, quotations, sentences


def found(text: str) -> list[tuple[str, str]]:
    quoted = quotations.read(text, tuple(sentences.paragraphs(text)))
    return [
        (a.cue.of(text), a.content[0].of(text))
        for a in hearsay.read(text, sentences.read(text), quoted)
        if a.cue
    ]


@pytest.mark.parametrize(
    ("text", "cue", "content"),
    [
        ("The captain is believed to have fled.", "is believed", "to have fled"),
        (
            "It is widely understood that he left town.",
            "It is widely understood",
            "that he left town",
        ),
        (
            "He reportedly left the town at night.",
            "reportedly",
            "left the town at night",
        ),
    ],
)
def test_hearsay(text: str, cue: str, content: str) -> None:
    assert found(text) == [(cue, content)]


@pytest.mark.parametrize(
    "text",
    [
        "He is believed by his friends to be a good man.",
        "The minister said that he had left.",
        "The report is said.",
        "“It is believed that he left town,” she said.",
    ],
)
def test_somebody_says_so(text: str) -> None:
    assert found(text) == []
