from dataclasses import replace

import pytest
from flask.testing import FlaskClient

from sidelight.settings import Settings
from sidelight.web import create_app


@pytest.mark.parametrize(
    "host",
    [
        "127.0.0.1",
        "127.0.0.1:8765",
        "localhost",
        "LOCALHOST:80",
        "[::1]",
        "[::1]:8765",
    ],
)
def test_this_machine_may_be_called_by_its_names(
    client: FlaskClient, host: str
) -> None:
    assert client.get("/healthz", headers={"Host": host}).status_code == 200


@pytest.mark.parametrize(
    "host",
    [
        "evil.example",
        "evil.example:8765",
        "127.0.0.1.evil.example",
        "localhost.evil.example",
        "127.0.0.1@evil.example",
        "[::1",
        "",
    ],
)
def test_a_foreign_name_for_this_machine_is_refused(
    client: FlaskClient, host: str
) -> None:
    answer = client.get("/healthz", headers={"Host": host})

    assert answer.status_code in {400, 421}
    assert answer.content_type == "application/problem+json"


def test_the_address_it_listens_at_is_its_name_too(settings: Settings) -> None:
    app = create_app(replace(settings, host="sidelight.school.example"))

    answer = app.test_client().get(
        "/healthz", headers={"Host": "Sidelight.School.example:8765"}
    )

    assert answer.status_code == 200


@pytest.mark.parametrize(
    "origin",
    [
        "https://evil.example",
        "http://evil.example",
        "http://localhost:1234",
        "https://localhost",
        "http://localhost.evil.example",
        "null",
        "",
        "file://",
    ],
)
@pytest.mark.parametrize("method", ["GET", "POST", "DELETE", "OPTIONS"])
def test_another_website_is_refused(
    client: FlaskClient, method: str, origin: str
) -> None:
    answer = client.open(
        "/api/v1/reports", method=method, headers={"Origin": origin}, json={}
    )

    assert answer.status_code == 403
    assert answer.get_json()["type"] == "/problems/foreign-origin"


def test_a_website_that_hides_its_name_may_change_nothing(client: FlaskClient) -> None:
    foreign = {"Sec-Fetch-Site": "cross-site"}

    assert client.post("/read", headers=foreign).status_code == 403
    assert client.get("/", headers=foreign).status_code == 200, "a link is welcome"


@pytest.mark.parametrize(
    "origin",
    [
        "http://localhost",
        "chrome-extension://abcdefghijklmnop",
        "moz-extension://2c127fa4-62c7-7e4f-90e5-472b45eecfdc",
    ],
)
def test_own_pages_and_the_extension_are_welcome(
    client: FlaskClient, origin: str
) -> None:
    answer = client.get("/api/v1/checks", headers={"Origin": origin})

    assert answer.status_code == 200


@pytest.mark.parametrize("address", ["/", "/healthz", "/nowhere", "/static/base.css"])
def test_browsers_are_told_to_be_strict_and_never_to_share(
    client: FlaskClient, address: str
) -> None:
    headers = client.get(address, buffered=True).headers

    policy = headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "frame-ancestors 'none'" in policy
    assert "unsafe" not in policy
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "same-origin"
    assert not [name for name, _ in headers if name.startswith("Access-Control")]
