"""Two numbers that are one figure, and two that are not."""

import pytest

from sidelight.readings import figures


@pytest.mark.parametrize(
    ("text", "covered", "low", "high", "unit"),
    [
        ("It grew 5-7%.", "5-7%", 5, 7, "percent"),
        ("Growth of 5% to 7%.", "5% to 7%", 5, 7, "percent"),
        ("Growth of 5–7 per cent.", "5–7 per cent", 5, 7, "percent"),
        ("Between 10 and 12 deaths.", "Between 10 and 12", 10, 12, None),
        ("It takes from 3 to 5 weeks.", "3 to 5 weeks", 3, 5, "week"),
        ("10 to 15 people came.", "10 to 15", 10, 15, None),
        ("10-15 people came.", "10-15", 10, 15, None),
        ("Four to five thousand people.", "Four to five thousand", 4e3, 5e3, None),
        ("It costs $10 to $15 billion.", "$10 to $15 billion", 10e9, 15e9, "USD"),
        (
            "It costs $500,000 to $1 million.",
            "$500,000 to $1 million",
            5e5,
            1e6,
            "USD",
        ),
    ],
)
def test_a_range_is_one_figure(
    text: str, covered: str, low: float, high: float, unit: str | None
) -> None:
    [figure] = figures.read(text)

    assert figure.span.of(text) == covered
    assert (figure.low, figure.high, figure.unit) == (low, high, unit)


@pytest.mark.parametrize(
    "text",
    [
        "Inflation rose from 3 to 5 percent.",
        "Inflation rose from 3% to 5%.",
        "They will raise spending from 3% to 5%.",
        "It will be three or five percent.",
    ],
)
def test_two_values_stay_two_and_share_their_unit(text: str) -> None:
    found = figures.read(text)

    assert [(figure.low, figure.unit) for figure in found] == [
        (3, "percent"),
        (5, "percent"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "They won 3-2 on Sunday.",
        "A 9-2 lead in the ninth.",
        "A 52-48 vote.",
        "Call 555-1234 now.",
        "A 50-50 chance.",
        "Men aged 18 to 34 came.",
        "Men between the ages of 18 and 35 came.",
        "The 2014-15 season.",
    ],
)
def test_scores_and_the_like_are_no_ranges(text: str) -> None:
    assert figures.read(text) == ()


def test_a_year_begins_no_range() -> None:
    [figure] = figures.read("Sales rose in 2018 to 3.9 million cars.")

    assert figure.low == 3_900_000
