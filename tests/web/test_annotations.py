from typing import Any

import pytest
from flask.testing import FlaskClient
from jsonschema import Draft202012Validator
from werkzeug.test import TestResponse

from sidelight.web.openapi import schema
from tests.web.sent import OTHERS, SAMPLES, WIRE

ADDRESS = "/api/v1/annotations"


def ask(client: FlaskClient, **fields: object) -> TestResponse:
    return client.post(ADDRESS, json=fields)


def test_passages_are_where_the_answer_says(client: FlaskClient) -> None:
    sent = OTHERS[-1]

    others = [report for report in SAMPLES if report is not sent]
    page = ask(client, **sent, reports=others, checks="all").get_json()

    assert page["items"]
    for item in page["items"]:
        if item["sidelight:part"] == "text":
            quote, position = item["target"]["selector"]
            start, end = position["start"], position["end"]
            assert sent["text"][start:end] == quote["exact"]
            assert sent["text"][:start].endswith(quote["prefix"])
            assert sent["text"][end:].startswith(quote["suffix"])


@pytest.mark.parametrize("sent", SAMPLES, ids=lambda sent: sent["id"])
def test_request_and_answer_follow_the_published_schemas(
    client: FlaskClient, sent: dict[str, Any]
) -> None:
    request = {**sent, "reports": SAMPLES, "checks": "all"}

    answer = ask(client, **request)

    Draft202012Validator(schema("annotations-request")).validate(request)
    Draft202012Validator(schema("annotation-page")).validate(answer.get_json())


def test_schema_of_the_answer_refuses_what_is_no_answer(client: FlaskClient) -> None:
    page = ask(client, **WIRE, reports=OTHERS).get_json()
    del page["sidelight:compared"]

    assert not Draft202012Validator(schema("annotation-page")).is_valid(page)


def test_one_request_has_one_answer_and_no_cache_keeps_it(client: FlaskClient) -> None:
    first, second = (ask(client, **WIRE, reports=OTHERS) for _ in range(2))

    assert first.data == second.data
    assert first.headers["Cache-Control"] == "no-store"
    assert first.content_type == "application/json"


def test_compares_with_exactly_the_reports_sent_along(client: FlaskClient) -> None:
    client.post("/api/v1/reports", json=OTHERS[0])

    for reports in ([], OTHERS):
        page = ask(client, **WIRE, reports=reports).get_json()
        assert page["sidelight:compared"]["searched"] == len(reports)


def test_searches_the_store_where_no_reports_are_sent(client: FlaskClient) -> None:
    client.post("/api/v1/reports", json=OTHERS[0])

    [found] = ask(client, **WIRE).get_json()["sidelight:compared"]["reports"]

    assert found["url"] == OTHERS[0]["url"]


def test_an_empty_store_is_an_answer_that_says_so(client: FlaskClient) -> None:
    answer = ask(client, **WIRE)

    assert answer.status_code == 200
    assert answer.get_json()["sidelight:compared"] == {
        "searched": 0,
        "reports": [],
        "providers": [],
    }


def test_nothing_that_was_annotated_is_stored(client: FlaskClient) -> None:
    ask(client, **WIRE, reports=OTHERS)

    assert client.get("/api/v1/reports").get_json()["total"] == 0


def test_unknown_fields_are_passed_over(client: FlaskClient) -> None:
    plain = ask(client, **WIRE, reports=[])

    assert ask(client, **WIRE, reports=[], mood="calm").data == plain.data


def test_offsets_count_code_points(client: FlaskClient) -> None:
    sent = OTHERS[-1]
    others = [report for report in SAMPLES if report is not sent]
    ahead = "\N{FAMILY} e\N{COMBINING ACUTE ACCENT} שלום\N{NO-BREAK SPACE}.\n\n"

    def starts(text: str) -> list[int]:
        page = ask(client, **{**sent, "text": text}, reports=others).get_json()
        return [
            item["target"]["selector"][1]["start"]
            for item in page["items"]
            if item["sidelight:part"] == "text"
        ]

    assert starts(ahead + sent["text"]) == [
        start + len(ahead) for start in starts(sent["text"])
    ]


@pytest.mark.parametrize(
    ("fields", "status", "kind"),
    [
        ({}, 422, "no-text"),
        ({"text": " \n "}, 422, "no-text"),
        ({"html": "<html><body></body></html>"}, 422, "no-text"),
        ({"text": "The mill. " * 110_000}, 413, "too-long"),
        ({"text": "é" * 600_000}, 413, "too-long"),
        ({"html": "<p>The mill.</p>" * 70_000}, 413, "too-long"),
        ({**WIRE, "published": "10/04/2024"}, 422, "invalid-date"),
        ({**WIRE, "published": "2023-02-29"}, 422, "invalid-date"),
        ({"text": "Der Fluss ist sauber, sagte die Mühle. " * 20}, 422, "not-english"),
        ({**WIRE, "checks": ["no-such-check"]}, 422, "unknown-check"),
        ({**WIRE, "reports": [{"text": ""}]}, 422, "no-text"),
    ],
)
def test_what_cannot_be_read_is_a_clear_problem(
    client: FlaskClient, fields: dict[str, Any], status: int, kind: str
) -> None:
    answer = ask(client, **fields)

    assert answer.status_code == status
    assert answer.content_type == "application/problem+json"
    assert answer.get_json()["type"] == f"/problems/{kind}"
    assert answer.get_json()["status"] == status
    assert answer.get_json()["detail"]


def test_a_report_that_cannot_be_read_is_named(client: FlaskClient) -> None:
    answer = ask(client, **WIRE, reports=[OTHERS[0], {"text": " "}])

    assert answer.get_json()["detail"].startswith("reports[1]: ")


@pytest.mark.parametrize(
    ("fields", "named"),
    [
        ({"text": 5}, "text"),
        ({"text": "The mill.", "cut_short": "yes"}, "cut_short"),
        ({"text": "The mill.", "links": [{"href": 3}]}, "links[0].href"),
        ({"text": "The mill.", "kind": "book"}, "kind"),
        ({"text": "The mill.", "checks": 5}, "checks"),
        ({"text": "The mill.", "reports": [{"title": []}]}, "reports[0].title"),
        ({"text": "The mill.", "reports": [{}] * 101}, "reports"),
    ],
)
def test_a_field_of_the_wrong_type_is_named_and_not_repeated(
    client: FlaskClient, fields: dict[str, Any], named: str
) -> None:
    answer = ask(client, **fields)

    assert answer.status_code == 422
    assert answer.get_json()["type"] == "/problems/invalid-fields"
    assert named in {error["field"] for error in answer.get_json()["errors"]}
    assert "The mill" not in answer.text
