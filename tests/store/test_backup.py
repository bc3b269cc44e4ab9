"""Back-up and restore, as docs/operating.md has them, on both engines."""

import os
import stat
import subprocess
from pathlib import Path

import pytest

from sidelight.errors import InvalidInput
from sidelight.store import back_up, open_store
from tests.store import postgres
from tests.store.makers import DAY, reading, several
from tests.store.test_processes import adding, finish


def test_a_copy_made_while_others_write_is_whole(file: Path, tmp_path: Path) -> None:
    url = f"sqlite:///{file}"
    with open_store(url) as store:
        store.add_many(several(5))
    writer = adding(url, "One")
    assert writer.stdout
    while writer.stdout.readline().strip() != "3":
        pass

    size = back_up(url, tmp_path / "copy.sqlite3")

    assert finish(writer) == 0
    assert size == (tmp_path / "copy.sqlite3").stat().st_size
    with open_store(f"sqlite:///{tmp_path / 'copy.sqlite3'}") as copied:
        assert len(copied) == len(copied.list(limit=999)) >= 17
        assert (len(copied) - 5) % 3 == 0, "no half of a batch"
        assert len(copied.near(reading("Read."), limit=999)) == len(copied)
        copied.add(reading("The mill closed."))


@pytest.mark.skipif(os.name == "nt", reason="modes are POSIX's")
def test_a_copy_is_its_owners_business(file: Path, tmp_path: Path) -> None:
    open_store(f"sqlite:///{file}").close()

    back_up(f"sqlite:///{file}", tmp_path / "copy.sqlite3")

    mode = stat.S_IMODE((tmp_path / "copy.sqlite3").stat().st_mode)
    assert mode == 0o600


def test_nothing_is_written_over_and_nothing_made_of_nothing(
    file: Path, tmp_path: Path
) -> None:
    there = tmp_path / "copy.sqlite3"
    with pytest.raises(InvalidInput, match="no store yet"):
        back_up(f"sqlite:///{file}", there)
    open_store(f"sqlite:///{file}").close()
    there.write_text("precious")
    with pytest.raises(InvalidInput, match="exists"):
        back_up(f"sqlite:///{file}", there)
    assert there.read_text() == "precious"


def test_of_postgresql_its_own_tool_is_named(tmp_path: Path) -> None:
    with pytest.raises(InvalidInput, match="pg_dump"):
        back_up("postgresql://news@db.example/reports", tmp_path / "copy")


@pytest.mark.skipif(not postgres.is_here(), reason="PostgreSQL is not installed here")
def test_a_dump_of_postgresql_comes_back_whole(
    cluster: postgres.Cluster, tmp_path: Path
) -> None:
    url = cluster.emptied()
    with open_store(url) as store:
        store.tend(DAY)
        store.add_many(several(20))
        state, near = store.state(), store.near(reading("Read."))
    dump = tmp_path / "sidelight.dump"

    dumped = cluster.program("pg_dump", "--format=custom", cluster.libpq("postgres"))
    dump.write_bytes(dumped)
    restored = cluster.another("restored")
    cluster.program(
        "pg_restore",
        "--no-owner",
        "--exit-on-error",
        f"--dbname={cluster.libpq('restored')}",
        stdin=dump,
    )

    with open_store(restored) as store:
        assert store.state() == state
        assert store.near(reading("Read.")) == near
        store.add(reading("The mill closed."))


def test_programs_of_postgresql_say_what_fails(cluster: postgres.Cluster) -> None:
    with pytest.raises(subprocess.CalledProcessError):
        cluster.program("pg_dump", cluster.libpq("nowhere"))
