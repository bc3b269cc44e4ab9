"""Counts that all workers share: how often somebody asked within a span of time."""

import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import NamedTuple

from sqlalchemy import Connection, Engine, case, delete, select
from sqlalchemy.dialects import postgresql, sqlite

from sidelight.errors import StoreError
from sidelight.store.engine import writing
from sidelight.store.faults import told
from sidelight.store.schema import counts

SWEEP = 600
"""Seconds from one time that a process clears away what has ended to the next."""


class Count(NamedTuple):
    """How often, and when the counting begins anew (seconds since 1970)."""

    n: int
    until: int


class Counts:
    """The counts of one store. Every method is one transaction."""

    _swept = 0.0  # of the process, for all stores: a sweep more or less is no matter

    def __init__(self, engine: Engine) -> None:
        """Use `Store.counts` instead."""
        self._engine = engine

    def add(self, key: str, seconds: int) -> Count:
        """Count one more for `key`, and return what that makes.

        Counting begins anew `seconds` after the first. `key` has up to 64 characters.
        """
        self._sweep()
        now = int(time.time())
        insert = (
            postgresql.insert
            if self._engine.dialect.name == "postgresql"
            else sqlite.insert
        )(counts).values(key=key, n=1, until=now + seconds)
        over = counts.c.until <= now
        adding = insert.on_conflict_do_update(
            index_elements=[counts.c.key],
            set_={
                "n": case((over, 1), else_=counts.c.n + 1),
                "until": case((over, now + seconds), else_=counts.c.until),
            },
        ).returning(counts.c.n, counts.c.until)
        with self._writing() as connection:
            return Count(*connection.execute(adding).one())

    def get(self, key: str) -> Count:
        """Return what was counted for `key` until now, 0 where that has ended."""
        wanted = select(counts.c.n, counts.c.until).where(counts.c.key == key)
        now = int(time.time())
        with told(self._engine.url), self._engine.connect() as connection:
            row = connection.execute(wanted).one_or_none()
        return Count(row.n, row.until) if row and row.until > now else Count(0, now)

    def _sweep(self) -> None:
        """Clear away what has ended, now and then; another worker may be at it."""
        if time.monotonic() < Counts._swept + SWEEP:
            return
        Counts._swept = time.monotonic()
        with suppress(StoreError), self._writing() as connection:
            connection.execute(delete(counts).where(counts.c.until <= int(time.time())))

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        with told(self._engine.url), writing(self._engine).begin() as connection:
            yield connection
