"""A lesson: reports on one event, a task, and what the class may see of the notes."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

from sidelight.errors import NotFound
from sidelight.messages import message
from sidelight.model import Article, Span

State = Literal["open", "frozen", "ended"]
"""Marks are taken while it is *open*; nobody joins one that has *ended*."""

KEEP_DAYS = 30
LONGEST_KEEP = 365  # days
MOST_REPORTS = 6  # as many as can be laid side by side
MOST_PUPILS = 100  # of one lesson
MOST_QUESTIONS = 50  # of the teacher's own
LONGEST_TITLE = 200  # characters
LONGEST_TASK = 4_000
LONGEST_MESSAGE = 2_000


@dataclass(frozen=True, slots=True)
class LessonReport:
    """A report of a lesson, with the notes as they were when it came in.

    `number` names it within its lesson, and is not used again when it is taken out.
    `page` is its AnnotationPage, of every check, compared with the lesson's other
    reports; `sentences` are code points of the article's text.
    """

    number: int
    article: Article
    page: Mapping[str, Any]
    sentences: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class NoteEdit:
    """What the teacher did to a note: hid it, or put it in other words."""

    report: int
    note: str
    hidden: bool = False
    message: str | None = None


@dataclass(frozen=True, slots=True)
class OwnQuestion:
    """The teacher's own question on a passage.

    `early` is whether pupils see it while they read, and not with the notes.
    """

    id: int
    report: int
    span: Span
    text: str
    early: bool = False


@dataclass(frozen=True, slots=True, order=True)
class Reveal:
    """What the class may see: one note of a report, or all of them ("")."""

    report: int
    note: str = ""


@dataclass(frozen=True, slots=True)
class Pupil:
    """Somebody who joined, known by a nickname alone. Times are UTC."""

    id: int
    lesson: str
    nickname: str
    joined: datetime
    finished: datetime | None = None


@dataclass(frozen=True, slots=True)
class Lesson:
    """A lesson as it is stored. Times are UTC without a zone.

    `code` is what pupils join with, and `None` once it has ended; `share` names its
    read-only page, where there is one. `teacher` is a number in the store, or `None`
    for whoever sits at the machine. `checks` are the ids of those whose notes are
    used. `version` grows with whatever pupils may see, `activity` with whatever
    they do.
    """

    id: str
    title: str
    task: str
    checks: tuple[str, ...]
    state: State
    keep_days: int
    made: datetime
    expires: datetime
    code: str | None = None
    share: str | None = None
    teacher: int | None = None
    version: int = 0
    activity: int = 0
    reports: tuple[LessonReport, ...] = ()
    edits: tuple[NoteEdit, ...] = ()
    questions: tuple[OwnQuestion, ...] = ()
    reveals: frozenset[Reveal] = frozenset()

    def report(self, number: int) -> LessonReport:
        """Return a report by its number; raises `NotFound`."""
        for report in self.reports:
            if report.number == number:
                return report
        raise NotFound(message("This lesson has no such report."))

    def is_open_to(self, report: int, note: str) -> bool:
        """Tell whether the class may see a note."""
        return not {Reveal(report), Reveal(report, note)}.isdisjoint(self.reveals)

    def shows_all_of(self, report: int) -> bool:
        """Tell whether the class may see all notes of a report."""
        return Reveal(report) in self.reveals

    def shows_any_of(self, report: int) -> bool:
        """Tell whether the class may see at least one note of a report."""
        return any(reveal.report == report for reveal in self.reveals)
