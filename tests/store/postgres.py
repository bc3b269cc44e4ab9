"""A PostgreSQL of the tests' own, thrown away when they are done."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from sqlalchemy import create_engine, text
from sqlalchemy.pool import NullPool

# Where Debian and its relatives put the server's programs, and where others do.
PROGRAMS = [
    *sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True),
    *[Path(found).parent for found in [shutil.which("pg_ctl")] if found],
]
# The server does not run as root; any other user will do.
UNPRIVILEGED = "nobody"


def is_here() -> bool:
    """Tell whether the server is installed, and the package that speaks to it."""
    return bool(PROGRAMS) and find_spec("psycopg") is not None


@dataclass(frozen=True)
class Cluster:
    """A running server, reached through a socket in its folder."""

    folder: Path

    def emptied(self) -> str:
        """Return the SQLAlchemy URL of its database, with nothing left in it."""
        url = f"postgresql+psycopg://sidelight@/postgres?host={self.folder}"
        engine = create_engine(url, poolclass=NullPool)
        with engine.begin() as connection:
            connection.execute(text("DROP SCHEMA public CASCADE"))
            connection.execute(text("CREATE SCHEMA public"))
        return url


@contextmanager
def cluster() -> Iterator[Cluster]:
    """Start a server in a folder of its own, and stop it at the end."""
    folder = Path(tempfile.mkdtemp(prefix="sidelight-postgres-"))
    if os.geteuid() == 0:
        shutil.chown(folder, UNPRIVILEGED)
    try:
        _run("initdb", "-D", str(folder / "data"), "-A", "trust", "-U", "sidelight")
        options = f"-k {folder} -c listen_addresses='' -c fsync=off"
        log = str(folder / "log")
        _run(
            "pg_ctl",
            "-D",
            str(folder / "data"),
            "-l",
            log,
            "-o",
            options,
            "-w",
            "start",
        )
        try:
            yield Cluster(folder)
        finally:
            _run("pg_ctl", "-D", str(folder / "data"), "-m", "immediate", "stop")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _run(program: str, *arguments: str) -> None:
    subprocess.run(
        [str(PROGRAMS[0] / program), *arguments],
        check=True,
        stdout=subprocess.DEVNULL,
        user=UNPRIVILEGED if os.geteuid() == 0 else None,
        cwd="/",
    )
