import logging

import pytest
from flask import request
from flask.testing import FlaskClient

from sidelight.errors import SidelightError, every_kind
from sidelight.settings import Settings
from sidelight.web import create_app


def test_programs_get_a_problem_for_what_is_not_there(client: FlaskClient) -> None:
    answer = client.get("/api/v1/nowhere")

    assert answer.status_code == 404
    assert answer.content_type == "application/problem+json"
    assert answer.get_json()["type"] == "/problems/not-found"


def test_people_get_a_page_for_what_is_not_there(client: FlaskClient) -> None:
    answer = client.get("/nowhere")

    assert answer.status_code == 404
    assert answer.mimetype == "text/html"
    assert "<h1>Not found</h1>" in answer.text


def test_a_wrong_method_says_which_are_right(client: FlaskClient) -> None:
    answer = client.get("/api/v1/annotations")

    assert answer.status_code == 405
    assert answer.get_json()["type"] == "/problems/method-not-allowed"
    assert "POST" in answer.headers["Allow"]


def test_a_fault_tells_neither_client_nor_log_what_was_read(
    settings: Settings, caplog: pytest.LogCaptureFixture
) -> None:
    app = create_app(settings)

    @app.post("/api/fault")
    def fault() -> str:
        raise ValueError(request.get_data(as_text=True))

    with caplog.at_level(logging.DEBUG):
        answer = app.test_client().post("/api/fault?private", data="secret")

    assert answer.status_code == 500
    assert answer.get_json()["type"] == "/problems/internal"
    assert "Traceback" not in answer.text
    assert "ValueError" in caplog.text
    for told in (answer.text, caplog.text):
        assert "secret" not in told
        assert "private" not in told


@pytest.mark.parametrize("kind", list(every_kind()), ids=lambda kind: kind.slug)
def test_every_problem_has_a_page_at_its_type(
    client: FlaskClient, kind: type[SidelightError]
) -> None:
    page = client.get(f"/problems/{kind.slug}")

    assert page.status_code == 200
    assert f"<h1>{kind.title}</h1>" in page.text


def test_kinds_of_problems_are_told_apart_by_their_slugs() -> None:
    slugs = [kind.slug for kind in every_kind()]

    assert len(slugs) == len(set(slugs))


def test_an_unknown_problem_is_not_found(client: FlaskClient) -> None:
    assert client.get("/problems/none").status_code == 404
