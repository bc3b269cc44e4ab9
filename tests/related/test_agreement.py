"""When two dates or two figures can both be right."""

import pytest

from sidelight.model import Article, DateMention, Figure
from sidelight.readings import dates, read
from sidelight.related.agreement import dates_agree, figures_agree


def date(text: str) -> DateMention:
    before = "in" if text.isdigit() else "on"
    [mention] = dates.read(f"It was held {before} {text}.", None)
    return mention


def figure(text: str) -> Figure:
    [found] = read(Article(f"It cost {text}.")).figures
    return found


@pytest.mark.parametrize(
    ("one", "other", "agree"),
    [
        ("June 24, 2024", "June 24, 2024", True),
        ("June 24, 2024", "June 24, 2025", False),
        ("June 24, 2024", "June 25, 2024", False),
        ("June 24", "June 24-25, 2024", True),
        ("June 24", "June 2024", True),
        ("June 24", "May 24", False),
        ("June 2024", "2024", True),
        ("June 2024", "June 2025", False),
    ],
)
def test_dates(one: str, other: str, agree: bool) -> None:  # noqa: FBT001
    assert dates_agree(date(one), date(other)) is agree
    assert dates_agree(date(other), date(one)) is agree


@pytest.mark.parametrize(
    ("one", "other", "agree"),
    [
        ("340 dollars", "340 dollars", True),
        ("340 dollars", "240 dollars", False),
        ("about 2,000 dollars", "1,987 dollars", True),
        ("2,000 dollars", "1,987 dollars", True),
        ("2,000 dollars", "1,300 dollars", False),
        ("1,990 dollars", "1,987 dollars", True),
        ("more than 100 dollars", "120 dollars", True),
        ("more than 100 dollars", "95 dollars", False),
        ("at least 9 dollars", "11 dollars", True),
        ("nearly 15 dollars", "14 dollars", True),
        ("nearly 15 dollars", "17 dollars", False),
        ("between 4 and 6 dollars", "5 dollars", True),
        ("$2.3 million", "$2,310,000", True),
    ],
)
def test_figures(one: str, other: str, agree: bool) -> None:  # noqa: FBT001
    assert figures_agree(figure(one), figure(other)) is agree
    assert figures_agree(figure(other), figure(one)) is agree
