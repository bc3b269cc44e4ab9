"""Phrases that speak and give no name."""

import pytest

from sidelight.model import Span
from sidelight.readings import source_phrases, speakers
from sidelight.readings.source_phrases import Phrase
from sidelight.readings.spans import BySpan


def phrase(text: str, head: str, cited: str = "") -> Phrase | None:
    words = speakers.words(text, Span(0, len(text)), BySpan([], lambda q: q.span))
    at = next(n for n, one in enumerate(words) if one.word == head)
    start = text.find(cited)
    spans = [Span(start, start + len(cited))] if cited else []
    return source_phrases.around(words, at, spans)


@pytest.mark.parametrize(
    "text",
    [
        "Mara Ellis, a senior official, said no.",
        "Mara Ellis, 44, an official at the mill, said no.",
        "Jim Clyde (D-S.C.), an official, said no.",
        "An official, Mara Ellis, said no.",
        "An official, deputy chief Mara Ellis, said no.",
        "An official named Ellis said no.",
        "The official Mara Ellis said no.",
        "An official, who gave his name as Lee, said no.",
        "Ellis worked as an official, said Lee.",
        "Ellis is an official, said Lee.",
        "He said that official forms were lost.",
    ],
)
def test_a_name_or_no_speaker(text: str) -> None:
    assert phrase(text, "official") is None


@pytest.mark.parametrize(
    "text",
    [
        "On Monday, an official said no.",
        "In Paris, an official said no.",
        "It was an official who told the paper.",
        "As one official put it, they slept.",
        "It goes up next July, an official said.",
    ],
)
def test_a_speaker_without_a_name(text: str) -> None:
    assert phrase(text, "official") is not None


def test_a_source_that_was_read_elsewhere_speaks() -> None:
    text = "An official at the mill: no water is left."

    assert phrase(text, "official") is None
    assert phrase(text, "official", cited="An official at the mill") is not None


def test_what_stands_around_the_noun() -> None:
    found = phrase("At least two of the officials at the mill said no.", "officials")

    assert found is not None
    assert found.tail == ["at", "the", "mill"]
    assert found.verb == speakers.Cue("say", "ed")
    assert found.is_counted
    assert not found.is_definite
