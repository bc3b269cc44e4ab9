"""The evaluation set keeps its own rules: every label stands where it says."""

from collections import Counter
from dataclasses import replace
from itertools import chain
from pathlib import Path

import pytest

from sidelight.model import Span
from tests.eval.gold_format import (
    EVENTS,
    Trap,
    UnsoundGoldError,
    events_written,
    load_distractors,
    load_event,
    marked_parts,
    place,
    read_event,
)
from tests.eval.rules import TRAPPED, problems_of, problems_of_report, shortfalls_of
from tests.eval.unlabelled import problems_across, shared_runs
from tests.eval.validate import split

TEXT = "He said the dam was safe. “The dam is safe,” she said."


@pytest.mark.parametrize("name", events_written())
def test_every_label_stands_where_it_says(name: str) -> None:
    _, unplaced = read_event(EVENTS / name)

    assert unplaced == []


@pytest.mark.parametrize("name", events_written())
def test_event_keeps_the_labelling_rules(name: str) -> None:
    assert list(problems_of(load_event(name))) == []


@pytest.mark.parametrize("name", events_written())
def test_event_has_all_that_each_event_must_have(name: str) -> None:
    assert list(shortfalls_of(load_event(name))) == []


def test_the_set_is_whole() -> None:
    events = [load_event(name) for name in events_written()]
    styles = Counter(style for event in events for style in event.styles.values())
    traps = Counter(trap.check for event in events for trap in event.traps)
    undated = [
        article.id
        for event in events
        for article in event.articles.values()
        if not article.published
    ]

    assert sorted(chain.from_iterable(split().values())) == events_written()
    assert len(events) == 10
    assert styles.total() >= 48
    assert styles["plain"] * 2 >= styles.total()
    assert len(undated) == 4
    assert len(load_distractors()) == 12
    assert sum(len(event.attributions) for event in events) >= 14
    assert [check for check in TRAPPED if traps[check] < 15] == []


def test_distractors_are_reports_of_their_own() -> None:
    assert [p for a in load_distractors() for p in problems_of_report(a)] == []


def test_no_sentence_is_a_template() -> None:
    articles = {
        name: list(load_event(name).articles.values()) for name in events_written()
    }
    articles |= {article.id: [article] for article in load_distractors()}

    assert list(problems_across(articles)) == []


@pytest.mark.parametrize(
    ("exact", "nth", "within", "start"),
    [
        ("said", 2, None, 49),
        ("said", None, "she said", 49),
        ("dam", None, "The dam is safe", 31),
    ],
)
def test_repeated_words_are_told_apart(
    exact: str, nth: int | None, within: str | None, start: int
) -> None:
    assert place(TEXT, exact, nth, within).start == start


@pytest.mark.parametrize(
    ("exact", "nth", "within"),
    [
        ("said", None, None),
        ("said", 3, None),
        ("said", 0, None),
        ("gone", None, None),
        ("", None, None),
        ("he", None, None),
        ("gone", None, "she said"),
    ],
)
def test_a_passage_without_a_certain_place_is_refused(
    exact: str, nth: int | None, within: str | None
) -> None:
    with pytest.raises(UnsoundGoldError):
        place(TEXT, exact, nth, within)


def test_braces_mark_the_parts_of_an_attribution() -> None:
    parts = marked_parts(TEXT, "{t|“The dam is safe,”} {s|she} {c|said}.")

    [source], [cue], [content] = parts["s"], parts["c"], parts["t"]
    assert source.of(TEXT) == "she"
    assert cue.of(TEXT) == "said"
    assert content.of(TEXT) == "“The dam is safe,”"


def test_twelve_running_words_are_shared_wording_and_eleven_are_not() -> None:
    twelve = "one two three four five six seven eight nine ten eleven twelve"
    eleven = twelve.removesuffix(" twelve")

    [run] = shared_runs(f"Zero. {twelve.upper()}, end", f"start {twelve} and on")
    assert run == Span(6, 6 + len(twelve))
    assert list(shared_runs(f"{eleven} here", f"{eleven} there")) == []


def test_a_difference_labelled_on_one_side_is_named() -> None:
    dam = load_event("dam")
    lone = [e for e in dam.entries if e.check != "date-differs"]
    [first, *_] = [e for e in dam.entries if e.check == "date-differs"]

    found = list(problems_of(replace(dam, entries=(*lone, first))))

    assert len(found) == len(first.evidence)
    assert all("has no entry" in problem for problem in found)


@pytest.mark.parametrize("check", ["shared-wording", "no-byline-or-date"])
def test_what_a_machine_can_find_must_be_labelled(check: str) -> None:
    dam = load_event("dam")
    kept = tuple(e for e in dam.entries if e.check != check)

    assert list(problems_of(replace(dam, entries=kept)))


def test_a_weekday_that_does_not_fit_must_be_labelled() -> None:
    fire = load_event("wildfire")
    kept = tuple(e for e in fire.entries if e.check != "calendar-conflict")

    [problem] = problems_of(replace(fire, entries=kept))
    assert "Saturday, August 4" in problem


def test_a_trap_on_an_entry_is_named() -> None:
    dam = load_event("dam")
    entry = dam.entries[0]
    trap = Trap(entry.check, entry.passage, "the same words")

    [problem] = problems_of(replace(dam, traps=(*dam.traps, trap)))
    assert "a trap lies on an entry" in problem


def test_what_cannot_be_placed_is_named(tmp_path: Path) -> None:
    event, problems = read_event(tmp_path)

    assert event.entries == ()
    assert "gold.json" in problems[0]
