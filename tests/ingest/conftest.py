"""A web site, and a store, for each test."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from sidelight.store import Store, open_store
from tests.ingest.site import Site, serving


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as running:
        yield running


@pytest.fixture
def url(tmp_path: Path) -> str:
    return f"sqlite:///{tmp_path / 'data' / 'store.sqlite3'}"


@pytest.fixture
def store(url: str) -> Iterator[Store]:
    with open_store(url) as opened:
        yield opened
