"""Dates and figures that are of one thing."""

import pytest

from sidelight.model import Article, Reading
from sidelight.readings import read
from sidelight.related import mentions


def reading(text: str) -> Reading:
    return read(Article(text))


@pytest.mark.parametrize(
    ("one", "other", "aligned"),
    [
        (
            "The Orsolt council voted on May 2, 2024.",
            "In Orsolt the vote was on May 3, 2024.",
            True,
        ),
        (
            "The Orsolt summit in June 2024 ended.",
            "Leaders meeting in Orsolt on June 24 agreed.",
            True,
        ),
        (
            "The Orsolt council voted on May 2, 2024.",
            "In Orsolt a fire broke out on May 3, 2024.",
            False,
        ),
        (
            "The Orsolt council voted on May 2, 2024.",
            "The Hadley club voted on May 3, 2024.",
            False,
        ),
        (
            "The Orsolt council will vote by May 2, 2024.",
            "The Orsolt council voted on May 3, 2024.",
            False,
        ),
    ],
)
def test_dates_of_one_happening(one: str, other: str, aligned: bool) -> None:  # noqa: FBT001
    assert bool(mentions.dates(reading(one), [reading(other)])) is aligned


@pytest.mark.parametrize(
    ("one", "other", "aligned"),
    [
        ("The mill will cut 340 jobs.", "The mill will cut 240 jobs.", True),
        ("The mill will cut 340 jobs.", "The mill will cut 240 trees.", False),
        ("The mill will cut 340 jobs.", "The mill created 240 jobs.", False),
        ("Output of the mill rose 5%.", "The mill will cut 5 jobs.", False),
        (
            "The mill has 610 workers in Orsolt.",
            "The mill employs 610 people in Orsolt.",
            True,
        ),
    ],
)
def test_figures_of_one_thing(one: str, other: str, aligned: bool) -> None:  # noqa: FBT001
    assert bool(mentions.figures(reading(one), [reading(other)])) is aligned
