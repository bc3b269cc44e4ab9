"""Weekly partitions of the term rows, on PostgreSQL.

The rows of a week that many reports are of lie in a table of their own: a search
reads the two or three weeks around a day, and a week that was forgotten gives its
space back at once. Rows of other weeks lie in a common rest, so that no report ever
waits for a table. `tend` is called on schedule; it makes the tables of this week
and the next, moves crowded weeks out of the rest, and drops empty ones.
"""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import Connection, text
from sqlalchemy.exc import OperationalError

from sidelight.store.identity import DAY_SHIFT, first_key

CROWDED = 10_000
"""Rows in the rest that make a week worth a table: some 250 reports."""

MOST = 300
"""Partitions at most: each costs the planner some microseconds a query."""

WAIT = 500
"""Milliseconds that `tend` waits for others, who wait behind it meanwhile."""

_LOCK_NOT_AVAILABLE = "55P03"  # PostgreSQL, appendix A
_NAME = re.compile(r"terms_w(\d{4})_(\d\d)_(\d\d)")
_WEEK = timedelta(7)


@dataclass(frozen=True, slots=True)
class Tended:
    """The Mondays of the weeks whose tables were made and dropped."""

    made: tuple[date, ...] = ()
    dropped: tuple[date, ...] = ()


def tend(connection: Connection, today: date) -> Tended:
    """Make and drop partitions, inside a transaction that other writers wait for.

    Raises `OperationalError` (see `is_in_the_way`) where a reader keeps it waiting.
    """
    connection.execute(text(f"SET LOCAL lock_timeout = {WAIT}"))
    here = weeks(connection)
    this = monday_of(today)
    dropped = [
        monday
        for monday in here
        if monday < this - _WEEK and _is_empty(connection, monday)
    ]
    for monday in dropped:
        connection.execute(text(f"DROP TABLE {_name(monday)}"))
    wanted = [this, this + _WEEK, *_crowded(connection)]
    room = MOST - len(here) + len(dropped)
    made = sorted({monday for monday in wanted if monday not in here})[-room:]
    for monday in made:
        _make(connection, monday)
    return Tended(tuple(made), tuple(dropped))


def weeks(connection: Connection) -> list[date]:
    """Return the Mondays of the weeks that have a partition."""
    children = connection.scalars(
        text(
            "SELECT relname FROM pg_inherits JOIN pg_class ON oid = inhrelid "
            "WHERE inhparent = 'terms'::regclass"
        )
    )
    found = [_NAME.fullmatch(name) for name in children]
    return sorted(date(*map(int, name.groups())) for name in found if name)


def is_in_the_way(error: OperationalError) -> bool:
    """Tell whether `tend` gave up because somebody else was at work."""
    return getattr(error.orig, "sqlstate", None) == _LOCK_NOT_AVAILABLE


def monday_of(day: date) -> date:
    """Return the first day of a day's week."""
    return date.fromordinal(max(day.toordinal() - day.weekday(), 1))


def _crowded(connection: Connection) -> list[date]:
    """Return the weeks with many rows in the rest. Ordinal 1 is a Monday."""
    found = connection.scalars(
        text(
            f"SELECT ((key >> {DAY_SHIFT}) - 1) / 7 AS week FROM terms_rest "  # noqa: S608
            f"GROUP BY week HAVING count(*) >= {CROWDED}"
        )
    )
    return [date.fromordinal(week * 7 + 1) for week in found]


def _is_empty(connection: Connection, monday: date) -> bool:
    query = text(f"SELECT 1 FROM {_name(monday)} LIMIT 1")  # noqa: S608 - a date
    return connection.execute(query).first() is None


def _make(connection: Connection, monday: date) -> None:
    """Make a week's table, with its rows of the rest, and let it be found."""
    name = _name(monday)
    low = first_key(monday.toordinal())
    high = first_key(monday.toordinal() + 7)
    within = f"key >= {low} AND key < {high}"
    making = f"CREATE TABLE {name} (LIKE terms INCLUDING ALL, CHECK ({within}))"
    moving = (
        f"WITH moved AS (DELETE FROM terms_rest WHERE {within} RETURNING *) "  # noqa: S608
        f"INSERT INTO {name} SELECT * FROM moved"
    )
    joining = (
        f"ALTER TABLE terms ATTACH PARTITION {name} FOR VALUES FROM ({low}) TO ({high})"
    )
    for statement in (making, moving, joining):
        connection.execute(text(statement))


def _name(monday: date) -> str:
    return f"terms_w{monday:%Y_%m_%d}"
