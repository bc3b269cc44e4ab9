"""Reports posted from several threads until the service is gone."""

import http.client
import json
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from itertools import count
from threading import Event, Lock

from sidelight.store import open_store
from tests.web.launched import ask

WRITERS = 4
LINE = "The dam at Ostrey held for {number} days, and {n} mayors said on Monday that it would."


@dataclass
class Posting:
    """What was posted, and which of it the service acknowledged."""

    port: int
    lines: int = 5
    acknowledged: list[str] = field(default_factory=list)
    refused: list[int] = field(default_factory=list)
    lost: int = 0
    _numbers: "count[int]" = field(default_factory=count)
    _lock: Lock = field(default_factory=Lock)
    _stop: Event = field(default_factory=Event)

    def one(self) -> bool:
        """Post one report; tell whether the service is still there."""
        number = next(self._numbers)
        lines = range(self.lines)
        text = "\n".join(LINE.format(number=number * 97 + n, n=n) for n in lines)
        body = {"text": text, "url": f"https://ostrey.example/{number}"}
        try:
            answer, told = ask(self.port, "/api/v1/reports", body, timeout=30)
        except (OSError, http.client.HTTPException):
            self.lost += 1
            return False
        with self._lock:
            if answer.status == 201:
                self.acknowledged.append(json.loads(told)["id"])
            else:
                assert answer.headers["Content-Type"] == "application/problem+json"
                self.refused.append(answer.status)
        return True

    def until_told(self) -> None:
        """Post until the service is gone, or `stop` is called."""
        while not self._stop.is_set() and self.one():
            pass

    def stop(self) -> None:
        """Have all writers end with their report under way."""
        self._stop.set()

    def start(self, pool: ThreadPoolExecutor) -> None:
        """Begin to post from several threads."""
        for _ in range(WRITERS):
            pool.submit(self.until_told)


def hold_whole(url: str, acknowledged: list[str]) -> int:
    """See that all that was acknowledged is there, and nothing by half.

    Returns how many reports there are.
    """
    with open_store(url) as store:
        rows = store.list(limit=100_000)
        state = store.state()
        assert len(rows) == len(store)
        assert set(acknowledged) <= {row.id for row in rows}
        left = [store.get(row.id) for row in rows]  # each with all its layers
        store.forget_everything()
        store.add_many(left, kept=True)
        assert store.state() == state, "the totals are those of the rows"
        return len(rows)
