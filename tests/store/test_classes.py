"""What pupils mark is kept once, and kept."""

import sqlite3
import subprocess
import sys
from pathlib import Path
from random import Random
from threading import Thread

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sidelight.errors import InvalidInput, NotFound
from sidelight.lessons import Mark, Pupil
from sidelight.lessons.marks import MOST_MARKS
from sidelight.model import Span
from sidelight.store import Store, open_store
from tests.lessons.makers import mark, report
from tests.store.test_lessons import made


def test_pupils_get_nicknames_and_are_known_by_their_token(store: Store) -> None:
    lesson = made(store)
    joined = [store.classes.join(lesson) for _ in range(12)]

    assert len({one.pupil.nickname for one in joined}) == 12
    assert store.classes.pupil(joined[3].token) == joined[3].pupil
    assert store.classes.pupil("no such token") is None
    assert [p.nickname for p in store.classes.pupils(lesson)] == sorted(
        one.pupil.nickname for one in joined
    )


def test_nothing_but_a_hash_of_the_token_is_stored(tmp_path: Path) -> None:
    file = tmp_path / "store.sqlite3"
    with open_store(f"sqlite:///{file}") as store:
        token = store.classes.join(made(store)).token

    assert token not in "\n".join(map(str, sqlite3.connect(file).iterdump()))


