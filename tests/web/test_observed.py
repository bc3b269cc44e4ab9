from dataclasses import replace

import pytest

from sidelight.settings import Settings
from sidelight.web import create_app
from tests.web.sent import WIRE

ADDRESS = "/api/v1/annotations"


@pytest.mark.parametrize("address", [ADDRESS, "/read"])
def test_what_takes_too_long_is_a_problem(settings: Settings, address: str) -> None:
    client = create_app(replace(settings, time_limit=1e-6)).test_client()
    body = {"json": WIRE} if address == ADDRESS else {"data": {"text": WIRE["text"]}}

    answer = client.post(address, **body)

    assert answer.status_code == 503
    if address == ADDRESS:
        assert answer.get_json()["type"] == "/problems/took-too-long"
    else:
        assert "This took too long" in answer.text


def test_the_next_request_has_a_time_of_its_own(settings: Settings) -> None:
    app = create_app(replace(settings, time_limit=1e-6))
    client = app.test_client()
    assert client.post(ADDRESS, json={**WIRE, "reports": []}).status_code == 503

    app.extensions["sidelight"].settings = settings

    assert client.post(ADDRESS, json={**WIRE, "reports": []}).status_code == 200
