"""What goes wrong in a database, in words that say what to do."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import URL
from sqlalchemy.exc import SQLAlchemyError

from sidelight.errors import StoreError

# https://www.sqlite.org/rescode.html, by primary code.
_ADVICE = {
    sqlite3.SQLITE_CORRUPT: "is damaged. Restore it from a copy, or move it away and "
    "add the reports again",
    sqlite3.SQLITE_NOTADB: "is no Sidelight store. Move it away, or name another "
    "folder with SIDELIGHT_DATA_DIR",
    sqlite3.SQLITE_READONLY: "can be read but not written. Check who owns it and its "
    "folder, or name another folder with SIDELIGHT_DATA_DIR",
    sqlite3.SQLITE_CANTOPEN: "cannot be opened. Check who owns it and its folder, or "
    "name another folder with SIDELIGHT_DATA_DIR",
    sqlite3.SQLITE_FULL: "cannot grow: the disk is full. Nothing stored was lost. Free "
    "some space, then do it again",
    sqlite3.SQLITE_IOERR: "cannot be written: the disk is full or failing. Free some "
    "space or check the disk, then do it again",
    sqlite3.SQLITE_BUSY: "is in use by another process that did not finish in time. Do "
    "it again once that one is done",
}


@contextmanager
def told(url: URL) -> Iterator[None]:
    """Turn what the database raises inside into a `StoreError`.

    No text of a report and no password is part of the message.
    """
    try:
        yield
    except (SQLAlchemyError, sqlite3.Error) as error:
        raise StoreError(_message(url, error)) from error


def _message(url: URL, error: Exception) -> str:
    cause = getattr(error, "orig", None) or error
    if url.get_backend_name() != "sqlite":
        reason = str(cause).strip().partition("\n")[0]
        return f"The database {url.render_as_string()} answered: {reason}"
    code = getattr(cause, "sqlite_errorcode", 0) & 0xFF
    advice = _ADVICE.get(code, f"cannot be used ({cause})")
    return f"The store {url.database} {advice}."
