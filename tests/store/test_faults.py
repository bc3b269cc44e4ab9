"""When the database fails, the reader is told what failed and what to do."""

import os
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from sqlalchemy import Engine, event

from sidelight.errors import StoreError
from sidelight.store import Store, open_store
from sidelight.store.engine import engine_for, writing
from tests.store.makers import reading, several


def opened(file: Path) -> Store:
    return open_store(f"sqlite:///{file}")


@pytest.fixture
def filled(file: Path) -> Path:
    with opened(file) as store:
        store.add_many(several(60))
    return file


@contextmanager
def unprivileged() -> Iterator[Path]:
    """Give a folder, and be nobody in particular where the tests run as root."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        user = os.geteuid()
        yield folder
        os.seteuid(user)
        folder.chmod(0o755)


def lose_privileges() -> None:
    if os.geteuid() == 0:
        os.seteuid(65534)


def test_a_file_that_is_no_database(file: Path) -> None:
    file.parent.mkdir()
    file.write_text("A shopping list, say, that somebody keeps here. " * 100)

    with pytest.raises(StoreError, match=r"store\.sqlite3 is no Sidelight store"):
        opened(file)


def test_a_damaged_database(filled: Path) -> None:
    content = bytearray(filled.read_bytes())
    content[4096:] = b"\xaa" * (len(content) - 4096)
    filled.write_bytes(content)

    with pytest.raises(StoreError, match="is damaged"), opened(filled) as store:
        store.add(reading())


def test_a_truncated_database(filled: Path) -> None:
    filled.write_bytes(filled.read_bytes()[:8192])

    with pytest.raises(StoreError, match="is damaged"), opened(filled) as store:
        store.near(reading("Read."))


def test_a_folder_that_is_a_file(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("")

    with pytest.raises(StoreError, match="SIDELIGHT_DATA_DIR"):
        opened(tmp_path / "data" / "store.sqlite3")


def test_a_folder_that_may_not_be_written() -> None:
    with unprivileged() as folder:
        folder.chmod(0o555)
        lose_privileges()
        with pytest.raises(StoreError, match=r"written.*SIDELIGHT_DATA_DIR"):
            opened(folder / "store.sqlite3")


def test_a_file_that_may_not_be_written() -> None:
    with unprivileged() as folder:
        file = folder / "store.sqlite3"
        opened(file).close()
        file.chmod(0o444)
        folder.chmod(0o555)
        lose_privileges()
        with (
            pytest.raises(StoreError, match=r"cannot be opened|not written"),
            opened(file) as store,
        ):
            store.add(reading())


def test_a_full_disk_loses_nothing(filled: Path) -> None:
    """No file may grow by more than 50 kB, as on a disk with no more room."""
    limit = str(filled.stat().st_size + 50_000)
    program = (
        "import resource, sys\n"
        "from sidelight.errors import StoreError\n"
        "from sidelight.store import open_store\n"
        "from tests.store.makers import several\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[2]),) * 2)\n"
        "store = open_store(sys.argv[1])\n"
        "try:\n"
        "    for n, one in enumerate(several(5_000)): store.add(one)\n"
        "except StoreError as error: print(len(store), error)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, f"sqlite:///{filled}", limit],
        check=True,
        capture_output=True,
        text=True,
        env=os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)},
    )

    count, _, message = done.stdout.partition(" ")
    assert "Free some space" in message
    with opened(filled) as store:
        assert len(store) == len(store.list(limit=9_999)) == int(count) > 60
        store.add(reading("The mill closed."))


def test_a_database_that_may_not_grow_loses_nothing(filled: Path) -> None:
    def bound(connection: sqlite3.Connection, _: object) -> None:
        connection.execute("PRAGMA max_page_count = 1")  # no fewer than there are

    event.listen(Engine, "connect", bound)
    try:
        with (
            opened(filled) as store,
            pytest.raises(StoreError, match=r"disk is full\. Nothing stored was lost"),
        ):
            store.add_many(several(5_000))
    finally:
        event.remove(Engine, "connect", bound)
    with opened(filled) as store:
        assert len(store) == len(store.list(limit=9_999)) == 60


def test_a_writer_that_does_not_finish(
    filled: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sidelight.store.engine.PATIENCE", 50)
    other = writing(engine_for(f"sqlite:///{filled}"))
    with opened(filled) as store, other.begin():
        with pytest.raises(StoreError, match="in use by another process"):
            store.add(reading())
        assert len(store) == 60


@pytest.mark.parametrize(
    ("url", "message"),
    [
        ("", "database address"),
        ("store.sqlite3", "database address"),
        ("sqlite://", "needs a file"),
        ("sqlite:///:memory:", "needs a file"),
        ("mysql://news@db.example/reports", "SQLite or PostgreSQL"),
    ],
)
def test_an_address_that_leads_to_no_store(url: str, message: str) -> None:
    with pytest.raises(StoreError, match=message):
        open_store(url)


def test_a_server_that_cannot_be_reached_or_spoken_to(tmp_path: Path) -> None:
    """Without the package that speaks to it, that is what is said."""
    url = f"postgresql://news:secret@/reports?host={tmp_path}"

    with pytest.raises(StoreError, match=r"psycopg|answered: .*failed") as caught:
        open_store(url)
    assert "secret" not in str(caught.value)


def test_no_text_of_a_report_is_in_the_message(filled: Path) -> None:
    with opened(filled) as store:
        filled.with_name("store.sqlite3-wal").unlink(missing_ok=True)
        filled.write_bytes(filled.read_bytes()[:4096] + b"\xaa" * 40_000)
        with pytest.raises(StoreError) as caught:
            store.add(reading("A secret text.", title="Threnody"))
    assert "secret" not in str(caught.value)
    assert "Threnody" not in str(caught.value)
