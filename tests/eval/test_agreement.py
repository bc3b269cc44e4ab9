"""The second, blind reading of a third of the set."""

import pytest

from tests.eval.agreement import agreement, blind, blind_entries, blind_events, table
from tests.eval.gold_format import load_event


def test_a_third_of_the_reports_was_read_again() -> None:
    read = 0
    for name in blind_events():
        event = load_event(name)
        read += len(blind(event).reports or event.articles)

    assert read * 3 >= 50


@pytest.mark.parametrize("name", blind_events())
def test_every_passage_stands_where_it_says(name: str) -> None:
    event = load_event(name)

    for entry in blind_entries(event):
        assert entry.passage.report in event.articles


def test_the_readers_agree_on_most_of_what_sourcing_checks_ask() -> None:
    counts = agreement(blind_events())
    shared = sum(c["gold_shared"] + c["blind_shared"] for c in counts.values())
    all_of_them = sum(c["gold"] + c["blind"] for c in counts.values())

    assert shared / all_of_them > 0.8
    assert len(list(table(counts))) == len(counts) + 1
