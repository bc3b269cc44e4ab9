"""The quality gate: today's figures against the floors, and the shipped file current."""

from typing import Any

import orjson
import pytest

from sidelight.checks import chosen, every_check, tier_of
from sidelight.errors import InvalidInput
from sidelight.packaged import models_folder
from sidelight.training import evaluation, gate, promotion
from tests.eval.gold_format import HERE

SHIPPED: dict[str, Any] = orjson.loads((models_folder() / "quality.json").read_bytes())


@pytest.fixture(scope="module")
def quality() -> dict[str, Any]:
    return evaluation.evaluate(HERE)


def test_no_figure_lies_under_its_floor(quality: dict[str, Any]) -> None:
    assert list(evaluation.under(quality, gate.floors(HERE))) == []


def test_the_shipped_figures_are_todays(quality: dict[str, Any]) -> None:
    assert quality == SHIPPED, "run `sidelight evaluate --write`"


def test_every_check_has_figures_and_the_tier_they_earn() -> None:
    for check in every_check():
        figures = SHIPPED["checks"][check.ID]
        unseen = figures["unseen"]
        assert tier_of(check.ID) == figures["tier"]
        if figures["tier"] == "default" and check.ID not in promotion.REPEATING:
            assert unseen["hits"] + unseen["false_alarms"] >= 8
            assert unseen["precision"] >= 0.9
            assert not any(part["trap_hits"] for part in figures["splits"].values())


def test_some_checks_are_on_for_readers() -> None:
    assert len(chosen("default")) >= 5


def test_plain_reports_earn_hardly_any_note(quality: dict[str, Any]) -> None:
    assert quality["plain"]["reports"] == 25
    assert quality["plain"]["per_500_words"] <= 1


def test_a_figure_under_its_floor_is_told() -> None:
    floors = {"vague-source": {"precision": 1.01}}

    [failure] = evaluation.under(SHIPPED, floors)

    assert "vague-source: precision" in failure


def test_floors_do_not_fall_without_leave_and_a_reason() -> None:
    failures = ["no-such-check: recall is 0.1, the floor is 0.2."]

    with pytest.raises(InvalidInput, match="allow-regression"):
        gate.write(HERE, SHIPPED, failures, allow_regression=False)
    with pytest.raises(InvalidInput, match=r"CHANGELOG\.md"):
        gate.write(HERE, SHIPPED, failures, allow_regression=True)
