"""What the teachers' guides expect is what Sidelight notes on the ready lessons."""

from functools import cache

import pytest

from sidelight import pipeline
from sidelight.lessons.ready import ReadyLesson, every_ready_lesson, ready_lesson

EXPECTED = [
    ("night-ferry", "Brannoch Beacon", "figure-differs", "41 passengers"),
    ("night-ferry", "Brannoch Beacon", "quote-wording-differs", "to the word"),
    ("night-ferry", "Harbour Wire", "calendar-conflict", "Tuesday, February 17"),
    ("night-ferry", "Harbour Wire", "shared-wording", "The tide was falling"),
    ("night-ferry", "Tideline", "headline-quote", "We were left to drown"),
    ("night-ferry", "Tideline", "quote-status-differs", "rules to the letter"),
    ("night-ferry", "Tideline", "time-unclear", "last Monday"),
    ("skate-park", "Borough Voice", "party-not-heard", "The club had broken"),
    ("skate-park", "The Lamplighter", "unnamed-source", "a source at the town hall"),
    ("skate-park", "The Lamplighter", "vague-source", "Critics"),
    ("skate-park", "The Lamplighter", "closed-setting", "closed meeting"),
]
# Ordinary reports, on which the guides expect no question about sources.
PLAIN = [("night-ferry", "Northmark Press Agency"), ("skate-park", "Lowen Chronicle")]
SOURCING = {"party-not-heard", "single-party-claim", "unnamed-source", "vague-source"}


@cache
def notes(lesson: str, publisher: str) -> list[tuple[str, str]]:
    """Return (check, passage) for each note on a lesson's report beside its others."""
    reports = ready_lesson(lesson).reports
    here = next(one for one in reports if one.publisher == publisher)
    others = [one for one in reports if one is not here]
    items = pipeline.annotate(here, reports=others, checks="all")["items"]
    return [(item["body"][0]["value"], passage(item)) for item in items]


def passage(item: dict[str, object]) -> str:
    target = item["target"]
    assert isinstance(target, dict)
    return str(target.get("selector", [{}])[0].get("exact", ""))


@pytest.mark.parametrize(("lesson", "publisher", "check", "words"), EXPECTED)
def test_a_note_stands_where_the_guide_expects_it(
    lesson: str, publisher: str, check: str, words: str
) -> None:
    assert any(
        found == check and words in exact for found, exact in notes(lesson, publisher)
    )


@pytest.mark.parametrize(("lesson", "publisher"), PLAIN)
def test_an_ordinary_report_of_a_lesson_has_no_notes_on_sourcing(
    lesson: str, publisher: str
) -> None:
    assert not {check for check, _ in notes(lesson, publisher)} & SOURCING


@pytest.mark.parametrize("lesson", every_ready_lesson(), ids=lambda one: one.name)
def test_the_reports_of_a_lesson_are_on_one_event(lesson: ReadyLesson) -> None:
    reports = lesson.reports
    compared = pipeline.annotate(reports[0], reports=reports[1:])
    assert len(compared["sidelight:compared"]["reports"]) == len(reports) - 1
