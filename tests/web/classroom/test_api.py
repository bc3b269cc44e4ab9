"""The extension joins by code and marks with a token of its own."""

from collections.abc import Callable

import pytest
from flask.testing import FlaskClient

from sidelight.lessons import Lesson, Reveal
from sidelight.store import Store

Get = Callable[[], Lesson]
MARK = {
    "id": "from-the-extension",
    "report": 1,
    "start": 0,
    "end": 9,
    "question": "when",
}
FROM = {"Origin": "chrome-extension://abcdefghijklmnopabcdefghijklmnop"}


@pytest.fixture
def token(client: FlaskClient, get: Get) -> dict[str, str]:
    answer = client.post(
        "/api/v1/lessons/join", json={"code": get().code}, headers=FROM
    )
    assert answer.status_code == 201, answer.text
    assert answer.json is not None
    assert answer.json["nickname"]
    assert [r["number"] for r in answer.json["reports"]] == [1, 2]
    return {"X-Sidelight-Pupil": answer.json["token"], **FROM}


def test_marks_are_kept_for_the_token(
    client: FlaskClient, token: dict[str, str], get: Get, store: Store
) -> None:
    answer = client.post("/api/v1/lessons/marks", json={"marks": [MARK]}, headers=token)

    assert answer.json is not None
    assert answer.json["kept"] == [MARK["id"]]
    assert len(store.classes.marks(get().id)) == 1
    found = client.get("/api/v1/lessons/reports/1", headers=token).json
    assert found is not None
    assert [one["id"] for one in found["marks"]] == [MARK["id"]]
    assert found["notes"]["items"] == []


def test_notes_come_once_they_are_open(
    client: FlaskClient, token: dict[str, str], get: Get, store: Store
) -> None:
    store.lessons.reveal(get().id, Reveal(1))

    found = client.get("/api/v1/lessons/reports/1", headers=token).json

    assert found is not None
    assert found["notes"]["items"]
    state = client.get("/api/v1/lessons/state", headers=token).json
    assert state is not None
    assert state["version"] == get().version


@pytest.mark.parametrize("header", [{}, {"X-Sidelight-Pupil": "guessed"}])
def test_without_a_token_nothing_is_told(
    client: FlaskClient, lesson: str, header: dict[str, str]
) -> None:
    del lesson
    sent = {**header, "Accept": "application/json"}

    for answer in (
        client.get("/api/v1/lessons/state", headers=sent),
        client.get("/api/v1/lessons/reports/1", headers=sent),
        client.post("/api/v1/lessons/marks", json={"marks": []}, headers=sent),
    ):
        assert answer.status_code == 401
        assert answer.mimetype == "application/problem+json"


def test_a_wrong_code_is_a_problem(client: FlaskClient) -> None:
    answer = client.post("/api/v1/lessons/join", json={"code": "NOCODE"})

    assert answer.status_code == 404
    assert answer.mimetype == "application/problem+json"
