"""The class: who joined a lesson, and what they marked.

A mark that was acknowledged is on the disk. It is known by an id that its maker gave
it, and by a revision: what is sent twice, or late, changes nothing.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from sqlalchemy import Connection, Engine, Row, func, select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.exc import IntegrityError

from sidelight.errors import InvalidInput, NotFound
from sidelight.lessons import Mark, Pupil, new_name, new_nickname
from sidelight.lessons.lesson import MOST_PUPILS
from sidelight.lessons.marks import MOST_MARKS
from sidelight.messages import message
from sidelight.model import Span
from sidelight.store.engine import durably, writing
from sidelight.store.faults import told
from sidelight.store.feeds import now
from sidelight.store.lesson_tables import lesson_reports, lessons, marks, pupils

_TRIES = 20  # nicknames drawn until one is free


@dataclass(frozen=True, slots=True)
class Joined:
    """Somebody who has just joined; `token` is what the cookie holds."""

    pupil: Pupil
    token: str


class Classes:
    """The classes of a store; raises `StoreError` where the database fails."""

    def __init__(self, engine: Engine) -> None:
        """Use `Store.classes` instead."""
        self._engine = engine

    # --- Pupils ------------------------------------------------------------------

    def join(self, lesson: str) -> Joined:
        """Let somebody in under a nickname of the lesson's own.

        Raises `NotFound` where the lesson has ended, `InvalidInput` where it is full.
        """
        token = new_name()
        for _ in range(_TRIES):
            with told(self._engine.url):
                try:
                    with writing(self._engine).begin() as connection:
                        return Joined(_join(connection, lesson, token), token)
                except IntegrityError:  # somebody else was given the nickname
                    continue
        raise InvalidInput(message("The lesson is too busy just now. Try again."))

    def pupil(self, token: str) -> Pupil | None:
        """Return whose token this is, if the lesson is still there."""
        found = (
            select(pupils)
            .join_from(pupils, lessons, pupils.c.lesson == lessons.c.id)
            .where(pupils.c.token == digest(token), lessons.c.expires > now())
        )
        with self._looking() as connection:
            row = connection.execute(found).one_or_none()
        return _pupil(row) if row else None

    def pupils(self, lesson: str) -> Sequence[Pupil]:
        """Return who joined, by nickname."""
        found = (
            select(pupils).where(pupils.c.lesson == lesson).order_by(pupils.c.nickname)
        )
        with self._looking() as connection:
            return [_pupil(row) for row in connection.execute(found)]

    def set_finished(self, pupil: Pupil, *, finished: bool) -> None:
        """Remember that somebody has finished, or goes on after all."""
        with self._writing() as connection:
            connection.execute(
                update(pupils)
                .where(pupils.c.id == pupil.id)
                .values(finished=now() if finished else None)
            )
            _bump(connection, pupil.lesson)

    # --- Marks -------------------------------------------------------------------

    def put_marks(self, pupil: Pupil, sent: Sequence[Mark]) -> Sequence[str]:
        """Keep marks, all in one transaction; return the ids that are settled.

        Settled is also what was here before, what is older than what is here, and
        what can never be kept: a mark on a report that is gone, or one beyond its
        text. Raises `InvalidInput` where marks are no longer taken.
        """
        with told(self._engine.url), durably(self._engine).begin() as connection:
            state = connection.scalar(
                select(lessons.c.state).where(lessons.c.id == pupil.lesson)
            )
            if state != "open":
                raise InvalidInput(message("Your teacher has stopped the marking."))
            known = select(lesson_reports.c.number).where(
                lesson_reports.c.lesson == pupil.lesson
            )
            reports = set(connection.scalars(known))
            count = select(func.count()).where(marks.c.pupil == pupil.id)
            room = MOST_MARKS - (connection.scalar(count) or 0)
            for mark in [mark for mark in sent if mark.report in reports]:
                room -= _put(connection, pupil, mark, room=room > 0)
            _bump(connection, pupil.lesson)
        return [mark.id for mark in sent]

    def marks_of(self, pupil: Pupil) -> Sequence[Mark]:
        """Return somebody's marks, in the order of the text; none taken back."""
        return self._marks(marks.c.pupil == pupil.id)

    def marks(self, lesson: str) -> Sequence[Mark]:
        """Return the class's marks, in the order of the texts; none taken back."""
        return self._marks(marks.c.lesson == lesson)

    # --- Within ------------------------------------------------------------------

    def _marks(self, which: Any) -> Sequence[Mark]:  # noqa: ANN401 - a condition
        found = (
            select(marks)
            .where(which, marks.c.removed.is_(False))
            .order_by(marks.c.report, marks.c.start, marks.c.stop, marks.c.pupil)
        )
        with self._looking() as connection:
            return [_mark(row) for row in connection.execute(found)]

    @contextmanager
    def _looking(self) -> Iterator[Connection]:
        with told(self._engine.url), self._engine.connect() as connection:
            yield connection

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        with told(self._engine.url), writing(self._engine).begin() as connection:
            yield connection


