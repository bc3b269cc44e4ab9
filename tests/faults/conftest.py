"""A database of each kind, for the service to lose."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.store import postgres

ENGINES = ("sqlite", *(["postgresql"] if postgres.is_here() else []))


@pytest.fixture(scope="session")
def cluster() -> Iterator[postgres.Cluster]:
    with postgres.cluster() as running:
        yield running


@pytest.fixture(params=ENGINES)
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'store.sqlite3'}"
    running: postgres.Cluster = request.getfixturevalue("cluster")
    return running.emptied()
