from typing import Any

from flask.testing import FlaskClient
from jsonschema import Draft202012Validator

from tests.web.sent import OTHERS, SAMPLES, WIRE

ADDRESS = "/api/v1/comparisons"


def compared(client: FlaskClient, **body: object) -> dict[str, Any]:
    answer = client.post(ADDRESS, json=body)
    assert answer.status_code == 200
    assert answer.headers["Cache-Control"] == "no-store"
    return dict(answer.get_json())


def test_an_answer_is_what_the_document_says(client: FlaskClient) -> None:
    document = client.get("/openapi.json").get_json()
    schema = {
        "$ref": "#/components/schemas/ComparisonAnswer",
        "components": document["components"],
    }

    found = compared(client, reports=SAMPLES)

    Draft202012Validator(schema).validate(found)
    assert any(row["differs"] for row in found["rows"])
    assert len(found["shared_wording"]) == len(SAMPLES) * (len(SAMPLES) - 1)


def test_stored_reports_stand_behind_those_that_are_sent(client: FlaskClient) -> None:
    stored = [client.post("/api/v1/reports", json=r).get_json()["id"] for r in OTHERS]

    found = compared(client, reports=[WIRE], stored=stored[:2])

    urls = [report["url"] for report in found["reports"]]
    assert urls == [WIRE["url"], OTHERS[0]["url"], OTHERS[1]["url"]]


def test_what_cannot_be_compared_is_a_problem(client: FlaskClient) -> None:
    alone = client.post(ADDRESS, json={"reports": [WIRE]})
    gone = client.post(ADDRESS, json={"reports": [WIRE], "stored": ["gone"]})
    german = {"text": "Der Fluss ist sauber, sagte die Mühle am Montag. " * 9}
    which = client.post(ADDRESS, json={"reports": [WIRE, german]})
    many = client.post(ADDRESS, json={"reports": [*SAMPLES, WIRE]})

    assert (alone.status_code, gone.status_code) == (422, 404)
    assert "reports[1]" in which.get_json()["detail"]
    assert many.get_json()["errors"][0]["field"] == "reports"
    for answer in (alone, gone, which, many):
        assert answer.content_type == "application/problem+json"