def digest(token: str) -> str:
    """Return what is stored in the place of a token of 128 random bits."""
    return sha256(token.encode(errors="surrogateescape")).hexdigest()


def _join(connection: Connection, lesson: str, token: str) -> Pupil:
    state = connection.scalar(
        select(lessons.c.state).where(lessons.c.id == lesson, lessons.c.expires > now())
    )
    if state is None or state == "ended":
        raise NotFound(message("This lesson is over."))
    taken = set(
        connection.scalars(select(pupils.c.nickname).where(pupils.c.lesson == lesson))
    )
    if len(taken) >= MOST_PUPILS:
        raise InvalidInput(
            message(
                "This lesson is full: %(most_pupils)s have joined.",
                most_pupils=MOST_PUPILS,
            )
        )
    values = {"nickname": new_nickname(taken), "lesson": lesson, "joined": now()}
    made = connection.execute(
        pupils.insert().values(**values, token=digest(token))
    ).inserted_primary_key
    _bump(connection, lesson)
    return Pupil(id=int(made[0]) if made else 0, **values)  # type: ignore[arg-type]


def _put(connection: Connection, pupil: Pupil, mark: Mark, *, room: bool) -> bool:
    """Keep one mark, if it is newer than what is here; tell whether it is new."""
    values = {
        "report": mark.report,
        "start": mark.span.start,
        "stop": mark.span.end,
        "question": mark.question,
        "text": "" if mark.removed else mark.text,
        "revision": mark.revision,
        "removed": mark.removed,
        "at": now(),
    }
    mine = (marks.c.pupil == pupil.id, marks.c.id == mark.id)
    newer = update(marks).where(
        *mine, marks.c.revision < mark.revision, marks.c.removed.is_(False)
    )
    if connection.execute(newer.values(values)).rowcount or not room:
        return False
    insert = postgresql.insert if _is_postgres(connection) else sqlite.insert
    adding = insert(marks).values(
        pupil=pupil.id, id=mark.id, lesson=pupil.lesson, **values
    )
    return bool(connection.execute(adding.on_conflict_do_nothing()).rowcount)


def _is_postgres(connection: Connection) -> bool:
    return connection.dialect.name == "postgresql"


def _bump(connection: Connection, lesson: str) -> None:
    connection.execute(
        update(lessons)
        .where(lessons.c.id == lesson)
        .values(activity=lessons.c.activity + 1)
    )


def _pupil(row: Row[Any]) -> Pupil:
    return Pupil(row.id, row.lesson, row.nickname, row.joined, row.finished)


def _mark(row: Row[Any]) -> Mark:
    return Mark(
        id=row.id,
        report=row.report,
        span=Span(row.start, row.stop),
        question=row.question,
        text=row.text,
        revision=row.revision,
        removed=row.removed,
        pupil=row.pupil,
    )
