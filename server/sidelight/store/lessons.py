"""Lessons as they are stored: what a teacher makes and changes.

What has expired is not found any more, even before it is removed.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any, cast

from sqlalchemy import ColumnElement, Connection, Engine, Row, delete, func, select
from sqlalchemy import update as change
from sqlalchemy.exc import IntegrityError

from sidelight.errors import InvalidInput, NotFound
from sidelight.lessons import (
    Lesson,
    LessonReport,
    NoteEdit,
    OwnQuestion,
    Reveal,
    State,
    new_code,
    new_name,
    written_code,
)
from sidelight.lessons.lesson import (
    KEEP_DAYS,
    LONGEST_KEEP,
    LONGEST_MESSAGE,
    LONGEST_TASK,
    LONGEST_TITLE,
    MOST_QUESTIONS,
    MOST_REPORTS,
)
from sidelight.messages import message
from sidelight.model import Span
from sidelight.store.codec import (
    pack_article,
    pack_page,
    pack_spans,
    unpack_article,
    unpack_page,
    unpack_spans,
)
from sidelight.store.engine import wipe, writing
from sidelight.store.faults import told
from sidelight.store.feeds import now
from sidelight.store.lesson_tables import (
    lesson_edits,
    lesson_questions,
    lesson_reports,
    lesson_reveals,
    lessons,
    pupils,
)

_TRIES = 20  # codes drawn until one is free


@dataclass(frozen=True, slots=True)
class LessonRow:
    """A lesson in a list: its own columns, and how many reports and pupils it has."""

    lesson: Lesson
    reports: int
    pupils: int


class Lessons:
    """The lessons of a store; raises `StoreError` where the database fails."""

    def __init__(self, engine: Engine) -> None:
        """Use `Store.lessons` instead."""
        self._engine = engine

    # --- Making and finding ----------------------------------------------------

    def make(
        self,
        teacher: int | None,
        title: str,
        task: str = "",
        checks: Sequence[str] = (),
        keep_days: int = KEEP_DAYS,
    ) -> str:
        """Make a lesson without reports, open to whoever has its code; return its id.

        Raises `InvalidInput` as `save`.
        """
        made = now()
        values = _values(title, task, checks, keep_days)
        for _ in range(_TRIES):
            lesson = {
                "id": new_name(),
                "code": new_code(),
                "teacher": teacher,
                "state": "open",
                "made": made,
                "version": 1,
                "activity": 0,
                "expires": made + timedelta(days=keep_days),
            }
            with told(self._engine.url):
                try:
                    with writing(self._engine).begin() as connection:
                        connection.execute(lessons.insert().values(lesson | values))
                except IntegrityError:  # the code is another lesson's
                    continue
            return cast("str", lesson["id"])
        raise InvalidInput(
            message("No join code is free just now. Delete old lessons first.")
        )

    def get(self, lesson: str) -> Lesson:
        """Return a lesson with its reports; raises `NotFound`."""
        return self._get(lessons.c.id == lesson)

    def of_code(self, typed: str) -> str:
        """Return the id of the lesson that a code joins; raises `NotFound`."""
        found = select(lessons.c.id).where(
            lessons.c.code == written_code(typed), lessons.c.expires > now()
        )
        with self._looking() as connection:
            name = connection.scalar(found)
        if name is None:
            raise NotFound(
                message(
                    "There is no lesson with this code. Look at it once more, or ask "
                    "your teacher whether the lesson is over."
                )
            )
        return str(name)

    def shared(self, share: str) -> Lesson:
        """Return the lesson of a read-only address; raises `NotFound`."""
        return self._get(lessons.c.share == share)

    def of_teacher(self, teacher: int | None) -> Sequence[LessonRow]:
        """Return a teacher's lessons, the latest first, without their reports."""
        reports = (
            select(func.count())
            .where(lesson_reports.c.lesson == lessons.c.id)
            .scalar_subquery()
        )
        joined = (
            select(func.count())
            .where(pupils.c.lesson == lessons.c.id)
            .scalar_subquery()
        )
        found = (
            select(lessons, reports.label("reports"), joined.label("pupils"))
            .where(lessons.c.teacher.is_not_distinct_from(teacher))
            .where(lessons.c.expires > now())
            .order_by(lessons.c.made.desc(), lessons.c.id)
        )
        with self._looking() as connection:
            return [
                LessonRow(_lesson(row), row.reports, row.pupils)
                for row in connection.execute(found)
            ]

    def news(self, lesson: str) -> tuple[int, int]:
        """Return a lesson's version and activity; raises `NotFound`."""
        found = select(lessons.c.version, lessons.c.activity).where(
            lessons.c.id == lesson, lessons.c.expires > now()
        )
        with self._looking() as connection:
            row = connection.execute(found).one_or_none()
        if row is None:
            raise gone()
        return row.version, row.activity

    def brief(self, lesson: str) -> tuple[State, int]:
        """Return a lesson's state and version alone; raises `NotFound`."""
        found = select(lessons.c.state, lessons.c.version).where(
            lessons.c.id == lesson, lessons.c.expires > now()
        )
        with self._looking() as connection:
            row = connection.execute(found).one_or_none()
        if row is None:
            raise gone()
        return row.state, row.version

    # --- Changing --------------------------------------------------------------

    def save(
        self,
        lesson: str,
        title: str,
        task: str,
        checks: Sequence[str],
        keep_days: int,
    ) -> None:
        """Change what a lesson says of itself.

        Raises `InvalidInput` for a lesson without a title, a text that is too long,
        or days beyond `LONGEST_KEEP`; `NotFound`.
        """
        values = _values(title, task, checks, keep_days)
        with self._changing(lesson) as (connection, row):
            expires = row.made + timedelta(days=keep_days)
            connection.execute(
                change(lessons)
                .where(lessons.c.id == lesson)
                .values(**values, expires=expires)
            )

    def put_reports(self, lesson: str, reports: Sequence[LessonReport]) -> None:
        """Have these reports, and no others; what was marked in the rest stays.

        A report with the number 0 is new and is given one. Raises `InvalidInput` for
        more than `MOST_REPORTS`.
        """
        if len(reports) > MOST_REPORTS:
            raise InvalidInput(
                message(
                    "A lesson has up to %(most_reports)s reports.",
                    most_reports=MOST_REPORTS,
                )
            )
        kept = [report.number for report in reports if report.number]
        with self._changing(lesson) as (connection, _):
            mine = lesson_reports.c.lesson == lesson
            last = connection.scalar(
                select(func.max(lesson_reports.c.number)).where(mine)
            )
            connection.execute(
                delete(lesson_reports).where(mine, lesson_reports.c.number.not_in(kept))
            )
            new = int(last or 0)
            for report in reports:
                packed = {
                    "article": pack_article(report.article),
                    "page": pack_page(report.page),
                    "sentences": pack_spans(report.sentences),
                }
                if report.number:
                    connection.execute(
                        change(lesson_reports)
                        .where(mine, lesson_reports.c.number == report.number)
                        .values(packed)
                    )
                else:
                    new += 1
                    connection.execute(
                        lesson_reports.insert().values(
                            lesson=lesson, number=new, **packed
                        )
                    )

    def edit_note(self, lesson: str, edit: NoteEdit) -> None:
        """Hide a note or put it in other words, in the place of what was before."""
        message = (edit.message or "").strip()[:LONGEST_MESSAGE] or None
        with self._changing(lesson) as (connection, _):
            _must_have(connection, lesson, edit.report)
            where = (
                lesson_edits.c.lesson == lesson,
                lesson_edits.c.report == edit.report,
                lesson_edits.c.note == edit.note,
            )
            connection.execute(delete(lesson_edits).where(*where))
            if edit.hidden or message:
                connection.execute(
                    lesson_edits.insert().values(
                        lesson=lesson,
                        report=edit.report,
                        note=edit.note,
                        hidden=edit.hidden,
                        message=message,
                    )
                )

    def ask(self, lesson: str, question: OwnQuestion) -> int:
        """Add a question on a passage and return its number (`id` is not looked at).

        Raises `InvalidInput` for one without words.
        """
        text = " ".join(question.text.split())[:LONGEST_MESSAGE]
        if not text:
            raise InvalidInput(message("Write the question."))
        with self._changing(lesson) as (connection, _):
            _must_have(connection, lesson, question.report)
            count = select(func.count()).where(lesson_questions.c.lesson == lesson)
            if (connection.scalar(count) or 0) >= MOST_QUESTIONS:
                raise InvalidInput(
                    message(
                        "A lesson has up to %(most_questions)s questions.",
                        most_questions=MOST_QUESTIONS,
                    )
                )
            made = connection.execute(
                lesson_questions.insert().values(
                    lesson=lesson,
                    report=question.report,
                    start=question.span.start,
                    stop=question.span.end,
                    text=text,
                    early=question.early,
                )
            ).inserted_primary_key
            return int(made[0]) if made else 0

    def take_back(self, lesson: str, question: int) -> None:
        """Remove a question of the teacher's own."""
        with self._changing(lesson) as (connection, _):
            connection.execute(
                delete(lesson_questions).where(
                    lesson_questions.c.lesson == lesson,
                    lesson_questions.c.id == question,
                )
            )

    # --- Holding the lesson ------------------------------------------------------

    def reveal(self, lesson: str, reveal: Reveal, *, shown: bool = True) -> None:
        """Open one note or all of a report's to the class, or close them again."""
        with self._changing(lesson) as (connection, _):
            _must_have(connection, lesson, reveal.report)
            columns = lesson_reveals.c
            here = delete(lesson_reveals).where(
                columns.lesson == lesson, columns.report == reveal.report
            )
            if reveal.note:
                here = here.where(columns.note == reveal.note)
            connection.execute(here)
            if shown:
                connection.execute(
                    lesson_reveals.insert().values(
                        lesson=lesson, report=reveal.report, note=reveal.note
                    )
                )

    def set_state(self, lesson: str, state: State) -> None:
        """Open, freeze or end a lesson. An ended one gives up its code.

        One that is opened again has a new code.
        """
        with self._changing(lesson, seen=False) as (connection, row):
            code = row.code
            if state == "ended":
                code = None
            elif code is None:
                code = _free_code(connection)
            connection.execute(
                change(lessons)
                .where(lessons.c.id == lesson)
                .values(state=state, code=code)
            )

    def set_shared(self, lesson: str, *, shared: bool) -> str | None:
        """Give a lesson a read-only address, or take it away; return its name."""
        with self._changing(lesson, seen=False) as (connection, row):
            share = (row.share or new_name()) if shared else None
            connection.execute(
                change(lessons).where(lessons.c.id == lesson).values(share=share)
            )
            return share

    def delete(self, lesson: str) -> None:
        """Remove a lesson with all that belongs to it, for good."""
        with self._changing(lesson) as (connection, _):
            connection.execute(delete(lessons).where(lessons.c.id == lesson))
        with told(self._engine.url):
            wipe(self._engine)

    def prune(self) -> int:
        """Remove the lessons whose days are over; return how many those were."""
        with self._writing() as connection:
            over = delete(lessons).where(lessons.c.expires <= now())
            return int(connection.execute(over).rowcount)

    # --- Within ------------------------------------------------------------------

    def _get(self, which: ColumnElement[bool]) -> Lesson:
        with self._looking() as connection:
            row = connection.execute(
                select(lessons).where(which, lessons.c.expires > now())
            ).one_or_none()
            if row is None:
                raise gone()
            return _whole(connection, row)

    @contextmanager
    def _changing(
        self, lesson: str, *, seen: bool = True
    ) -> Iterator[tuple[Connection, Row[Any]]]:
        """Change a lesson in one transaction.

        Its version grows, or where no page of a pupil looks otherwise (`seen`), what
        the board hears of.
        """
        counted = lessons.c.version if seen else lessons.c.activity
        with self._writing() as connection:
            mine = lessons.c.id == lesson
            grown = change(lessons).where(mine).values({counted: counted + 1})
            if not connection.execute(grown).rowcount:
                raise gone()
            yield connection, connection.execute(select(lessons).where(mine)).one()

    @contextmanager
    def _looking(self) -> Iterator[Connection]:
        with told(self._engine.url), self._engine.connect() as connection:
            yield connection

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        with told(self._engine.url), writing(self._engine).begin() as connection:
            yield connection


