"""The notes of a lesson: those of its checks, as the teacher left them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sidelight import annotations
from sidelight.lessons.lesson import Lesson, LessonReport, OwnQuestion
from sidelight.model import Span

QUESTION_CHECK = "own-question"
"""Stands where a note has its check's id, on the teacher's own questions."""


@dataclass(frozen=True, slots=True)
class LessonNote:
    """A note, or a question of the teacher's own, with what became of it here.

    `item` is its annotation, in the words that the teacher left it in. `span` is into
    the text, and `None` for the title and the whole article. `open` is whether the
    class may see it.
    """

    id: str
    check: str
    span: Span | None
    message: str
    item: Mapping[str, Any]
    hidden: bool = False
    edited: bool = False
    open: bool = False


def notes_on(lesson: Lesson, report: LessonReport) -> Sequence[LessonNote]:
    """Return what there is on a report, hidden notes included, in reading order.

    Of the checks that the lesson shows alone.
    """
    found = [*_noticed(lesson, report), *_asked(lesson, report)]
    return sorted(found, key=lambda note: (note.span or Span(-1, -1)).start)


def open_notes(lesson: Lesson, report: LessonReport) -> Sequence[LessonNote]:
    """Return what the class may see of a report now; nothing else is ever sent."""
    return [note for note in notes_on(lesson, report) if note.open and not note.hidden]


def _noticed(lesson: Lesson, report: LessonReport) -> Iterator[LessonNote]:
    edits = {e.note: e for e in lesson.edits if e.report == report.number}
    shown = set(lesson.checks)
    for item in report.page["items"]:
        told = annotations.told(item)
        if told.check not in shown:
            continue
        edit = edits.get(told.id)
        message = edit.message if edit and edit.message else told.message
        yield LessonNote(
            id=told.id,
            check=told.check,
            span=told.span,
            message=message,
            item=annotations.reworded(item, message),
            hidden=bool(edit and edit.hidden),
            edited=message != told.message,
            open=lesson.is_open_to(report.number, told.id),
        )


def _asked(lesson: Lesson, report: LessonReport) -> Iterator[LessonNote]:
    for question in lesson.questions:
        if question.report == report.number:
            named = question_name(question)
            yield LessonNote(
                id=named,
                check=QUESTION_CHECK,
                span=question.span,
                message=question.text,
                item=annotations.question(
                    named, report.article, question.span, question.text
                ),
                open=question.early or lesson.is_open_to(report.number, named),
            )


def question_name(question: OwnQuestion) -> str:
    """Return the name that a question goes by beside the notes."""
    return f"urn:question:{question.id}"
