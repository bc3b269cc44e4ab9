"""Whose words a passage is in."""

import pytest

from sidelight.model import Span
from sidelight.readings.own_voice import OwnVoice
from tests.checks.made import reading


@pytest.mark.parametrize(
    ("text", "is_own"),
    [
        ("The vile plan was dropped on Monday.", True),
        ("The “vile” plan was dropped on Monday.", False),
        ("Mara Ellis said the vile plan would be dropped.", False),
        ("What Mara Ellis calls a vile plan was dropped.", False),
        ("The so-called vile plan was dropped.", False),
        ("The plan, dubbed the vile plan, was dropped.", False),
        ("She called on Monday. Then the vile plan was dropped.", True),
    ],
)
def test_tells_the_writers_words_from_those_of_others(text: str, is_own: bool) -> None:  # noqa: FBT001
    at = text.index("vile")

    assert OwnVoice(reading(text)).has(Span(at, at + 4)) is is_own
