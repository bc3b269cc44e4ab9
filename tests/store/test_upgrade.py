"""The tables are brought up to date, once, by whoever comes first."""

import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path
from threading import Timer

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine, inspect, text

from sidelight.errors import StoreError
from sidelight.store import migrate, open_store
from sidelight.store.schema import REVISIONS, metadata
from sidelight.store.upgrade import MIGRATIONS
from tests.store.makers import DAY, reading, several
from tests.store.versions import bring_back_to

SCRIPTS = ScriptDirectory(str(MIGRATIONS))


def is_no_partition(name: str | None, *_: object) -> bool:
    return not (name or "").startswith("terms_")


def test_the_migrations_make_the_tables_that_queries_are_written_for(url: str) -> None:
    open_store(url).close()
    engine = create_engine(url)

    with engine.connect() as connection:
        options = {"compare_type": True, "include_name": is_no_partition}
        context = MigrationContext.configure(connection, opts=options)
        assert compare_metadata(context, metadata) == []
    engine.dispose()


def test_every_migration_is_known_by_its_number() -> None:
    assert (
        tuple(script.revision for script in reversed([*SCRIPTS.walk_revisions()]))
        == REVISIONS
    )


def test_the_tables_go_away_again(url: str) -> None:
    open_store(url).close()
    bring_back_to(url, "base")
    engine = create_engine(url)

    assert inspect(engine).get_table_names() == ["alembic_version"]
    engine.dispose()
    with open_store(url) as store:
        store.add(reading())


def test_partitions_come_and_go_with_their_rows(url: str) -> None:
    with open_store(url) as store:
        store.tend(DAY)
        store.add_many(several(3))
        store.add(reading("Undated.", published=None))
        state, near = store.state(), store.near(reading("Read."))

    bring_back_to(url, "0003")
    engine = create_engine(url)
    assert not [t for t in inspect(engine).get_table_names() if t.startswith("terms_")]
    engine.dispose()
    with open_store(url) as store:
        assert store.state() == state
        assert store.near(reading("Read.")) == near


def test_migrating_says_what_there_was_and_is(url: str) -> None:
    assert migrate(url) == (None, REVISIONS[-1])
    bring_back_to(url, "0001")
    assert migrate(url) == ("0001", REVISIONS[-1])
    assert migrate(url) == (REVISIONS[-1], REVISIONS[-1])


def test_a_store_of_a_newer_sidelight_is_left_alone(url: str) -> None:
    open_store(url).close()
    engine = create_engine(url)
    with engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    engine.dispose()

    with pytest.raises(StoreError, match="newer Sidelight"):
        open_store(url)


def test_a_store_that_is_up_to_date_is_opened_without_alembic(url: str) -> None:
    open_store(url).close()
    program = (
        "import sys; from sidelight.store import open_store;"
        "open_store(sys.argv[1]).close(); assert 'alembic' not in sys.modules"
    )

    subprocess.run([sys.executable, "-c", program, url], check=True)


def test_several_processes_may_make_the_store_at_once(url: str) -> None:
    program = (
        "import sys; from sidelight.store import open_store; open_store(sys.argv[1])"
    )
    starting = [
        subprocess.Popen([sys.executable, "-c", program, url]) for _ in range(4)
    ]

    assert [process.wait(60) for process in starting] == [0, 0, 0, 0]
    with open_store(url) as store:
        assert len(store) == 0


def test_folders_may_have_any_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    installed = tmp_path / "100% Zoë's" / "migrations"
    shutil.copytree(MIGRATIONS, installed)
    monkeypatch.setattr("sidelight.store.upgrade.MIGRATIONS", installed)
    file = tmp_path / "100% Zoë's" / "store.sqlite3"

    with open_store(f"sqlite:///{file}") as store:
        store.add(reading())

    assert file.exists()


def test_another_process_may_be_writing_while_the_tables_are_made(
    tmp_path: Path,
) -> None:
    """SQLite refuses to change the journal at once then, however long it may wait."""
    path = tmp_path / "store.sqlite3"
    other = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
    other.execute("BEGIN IMMEDIATE")
    release = Timer(0.5, other.rollback)
    release.start()
    try:
        open_store(f"sqlite:///{path}").close()
    finally:
        release.join()
        other.close()
