"""Bring a store's tables to the version this Sidelight knows."""

import time
from pathlib import Path

from sqlalchemy import Connection, Engine, inspect, text
from sqlalchemy.exc import OperationalError

from sidelight.errors import StoreError
from sidelight.store.engine import bare, wait_for_migrations, writing
from sidelight.store.schema import REVISIONS

MIGRATIONS = Path(__file__).parent / "migrations"
_PAUSES = (0.05, 0.1, 0.2, 0.4, 0.8, 1.6, 3.2)  # seconds


def bring_up_to_date(engine: Engine) -> str | None:
    """Make or upgrade the tables, unless they are current.

    Returns the version that was found, or `None` where there were no tables.
    Raises `StoreError` where a newer Sidelight made them. Several processes may
    do this at once: one upgrades, the others wait and find it done.
    """
    with engine.connect() as connection:
        found = version_of(connection)
    if found == REVISIONS[-1]:
        return found
    if engine.dialect.name == "sqlite":
        _log_ahead(engine)
    with writing(engine).begin() as connection:
        wait_for_migrations(connection)
        _upgrade(connection)  # which finds nothing to do if another was first
    return found


def version_of(connection: Connection) -> str | None:
    """Return the version of the tables, or `None` where there are none."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    query = text("SELECT version_num FROM alembic_version")
    found: str | None = connection.scalar(query)
    if found and found not in REVISIONS:
        message = (
            "The store was made by a newer Sidelight than this one. Upgrade "
            "Sidelight, or name another folder with SIDELIGHT_DATA_DIR."
        )
        raise StoreError(message)
    return found


def _upgrade(connection: Connection) -> None:
    # Alembic takes as long to import as all of SQLAlchemy, and is rarely needed.
    from alembic import command  # noqa: PLC0415
    from alembic.config import Config  # noqa: PLC0415

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")


def _log_ahead(engine: Engine) -> None:
    """Set write-ahead logging, which SQLite remembers in the file.

    Where another process is about to set it too, SQLite says at once that the file is
    locked, without heeding its own time to wait: so it is tried again.
    """
    for pause in (*_PAUSES, None):
        try:
            with bare(engine).connect() as connection:
                connection.exec_driver_sql("PRAGMA journal_mode = WAL")
        except OperationalError:
            if pause is None:
                raise
            time.sleep(pause)
        else:
            return
