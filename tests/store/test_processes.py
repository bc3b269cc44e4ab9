"""Several processes at once, one that is killed, and one that is forked."""

import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

from sidelight.store import Store, open_store
from tests.store.makers import reading, several

ADDING = """
import sys
from sidelight.store import open_store
from tests.store.makers import reading, several
with open_store(sys.argv[1]) as store:
    for n in range(40):
        store.add_many(
            [reading(f"{sys.argv[2]} {n} {m}.", url=f"https://{m}.example/{n}")
             for m in map(int, sys.argv[3].split())])
        print(n, flush=True)
"""


def adding(url: str, name: str, pages: str = "1 2 3") -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", ADDING, url, name, pages],
        stdout=subprocess.PIPE,
        text=True,
        env=os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)},
    )


def open_files() -> list[str]:
    """Return where the open files of this process are (Linux)."""
    links = Path("/proc/self/fd").iterdir()
    return [str(link.readlink()) for link in links if link.is_symlink()]


def finish(process: subprocess.Popen[str]) -> int:
    process.communicate(timeout=100)
    return process.returncode


def test_two_processes_add_at_once(url: str) -> None:
    processes = [adding(url, "One", "1 2 3"), adding(url, "Two", "4 5 6")]

    assert [finish(process) for process in processes] == [0, 0]
    with open_store(url) as store:
        assert len(store) == len(store.list(limit=999)) == 240


def test_two_processes_update_the_same_pages_at_once(url: str) -> None:
    processes = [adding(url, "One", "1 2 3"), adding(url, "Two", "3 2 1")]

    assert [finish(process) for process in processes] == [0, 0]
    with open_store(url) as store:
        state = store.state()
        assert len(store) == 120
        # What was counted on the way is what the reports come to.
        left = [store.get(row.id) for row in store.list(limit=999)]
        store.forget_everything()
        store.add_many(left)
        assert store.state() == state


def test_readers_do_not_wait_for_a_writer(store: Store, url: str) -> None:
    store.add_many(several(5))
    writer = adding(url, "One")
    try:
        counts = []
        while writer.poll() is None:
            assert len(store.near(reading("Read."))) >= 5
            counts.append(len(store))
    finally:
        finish(writer)

    assert writer.returncode == 0
    assert counts == sorted(counts)
    assert len(store) == 125


def test_threads_share_a_store(store: Store) -> None:
    failures: list[BaseException] = []

    def work(number: int) -> None:
        try:
            for n in range(10):
                store.add(reading(f"Thread {number}, report {n}."))
                store.near(reading("Read."))
        except BaseException as error:  # noqa: BLE001 - told to the main thread
            failures.append(error)

    threads = [threading.Thread(target=work, args=[n]) for n in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert failures == []
    assert len(store) == 60


def test_a_kill_leaves_whole_batches(url: str) -> None:
    writer = adding(url, "One")
    assert writer.stdout
    while writer.stdout.readline().strip() != "5":
        pass
    writer.kill()
    finish(writer)

    with open_store(url) as store:
        assert len(store) == len(store.list(limit=999)) >= 18
        assert len(store) % 3 == 0
        assert len(store.near(reading("Read."), limit=999)) == len(store)
        store.add(reading("The dam held."))


def test_a_store_opened_before_a_fork_serves_both_sides(store: Store) -> None:
    store.add_many(several(5))
    children = [_forked(store, number) for number in range(3)]
    for n in range(10):
        store.add(reading(f"The parent, {n}."))
        time.sleep(0.001)

    assert [os.waitstatus_to_exitcode(os.waitpid(c, 0)[1]) for c in children] == [0] * 3
    assert len(store) == len(store.list(limit=999)) == 45


def _forked(store: Store, number: int) -> int:
    child = os.fork()
    if child:
        return child
    try:
        for n in range(10):
            store.add(reading(f"Child {number}, {n}."))
            store.near(reading("Read."))
    except BaseException:  # noqa: BLE001 - a child may not run the rest of the tests
        os.kill(os.getpid(), signal.SIGABRT)
    os._exit(0)


def test_nothing_stays_open_between_calls(file: Path) -> None:
    """What is not open cannot be carried into a forked process."""
    with open_store(f"sqlite:///{file}") as store:
        store.add_many(several(5))
        store.near(reading("Read."))
        with file.open() as itself:
            assert open_files().count(itself.name) == 1
        assert open_files().count(str(file)) == 0
