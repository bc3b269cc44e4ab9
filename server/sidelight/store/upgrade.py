"""Bring a store's tables to the version this Sidelight knows."""

from pathlib import Path

from sqlalchemy import Connection, Engine, inspect, text

from sidelight.errors import StoreError
from sidelight.store.engine import bare, wait_for_migrations, writing
from sidelight.store.schema import REVISIONS

MIGRATIONS = Path(__file__).parent / "migrations"


def bring_up_to_date(engine: Engine) -> None:
    """Make or upgrade the tables, unless they are current.

    Raises `StoreError` where a newer Sidelight made them. Several processes may
    do this at once: one upgrades, the others wait and find it done.
    """
    with engine.connect() as connection:
        if _is_current(connection):
            return
    if engine.dialect.name == "sqlite":
        _log_ahead(engine)
    with writing(engine).begin() as connection:
        wait_for_migrations(connection)
        _upgrade(connection)  # which finds nothing to do if another was first


def _is_current(connection: Connection) -> bool:
    if not inspect(connection).has_table("alembic_version"):
        return False
    found = connection.scalar(text("SELECT version_num FROM alembic_version"))
    if found and found not in REVISIONS:
        message = (
            "The store was made by a newer Sidelight than this one. Upgrade "
            "Sidelight, or name another folder with SIDELIGHT_DATA_DIR."
        )
        raise StoreError(message)
    return bool(found == REVISIONS[-1])


def _upgrade(connection: Connection) -> None:
    # Alembic takes as long to import as all of SQLAlchemy, and is rarely needed.
    from alembic import command  # noqa: PLC0415
    from alembic.config import Config  # noqa: PLC0415

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")


def _log_ahead(engine: Engine) -> None:
    """Set write-ahead logging, which SQLite remembers in the file."""
    with bare(engine).connect() as connection:
        connection.exec_driver_sql("PRAGMA journal_mode = WAL")