def _values(
    title: str, task: str, checks: Sequence[str], keep_days: int
) -> dict[str, object]:
    title, task = " ".join(title.split()), task.replace("\r\n", "\n").strip()
    if not title:
        raise InvalidInput(message("Give the lesson a title."))
    if len(title) > LONGEST_TITLE or len(task) > LONGEST_TASK:
        raise InvalidInput(
            message(
                "A title has up to %(title)s characters, a task up to %(task)s.",
                title=LONGEST_TITLE,
                task=LONGEST_TASK,
            )
        )
    if not 1 <= keep_days <= LONGEST_KEEP:
        raise InvalidInput(
            message(
                "A lesson is kept for 1 to %(longest_keep)s days.",
                longest_keep=LONGEST_KEEP,
            )
        )
    return {
        "title": title,
        "task": task,
        "checks": "\n".join(dict.fromkeys(checks)),
        "keep_days": keep_days,
    }


def _lesson(row: Row[Any]) -> Lesson:
    return Lesson(
        id=row.id,
        title=row.title,
        task=row.task,
        checks=tuple(row.checks.split()),
        state=row.state,
        keep_days=row.keep_days,
        made=row.made,
        expires=row.expires,
        code=row.code,
        share=row.share,
        teacher=row.teacher,
        version=row.version,
        activity=row.activity,
    )


