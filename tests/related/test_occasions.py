"""Occasions that one report alone has behind closed doors."""

import pytest

from sidelight.model import Comparison, Related
from sidelight.related.occasions import closed_here_alone
from tests.checks.made import reading

HERE = "Speaking at a closed-door briefing for foreign timber buyers, Hadley blamed the wind."
OPEN = "Hadley blamed the wind at a briefing for foreign timber buyers on a Monday."
TOLD = "At Monday's briefing for foreign timber buyers it was the wind that was blamed."


def closed(*others: str, witness: tuple[int, ...] = (1, 2, 3)) -> list[str]:
    comparison = Comparison(
        searched=len(others),
        reports=tuple(Related(reading(other), 0.5) for other in others),
        witness=witness[: len(others)],
    )
    return [c.span.of(HERE) for c in closed_here_alone(reading(HERE), comparison)]


def test_two_others_tell_of_the_occasion_and_not_of_doors() -> None:
    assert closed(OPEN, TOLD) == ["at a closed-door briefing"]


@pytest.mark.parametrize(
    "others",
    [
        (OPEN,),
        # it is closed elsewhere as well
        (OPEN, TOLD, HERE.replace("the wind", "the rain")),
        # another briefing
        (OPEN, "Hadley blamed the wind at a briefing for the harbour's own crews."),
    ],
)
def test_silence(others: tuple[str, ...]) -> None:
    assert closed(*others) == []


def test_a_copy_of_this_report_is_no_other() -> None:
    assert closed(OPEN, TOLD, witness=(0, 1)) == []
