"""The edges of forecast that its page does not show a reader."""

import pytest

from sidelight.checks.forecast import check
from tests.checks.made import ALONE, reading


def marks(text: str) -> list[str]:
    return [f.span.of(text) for f in check(reading(text), ALONE) if f.span]


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("The deal could still collapse.", "The deal could still collapse"),
        ("Rates are high; they are likely to stay so.", "they are likely to stay so"),
        ("There will be more such evenings.", "There will be more such evenings"),
        ("He will be forgotten there in two years.", None),
        ("It will take years to mend the wall.", None),
        ("The move is expected to trigger a wave of lawsuits.", None),
        ("Finish twelfth, most likely, and count their money.", None),
        ("The mayor is unlikely to survive the vote.", None),
    ],
)
def test_marks_the_clause(text: str, marked: str | None) -> None:
    found = marks(text)

    assert len(found) == 1
    assert marked is None or found == [marked]


@pytest.mark.parametrize(
    "text",
    [
        "The final result is due on Wednesday.",
        "The museum will open on Monday.",
        "Tickets will cost 12 crowns.",
        "The deal could collapse, the mayor said.",
        "“The deal could collapse,” she said.",
        "Will the deal collapse?",
        "He could not be reached for comment.",
        "The storm could cause damage.",
        "Members may vote until May.",
        "Under the plan, the mill could fall to the town.",
        "The man may have left the country.",
    ],
)
def test_is_silent_on_plans_others_and_the_weather(text: str) -> None:
    assert marks(text) == []


def test_a_sentence_is_marked_once() -> None:
    assert len(marks("The deal could collapse, and the mill may suffer.")) == 1
