"""The real servers: how they start, stop, reload, and bear with clients."""

import json
import os
import signal
import socket
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from statistics import median
from typing import Any

import pytest

from tests.web.launched import ask, raw, running, status
from tests.web.sent import WIRE

ADDRESS = "/api/v1/annotations"
SERVERS = ["waitress", *([] if sys.platform == "win32" else ["gunicorn"])]
SLOW = 200
TOO_LARGE = (
    b"POST /api/v1/annotations HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
    b"Content-Type: application/json\r\nContent-Length: 99999999\r\n\r\n{"
)

posix = pytest.mark.skipif(sys.platform == "win32", reason="gunicorn is for POSIX")
each_server = pytest.mark.parametrize("server", SERVERS)


def long_text(sentences: int = 900) -> dict[str, Any]:
    """Return a request that takes some seconds."""
    said = "The minister said on Monday that {} people had left Ostrey for the hills."
    text = "\n\n".join(said.format(number) for number in range(sentences))
    return {"text": text, "reports": []}


def workers_of(process: int) -> set[int]:
    """Return the processes that a process has started (Linux)."""
    listed = Path(f"/proc/{process}/task/{process}/children").read_text()
    return {int(number) for number in listed.split()}


def wait_for(condition: Any, seconds: float = 20) -> bool:  # noqa: ANN401
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        if condition():
            return True
        time.sleep(0.05)
    return False


@each_server
@pytest.mark.parametrize("stop", [signal.SIGTERM, signal.SIGINT])
def test_serves_and_stops_when_told_leaving_nothing_behind(
    tmp_path: Path, server: str, stop: signal.Signals
) -> None:
    with running(tmp_path, server) as (process, port):
        assert status(port, "/healthz") == 200
        assert status(port, "/readyz") == 200
        assert status(port, "/?words=private") == 200
        assert not list(tmp_path.rglob("*.ctl")), "nobody else can steer it"
        process.send_signal(stop)
        output, _ = process.communicate(timeout=30)

    assert process.returncode == 0, output
    assert output == ""
    left = {path.name for path in tmp_path.iterdir()}
    assert left <= {
        "secret",
        "sidelight.sqlite3",
        "sidelight.sqlite3-shm",
        "sidelight.sqlite3-wal",
    }


@each_server
def test_a_request_under_way_is_finished_when_told_to_stop(
    tmp_path: Path, server: str
) -> None:
    with running(tmp_path, server) as (process, port), ThreadPoolExecutor() as pool:
        asked = pool.submit(ask, port, ADDRESS, long_text())
        time.sleep(0.5)
        assert not asked.done()
        process.send_signal(signal.SIGTERM)
        answer, body = asked.result()
        process.communicate(timeout=30)

    assert answer.status == 200
    assert json.loads(body)["type"] == "AnnotationPage"
    assert process.returncode == 0


@posix
def test_a_request_under_way_is_finished_while_workers_are_renewed(
    tmp_path: Path,
) -> None:
    with running(tmp_path) as (process, port), ThreadPoolExecutor() as pool:
        before = workers_of(process.pid)
        asked = pool.submit(ask, port, ADDRESS, long_text())
        time.sleep(0.3)
        process.send_signal(signal.SIGHUP)
        others = [status(port, "/healthz") for _ in range(20)]
        answer, _ = asked.result()
        assert wait_for(lambda: not before & workers_of(process.pid))
        others += [status(port, "/healthz") for _ in range(20)]

    assert answer.status == 200
    assert set(others) == {200}


@posix
def test_a_worker_that_is_killed_is_replaced(tmp_path: Path) -> None:
    with running(tmp_path) as (process, port):
        before = workers_of(process.pid)
        for number in before:
            os.kill(number, signal.SIGKILL)
        assert wait_for(lambda: len(workers_of(process.pid) - before) == 2)

        assert status(port, "/readyz") == 200


@posix
def test_counts_are_summed_over_the_workers(tmp_path: Path) -> None:
    with running(tmp_path) as (process, port):
        for _ in range(30):
            assert status(port, "/checks") == 200
        killed = min(workers_of(process.pid))
        os.kill(killed, signal.SIGKILL)
        assert wait_for(lambda: killed not in workers_of(process.pid))
        answer, body = ask(port, "/metrics")

    assert answer.status == 200
    line = 'sidelight_requests_total{method="GET",route="/checks",status="200"} 30.0'
    assert line in body.decode()


@each_server
def test_slow_clients_keep_nobody_waiting(
    tmp_path: Path,
    server: str,
    record_property: Any,  # noqa: ANN401
) -> None:
    """Of 200 some send nothing, some half of the headers, some half of the body."""
    head = b"POST /api/v1/annotations HTTP/1.1\r\nHost: localhost\r\n"
    half = head + b"Content-Type: application/json\r\nContent-Length: 99\r\n\r\n{"
    with running(tmp_path, server) as (_, port):
        slow = [socket.create_connection(("127.0.0.1", port)) for _ in range(SLOW)]
        for number, one in enumerate(slow):
            one.sendall((b"", head, half)[number % 3])
        times = []
        for _ in range(10):
            began = time.monotonic()
            answer, body = ask(port, ADDRESS, {**WIRE, "reports": []}, timeout=30)
            times.append(time.monotonic() - began)
            assert answer.status == 200
            assert json.loads(body)["type"] == "AnnotationPage"
        for one in slow:
            one.close()
        assert status(port, "/readyz") == 200
    record_property("median_seconds", round(median(times), 3))
    assert median(times) < 2, "a thread that waits for a slow client would take 5 s"


@posix
def test_a_client_that_never_finishes_is_told_and_turned_away(
    tmp_path: Path,
) -> None:
    with running(tmp_path, "gunicorn", 1) as (process, port):
        with socket.create_connection(("127.0.0.1", port), timeout=60) as slow:
            slow.sendall(b"GET / HTTP/1.1\r\nHost: localhost\r\n")
            process.send_signal(signal.SIGTERM)  # which shortens the wait to 2 s
            answer = b"".join(iter(lambda: slow.recv(65_536), b""))
        process.communicate(timeout=30)

    assert answer.startswith(b"HTTP/1.1 408 Request Timeout\r\n")
    assert b"application/problem+json" in answer
    assert process.returncode == 0


NO_HTTP = (
    (b"NONSENSE\r\n\r\n", b"400"),
    (b"GET / HTTP/9.9\r\n\r\n", b"400"),
    (b"GET /" + b"a" * 9_000 + b" HTTP/1.1\r\nHost: a\r\n\r\n", b"414"),
    (b"GET / HTTP/1.1\r\n" + b"X: secret\r\n" * 200 + b"\r\n", b"431"),
    (b"GET / HTTP/1.1\r\nHost: localhost\r\nX" + b"a" * 80_000, b"431"),
    (b"POST / HTTP/1.1\r\nTransfer-Encoding: secret\r\n\r\n", b"501"),
    (TOO_LARGE, b"413"),
)


@posix
def test_what_is_no_http_is_a_problem_and_not_in_the_log(tmp_path: Path) -> None:
    with running(tmp_path, workers=1) as (process, port):
        answers = [raw(port, sent) for sent, _ in NO_HTTP]
        assert status(port, "/healthz") == 200
        process.send_signal(signal.SIGTERM)
        output, _ = process.communicate(timeout=30)

    for answer, (_, code) in zip(answers, NO_HTTP, strict=True):
        assert answer.startswith(b"HTTP/1.1 " + code), answer[:200]
        assert b"application/problem+json" in answer
    assert output == ""
