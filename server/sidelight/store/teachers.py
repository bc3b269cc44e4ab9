"""Teachers, and who of them is signed in.

A visit is 128 random bits in a cookie, of which the SHA-256 alone is here: each
sign-in makes a new one, so that none can be planted beforehand, and signing out
ends it everywhere.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, Engine, Select, delete, func, select, update

from sidelight.errors import InvalidInput, NotFound
from sidelight.lessons import new_name
from sidelight.messages import message
from sidelight.store.classes import digest
from sidelight.store.engine import writing
from sidelight.store.faults import told
from sidelight.store.feeds import now
from sidelight.store.lesson_tables import lessons, teachers, visits

VISIT = timedelta(hours=12)
"""A school day: who signed in then signs in again."""

LONGEST_NAME = 80


@dataclass(frozen=True, slots=True)
class Teacher:
    """Somebody who may make lessons. `secret` is a hash."""

    id: int
    name: str
    secret: str
    added: datetime


class Teachers:
    """The teachers of a store; raises `StoreError` where the database fails."""

    def __init__(self, engine: Engine) -> None:
        """Use `Store.teachers` instead."""
        self._engine = engine

    def add(self, name: str, secret: str) -> int:
        """Add a teacher with the hash of a password; return the number.

        The first one takes over the lessons that were made at the machine itself.
        Raises `InvalidInput` for a name that is taken, empty or too long.
        """
        name = " ".join(name.split())
        if not 0 < len(name) <= LONGEST_NAME or not name.isprintable():
            raise InvalidInput(
                message(
                    "A name has 1 to %(longest_name)s characters.",
                    longest_name=LONGEST_NAME,
                )
            )
        with self._writing() as connection:
            if connection.execute(_named(name)).first():
                raise InvalidInput(f"There is a teacher {name!r} already.")
            first = not connection.scalar(select(func.count()).select_from(teachers))
            made = connection.execute(
                teachers.insert().values(name=name, secret=secret, added=now())
            ).inserted_primary_key
            number = int(made[0]) if made else 0
            if first:
                connection.execute(
                    update(lessons)
                    .where(lessons.c.teacher.is_(None))
                    .values(teacher=number)
                )
            return number

    def named(self, name: str) -> Teacher | None:
        """Return the teacher of this name, if there is one."""
        with self._looking() as connection:
            row = connection.execute(_named(" ".join(name.split()))).one_or_none()
        return Teacher(*row) if row is not None else None

    def list(self) -> Sequence[Teacher]:
        """Return the teachers by name."""
        with self._looking() as connection:
            found = select(teachers).order_by(teachers.c.name)
            return [Teacher(*row) for row in connection.execute(found)]

    def exist(self) -> bool:
        """Tell whether anybody has to sign in."""
        with self._looking() as connection:
            return (
                connection.execute(select(teachers.c.id).limit(1)).first() is not None
            )

    def of_token(self, name: str) -> int:
        """Return the teacher whom a service token of this name stands for.

        One is made where there is none, whom no password fits.
        """
        with self._writing() as connection:
            number = connection.scalar(_named(name))
            if number is None:
                made = connection.execute(
                    teachers.insert().values(name=name, secret="", added=now())
                ).inserted_primary_key
                number = made[0] if made else 0
            return int(number)

    def set_secret(self, name: str, secret: str) -> None:
        """Give a teacher another password; who is signed in no longer is.

        Raises `NotFound`.
        """
        with self._writing() as connection:
            number = connection.scalar(_named(name))
            if number is None:
                raise NotFound(f"There is no teacher {name!r}.")
            connection.execute(delete(visits).where(visits.c.teacher == number))
            connection.execute(
                update(teachers).where(teachers.c.id == number).values(secret=secret)
            )

    def remove(self, name: str) -> None:
        """Remove a teacher, with all lessons of theirs; raises `NotFound`."""
        with self._writing() as connection:
            gone = connection.execute(delete(teachers).where(teachers.c.name == name))
            if not gone.rowcount:
                raise NotFound(f"There is no teacher {name!r}.")

    # --- Visits ------------------------------------------------------------------

    def enter(self, teacher: int) -> str:
        """Begin a visit and return what the cookie is to hold."""
        token = new_name()
        with self._writing() as connection:
            connection.execute(delete(visits).where(visits.c.until <= now()))
            connection.execute(
                visits.insert().values(
                    token=digest(token), teacher=teacher, until=now() + VISIT
                )
            )
        return token

    def visitor(self, token: str) -> Teacher | None:
        """Return who is signed in with this, if anybody still is."""
        found = (
            select(teachers)
            .join_from(teachers, visits, visits.c.teacher == teachers.c.id)
            .where(visits.c.token == digest(token), visits.c.until > now())
        )
        with self._looking() as connection:
            row = connection.execute(found).one_or_none()
        return Teacher(*row) if row else None

    def leave(self, token: str) -> None:
        """End a visit."""
        with self._writing() as connection:
            connection.execute(delete(visits).where(visits.c.token == digest(token)))

    @contextmanager
    def _looking(self) -> Iterator[Connection]:
        with told(self._engine.url), self._engine.connect() as connection:
            yield connection

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        with told(self._engine.url), writing(self._engine).begin() as connection:
            yield connection


def _named(name: str) -> Select[Any]:
    return select(teachers).where(teachers.c.name == name)
