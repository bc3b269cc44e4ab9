"""A `sidelight serve` of its own, with what it is to know and to be set to."""

import os
import socket
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from urllib.error import HTTPError, URLError
from urllib.request import urlopen

from tests.browser.driver import wait_for

SIDELIGHT = (sys.executable, "-m", "sidelight.cli")


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as server:
        return int(server.getsockname()[1])


def sidelight(data: Path, *words: str) -> str:
    """Run a command on the data folder; returns what it prints."""
    done = subprocess.run(
        [*SIDELIGHT, *words],
        env=environment(data, {}),
        check=True,
        capture_output=True,
        text=True,
    )
    return done.stdout


def environment(data: Path, more: Mapping[str, str]) -> dict[str, str]:
    own = {n: v for n, v in os.environ.items() if not n.startswith("SIDELIGHT_")}
    return {**own, "SIDELIGHT_DATA_DIR": str(data), **more}


@contextmanager
def served(data: Path, log: Path | None = None, **settings: str) -> Iterator[str]:
    """Serve until the end; yields the address. What it prints goes into `log`."""
    port = free_port()
    with (log or data / "log").open("wb") as printed:
        process = subprocess.Popen(
            [*SIDELIGHT, "serve", "--port", str(port)],
            env=environment(data, settings),
            stdout=printed,
            stderr=subprocess.STDOUT,
        )
        url = f"http://127.0.0.1:{port}"
        try:
            wait_for(lambda: _is_up(url), "the service")
            yield url
        finally:
            process.terminate()
            process.wait(timeout=30)


def _is_up(url: str) -> bool:
    try:
        with urlopen(f"{url}/healthz") as answer:
            return bool(answer.status == 200)
    except (URLError, HTTPError):
        return False
