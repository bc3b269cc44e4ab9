"""The edges of calendar_conflict that its page does not show a reader."""

import pytest

from sidelight.checks.calendar_conflict import check
from tests.checks.made import ALONE, reading


def marks(text: str, **known: object) -> list[str]:
    return [f.span.of(text) for f in check(reading(text, **known), ALONE) if f.span]


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("It met from Monday, 3 June to Friday, 8 June 2024.", "Friday, 8 June 2024"),
        ("It rained on 12 August 2019, a Tuesday.", "12 August 2019, a Tuesday"),
        ("She was seen on 30 February 2023.", "30 February 2023"),
        ("It was shut until Monday, June 31.", "June 31"),
        ("In 1995, five years after the 1988 treaty, it fell.", "In 1995, five"),
        ("The two-day fair runs from 12 to 17 May 2024.", "two-day fair runs"),
    ],
)
def test_marks_what_the_calendar_does_not_have(text: str, marked: str) -> None:
    [found] = marks(text)

    assert found.startswith(marked) or marked in found


@pytest.mark.parametrize(
    "text",
    [
        "The visit, a three-day trip from 24 to 27 June 2024, went well.",
        "A two-day summit, June 24-25, 2024, was held.",
        "A 10-day ban from 1 June 2024 to 31 August 2024 was lifted.",
        "A two-day trip with a long stay by the sea from 12 to 17 May 2024 was fine.",
        "The rising began on Wednesday, 25 October 1917.",
        "In 1995, about five years after the war, it fell.",
    ],
)
def test_is_silent_where_both_can_be(text: str) -> None:
    assert marks(text) == []


def test_a_day_without_a_year_is_asked_of_the_years_around_publication() -> None:
    text = "The gate fell on Monday, August 29."

    assert marks(text) == []
    assert marks(text, published="2024-09-19") == ["Monday, August 29"]
    assert marks(text, published="2022-09-19") == []
    assert marks(text, published="2023-09-19") == []


def test_a_year_told_before_may_be_the_one_that_is_meant() -> None:
    told = "In 2005 she was at school. It was Monday, August 29, when the storm came."
    later = "It was Monday, August 29, when the storm came.\n\nIn 2005 it was rebuilt."

    assert marks(told, published="2024-09-19") == []
    assert marks(later, published="2024-09-19") == ["Monday, August 29"]


def test_the_29th_of_february_is_no_stumbling_block() -> None:
    assert marks("The two-day fair, February 28-29, is back.") == []
    assert marks("The fair of February 29 to March 1 is back.") == []


def test_the_message_says_what_day_it_was_and_takes_no_side() -> None:
    [finding] = check(reading("It fell on Tuesday, August 12, 2019."), ALONE)

    assert "August 12 is a Monday in 2019" in finding.message
    assert "does not say which is right" in finding.message


def test_the_message_names_the_years_that_were_tried() -> None:
    text = "The gate fell on Monday, August 29."
    [finding] = check(reading(text, published="2024-09-19"), ALONE)

    assert "August 29 is no Monday in 2023, 2024 or 2025" in finding.message
