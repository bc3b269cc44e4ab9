"""The second, blind reading of a third of the set."""

import pytest

from sidelight.training.agreement import (
    agreement,
    blind,
    blind_entries,
    blind_events,
    figures,
    unsettled,
)
from tests.eval.gold_format import HERE, load_event


def test_a_third_of_the_reports_was_read_again() -> None:
    read = 0
    for name in blind_events(HERE):
        read += len(blind(HERE, name).reports or load_event(name).articles)

    assert read * 3 >= 50


@pytest.mark.parametrize("name", blind_events(HERE))
def test_every_passage_stands_where_it_says(name: str) -> None:
    event = load_event(name)

    for entry in blind_entries(event, blind(HERE, name)):
        assert entry.passage.report in event.articles


def test_what_the_readers_do_not_both_hold_is_arguable() -> None:
    assert list(unsettled(HERE)) == []


def test_agreement_is_with_the_gold_as_it_was_before() -> None:
    told = {check: figures(counts) for check, counts in agreement(HERE).items()}

    assert told["headline-differs"] == {
        "gold": 8,
        "second": 7,
        "shared": 7,
        "doubted": 0,
        "f1": 0.933,
    }
    assert told["single-party-claim"]["f1"] == 0.95
    assert told["party-not-heard"]["doubted"] == 1
    assert all(f1 is None or f1 > 0.9 for f1 in (t["f1"] for t in told.values()))