def _whole(connection: Connection, row: Row[Any]) -> Lesson:
    found = {
        table: connection.execute(select(table).where(table.c.lesson == row.id)).all()
        for table in (lesson_reports, lesson_edits, lesson_questions, lesson_reveals)
    }
    reports = [
        LessonReport(
            number=r.number,
            article=unpack_article(r.article),
            page=unpack_page(r.page),
            sentences=unpack_spans(r.sentences),
        )
        for r in sorted(found[lesson_reports], key=lambda r: r.number)
    ]
    return replace(
        _lesson(row),
        reports=tuple(reports),
        edits=tuple(
            NoteEdit(r.report, r.note, r.hidden, r.message) for r in found[lesson_edits]
        ),
        questions=tuple(
            OwnQuestion(r.id, r.report, Span(r.start, r.stop), r.text, r.early)
            for r in sorted(found[lesson_questions], key=lambda r: r.id)
        ),
        reveals=frozenset(Reveal(r.report, r.note) for r in found[lesson_reveals]),
    )


def _must_have(connection: Connection, lesson: str, report: int) -> None:
    known = select(lesson_reports.c.number).where(
        lesson_reports.c.lesson == lesson, lesson_reports.c.number == report
    )
    if connection.execute(known).first() is None:
        raise NotFound(message("This lesson has no such report."))


def _free_code(connection: Connection) -> str:
    for _ in range(_TRIES):
        code = new_code()
        taken = select(lessons.c.id).where(lessons.c.code == code)
        if connection.execute(taken).first() is None:
            return code
    raise InvalidInput(
        message("No join code is free just now. Delete old lessons first.")
    )


def gone() -> NotFound:
    """Return what is said of a lesson that is not there, or not one's own."""
    return NotFound(
        message(
            "There is no such lesson; perhaps it was deleted, or its days are over."
        )
    )
