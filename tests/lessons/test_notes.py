"""Which notes a class sees: none before the teacher opens them."""

import pytest

from sidelight.lessons import NoteEdit, OwnQuestion, Reveal, notes_on, open_notes
from sidelight.lessons.notes import QUESTION_CHECK
from sidelight.model import Span
from tests.lessons.makers import TEXT, lesson, report

REPORT = report()
NOTES = notes_on(lesson(), REPORT)


def test_there_is_something_to_show() -> None:
    assert "vague-source" in {note.check for note in NOTES}
    assert len(NOTES) > 1
    assert not any(note.open or note.hidden or note.edited for note in NOTES)


def test_nothing_is_open_before_the_teacher_opens_it() -> None:
    assert open_notes(lesson(), REPORT) == []


def test_a_report_is_opened_as_a_whole_or_note_by_note() -> None:
    all_of_it = lesson(reveals=frozenset({Reveal(1)}))
    one = lesson(reveals=frozenset({Reveal(1, NOTES[0].id)}))
    another_report = lesson(reveals=frozenset({Reveal(2)}))

    assert len(open_notes(all_of_it, REPORT)) == len(NOTES)
    assert [note.id for note in open_notes(one, REPORT)] == [NOTES[0].id]
    assert open_notes(another_report, REPORT) == []


def test_the_checks_that_the_teacher_did_not_choose_show_nothing() -> None:
    found = notes_on(lesson(checks=("vague-source",)), REPORT)

    assert {note.check for note in found} == {"vague-source"}


def test_a_hidden_note_is_never_open() -> None:
    hidden = NoteEdit(1, NOTES[0].id, hidden=True)
    made = lesson(edits=(hidden,), reveals=frozenset({Reveal(1)}))

    assert NOTES[0].id not in {note.id for note in open_notes(made, REPORT)}
    assert any(note.hidden for note in notes_on(made, REPORT))


def test_a_note_is_put_in_the_teachers_words() -> None:
    edit = NoteEdit(1, NOTES[0].id, message="Look at this one together.")

    found = notes_on(lesson(edits=(edit,)), REPORT)[0]

    assert found.edited
    assert found.message == "Look at this one together."
    bodies = {body["purpose"]: body["value"] for body in found.item["body"]}
    assert bodies["commenting"] == found.message
    assert bodies["classifying"] == found.check
    assert NOTES[0].item["body"] != found.item["body"], "the original stays"


@pytest.mark.parametrize("early", [True, False])
def test_the_teachers_own_question_comes_early_or_with_the_notes(early: bool) -> None:  # noqa: FBT001
    asked = OwnQuestion(7, 1, Span(4, 17), "Whose board is it?", early)
    made = lesson(questions=(asked,), checks=())

    [found] = notes_on(made, REPORT)

    assert (found.check, found.span) == (QUESTION_CHECK, Span(4, 17))
    assert [s["exact"] for s in found.item["target"]["selector"] if "exact" in s] == [
        Span(4, 17).of(TEXT)
    ]
    assert bool(open_notes(made, REPORT)) is early
    opened = lesson(questions=(asked,), checks=(), reveals=frozenset({Reveal(1)}))
    assert open_notes(opened, REPORT)
