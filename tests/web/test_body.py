import gzip

import pytest
from flask.testing import FlaskClient

from sidelight.web.body import MAX_BODY

ADDRESS = "/api/v1/annotations"


@pytest.mark.parametrize(
    "body",
    [b"", b"{", b"text", b"\xff\xfe{}", b'{"text": "\xe9"}', b'{"text": "\\ud800"}'],
)
def test_what_is_no_json_in_utf_8_is_a_problem(
    client: FlaskClient, body: bytes
) -> None:
    answer = client.post(ADDRESS, data=body, content_type="application/json")

    assert answer.status_code == 400
    assert answer.get_json()["type"] == "/problems/not-json"


@pytest.mark.parametrize("body", [b"[]", b'"{}"', b"null", b"5"])
def test_the_body_must_be_an_object(client: FlaskClient, body: bytes) -> None:
    answer = client.post(ADDRESS, data=body, content_type="application/json")

    assert answer.status_code == 422
    assert "object" in answer.get_json()["detail"]


@pytest.mark.parametrize("kind", ["text/plain", "application/x-www-form-urlencoded"])
def test_a_body_that_any_web_page_could_send_is_refused(
    client: FlaskClient, kind: str
) -> None:
    answer = client.post(ADDRESS, data=b'{"text": "Hi"}', content_type=kind)

    assert answer.status_code == 415
    assert answer.get_json()["type"] == "/problems/content-type"


@pytest.mark.parametrize(
    "body",
    [
        b'{"text":' + b"[" * 100_000 + b"]" * 100_000 + b"}",
        b'{"text":' + b"[" * 100_000,
        b'{"reports":[' * 100_000,
        b'{"text":' * 1_000_000,
    ],
    ids=["lists", "open lists", "reports", "objects"],
)
def test_a_body_nested_deeply_is_a_problem(client: FlaskClient, body: bytes) -> None:
    answer = client.post(ADDRESS, data=body, content_type="application/json")

    assert answer.status_code == 400
    assert answer.get_json()["type"] == "/problems/not-json"


def test_a_body_nested_as_deep_as_json_may_be_is_a_problem(client: FlaskClient) -> None:
    body = b'{"text":' + b"[" * 1_000 + b"]" * 1_000 + b"}"

    answer = client.post(ADDRESS, data=body, content_type="application/json")

    assert answer.status_code == 422


def test_a_packed_body_is_not_unpacked(client: FlaskClient) -> None:
    bomb = gzip.compress(b'{"text": "' + b"a" * 50_000_000 + b'"}')

    answer = client.post(
        ADDRESS,
        data=bomb,
        content_type="application/json",
        headers={"Content-Encoding": "gzip"},
    )

    assert answer.status_code == 400
    assert answer.get_json()["type"] == "/problems/not-json"


def test_a_body_over_the_limit_is_a_problem(client: FlaskClient) -> None:
    body = b" " * (MAX_BODY + 1)

    answer = client.post(ADDRESS, data=body, content_type="application/json")

    assert answer.status_code == 413
    assert answer.get_json()["type"] == "/problems/too-long"
