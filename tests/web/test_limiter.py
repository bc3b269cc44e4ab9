"""Limits hold, for each caller alone, in memory, in the store and in Redis."""

import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from flask import Flask

from sidelight.settings import Limit, Settings
from sidelight.store import open_store
from sidelight.web import create_app
from sidelight.web.limiter import InMemory, limiter
from sidelight.web.refusals import TooManyRequests

KEPT = ("memory", "store", "redis")


@pytest.fixture(scope="module")
def redis_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    program = shutil.which("redis-server")
    if program is None:
        pytest.skip("no Redis here")
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
    folder = tmp_path_factory.mktemp("redis")
    running = subprocess.Popen(
        [program, "--port", str(port), "--bind", "127.0.0.1", "--dir", str(folder)],
        stdout=subprocess.DEVNULL,
    )
    until = time.monotonic() + 10
    while time.monotonic() < until:
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
            break
        except OSError:
            time.sleep(0.05)
    yield f"redis://127.0.0.1:{port}/0"
    running.terminate()
    running.wait(10)


@pytest.fixture(params=KEPT)
def app(request: pytest.FixtureRequest, settings: Settings, tmp_path: Path) -> Flask:
    kept = request.param
    url = request.getfixturevalue("redis_url") if kept == "redis" else ""
    open_to_others = replace(
        settings,
        host="0.0.0.0",  # noqa: S104 - listens nowhere
        limit=Limit(5, 3600),
        guesses=Limit(3, 3600),
        redis_url=url,
        secret_key=str(tmp_path),  # another one, so that Redis counts anew
    )
    return create_app(open_to_others, shared=kept == "store")


def test_one_caller_too_many_times_is_told_when_to_come_again(app: Flask) -> None:
    client = app.test_client()

    answers = [client.get("/healthz") for _ in range(6)]

    assert [answer.status_code for answer in answers] == [200] * 5 + [429]
    refused = answers[-1]
    assert refused.content_type == "application/problem+json"
    assert refused.get_json()["type"] == "/problems/too-many-requests"
    assert 3590 <= int(refused.headers["Retry-After"]) <= 3600


def test_one_address_does_not_use_up_anothers(app: Flask) -> None:
    client = app.test_client()
    for _ in range(6):
        client.get("/healthz")

    elsewhere = {"REMOTE_ADDR": "192.0.2.7"}
    assert client.get("/healthz", environ_base=elsewhere).status_code == 200


def test_a_token_is_counted_by_itself_whatever_its_address(
    app: Flask, settings: Settings
) -> None:
    with open_store(settings.database_url) as store:
        headers = [
            {"Authorization": f"Bearer {store.tokens.add(name, [])}"} for name in "ab"
        ]
    client = app.test_client()

    answers = [
        client.get(
            "/api/v1/checks",
            headers=headers[0],
            environ_base={"REMOTE_ADDR": f"192.0.2.{n}"},
        )
        for n in range(6)
    ]

    assert [answer.status_code for answer in answers] == [200] * 5 + [429]
    assert client.get("/api/v1/checks", headers=headers[1]).status_code == 200


def test_wrong_tokens_are_counted_too(app: Flask) -> None:
    client = app.test_client()

    answers = [
        client.get("/healthz", headers={"Authorization": f"Bearer {n}"})
        for n in range(6)
    ]

    assert [answer.status_code for answer in answers] == [401] * 5 + [429]


def test_a_household_with_many_addresses_is_one(app: Flask) -> None:
    client = app.test_client()

    answers = [
        client.get("/healthz", environ_base={"REMOTE_ADDR": f"2001:db8:1:2::{n}"})
        for n in range(6)
    ]

    assert answers[-1].status_code == 429
    other = {"REMOTE_ADDR": "2001:db8:1:3::1"}
    assert client.get("/healthz", environ_base=other).status_code == 200


def test_wrong_guesses_are_counted_and_right_ones_are_not(app: Flask) -> None:
    with app.test_request_context(environ_base={"REMOTE_ADDR": "192.0.2.1"}):
        for _ in range(10):
            limiter().check_guesses()
        for _ in range(3):
            limiter().check_guesses()
            limiter().count_wrong_guess()
        with pytest.raises(TooManyRequests, match="At most 3"):
            limiter().check_guesses()
    with app.test_request_context(environ_base={"REMOTE_ADDR": "192.0.2.2"}):
        limiter().check_guesses()


def test_at_home_nobody_is_counted(settings: Settings) -> None:
    client = create_app(replace(settings, limit=Limit(1, 3600))).test_client()

    assert [client.get("/healthz").status_code for _ in range(3)] == [200] * 3


def test_no_address_is_stored(app: Flask, tmp_path: Path) -> None:
    client = app.test_client()
    client.get("/healthz", environ_base={"REMOTE_ADDR": "192.0.2.77"})

    for file in tmp_path.rglob("*sqlite3*"):
        assert b"192.0.2.77" not in file.read_bytes()


def test_a_request_is_answered_where_counting_fails(settings: Settings) -> None:
    nowhere = replace(settings, host="school.example", redis_url="redis://127.0.0.1:1")
    client = create_app(nowhere).test_client()

    assert client.get("/healthz", headers={"Host": "school.example"}).status_code == 200


def test_memory_holds_no_more_than_its_share(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("sidelight.web.limiter.MOST_COUNTED", 10)
    counts = InMemory()

    for number in range(100):
        counts.add(str(number), 60)

    assert len(counts._counts) <= 10  # noqa: SLF001
