"""The one reader of the environment: SIDELIGHT_* variables, with their defaults."""

import os
from dataclasses import dataclass
from pathlib import Path

from platformdirs import user_data_path

from sidelight.errors import InvalidInput


@dataclass(frozen=True, slots=True)
class Settings:
    """How this installation is set up.

    `data_dir` holds what is stored; `database_url` is an SQLAlchemy URL, an
    SQLite file in `data_dir` unless it is set. `host` and `port` are where the
    service listens.
    """

    data_dir: Path
    database_url: str
    host: str = "127.0.0.1"
    port: int = 8765


def load() -> Settings:
    """Read the settings from the environment.

    SIDELIGHT_DATA_DIR, SIDELIGHT_DATABASE_URL, SIDELIGHT_HOST, SIDELIGHT_PORT.
    Raises `InvalidInput` for what cannot be meant.
    """
    data_dir = Path(
        os.environ.get("SIDELIGHT_DATA_DIR") or user_data_path("sidelight")
    ).absolute()
    database_url = (
        os.environ.get("SIDELIGHT_DATABASE_URL")
        or f"sqlite:///{data_dir / 'sidelight.sqlite3'}"
    )
    return Settings(
        data_dir=data_dir,
        database_url=database_url,
        host=os.environ.get("SIDELIGHT_HOST") or "127.0.0.1",
        port=_port(os.environ.get("SIDELIGHT_PORT") or "8765"),
    )


def _port(written: str) -> int:
    if written.isdecimal() and 0 < int(written) < 65536:  # noqa: PLR2004
        return int(written)
    raise InvalidInput(
        f"SIDELIGHT_PORT is {written!r}; a number up to 65535 is expected."
    )
