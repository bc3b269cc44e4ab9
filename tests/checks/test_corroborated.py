"""The edges of corroborated that its page does not show a reader."""

import pytest

from sidelight.checks.corroborated import check
from sidelight.related import compare
from tests.checks.made import reading

CUT = "The Hadley mill at Orsolt will cut 240 jobs by the summer, its owner said."
OTHERS = (
    "Its owner said that Hadley would cut 240 jobs at the Orsolt mill. It rained.",
    "At Orsolt, 240 jobs will be cut at the Hadley mill. The union was told on Monday.",
)
COPY = (
    "The union was told on Monday, in a cold hall above the river, that the mill would "
    "cut 240 jobs at Orsolt, and Hadley people wept and sang until the lights went out."
)


def marks(own: str, *others: str) -> list[str]:
    article = reading(own)
    reports = [reading(other, id=str(n)) for n, other in enumerate(others)]
    return [f.span.of(own) for f in check(article, compare(article, reports)) if f.span]


def test_two_independent_reports_are_enough() -> None:
    assert marks(CUT, *OTHERS) == ["240 jobs"]


def test_one_report_is_not() -> None:
    assert marks(CUT, OTHERS[0]) == []


def test_reports_that_share_wording_are_one_witness() -> None:
    assert marks(CUT, COPY, f"{COPY} It snowed.") == []


@pytest.mark.parametrize(
    ("count", "marked"), [("the two", []), ("forty", ["forty firms"])]
)
def test_the_two_firms_are_those_just_spoken_of(count: str, marked: list[str]) -> None:
    own = f"{count} firms of Orsolt and Hadley met at the mill on the river."
    other = (
        f"At Orsolt {count} firms of Hadley and Orsolt met at the mill on the river."
    )
    third = (
        f"In the mill on the river {count} firms met, of Hadley and of Orsolt. Rain."
    )

    assert marks(own, other, third) == marked


@pytest.mark.parametrize(
    ("sung", "marked"),
    [
        ("“Go Orsolt Hadley Go Now Orsolt”", []),
        ("“go with Orsolt and Hadley now”", ["“go with Orsolt and Hadley now”"]),
    ],
)
def test_a_chant_or_a_title_is_no_quotation_to_bear_out(
    sung: str, marked: list[str]
) -> None:
    own = f"In Orsolt the crowd of Hadley sang {sung} all night."
    others = (
        f"The crowd in Orsolt sang {sung} at Hadley.",
        f"{sung} was sung by the Hadley crowd in Orsolt.",
    )

    assert marks(own, *others) == marked


def test_another_value_is_no_agreement() -> None:
    assert marks(CUT, OTHERS[0], OTHERS[1].replace("240", "340")) == []


def test_a_value_with_and_without_a_bound_is_one_value() -> None:
    some, most = OTHERS[0].replace("240", "about 240"), OTHERS[1]

    assert marks(CUT, some, most) == ["240 jobs"]


def test_more_than_and_nearly_are_not_the_same_way() -> None:
    more = CUT.replace("240", "more than 240")
    nearly = [other.replace("240", "nearly 240") for other in OTHERS]

    assert marks(more, *nearly) == []
