"""Whom "the general" and "the retired surgeon" mean."""

import pytest

from sidelight.model import Article
from sidelight.readings import read


def speaker(text: str) -> str | None:
    """Return whose word the last attribution of `text` is."""
    reading = read(Article(text))
    voice = reading.attributions[-1].voice
    return None if voice is None else reading.voices[voice].name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Sen. Helen Marsh came. “It is late,” the senator said.", "Helen Marsh"),
        (
            "The chancellor, Helen Marsh, came. “Go,” the chancellor said.",
            "Helen Marsh",
        ),
        (
            "Helen Marsh, chancellor since May, came. “Go,” the chancellor said.",
            "Helen Marsh",
        ),
        (
            "Gen. Karl Dunn met Helen Marsh. “It is late,” the general said.",
            "Karl Dunn",
        ),
        (
            (
                "Helen Marsh won on Monday. Marsh spoke at noon. “It is late,” the retired "
                "surgeon said."
            ),
            "Helen Marsh",
        ),
    ],
)
def test_a_role_and_a_description_mean_who_was_named(text: str, name: str) -> None:
    assert speaker(text) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        # A post that nobody named holds is somebody else's.
        ("Helen Marsh won. “It is late,” the clerk said.", "the clerk"),
        # Somebody was introduced as one.
        (
            (
                "Helen Marsh won. A retired surgeon spoke too. “It is late,” the retired "
                "surgeon said."
            ),
            "the retired surgeon",
        ),
        # A woman is no actor's wife.
        ("Karl Dunn won. “It is late,” the former actress said.", "the former actress"),
    ],
)
def test_nobody_is_taken_for_another(text: str, name: str) -> None:
    assert speaker(text) == name
