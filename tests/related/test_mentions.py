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
        (
            "The mill will cut 340 jobs by the summer, its owner said.",
            "When the harbour was dug, the first mill of the town had created 240 jobs.",
            False,
        ),
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


def other(one: str, *reports: str) -> list[tuple[int, int]]:
    """Return (report, figure there) of what differs from the one figure here."""
    here = reading(one)
    readings = [reading(report) for report in reports]
    return [
        (pair.report, pair.there)
        for pair in mentions.figures(here, readings)
        if readings[pair.report].figures[pair.there].low != here.figures[pair.here].low
    ]


PAID = "Orsolt paid {} million florins for the Hadley bridge, the council said."


def test_the_thing_that_another_report_gives_the_same_way_is_not_compared_on() -> None:
    both = f"{PAID.format(41)} It owes the bank 58 million florins."

    assert other(PAID.format(41), both) == []
    assert other(PAID.format(50), both) == [(0, 0)]


def test_a_figure_beside_its_own_earlier_value_is_an_update() -> None:
    now = "The fire at Hadley shut 236 schools in Orsolt on Monday."
    later = "The fire at Hadley shut 221 schools in Orsolt, up from 214 on Monday."

    assert (0, 0) not in other(now, later)


@pytest.mark.parametrize(
    ("one", "report"),
    [
        (
            "The mill at Orsolt will cut 40 jobs.",
            "The mill at Orsolt will cut 900 jobs.",
        ),
        (
            "The court fined 23 men in Orsolt.",
            "The court fined 22 other men in Orsolt.",
        ),
        ("Orsolt mill shares fell 4 percent.", "Orsolt mill shares fell 3 percent."),
        ("The tax in Orsolt grew by 5%.", "The tax in Orsolt grew to 6%."),
        ("The Orsolt side made 4 runs.", "The Orsolt side made 5 runs."),
    ],
)
def test_values_that_two_reports_may_well_have_are_no_difference(
    one: str, report: str
) -> None:
    assert other(one, report) == []


def test_a_slip_of_the_digits_differs_however_large() -> None:
    one = "In all, 340 postal ballots came to the Orsolt office too late."
    report = "Orsolt: 3,400 postal ballots arrived at the office after the polls."

    assert other(one, report) == [(0, 0)]


def test_a_third_report_bridges_two_that_say_it_in_other_words() -> None:
    one = "In Oldane they say 14 villages draw from lorries since the gates fell."
    third = (
        "In Oldane they say 14 villages draw from lorries since the gates fell, and "
        "families in these villages drink from tankers."
    )
    report = "Families in 19 villages of Oldane drink from tankers."

    assert (0, 0) in other(one, report, third)


def test_two_years_need_a_happening_and_days_of_one_week_more() -> None:
    here = reading("Hadley coached Orsolt in 2009 and won the cup.")
    there = reading("Hadley played for Orsolt in 2013 and broke a leg.")

    assert mentions.dates(here, [there]) == ()
