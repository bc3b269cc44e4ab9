"""Ten minutes at full load: everything is answered, and memory stays where it is."""

import gc
import os
import sys
import time
from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from statistics import median, quantiles

import pytest

from sidelight.settings import Settings
from sidelight.store import open_store
from sidelight.web import create_app
from tests.faults.conftest import ENGINES, cluster
from tests.web.launched import ask, running
from tests.web.sent import SAMPLES
from tests.web.test_servers import workers_of

SECONDS = int(os.environ.get("SOAK_SECONDS", "600"))
CLIENTS = 8
STORED = 30
"""Reports that are posted again and again: the store is as large early as late."""

MOST_GROWTH = 1.10
"""Of private memory, from when caches are full to the last fifth."""

WARM = 1_200
"""Requests of all clients after which the workers' caches are full."""

SAMPLES_TO_TELL = 20

__all__ = ["cluster"]  # a fixture

pytestmark = [
    pytest.mark.soak,
    pytest.mark.timeout(SECONDS + 600),
    pytest.mark.skipif(sys.platform != "linux", reason="memory is read from /proc"),
]


def private(process: int) -> float:
    """Return the megabytes that a process shares with no other."""
    rows = Path(f"/proc/{process}/smaps_rollup").read_text().splitlines()
    kilobytes = [int(row.split()[1]) for row in rows if row.startswith("Private_")]
    return sum(kilobytes) / 1024


def asked(number: int) -> tuple[str, dict[str, object] | None]:
    """Return what the client asks for: mostly notes, now and then something else."""
    report = dict(SAMPLES[number % len(SAMPLES)])
    match number % 10:
        case 0:
            other = number // 10 % STORED
            report |= {"url": f"https://ostrey.example/{other}", "id": str(other)}
            report["text"] = f"{report['text']}\n\nReport {other}."
            return "/api/v1/reports", report
        case 1:
            return "/checks", None
        case 2:
            return "/api/v1/comparisons", {"reports": SAMPLES[:3]}
    return "/api/v1/annotations", {**report, "checks": "all"}


@pytest.mark.parametrize("engine", ENGINES)
def test_memory_is_flat_at_full_load(
    engine: str,
    tmp_path: Path,
    request: pytest.FixtureRequest,
    record_property: Callable[[str, object], None],
) -> None:
    url = f"sqlite:///{tmp_path / 'store.sqlite3'}"
    if engine == "postgresql":
        url = request.getfixturevalue("cluster").emptied()
    codes: Counter[int] = Counter()
    seconds: list[float] = []
    memory: list[float] = []
    full: list[float] = []
    with (
        running(tmp_path, url=url) as (process, port),
        ThreadPoolExecutor(CLIENTS) as pool,
    ):
        until = time.monotonic() + SECONDS / len(ENGINES)

        def work(first: int) -> None:
            number = first
            while time.monotonic() < until:
                began = time.monotonic()
                answer, _ = ask(port, *asked(number))
                seconds.append(time.monotonic() - began)
                codes[answer.status] += 1
                number += CLIENTS

        working = [pool.submit(work, n) for n in range(CLIENTS)]
        while time.monotonic() < until:
            time.sleep(min(2.0, SECONDS / 30))
            memory.append(max(map(private, workers_of(process.pid))))
            if sum(codes.values()) > WARM:
                full.append(memory[-1])
        for one in working:
            one.result()
    fifth = len(memory) // 5
    early, late = median(full[:fifth] or memory[:fifth]), median(memory[-fifth:])
    with open_store(url) as store:
        assert len(store) == len(store.list(limit=100_000))
    figures = {
        "requests": sum(codes.values()),
        "a second": round(sum(codes.values()) / (SECONDS / len(ENGINES)), 1),
        "median ms": round(median(seconds) * 1000),
        "p95 ms": round(quantiles(seconds, n=20)[-1] * 1000),
        "private MB early": round(early, 1),
        "private MB late": round(late, 1),
    }
    for name, value in figures.items():
        record_property(name, value)
    print(engine, figures)  # noqa: T201 - what docs/performance.md is written from
    assert set(codes) <= {200, 201}
    if len(full) < SAMPLES_TO_TELL:
        pytest.skip("too few requests in this time to tell whether memory is flat")
    assert late < early * MOST_GROWTH


def test_nothing_piles_up_in_a_worker(tmp_path: Path) -> None:
    """One process answers a thousand requests; what is left of each is nothing."""
    sizes = []
    app = create_app(Settings(tmp_path, f"sqlite:///{tmp_path / 'store.sqlite3'}"))
    client = app.test_client()
    for number in range(1_000):
        address, body = asked(number)
        answer = client.post(address, json=body) if body else client.get(address)
        assert answer.status_code in {200, 201}
        if number % 100 == 99:
            gc.collect()
            sizes.append((private(os.getpid()), len(gc.get_objects())))
    (early, objects), (late, later) = sizes[4], sizes[-1]

    assert late < early * 1.03
    assert later < objects * 1.01
