"""A copy of an SQLite store in one file, made while others go on writing."""

from pathlib import Path

from sqlalchemy import text

from sidelight.errors import InvalidInput, StoreError
from sidelight.store.engine import bare, engine_for
from sidelight.store.faults import told


def back_up(url: str, file: Path) -> int:
    """Write all of a store into `file` (mode 0600), and return its size in bytes.

    What is written is the store as it was at one moment; nobody waits for it.
    To restore, put the file where the store was. Raises `InvalidInput` where
    `file` exists or the store is no SQLite file, and `StoreError` otherwise.
    """
    engine = engine_for(url)
    if engine.dialect.name != "sqlite":
        raise InvalidInput(
            "PostgreSQL is backed up with its own pg_dump: see docs/operating.md."
        )
    if not Path(engine.url.database or "").stat().st_size:
        raise InvalidInput("There is no store yet, so there is nothing to back up.")
    try:
        file.touch(mode=0o600, exist_ok=False)  # VACUUM fills an empty file
    except FileExistsError:
        raise InvalidInput(f"{file} exists; name a new file.") from None
    except OSError as error:
        raise StoreError(f"{file} cannot be written ({error.strerror}).") from error
    try:
        with told(engine.url), bare(engine).connect() as connection:
            connection.execute(text("VACUUM INTO :file"), {"file": str(file)})
    except StoreError:
        file.unlink()
        raise
    return file.stat().st_size
