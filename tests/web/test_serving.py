import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from http.client import HTTPConnection
from pathlib import Path

import pytest

from sidelight.web.refusals import AddressInUse, AddressUnusable
from sidelight.web.serving import listen

LAUNCH = """
import sys
from pathlib import Path
from sidelight.settings import Settings
from sidelight.web import serve
folder = Path(sys.argv[1])
settings = Settings(folder, f"sqlite:///{folder / 'sidelight.sqlite3'}")
serve(settings, "127.0.0.1", int(sys.argv[2]), workers=2, threads=8)
"""


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as server:
        return int(server.getsockname()[1])


@contextmanager
def running(folder: Path) -> Iterator[tuple[subprocess.Popen[str], int]]:
    port = free_port()
    process = subprocess.Popen(
        [sys.executable, "-c", LAUNCH, str(folder), str(port)],
        env={**os.environ, "XDG_RUNTIME_DIR": str(folder)},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    try:
        until = time.monotonic() + 30
        while process.poll() is None and time.monotonic() < until:
            try:
                socket.create_connection(("127.0.0.1", port), timeout=1).close()
                break
            except OSError:
                time.sleep(0.05)
        yield process, port
    finally:
        process.kill()
        process.communicate()


def status(port: int, address: str) -> int:
    with closing(HTTPConnection("127.0.0.1", port, timeout=30)) as connection:
        connection.request("GET", address)
        answer = connection.getresponse()
        answer.read()
        return answer.status


@pytest.mark.skipif(sys.platform == "win32", reason="gunicorn is for POSIX systems")
@pytest.mark.parametrize("stop", [signal.SIGTERM, signal.SIGINT])
def test_serves_and_stops_when_told_leaving_nothing_in_the_log(
    tmp_path: Path, stop: signal.Signals
) -> None:
    with running(tmp_path) as (process, port):
        assert status(port, "/healthz") == 200
        assert status(port, "/readyz") == 200
        assert status(port, "/?words=private") == 200
        assert not list(tmp_path.rglob("*.ctl")), "nobody else can steer it"
        process.send_signal(stop)
        output, _ = process.communicate(timeout=20)

    assert process.returncode == 0, output
    assert output == ""


@pytest.mark.skipif(sys.platform == "win32", reason="gunicorn is for POSIX systems")
def test_half_sent_requests_do_not_keep_the_others_waiting(tmp_path: Path) -> None:
    with running(tmp_path) as (_, port):
        slow = [socket.create_connection(("127.0.0.1", port)) for _ in range(7)]
        for one in slow:
            one.sendall(b"POST /api/v1/annotations HTTP/1.1\r\nHost: localhost\r\n")
        try:
            assert status(port, "/healthz") == 200
        finally:
            for one in slow:
                one.close()


def test_a_port_that_is_taken_says_what_to_do() -> None:
    with (
        socket.create_server(("127.0.0.1", 0)) as other,
        pytest.raises(AddressInUse, match="choose another port"),
    ):
        listen("127.0.0.1", other.getsockname()[1])


@pytest.mark.parametrize(
    ("host", "port"), [("127.0.0.1", 70_000), ("192.0.2.1", 0), ("no host", 0)]
)
def test_an_address_that_this_machine_does_not_have_says_so(
    host: str, port: int
) -> None:
    with pytest.raises(AddressUnusable, match="Choose an address"):
        listen(host, port)


def test_starting_up_imports_nothing_that_is_slow() -> None:
    slow = "sklearn trafilatura alembic scipy lxml"
    script = (
        "import sys, sidelight.web; from pathlib import Path;"
        "from sidelight.settings import Settings;"
        "sidelight.web.create_app(Settings(Path('.'), 'sqlite://'));"
        f"print([n for n in {slow!r}.split() if n in sys.modules])"
    )

    found = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )

    assert found.stdout.strip() == "[]"
