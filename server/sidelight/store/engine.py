"""Engines, and the few things that SQLite and PostgreSQL do differently.

No connection is kept while none is used (`NullPool`): an SQLite connection must
not be carried into a forked process (https://www.sqlite.org/howtocorrupt.html,
2.6), and a server forks after loading. A new connection costs half a millisecond.
"""

from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url, text
from sqlalchemy.exc import ArgumentError
from sqlalchemy.pool import NullPool

from sidelight.errors import StoreError

# Milliseconds that a writer waits for another one. A batch takes a tenth of a second.
PATIENCE = 30_000

# Any number, as long as every Sidelight takes the same one.
MIGRATION_LOCK = 0x51DE


def engine_for(address: str) -> Engine:
    """Return an engine for an SQLAlchemy URL; nothing is connected yet.

    Makes the folder of an SQLite file (mode 0700) and the file (mode 0600), for
    what somebody reads is nobody else's business. Raises `StoreError`.
    """
    url = _read(address)
    if url.get_backend_name() == "sqlite":
        return _sqlite(url)
    try:
        return create_engine(url, poolclass=NullPool)
    except ModuleNotFoundError as error:
        message = (
            f"PostgreSQL needs the Python package {error.name}: "
            "pip install 'psycopg[binary]'."
        )
        raise StoreError(message) from error


def writing(engine: Engine) -> Engine:
    """Return `engine` with transactions that write from their beginning.

    SQLite refuses a transaction that reads first and then finds another writer;
    one that starts as a writer waits.
    """
    return engine.execution_options(sidelight_begin="BEGIN IMMEDIATE")


def durably(engine: Engine) -> Engine:
    """Return `engine` writing so that what was committed outlives a power cut too.

    In write-ahead mode SQLite otherwise leaves that to the system's next flush
    (https://www.sqlite.org/pragma.html#pragma_synchronous); PostgreSQL always waits.
    """
    return writing(engine).execution_options(sidelight_durable=True)


def bare(engine: Engine) -> Engine:
    """Return an SQLite `engine` outside transactions, as some pragmas need it."""
    return engine.execution_options(sidelight_begin="")


def wait_for_migrations(connection: Connection) -> None:
    """Let one process at a time change the tables, until the transaction ends."""
    if connection.dialect.name == "postgresql":
        connection.execute(
            text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": MIGRATION_LOCK}
        )


def wipe(engine: Engine) -> None:
    """Make sure that no removed text is left in an SQLite file or its journal.

    PostgreSQL reclaims the space by its own vacuum.
    """
    if engine.dialect.name == "sqlite":
        with bare(engine).connect() as connection:
            connection.exec_driver_sql("VACUUM")
            connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")


def _read(address: str) -> URL:
    try:
        url = make_url(address)
    except ArgumentError as error:
        message = (
            "The database address cannot be read; it should look like "
            "sqlite:////path/to/file or postgresql://user@host/name."
        )
        raise StoreError(message) from error
    match url.drivername:
        case "sqlite" | "sqlite+pysqlite":
            return url
        case "postgres" | "postgresql" | "postgresql+psycopg":
            return url.set(drivername="postgresql+psycopg")
        case other:
            message = f"A store is kept in SQLite or PostgreSQL, not in {other!r}."
            raise StoreError(message)


def _sqlite(url: URL) -> Engine:
    if url.database in (None, "", ":memory:"):
        message = "A store needs a file: sqlite:////path/to/file."
        raise StoreError(message)
    file = Path(url.database)
    try:
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        if not file.exists():
            file.touch(mode=0o600)
    except OSError as error:
        message = (
            f"The folder {file.parent} cannot be written ({error.strerror}). "
            "Name another one with SIDELIGHT_DATA_DIR."
        )
        raise StoreError(message) from error
    engine = create_engine(
        url, poolclass=NullPool, connect_args={"timeout": PATIENCE / 1000}
    )
    event.listen(engine, "connect", _set_up)
    event.listen(engine, "begin", _begin)
    return engine


def _set_up(connection: Any, _: object) -> None:  # noqa: ANN401 - sqlite3's own
    connection.isolation_level = None  # we say BEGIN ourselves, see _begin
    cursor = connection.cursor()
    cursor.execute("PRAGMA foreign_keys = ON")
    cursor.execute("PRAGMA synchronous = NORMAL")
    cursor.execute("PRAGMA secure_delete = ON")  # what is removed is gone
    cursor.close()


def _begin(connection: Connection) -> None:
    options = connection.get_execution_options()
    if options.get("sidelight_durable"):
        connection.exec_driver_sql("PRAGMA synchronous = FULL")
    begin = options.get("sidelight_begin", "BEGIN")
    if begin:
        connection.exec_driver_sql(begin)
