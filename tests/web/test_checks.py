import pytest
from flask.testing import FlaskClient

from sidelight.checks import Check, every_check


def test_every_check_is_listed_with_a_page(client: FlaskClient) -> None:
    listed = client.get("/api/v1/checks").get_json()["checks"]

    assert [check["id"] for check in listed] == [check.ID for check in every_check()]
    for check in listed:
        assert client.get(check["help"]).status_code == 200


def test_a_check_comes_with_its_page(client: FlaskClient) -> None:
    [check, *_] = every_check()

    answer = client.get(f"/api/v1/checks/{check.ID}").get_json()

    assert answer["label"] == check.LABEL
    assert answer["page"] == check.__doc__


@pytest.mark.parametrize("check", every_check(), ids=lambda check: check.ID)
def test_a_help_page_shows_its_examples_as_quotations(
    client: FlaskClient, check: Check
) -> None:
    page = client.get(f"/checks/{check.ID}").text

    assert "<h2>Why it matters</h2>" in page
    assert "<blockquote>" in page
    assert "&lt;mark" not in page
    assert page.count("<mark>") == page.count("</mark>")


@pytest.mark.parametrize("address", ["/api/v1/checks/none", "/checks/none"])
def test_an_unknown_check_is_not_found(client: FlaskClient, address: str) -> None:
    assert client.get(address).status_code == 404