def test_nobody_joins_a_lesson_that_is_over_or_full(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    lesson = made(store)
    monkeypatch.setattr("sidelight.store.classes.MOST_PUPILS", 1)
    store.classes.join(lesson)
    with pytest.raises(InvalidInput, match="full"):
        store.classes.join(lesson)

    store.lessons.set_state(lesson, "ended")

    with pytest.raises(NotFound, match="over"):
        store.classes.join(lesson)


def test_a_mark_sent_twice_is_one_mark(store: Store) -> None:
    pupil = store.classes.join(made(store)).pupil
    sent = [mark(0, 5), mark(9, 14, question="when")]

    assert store.classes.put_marks(pupil, sent) == [one.id for one in sent]
    assert store.classes.put_marks(pupil, sent) == [one.id for one in sent]

    assert [m.span for m in store.classes.marks_of(pupil)] == [Span(0, 5), Span(9, 14)]


def test_the_latest_revision_stays_in_whatever_order_they_come(store: Store) -> None:
    pupil = store.classes.join(made(store)).pupil
    first = mark(0, 5, question="when")
    second = mark(0, 5, question="wording", text="odd", revision=2)

    store.classes.put_marks(pupil, [second])
    store.classes.put_marks(pupil, [first])

    [kept] = store.classes.marks_of(pupil)
    assert (kept.question, kept.text) == ("wording", "odd")


def test_what_was_taken_back_does_not_come_again(store: Store) -> None:
    pupil = store.classes.join(made(store)).pupil
    sent = mark(0, 5, text="private")
    store.classes.put_marks(pupil, [sent])

    store.classes.put_marks(pupil, [mark(0, 5, removed=True, revision=2)])
    store.classes.put_marks(pupil, [sent, mark(0, 5, revision=9)])

    assert store.classes.marks_of(pupil) == []


CHANGES = st.lists(
    st.builds(
        lambda n, revision, removed: mark(
            n, n + 3, id=f"the-mark-{n}", revision=revision, removed=removed
        ),
        st.integers(1, 3),
        st.integers(1, 4),
        st.booleans(),
    ),
    max_size=6,
)


@given(changes=CHANGES, again=st.randoms(use_true_random=False))
@settings(
    max_examples=30,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
def test_sending_all_of_it_again_changes_nothing(
    tmp_path: Path, changes: list[Mark], again: Random
) -> None:
    with open_store(f"sqlite:///{tmp_path / 'store.sqlite3'}") as store:
        pupil = store.classes.join(made(store)).pupil
        store.classes.put_marks(pupil, changes)
        before = store.classes.marks_of(pupil)
        sent = list(changes)
        again.shuffle(sent)

        store.classes.put_marks(pupil, sent)

        assert store.classes.marks_of(pupil) == before


def test_a_pupil_has_the_own_marks_and_the_teacher_all_of_a_lesson(
    store: Store,
) -> None:
    lesson, other = made(store), made(store)
    one, two = (store.classes.join(lesson).pupil for _ in range(2))
    stranger = store.classes.join(other).pupil
    for pupil, at in ((one, 1), (two, 2), (stranger, 3)):
        store.classes.put_marks(pupil, [mark(at, at + 1, id="the-same-id")])

    assert [m.span.start for m in store.classes.marks_of(one)] == [1]
    assert {m.pupil for m in store.classes.marks(lesson)} == {one.id, two.id}
    assert {m.pupil for m in store.classes.marks(other)} == {stranger.id}


def test_a_mark_on_a_report_that_is_gone_is_settled_and_not_kept(
    store: Store,
) -> None:
    lesson = made(store)
    pupil = store.classes.join(lesson).pupil
    gone = mark(0, 5, report=9)

    assert store.classes.put_marks(pupil, [gone, mark(0, 5)]) == [gone.id, gone.id]
    assert len(store.classes.marks_of(pupil)) == 1
    store.lessons.put_reports(lesson, [report(0)])
    assert store.classes.marks_of(pupil) == []


@pytest.mark.parametrize("state", ["frozen", "ended"])
def test_marks_are_taken_while_the_lesson_is_open(store: Store, state: str) -> None:
    lesson = made(store)
    pupil = store.classes.join(lesson).pupil
    store.lessons.set_state(lesson, state)  # type: ignore[arg-type]

    with pytest.raises(InvalidInput, match="stopped"):
        store.classes.put_marks(pupil, [mark(0, 5)])


def test_nobody_fills_the_disk_with_marks(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert MOST_MARKS < 1_000
    monkeypatch.setattr("sidelight.store.classes.MOST_MARKS", 3)
    pupil = store.classes.join(made(store)).pupil

    store.classes.put_marks(pupil, [mark(n, n + 1) for n in range(9)])

    assert len(store.classes.marks_of(pupil)) == 3


def test_the_board_hears_of_whatever_the_class_does(store: Store) -> None:
    lesson = made(store)
    seen = [store.lessons.news(lesson)[1]]
    pupil = store.classes.join(lesson).pupil
    seen.append(store.lessons.news(lesson)[1])
    store.classes.put_marks(pupil, [mark(0, 5)])
    seen.append(store.lessons.news(lesson)[1])
    store.classes.set_finished(pupil, finished=True)
    seen.append(store.lessons.news(lesson)[1])

    assert seen == sorted(set(seen))
    [found] = store.classes.pupils(lesson)
    assert found.finished is not None
    store.classes.set_finished(found, finished=False)
    assert store.classes.pupils(lesson)[0].finished is None


KILLED = """
import os, signal, sys
from sidelight.store import open_store
from tests.lessons.makers import mark
with open_store(sys.argv[1]) as store:
    pupil = store.classes.pupil(sys.argv[2])
    for n in range(5):
        store.classes.put_marks(pupil, [mark(n, n + 1)])
        print("acknowledged", flush=True)
    os.kill(os.getpid(), signal.SIGKILL)
"""


def test_what_was_acknowledged_outlives_a_kill(store: Store, url: str) -> None:
    lesson = made(store)
    joined = store.classes.join(lesson)

    killed = subprocess.run(
        [sys.executable, "-c", KILLED, url, joined.token],
        capture_output=True,
        cwd=Path(__file__).parents[2],
        check=False,
    )

    assert killed.stdout.count(b"acknowledged") == 5, killed.stderr
    assert len(store.classes.marks_of(joined.pupil)) == 5


def test_a_whole_class_marks_at_once(store: Store, url: str) -> None:
    lesson = made(store)
    pupils: list[Pupil] = []

    def play() -> None:
        with open_store(url) as own:
            pupil = own.classes.join(lesson).pupil
            pupils.append(pupil)
            for n in range(5):
                own.classes.put_marks(pupil, [mark(n, n + 2)])

    threads = [Thread(target=play) for _ in range(12)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert len({pupil.nickname for pupil in pupils}) == 12
    assert len(store.classes.marks(lesson)) == 60
