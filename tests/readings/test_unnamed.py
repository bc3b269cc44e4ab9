"""Sources that no reader could look up, over whole texts."""

import pytest

from sidelight.model import Article, Unnamed
from sidelight.readings import read


def unnamed(text: str) -> list[Unnamed]:
    return list(read(Article(text)).unnamed)


def kinds(text: str) -> list[tuple[str, str]]:
    return [(one.kind, one.span.of(text)) for one in unnamed(text)]


@pytest.mark.parametrize(
    ("text", "kind", "words"),
    [
        ("An aide said no.", "insider", "An aide"),
        ("A nurse at the clinic said no.", "person", "A nurse at the clinic"),
        ("Some observers say that it leaks.", "crowd", "Some observers"),
        ("It is whispered in the halls that he left.", "nobody", "It is whispered"),
    ],
)
def test_kinds(text: str, kind: str, words: str) -> None:
    assert kinds(text) == [(kind, words)]


@pytest.mark.parametrize(
    "text",
    [
        "Ellis said experts had warned her in May.",
        "“Experts told us so,” said Mara Ellis.",
        "The water board said the man is believed to have left.",
        "He allegedly struck the guard, and was charged with assault.",
        "The clerk reportedly told the Gazette that he had left the town.",
    ],
)
def test_what_rests_on_somebody_else(text: str) -> None:
    assert unnamed(text) == []


def test_a_reason_may_stand_in_the_next_sentence() -> None:
    [aide] = unnamed("An aide said no. He was not authorised to speak publicly.")

    assert aide.reason is not None


def test_sources_are_in_text_order_with_their_sentences() -> None:
    found = unnamed(
        "It is believed that he left town. Critics say he ran. An aide said no."
    )

    assert [(one.kind, one.sentence) for one in found] == [
        ("nobody", 0),
        ("crowd", 1),
        ("insider", 2),
    ]
