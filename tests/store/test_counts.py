"""Counts that workers share."""

import time
from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlalchemy import create_engine, text

from sidelight.store import Store
from sidelight.store.counts import Counts


def test_counting_goes_on_within_a_span_of_time(store: Store) -> None:
    first, second = (store.counts.add("a", 60) for _ in range(2))
    store.counts.add("b", 60)

    assert (first.n, second.n) == (1, 2)
    assert second.until == first.until
    assert 58 <= first.until - time.time() <= 61
    assert store.counts.get("a") == second
    assert store.counts.get("c").n == 0


def test_counting_begins_anew_when_its_time_is_over(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.counts.add("a", 60)
    later = time.time() + 61
    monkeypatch.setattr(time, "time", lambda: later)

    assert store.counts.get("a").n == 0
    assert store.counts.add("a", 60).n == 1
    assert store.counts.get("a").until >= int(later) + 60


def test_nothing_is_lost_between_threads(store: Store) -> None:
    with ThreadPoolExecutor(8) as threads:
        list(threads.map(lambda _: store.counts.add("a", 600), range(40)))

    assert store.counts.get("a").n == 40


def test_what_has_ended_is_cleared_away(
    store: Store, url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for key in ("a", "b"):
        store.counts.add(key, 60)
    later = time.time() + 61
    monkeypatch.setattr(time, "time", lambda: later)
    monkeypatch.setattr(Counts, "_swept", -1e9)

    store.counts.add("c", 60)

    engine = create_engine(url)
    with engine.connect() as connection:
        assert list(connection.scalars(text("SELECT key FROM counts"))) == ["c"]
    engine.dispose()
