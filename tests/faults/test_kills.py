"""kill -9 in the middle of ingest: nothing acknowledged is lost, nothing is by half.

Figures are kept with the results: pytest --junitxml, or -rA with -s.
"""

import os
import signal
import sys
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tests.faults.killed import Posting, hold_whole
from tests.store import postgres
from tests.web.launched import ask, running, status
from tests.web.test_servers import wait_for, workers_of

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals are POSIX's")


def kill_all(process: int) -> None:
    """Kill a service as a power cut would: the master and all its workers."""
    every = workers_of(process)
    for number in (process, *every):
        os.kill(number, signal.SIGKILL)


def enough(posting: Posting, number: int) -> Callable[[], bool]:
    return lambda: len(posting.acknowledged) >= number


def test_a_service_that_is_killed_loses_nothing_it_acknowledged(
    url: str, tmp_path: Path, record_property: Callable[[str, object], None]
) -> None:
    acknowledged: list[str] = []
    for _ in range(2):
        with (
            running(tmp_path, url=url) as (process, port),
            ThreadPoolExecutor() as pool,
        ):
            posting = Posting(port)
            if acknowledged:
                posting._numbers = iter(range(1_000, 9_999))  # type: ignore[assignment]  # noqa: SLF001
            posting.start(pool)
            assert wait_for(enough(posting, 20), 60)
            kill_all(process.pid)
        acknowledged += posting.acknowledged
        assert posting.refused == []
    here = hold_whole(url, acknowledged)
    record_property("acknowledged", len(acknowledged))
    record_property("stored", here)
    assert here >= len(acknowledged) >= 40


@pytest.mark.skipif(not postgres.is_here(), reason="PostgreSQL is not installed here")
def test_a_database_that_is_killed_is_told_and_found_again(
    cluster: postgres.Cluster,
    tmp_path: Path,
    record_property: Callable[[str, object], None],
) -> None:
    url = cluster.emptied()
    with running(tmp_path, url=url) as (process, port), ThreadPoolExecutor() as pool:
        posting = Posting(port)
        posting.start(pool)
        assert wait_for(enough(posting, 20), 60)
        cluster.kill()
        before = len(posting.acknowledged)
        assert wait_for(enough(posting, before + 20), 60), "it goes on by itself"
        posting.stop()
        pool.shutdown()
        assert status(port, "/readyz") == 200
        process.send_signal(signal.SIGTERM)
        log, _ = process.communicate(timeout=30)
    assert set(posting.refused) <= {503}
    assert posting.lost == 0
    assert "Traceback" not in log
    record_property("refused", len(posting.refused))
    hold_whole(url, posting.acknowledged)


@pytest.mark.skipif(not postgres.is_here(), reason="PostgreSQL is not installed here")
def test_without_its_database_a_service_is_alive_but_not_ready(
    cluster: postgres.Cluster, tmp_path: Path
) -> None:
    url = cluster.emptied()
    with running(tmp_path, url=url, workers=1) as (_, port):
        assert status(port, "/readyz") == 200
        with cluster.stopped():
            assert status(port, "/healthz") == 200
            began = time.monotonic()
            answer, body = ask(port, "/readyz")
            assert time.monotonic() - began < 10
        assert status(port, "/readyz") == 200
    assert answer.status == 503
    assert b'"/problems/store"' in body
