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

    def another(self, name: str) -> str:
        """Return the SQLAlchemy URL of another database, made anew and empty."""
        made = f"postgresql+psycopg://sidelight@/{name}?host={self.folder}"
        engine = create_engine(
            made.replace(f"/{name}?", "/postgres?"),
            poolclass=NullPool,
            isolation_level="AUTOCOMMIT",
        )
        with engine.connect() as connection:
            connection.execute(text(f"DROP DATABASE IF EXISTS {name}"))
            connection.execute(text(f"CREATE DATABASE {name}"))
        return made

    def libpq(self, database: str) -> str:
        """Return the address of a database as PostgreSQL's own programs take it."""
        return f"postgresql://sidelight@/{database}?host={self.folder}"

    def program(self, name: str, *arguments: str, stdin: Path | None = None) -> bytes:
        """Run one of PostgreSQL's programs, and return what it prints."""
        return subprocess.run(
            [str(PROGRAMS[0] / name), *arguments],
            check=True,
            input=stdin.read_bytes() if stdin else None,
            capture_output=True,
        ).stdout

    @contextmanager
    def stopped(self) -> Iterator[None]:
        """Have no server, and start it again at the end."""
        _run("pg_ctl", "-D", str(self.folder / "data"), "-m", "immediate", "stop")
        try:
            yield
        finally:
            _start(self.folder)

    def kill(self) -> None:
        """Kill the server as a power cut would, and start it again."""
        with self.stopped():
            pass


@contextmanager
def cluster() -> Iterator[Cluster]:
    """Start a server in a folder of its own, and stop it at the end."""
    folder = Path(tempfile.mkdtemp(prefix="sidelight-postgres-"))
    if os.geteuid() == 0:
        shutil.chown(folder, UNPRIVILEGED)
    try:
        _run("initdb", "-D", str(folder / "data"), "-A", "trust", "-U", "sidelight")
        _start(folder)
        try:
            yield Cluster(folder)
        finally:
            _run("pg_ctl", "-D", str(folder / "data"), "-m", "immediate", "stop")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _start(folder: Path) -> None:
    data, log = str(folder / "data"), str(folder / "log")
    options = f"-k {folder} -c listen_addresses='' -c fsync=off"
    _run("pg_ctl", "-D", data, "-l", log, "-o", options, "-w", "start")


def _run(program: str, *arguments: str) -> None:
    subprocess.run(
        [str(PROGRAMS[0] / program), *arguments],
        check=True,
        stdout=subprocess.DEVNULL,
        user=UNPRIVILEGED if os.geteuid() == 0 else None,
        cwd="/",
    )
