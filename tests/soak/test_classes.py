"""Thirty classes mark at once: how long a mark takes, and how far behind a board is.

All of it on one machine, those who send too. What is acknowledged must be in the store.
That it outlives a kill is held by `tests/store/test_classes.py`.
"""

import os
import re
import time
import uuid
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from random import Random
from statistics import median, quantiles
from threading import Event, Lock
from urllib.parse import urlencode

import orjson
import pytest

from sidelight.store import open_store
from tests.web.launched import running

CLASSES = int(os.environ.get("SOAK_CLASSES", "30"))
PUPILS = 35
PAUSE = 20
"""Seconds in which a pupil makes one mark, on average."""

SECONDS = int(os.environ.get("SOAK_CLASS_SECONDS", "90"))
SENDERS = 24
SLOWEST = 0.3
BEHIND = 2.0

pytestmark = [pytest.mark.soak, pytest.mark.timeout(SECONDS + 600)]


@dataclass
class Room:
    """A lesson: its id, its pupils' tokens, and when each mark was acknowledged."""

    lesson: str
    pupils: list[str] = field(default_factory=list)
    acknowledged: list[float] = field(default_factory=list)
    lags: list[float] = field(default_factory=list)
    sent: set[str] = field(default_factory=set)
    lock: Lock = field(default_factory=Lock)


class Browser:
    """One connection that is kept open, and opened anew where it broke."""

    def __init__(self, port: int) -> None:
        self._port = port
        self._connection: HTTPConnection | None = None

    def ask(
        self, method: str, address: str, body: bytes | None = None, **headers: str
    ) -> tuple[int, dict[str, str], bytes]:
        names = {name.replace("_", "-"): value for name, value in headers.items()}
        if self._connection is None:
            self._connection = HTTPConnection("127.0.0.1", self._port, timeout=30)
        try:
            self._connection.request(method, address, body, names)
            answer = self._connection.getresponse()
            return answer.status, dict(answer.getheaders()), answer.read()
        except (OSError, HTTPException):
            self._connection.close()
            self._connection = None
            raise

    def close(self) -> None:
        if self._connection is not None:
            self._connection.close()

    def patiently(
        self, method: str, address: str, body: bytes | None = None, **headers: str
    ) -> tuple[int, dict[str, str], bytes]:
        """Ask until there is an answer."""
        while True:
            try:
                return self.ask(method, address, body, **headers)
            except (OSError, HTTPException):
                time.sleep(0.2)


def a_room(port: int) -> Room:
    """Hold a ready lesson, and let a class join."""
    with closing(Browser(port)) as browser:
        return _joined(browser)


def _joined(browser: Browser) -> Room:
    form = urlencode({"ready": "night-ferry"}).encode()
    kind = "application/x-www-form-urlencoded"
    status, headers, _ = browser.ask("POST", "/lessons", form, Content_Type=kind)
    assert status in {302, 303}
    lesson = headers["Location"].split("/")[2]
    _, _, board = browser.ask("GET", f"/lessons/{lesson}/board")
    found = re.search(rb'class="code big"[^>]*>\s*([A-Z0-9 ]+)', board)
    assert found
    room = Room(lesson)
    for _ in range(PUPILS):
        code = orjson.dumps({"code": found[1].decode()})
        status, _, answer = browser.ask(
            "POST", "/api/v1/lessons/join", code, Content_Type="application/json"
        )
        assert status == 201, answer
        room.pupils.append(orjson.loads(answer)["token"])
    return room


def mark(browser: Browser, room: Room, pupil: str, number: int) -> float:
    """Send one mark until it is acknowledged; returns the seconds of the last try."""
    mark = {
        "id": str(uuid.uuid4()),
        "report": 1 + number % 4,
        "start": number % 900,
        "end": number % 900 + 40,
        "question": ("who-says", "other-reports", "when")[number % 3],
    }
    body = orjson.dumps({"marks": [mark]})
    while True:
        began = time.monotonic()
        try:
            status, _, answer = browser.ask(
                "POST",
                "/api/v1/lessons/marks",
                body,
                Content_Type="application/json",
                X_Sidelight_Pupil=pupil,
            )
        except (OSError, HTTPException):
            time.sleep(0.2)
            continue
        assert status == 200, answer
        ended = time.monotonic()
        with room.lock:
            room.acknowledged.append(ended)
            room.sent.add(str(mark["id"]))
        return ended - began


def watch(port: int, room: Room, over: Event) -> None:
    """Do what a board does: hear of news every second, and fetch what is new."""
    with closing(Browser(port)) as browser:
        _watch(browser, room, over)


def _watch(browser: Browser, room: Room, over: Event) -> None:
    last, seen = "", 0
    while not over.wait(1):
        address = f"/lessons/{room.lesson}/board"
        _, _, event = browser.patiently("GET", f"{address}/events", Last_Event_ID=last)
        told = re.search(rb"^id: (\S+)", event, re.MULTILINE)
        if not told:
            continue
        last = told[1].decode()
        _, _, board = browser.patiently("GET", f"{address}/now")
        shown = re.search(rb"(\d+) marks?\b", board)
        now = time.monotonic()
        with room.lock:
            count = min(int(shown[1]) if shown else 0, len(room.acknowledged))
            room.lags += [now - then for then in sorted(room.acknowledged)[seen:count]]
        seen = max(seen, count)


def a_lesson(port: int, rooms: list[Room], seconds: float) -> list[float]:
    """Let all classes mark for some seconds; returns how long each mark took."""
    over = Event()
    until = time.monotonic() + seconds
    pace = SENDERS * PAUSE / (len(rooms) * PUPILS)  # seconds between a sender's marks

    def send(sender: int) -> Iterator[float]:
        chance, number = Random(sender), sender  # noqa: S311
        with closing(Browser(port)) as browser:
            while time.monotonic() < until:
                began = time.monotonic()
                room = chance.choice(rooms)
                yield mark(browser, room, chance.choice(room.pupils), number)
                number += SENDERS
                time.sleep(max(0, pace - (time.monotonic() - began)))

    with ThreadPoolExecutor(SENDERS + len(rooms)) as people:
        boards = [people.submit(watch, port, room, over) for room in rooms]
        marks = list(people.map(lambda sender: list(send(sender)), range(SENDERS)))
        time.sleep(3)
        over.set()
        for board in boards:
            board.result()
    return [one for some in marks for one in some]


def test_thirty_classes_mark_at_once(
    tmp_path: Path, record_property: Callable[[str, object], None]
) -> None:
    with running(tmp_path) as (_, port):
        rooms = [a_room(port) for _ in range(CLASSES)]
        took = a_lesson(port, rooms, SECONDS)
    lags = [lag for room in rooms for lag in room.lags]
    figures = {
        "marks": len(took),
        "median": median(took),
        "p95": quantiles(took, n=20)[-1],
        "behind_median": median(lags),
        "behind_p95": quantiles(lags, n=20)[-1],
    }
    for name, figure in figures.items():
        record_property(name, round(figure, 3))
    print(figures)  # noqa: T201 - what the run is for
    assert kept(tmp_path, rooms) == {room.lesson: room.sent for room in rooms}
    assert figures["p95"] < SLOWEST
    assert figures["behind_p95"] < BEHIND


def kept(folder: Path, rooms: list[Room]) -> dict[str, set[str]]:
    """Return the ids of the marks that the store has, by lesson."""
    store = open_store(f"sqlite:///{folder / 'sidelight.sqlite3'}")
    try:
        return {
            room.lesson: {mark.id for mark in store.classes.marks(room.lesson)}
            for room in rooms
        }
    finally:
        store.close()
