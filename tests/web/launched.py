"""A service of its own: a real server in a process, on a free port of loopback."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path
from typing import Any

import orjson

LAUNCH = """
import sys
from pathlib import Path
from sidelight.settings import Settings
from sidelight.web import serve
folder, port, server, workers, url = sys.argv[1:]
settings = Settings(Path(folder), url)
serve(settings, "127.0.0.1", int(port), int(workers), threads=8, server=server)
"""


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as server:
        return int(server.getsockname()[1])


@contextmanager
def running(
    folder: Path,
    server: str = "gunicorn",
    workers: int = 2,
    url: str | None = None,
    before: str = "",
) -> Iterator[tuple[subprocess.Popen[str], int]]:
    """Serve from `folder` until the test is done; yields the process and the port.

    `before` is Python that the process runs first.
    """
    port = free_port()
    store = url or f"sqlite:///{folder / 'sidelight.sqlite3'}"
    arguments = [str(folder), str(port), server, str(workers), store]
    process = subprocess.Popen(
        [sys.executable, "-c", before + LAUNCH, *arguments],
        env={**os.environ, "XDG_RUNTIME_DIR": str(folder), "TMPDIR": str(folder)},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    try:
        until = time.monotonic() + 60
        while process.poll() is None and time.monotonic() < until:
            try:
                status(port, "/healthz")  # the port is open before anybody answers
                break
            except OSError:
                time.sleep(0.05)
        yield process, port
    finally:
        if process.poll() is None:
            process.terminate()
            try:
                process.communicate(timeout=20)
            except subprocess.TimeoutExpired:
                process.kill()
        process.communicate()


def ask(
    port: int, address: str, body: dict[str, Any] | None = None, timeout: float = 60
) -> tuple[HTTPResponse, bytes]:
    """Ask for an address, or post JSON there; return the answer and its body."""
    with closing(HTTPConnection("127.0.0.1", port, timeout=timeout)) as connection:
        method = "GET" if body is None else "POST"
        sent = None if body is None else orjson.dumps(body)
        headers = {} if body is None else {"Content-Type": "application/json"}
        connection.request(method, address, sent, headers)
        answer = connection.getresponse()
        return answer, answer.read()


def status(port: int, address: str) -> int:
    return ask(port, address)[0].status


def raw(port: int, data: bytes) -> bytes:
    """Send bytes as they are, and return all that comes back."""
    with socket.create_connection(("127.0.0.1", port), timeout=30) as one:
        one.sendall(data)
        return b"".join(iter(lambda: one.recv(65_536), b""))


def usual() -> str:
    return "waitress" if sys.platform == "win32" else "gunicorn"
