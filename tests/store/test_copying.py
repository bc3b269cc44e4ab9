"""A store is copied into another whole, and the copy can be ended at any time."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text

from sidelight.errors import InvalidInput, StoreError
from sidelight.store import Store, copy_store, copying, open_store
from tests.lessons.makers import mark, report
from tests.store.makers import DAY, reading, several


@pytest.fixture
def other(tmp_path: Path) -> str:
    """Where the other store is: an SQLite file, whatever `url` is."""
    return f"sqlite:///{tmp_path / 'other' / 'store.sqlite3'}"


def fill(url: str, number: int = 30) -> tuple[str, list[str]]:
    """Put reports and feeds in; return the store's state and its ids in order."""
    with open_store(url) as store:
        store.add_many(several(number))
        store.add(reading("Undated.", published=None, name="undated"), kept=True)
        store.feeds.add("https://ostrey.example/feed", "Ostrey Daily")
        [feed] = store.feeds.list()
        entry = {"title": "Dam", "publisher": None, "published": None, "changed": None}
        listed = {**entry, "url": "https://ostrey.example/dam", "html": "a\0b"}
        store.feeds.looked_at(feed, [{**listed, "inside": False}], due=feed.due)  # type: ignore[arg-type]
        return state_of(store)


def state_of(store: Store) -> tuple[str, list[str]]:
    return store.state(), [row.id for row in store.list(limit=9_999)]


def test_all_of_it_is_copied_both_ways(url: str, other: str, tmp_path: Path) -> None:
    filled = fill(other)
    steps: list[tuple[int, int]] = []

    there = copy_store(other, url, lambda done, of: steps.append((done, of)))
    back = copy_store(url, f"sqlite:///{tmp_path / 'back.sqlite3'}")

    assert there.reports == back.reports == 31
    assert there.rows == back.rows
    assert there.rows["reports"] == there.rows["readings"] == 31
    assert (there.rows["feeds"], there.rows["arrivals"]) == (1, 1)
    assert steps[-1] == (31, 31)
    with open_store(url) as copied, open_store(other) as original:
        assert state_of(copied) == filled
        assert copied.list(limit=99) == original.list(limit=99)
        looked_for = reading("Read.")
        assert copied.near(looked_for) == original.near(looked_for)
        assert copied.get("undated") == original.get("undated")
        assert copied.prune(DAY.max) == 30
        assert [row.id for row in copied.list()] == ["undated"]
        # Numbers go on after those that were copied.
        assert copied.feeds.add("https://ostrey.example/other") == 2


def test_lessons_and_tokens_are_copied_too(url: str, other: str) -> None:
    with open_store(other) as store:
        teacher = store.teachers.add("Ada", "hash")
        lesson = store.lessons.make(teacher, "The pier", "Mark.", ["vague-source"])
        store.lessons.put_reports(lesson, [report(0)])
        pupil = store.classes.pupil(store.classes.join(lesson).token)
        assert pupil
        store.classes.put_marks(pupil, [mark(0, 4)])
        token = store.tokens.add("Newsroom", ["add"])

    copied = copy_store(other, url)

    assert copied.rows["marks"] == copied.rows["pupils"] == copied.rows["tokens"] == 1
    with open_store(url) as store, open_store(other) as original:
        assert store.lessons.get(lesson) == original.lessons.get(lesson)
        assert store.classes.marks(lesson) == original.classes.marks(lesson)
        assert store.tokens.known(token)
        assert store.teachers.add("Bob", "hash") == teacher + 1


def test_a_second_run_copies_what_has_come_since(url: str, other: str) -> None:
    fill(other)
    copy_store(other, url)
    with open_store(other) as store:
        store.add(reading("New."))

    again = copy_store(other, url)

    assert (again.reports, again.already_there) == (1, 31)


def test_an_ended_run_is_taken_up_again(
    url: str, other: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    filled = fill(other, 100)
    monkeypatch.setattr(copying, "BATCH", 20)

    def stop(done: int, _: int) -> None:
        if done >= 60:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        copy_store(other, url, stop)
    with open_store(url) as half:
        assert len(half) == len(half.list(limit=999)) == 60
    done = copy_store(other, url)

    assert (done.reports, done.already_there) == (41, 60)
    with open_store(url) as store:
        assert state_of(store) == filled


def test_a_run_that_is_killed_is_taken_up_again(url: str, other: str) -> None:
    filled = fill(other, 300)
    program = (
        "import sys; from sidelight.store import copy_store, copying;"
        "copying.BATCH = 10;"
        "copy_store(*sys.argv[1:], lambda done, _: print(done, flush=True))"
    )
    process = subprocess.Popen(
        [sys.executable, "-c", program, other, url],
        stdout=subprocess.PIPE,
        text=True,
        env=os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)},
    )
    assert process.stdout
    while int(process.stdout.readline()) < 100:
        pass
    process.send_signal(signal.SIGKILL)
    process.communicate()

    done = copy_store(other, url)

    assert done.already_there >= 100
    assert done.reports + done.already_there == 301
    with open_store(url) as store:
        assert state_of(store) == filled


def test_nothing_is_copied_over_other_reports(url: str, other: str) -> None:
    page = "https://ostrey.example/dam"
    with open_store(url) as store:
        store.add(reading("Yesterday's text.", url=page))
        state = store.state()
    with open_store(other) as store:
        store.add(reading("Today's text.", url=page))

    with pytest.raises(InvalidInput, match="holds other reports"):
        copy_store(other, url)
    with open_store(url) as store:
        assert store.state() == state


def test_what_differs_in_the_end_is_told(url: str, other: str) -> None:
    fill(other)
    with open_store(url) as store:
        store.add(reading("Of another day.", published=DAY.min))

    with pytest.raises(StoreError, match=r"differ .*reports 31 and 32"):
        copy_store(other, url)


def test_a_lost_row_is_noticed(url: str, other: str) -> None:
    fill(other)
    copy_store(other, url)
    engine = create_engine(url)
    with engine.begin() as connection:
        connection.execute(
            text("DELETE FROM readings WHERE key = (SELECT min(key) FROM readings)")
        )
    engine.dispose()
    with pytest.raises(StoreError, match="readings 31 and 30"):
        copy_store(other, url)


def test_a_store_is_not_copied_into_itself(other: str) -> None:
    with pytest.raises(InvalidInput, match="same store"):
        copy_store(other, other)
