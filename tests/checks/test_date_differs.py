"""The edges of date_differs that its page does not show a reader."""

import pytest

from sidelight.checks.date_differs import check
from sidelight.related import compare
from tests.checks.made import reading


def marks(own: str, *others: str, published: str | None = None) -> list[str]:
    article = reading(own, published=published)
    reports = [reading(o, id=str(n), published=published) for n, o in enumerate(others)]
    return [f.span.of(own) for f in check(article, compare(article, reports)) if f.span]


VOTE = "The Orsolt council approved the Hadley bridge at its {} vote."


def voted(date: str) -> str:
    return VOTE.format(date)


def test_marks_another_year_month_or_day() -> None:
    assert marks(voted("March 2023"), voted("March 2024")) == ["March 2023"]
    assert marks(voted("May 2, 2024"), voted("May 6, 2024")) == ["May 2, 2024"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("June 24-25", "June 24–25"),  # hyphen and dash
        ("June 24", "June 24-25"),  # one day of two
        ("June", "June 2024"),
        ("June 24", "June 24, 2024"),
        ("2024", "June 24, 2024"),
    ],
)
def test_is_silent_where_partial_dates_and_ranges_agree(one: str, other: str) -> None:
    assert marks(voted(one), voted(other)) == []
    assert marks(voted(other), voted(one)) == []


def test_june_24_to_25_is_never_a_pair_of_years() -> None:
    assert marks(voted("June 24-25"), voted("June 2024")) == []


def test_a_report_that_has_the_same_date_too_does_not_differ() -> None:
    both = f"{voted('March 2024')} {voted('March 2023')}"

    assert marks(voted("March 2023"), both) == []


def test_every_report_that_differs_is_evidence() -> None:
    article = reading(voted("March 2023"))
    reports = [reading(voted("March 2024") + f" It is {n}.", id=str(n)) for n in "ab"]

    [finding] = check(article, compare(article, reports))

    assert [evidence.report for evidence in finding.evidence] == [0, 1]
    assert "2 other reports" in finding.message
