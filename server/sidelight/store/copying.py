"""Copy a store into another, such as an SQLite file into PostgreSQL.

Row by row as it stands, in batches, each of which is one transaction: whoever is
ended half-way begins again and goes on where it stopped. At the end the rows of
both are counted.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import msgspec
from sqlalchemy import (
    Connection,
    Engine,
    Integer,
    Select,
    Table,
    func,
    or_,
    select,
    text,
    tuple_,
)

from sidelight.errors import InvalidInput, StoreError
from sidelight.store.engine import engine_for, writing
from sidelight.store.faults import told
from sidelight.store.filing import Filing
from sidelight.store.schema import (
    counts,
    leases,
    metadata,
    readings,
    reports,
    terms,
    totals,
)
from sidelight.store.upgrade import bring_up_to_date

BATCH = 200  # reports or rows in one transaction
_OF_REPORTS = (reports, readings, terms)
_NOT_COPIED = (*_OF_REPORTS, totals, leases, counts)
_SAME = ("key", "id", "page", "text", "fingerprint")

Row = Mapping[str, Any]
Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Copied:
    """How many reports were copied, and how many there were from an earlier run.

    `rows` counts what both stores hold now, by table.
    """

    reports: int
    already_there: int
    rows: Mapping[str, int]


def copy_store(
    source: str, target: str, progress: Progress = lambda _done, _of: None
) -> Copied:
    """Copy all of one store into another; both are SQLAlchemy URLs.

    Raises `InvalidInput` where `target` holds anything else than an earlier copy,
    and `StoreError` where a database fails or the two differ in the end, which
    they do if somebody wrote to one of them meanwhile.
    """
    here, there = engine_for(source), engine_for(target)
    if here.url == there.url:
        raise InvalidInput("Both are the same store; name another one to copy into.")
    try:
        for engine in (here, there):
            with told(engine.url):
                bring_up_to_date(engine)
        copied, already = _copy_reports(here, there, progress)
        for table in metadata.sorted_tables:
            if table not in _NOT_COPIED:
                _copy_table(here, there, table)
        return Copied(copied, already, _compared(here, there))
    finally:
        here.dispose()
        there.dispose()


def _copy_reports(here: Engine, there: Engine, progress: Progress) -> tuple[int, int]:
    with told(here.url), here.connect() as connection:
        of = connection.scalars(select(totals.c.reports)).one()
    copied = already = 0
    last = -1
    while batch := _reports_after(here, last):
        last = batch[-1]["key"]
        with told(there.url), writing(there).begin() as connection:
            filing = Filing(connection, "")
            wanted = _missing(connection, batch)
            filing.take_over(wanted, *_rest_of(here, wanted))
            filing.close()
        copied += len(wanted)
        already += len(batch) - len(wanted)
        progress(copied + already, max(of, copied + already))
    return copied, already


def _reports_after(engine: Engine, key: int) -> Sequence[Row]:
    query = select(reports).where(reports.c.key > key).order_by(reports.c.key)
    with told(engine.url), engine.connect() as connection:
        return _rows(connection, query.limit(BATCH))


def _missing(connection: Connection, batch: Sequence[Row]) -> Sequence[Row]:
    """Return the reports of `batch` that are not there; raises `InvalidInput`."""
    alike = or_(
        *(
            reports.c[name].in_([row[name] for row in batch if row[name] is not None])
            for name in ("key", "id", "page", "text")
        )
    )
    found = _rows(connection, select(reports).where(alike))
    here = {tuple(row[name] for name in _SAME) for row in batch}
    there = {tuple(row[name] for name in _SAME) for row in found}
    if there - here:
        raise InvalidInput(
            "The store to copy into holds other reports, or an earlier copy of "
            "reports that have changed since. Copy into an empty store."
        )
    return [row for row in batch if tuple(row[name] for name in _SAME) not in there]


def _rest_of(
    engine: Engine, batch: Sequence[Row]
) -> tuple[Sequence[Row], Sequence[Row]]:
    """Return what was read in the reports of `batch`, and their terms."""
    keys = [row["key"] for row in batch]
    with told(engine.url), engine.connect() as connection:
        rows = _rows(connection, select(readings).where(readings.c.key.in_(keys)))
        found = [row for one in rows for row in _terms_of(connection, one)]
    return rows, found


def _terms_of(connection: Connection, read: Row) -> Sequence[Row]:
    names = msgspec.msgpack.decode(read["terms"], type=list[str])
    query = select(terms).where(terms.c.key == read["key"], terms.c.term.in_(names))
    return _rows(connection, query)


def _rows(connection: Connection, query: Select[Any]) -> list[dict[str, Any]]:
    return [dict(row) for row in connection.execute(query).mappings()]


# --- Feeds, lessons: whatever else there is --------------------------------------


def _copy_table(here: Engine, there: Engine, table: Table) -> None:
    """Copy the rows of a table that are not there yet, as their key tells."""
    for batch in _batches(here, table):
        with told(there.url), writing(there).begin() as connection:
            known = _known(connection, table, batch)
            new = [_plain(row) for row in batch if _key(table, row) not in known]
            if new:
                connection.execute(table.insert(), new)
            _go_on_counting(connection, table)


def _batches(engine: Engine, table: Table) -> Iterator[Sequence[Row]]:
    query = select(table).order_by(*table.primary_key)
    with told(engine.url), engine.connect() as connection:
        found = connection.execution_options(yield_per=BATCH).execute(query)
        for part in found.mappings().partitions(BATCH):
            yield [dict(row) for row in part]


def _known(
    connection: Connection, table: Table, batch: Sequence[Row]
) -> set[tuple[Any, ...]]:
    columns = tuple(table.primary_key)
    query = select(*columns).where(
        tuple_(*columns).in_([_key(table, row) for row in batch])
    )
    return {tuple(row) for row in connection.execute(query)}


def _key(table: Table, row: Row) -> tuple[Any, ...]:
    return tuple(row[column.name] for column in table.primary_key)


def _plain(row: Row) -> dict[str, Any]:
    """Return a row without U+0000, which PostgreSQL cannot hold."""
    return {
        name: value.replace("\0", "") if isinstance(value, str) else value
        for name, value in row.items()
    }


def _go_on_counting(connection: Connection, table: Table) -> None:
    """Have PostgreSQL number what comes next after what was copied."""
    column = table.autoincrement_column
    if column is None or connection.dialect.name != "postgresql":
        return
    if not isinstance(column.type, Integer):
        return
    highest = connection.scalar(select(func.max(column)))
    if highest is not None:
        connection.execute(
            text("SELECT setval(pg_get_serial_sequence(:table, :column), :highest)"),
            {"table": table.name, "column": column.name, "highest": highest},
        )


# --- Afterwards --------------------------------------------------------------------


def _compared(here: Engine, there: Engine) -> Mapping[str, int]:
    """Return the rows of each table; raises `StoreError` where the two differ."""
    (ours, state), (theirs, other) = _counted(here), _counted(there)
    if ours != theirs or state != other:
        differ = [name for name in ours if ours[name] != theirs[name]]
        what = ", ".join(f"{n} {ours[n]} and {theirs[n]}" for n in differ) or "state"
        raise StoreError(
            f"After copying the two stores differ ({what}). Somebody may have written "
            "to one of them: stop the service, then copy again."
        )
    return ours


def _counted(engine: Engine) -> tuple[dict[str, int], tuple[Any, ...]]:
    with told(engine.url), engine.connect() as connection:
        rows = {
            table.name: connection.scalar(select(func.count()).select_from(table)) or 0
            for table in metadata.sorted_tables
            if table not in {leases, counts}
        }
        state = connection.execute(select(totals.c.reports, totals.c.state)).one()
    return rows, tuple(state)
