"""A clock that is set ahead or back: what waits is not forgotten, and nobody waits on."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from sidelight import deadline
from sidelight.store import Store, feeds, open_store

YEAR = timedelta(365)
LISTED = {
    "url": "https://ostrey.example/dam",
    "title": "Dam",
    "publisher": None,
    "published": None,
    "changed": None,
    "html": None,
    "inside": False,
}


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(f"sqlite:///{tmp_path / 'store.sqlite3'}") as opened:
        yield opened


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> list[timedelta]:
    """Set the clock by changing the one item."""
    off = [timedelta()]
    real = feeds.now

    def now() -> datetime:
        return real() + off[0]

    monkeypatch.setattr("sidelight.store.feeds.now", now)
    return off


@pytest.mark.parametrize("jump", [-YEAR, -timedelta(hours=1), timedelta(hours=1), YEAR])
def test_who_watches_is_settled_again_after_a_jump(
    store: Store, clock: list[timedelta], jump: timedelta
) -> None:
    assert store.feeds.hold("watch", "one", 90)
    assert not store.feeds.hold("watch", "other", 90)
    clock[0] = jump

    assert store.feeds.hold("watch", "other", 90)
    assert not store.feeds.hold("watch", "one", 90)


def test_a_clock_a_little_off_on_another_machine_takes_no_lease(
    store: Store, clock: list[timedelta]
) -> None:
    assert store.feeds.hold("watch", "one", 90)
    clock[0] = timedelta(seconds=-60)

    assert not store.feeds.hold("watch", "other", 90)


def test_what_waits_is_fetched_after_a_jump_ahead_and_back(
    store: Store, clock: list[timedelta]
) -> None:
    store.feeds.add("https://ostrey.example/feed")
    clock[0] = YEAR
    [feed] = store.feeds.list()
    store.feeds.looked_at(feed, [LISTED], due=feeds.now() + timedelta(minutes=30))
    assert store.feeds.due() is None
    assert len(store.feeds.waiting()) == 1

    clock[0] = timedelta()

    assert store.feeds.due() is not None
    assert len(store.feeds.waiting()) == 1


def test_a_request_has_its_time_whatever_the_clock_says(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("time.time", lambda: 0.0)
    with deadline.within(60):
        monkeypatch.setattr("time.time", lambda: 4e9)
        deadline.look()
