"""Counts with notes and passages: of pupils, never of points."""

from hypothesis import given

from sidelight.lessons import QUESTIONS, Mark, agreement, tallies
from sidelight.model import Span
from tests.lessons.makers import mark
from tests.lessons.test_heat import LENGTH, MARKS


def test_pupils_are_counted_once_and_questions_by_pupil() -> None:
    marks = [
        mark(0, 5, 1, "who-says"),
        mark(2, 6, 1, "when"),
        mark(4, 9, 2, "when"),
        mark(20, 30, 3, "wording"),
    ]

    found = agreement(marks, Span(3, 8))

    assert found.pupils == 2
    assert dict(found.asked) == {"who-says": 1, "when": 2}


def test_touching_a_passage_is_not_marking_it() -> None:
    assert agreement([mark(0, 5)], Span(5, 9)).pupils == 0


def test_the_passages_most_pupils_marked_come_first() -> None:
    marks = [mark(0, 3, 1), mark(12, 14, 1), mark(11, 15, 2)]

    found = tallies(marks, [Span(0, 10), Span(10, 20), Span(20, 30)])

    assert [(t.span, t.counted.pupils) for t in found] == [
        (Span(10, 20), 2),
        (Span(0, 10), 1),
    ]


@given(MARKS)
def test_no_count_is_larger_than_the_class(marks: list[Mark]) -> None:
    pupils = {m.pupil for m in marks if not m.removed}

    found = agreement(marks, Span(0, LENGTH))

    assert found.pupils == len(pupils)
    assert [question for question, _ in found.questions] == list(QUESTIONS)
    assert all(count <= found.pupils for _, count in found.questions)
