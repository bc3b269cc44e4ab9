"""The heat map counts pupils, character by character."""

from hypothesis import given
from hypothesis import strategies as st

from sidelight.lessons import Mark, heat
from sidelight.model import Span
from tests.lessons.makers import mark

LENGTH = 40
SPANS = st.tuples(st.integers(0, LENGTH - 1), st.integers(1, 12))
MARKS = st.lists(
    st.builds(
        lambda pupil, place, removed: mark(
            place[0], min(sum(place), LENGTH), pupil, removed=removed
        ),
        st.integers(1, 5),
        SPANS,
        st.booleans(),
    )
)


def test_two_pupils_overlap() -> None:
    found = heat([mark(0, 10, 1), mark(5, 20, 2)], LENGTH, 4)

    assert [(one.span, one.pupils) for one in found] == [
        (Span(0, 5), 1),
        (Span(5, 10), 2),
        (Span(10, 20), 1),
    ]
    assert [one.step for one in found] == [2, 3, 2]


def test_one_pupil_counts_once_however_often_a_place_is_marked() -> None:
    found = heat([mark(0, 10, 1), mark(3, 12, 1, "when")], LENGTH, 1)

    assert [(one.span, one.pupils, one.step) for one in found] == [(Span(0, 12), 1, 5)]


def test_what_was_taken_back_is_cold() -> None:
    assert heat([mark(0, 10, removed=True)], LENGTH, 3) == []


def test_a_mark_beyond_the_text_ends_with_it() -> None:
    found = heat([mark(35, 90), mark(50, 60, 2)], LENGTH, 2)

    assert [one.span for one in found] == [Span(35, LENGTH)]


@given(MARKS)
def test_each_character_has_its_count(marks: list[Mark]) -> None:
    found = heat(marks, LENGTH, 5)
    counted = [0] * LENGTH
    for one in found:
        for place in range(one.span.start, one.span.end):
            counted[place] += one.pupils

    assert counted == [
        len(
            {
                m.pupil
                for m in marks
                if m.span.start <= at < m.span.end and not m.removed
            }
        )
        for at in range(LENGTH)
    ]
    assert all(1 <= one.step <= 5 for one in found)
    assert list(found) == sorted(found, key=lambda one: one.span)
