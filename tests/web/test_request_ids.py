import re

import pytest
from flask.testing import FlaskClient


@pytest.mark.parametrize("name", ["0123456789abcdef", "proxy.7-request_42", "a" * 64])
def test_a_plain_name_of_whoever_stands_before_is_kept(
    client: FlaskClient, name: str
) -> None:
    answer = client.get("/api/v1/nowhere", headers={"X-Request-ID": name})

    assert answer.headers["X-Request-ID"] == name
    assert answer.get_json()["instance"] == f"/requests/{name}"


@pytest.mark.parametrize("name", ["", "short", "a" * 65, "spaces in it", '{"a": "b"}'])
def test_any_other_is_not(client: FlaskClient, name: str) -> None:
    answer = client.get("/healthz", headers={"X-Request-ID": name})

    assert re.fullmatch(r"[0-9a-f]{32}", answer.headers["X-Request-ID"])


def test_two_requests_have_two_names(client: FlaskClient) -> None:
    names = {client.get("/healthz").headers["X-Request-ID"] for _ in range(5)}

    assert len(names) == 5


def test_who_is_refused_before_any_work_has_one_too(client: FlaskClient) -> None:
    answer = client.get("/healthz", headers={"Host": "elsewhere.example"})

    assert answer.status_code == 421
    assert answer.headers["X-Request-ID"] in answer.get_json()["instance"]
