"""How notes are counted, on an event of one sentence each."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from sidelight.training.evaluation import evaluate

TEXT = (
    "Critics say the dam at Orsolt is too old. "
    + "It rained on the hills all day. " * 30
)
ENTRY = {
    "check": "vague-source",
    "report": "dam-1",
    "exact": "Critics",
    "sure": True,
    "why": "-",
}


Make = Callable[[list[dict[str, Any]], list[dict[str, Any]]], dict[str, Any]]


@pytest.fixture
def make(tmp_path: Path) -> Make:
    def make_set(
        entries: list[dict[str, Any]], traps: list[dict[str, Any]]
    ) -> dict[str, Any]:
        folder = tmp_path / "set"
        reports = folder / "events" / "dam" / "reports"
        reports.mkdir(parents=True)
        (folder / "distractors").mkdir()
        (folder / "split.json").write_text(
            json.dumps({"look": [], "tune": [], "held": ["dam"]})
        )
        report = {
            "id": "dam-1",
            "url": "https://a.example/1",
            "title": "Dam",
            "publisher": "A",
            "published": "2024-05-01",
            "author": "B",
            "language": "en",
            "kind": "page",
            "text": TEXT.strip(),
        }
        (reports / "dam-1.json").write_text(json.dumps(report))
        gold = {
            "event": "dam",
            "labelled_by": "us",
            "reports": {"dam-1": {"style": "plain", "features": []}},
            "entries": entries,
            "traps": traps,
            "attributions": {},
            "changes": [],
        }
        (folder / "events" / "dam" / "gold.json").write_text(json.dumps(gold))
        unseen: dict[str, Any] = evaluate(folder)["checks"]["vague-source"]["unseen"]
        return unseen

    return make_set


def test_a_note_on_a_sure_entry_is_a_hit(make: Make) -> None:
    unseen = make([ENTRY], [])

    assert (unseen["hits"], unseen["false_alarms"], unseen["missed"]) == (1, 0, 0)
    assert (unseen["precision"], unseen["recall"]) == (1.0, 1.0)
    assert unseen["interval"] == [0.207, 1.0]


def test_a_note_on_an_arguable_entry_counts_neither_way(make: Make) -> None:
    unseen = make([ENTRY | {"sure": False}], [])

    assert (unseen["hits"], unseen["false_alarms"], unseen["arguable"]) == (0, 0, 1)
    assert unseen["precision"] is None


def test_a_note_on_nothing_is_a_false_alarm_and_one_on_a_trap_a_trap_hit(
    make: Make,
) -> None:
    trap = {"check": "vague-source", "report": "dam-1", "exact": "Critics", "why": "-"}
    unseen = make([], [trap])

    assert (unseen["hits"], unseen["false_alarms"], unseen["trap_hits"]) == (0, 1, 1)


def test_an_entry_without_a_note_is_missed(make: Make) -> None:
    unseen = make([ENTRY, ENTRY | {"exact": "Orsolt"}], [])

    assert (unseen["hits"], unseen["missed"], unseen["recall"]) == (1, 1, 0.5)
