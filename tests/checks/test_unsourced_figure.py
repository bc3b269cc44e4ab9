"""The edges of unsourced_figure that its page does not show a reader."""

import pytest

from sidelight.checks.unsourced_figure import check
from tests.checks.made import ALONE, reading


def marks(text: str) -> list[str]:
    return [f.span.of(text) for f in check(reading(text), ALONE) if f.span]


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("About 2 million people have fled the fighting.", "About 2 million people"),
        (
            "The fraud cost savers an estimated 300 million crowns.",
            "an estimated 300 million crowns",
        ),
        ("Unemployment in the valley stands at 40 percent.", "40 percent"),
        ("Tens of thousands marched through the town.", "Tens of thousands"),
        (
            "Some 60 percent of the town’s water is lost.",
            "Some 60 percent of the town’s water",
        ),
    ],
)
def test_marks_a_figure_that_may_be_disputed(text: str, marked: str) -> None:
    assert marks(text) == [marked]


@pytest.mark.parametrize(
    "text",
    [
        "About 2 million people have fled, the ministry said.",
        "The ministry gave its figures. About 2 million people have fled.",
        "About 2 million people fled in 1944.",
        "Two men were killed.",
        "Shares have fallen by 3 percent.",
        "The party has lost 40 percent of the votes.",
        "The bridge is 168 metres high and has cost 40 days.",
        "“About 2 million people have fled,” she said.",
    ],
)
def test_is_silent_on_sources_markets_and_small_counts(text: str) -> None:
    assert marks(text) == []


def test_a_source_in_the_paragraph_before_the_figure_counts() -> None:
    text = (
        "The water board published a report. The wells are deep. The river is low. "
        "About 5,000 people are without water."
    )

    assert marks(text) == []


def test_a_toll_that_somebody_is_cited_for_is_sourced() -> None:
    text = (
        "At least 14 people were killed in the blast.\n\nThe road was closed.\n\nTwo boys "
        "watched.\n\nA bus stood there.\n\nThe mayor said 14 people had died."
    )

    assert marks(text) == []
