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
        (
            "It has been suggested that the map was lost.",
            "It has been suggested",
            "that the map was lost",
        ),
        (
            "The general, it is said, never slept before a battle.",
            "it is said",
            "never slept before a battle",
        ),
        (
            "Word on the street is that the shop will close.",
            "Word on the street is",
            "that the shop will close",
        ),
        (
            "There are growing fears that the dam will not hold.",
            "There are growing fears",
            "that the dam will not hold",
        ),
        (
            "The consensus among bankers is that it will fall.",
            "The consensus among bankers is",
            "that it will fall",
        ),
        (
            "The firm is widely seen as a front.",
            "is widely seen",
            "as a front",
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
