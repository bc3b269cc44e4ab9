import re

import pytest
from flask.testing import FlaskClient
from jsonschema import Draft202012Validator


def test_the_document_names_every_resource_of_the_api(client: FlaskClient) -> None:
    document = client.get("/openapi.json").get_json()
    rules = [str(rule) for rule in client.application.url_map.iter_rules()]
    expected = {
        re.sub(r"<(?:\w+:)?(\w+)>", r"{\1}", rule)
        for rule in rules
        if rule.startswith("/api/")
    }

    assert document["openapi"].startswith("3.1")
    assert set(document["paths"]) == expected


def test_the_document_says_that_a_token_may_be_needed(client: FlaskClient) -> None:
    document = client.get("/openapi.json").get_json()

    schemes = document["components"]["securitySchemes"]
    assert schemes["token"]["scheme"] == "bearer"
    assert {} in document["security"]
    assert all(list(one) == ["token"] for one in document["security"] if one)
    for resource in document["paths"].values():
        for operation in resource.values():
            assert {"401", "403", "429"} <= set(operation["responses"])


def test_every_reference_of_the_document_leads_somewhere(client: FlaskClient) -> None:
    answer = client.get("/openapi.json")
    schemas = answer.get_json()["components"]["schemas"]

    references = re.findall(r'"#/components/schemas/(\w+)"', answer.text)

    assert references
    assert set(references) <= set(schemas)


def test_every_resource_answers_problems_as_problems(client: FlaskClient) -> None:
    for resource in client.get("/openapi.json").get_json()["paths"].values():
        for operation in resource.values():
            problem = operation["responses"]["422"]["content"]
            assert list(problem) == ["application/problem+json"]


@pytest.mark.parametrize("name", ["annotations-request", "annotation-page"])
def test_schemas_are_published_and_sound(client: FlaskClient, name: str) -> None:
    published = client.get(f"/schemas/{name}.json").get_json()

    Draft202012Validator.check_schema(published)
    assert published["$schema"].startswith("https://json-schema.org/draft/2020-12")


def test_no_other_schema_is_there(client: FlaskClient) -> None:
    assert client.get("/schemas/none.json").status_code == 404
