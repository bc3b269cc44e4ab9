"""A new store for each test: in an SQLite file, and on PostgreSQL where it runs."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from sidelight.store import Store, open_store
from tests.store import postgres

ENGINES = ("sqlite", *(["postgresql"] if postgres.is_here() else []))


@pytest.fixture(scope="session")
def cluster() -> Iterator[postgres.Cluster]:
    with postgres.cluster() as running:
        yield running


@pytest.fixture(params=ENGINES)
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'data' / 'store.sqlite3'}"
    running: postgres.Cluster = request.getfixturevalue("cluster")
    return running.emptied()


@pytest.fixture
def store(url: str) -> Iterator[Store]:
    with open_store(url) as opened:
        yield opened


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Where the SQLite file of a test is, which is about that engine alone."""
    return tmp_path / "data" / "store.sqlite3"
