from dataclasses import replace

import pytest
from flask import request
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


def every_address(client: FlaskClient) -> list[str]:
    """Return an address of each route, whatever it leads to."""
    adapter = client.application.url_map.bind("localhost")
    rules = client.application.url_map.iter_rules()
    return [
        adapter.build(rule.endpoint, dict.fromkeys(rule.arguments, 1))
        for rule in rules
        if "GET" in (rule.methods or ())
    ]


def test_browsers_are_told_to_be_strict_and_never_to_share(
    client: FlaskClient,
) -> None:
    for address in [*every_address(client), "/nowhere", "/static/base.css"]:
        headers = client.get(address, buffered=True).headers

        policy = headers["Content-Security-Policy"]
        assert "default-src 'none'" in policy, address
        assert "frame-ancestors 'none'" in policy
        assert "unsafe" not in policy
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert headers["Referrer-Policy"] == "same-origin"
        assert headers["Cross-Origin-Opener-Policy"] == "same-origin"
        assert headers["Cross-Origin-Resource-Policy"] == "same-origin"
        assert "microphone=()" in headers["Permissions-Policy"]
        assert "Strict-Transport-Security" not in headers, "there is no TLS here"
        assert not [name for name, _ in headers if name.startswith("Access-Control")]


@pytest.mark.parametrize(
    "refused",
    [
        {"Host": "evil.example"},
        {"Origin": "https://evil.example"},
        {"Sec-Fetch-Site": "same-origin"},
    ],
)
def test_what_is_refused_is_refused_as_strictly(
    client: FlaskClient, refused: dict[str, str]
) -> None:
    answer = client.post("/api/v1/annotations", json={}, headers=refused)

    assert answer.status_code in {403, 421}
    assert "default-src 'none'" in answer.headers["Content-Security-Policy"]


@pytest.mark.parametrize("asked", ["GET", "POST", "OPTIONS"])
def test_a_preflight_is_not_granted(client: FlaskClient, asked: str) -> None:
    answer = client.options(
        "/api/v1/annotations",
        headers={
            "Origin": "https://evil.example",
            "Access-Control-Request-Method": asked,
            "Access-Control-Request-Headers": "content-type",
        },
    )

    assert answer.status_code == 403
    assert not [name for name, _ in answer.headers if name.startswith("Access-C")]


# --- Behind a proxy ----------------------------------------------------------

FORWARDED = {
    "Host": "school.example",
    "X-Forwarded-Proto": "https",
    "X-Forwarded-For": "198.51.100.7",
}


@pytest.fixture
def school(settings: Settings) -> Settings:
    return replace(settings, allowed_hosts=("school.example",))


def test_a_school_names_its_service(school: Settings) -> None:
    client = create_app(school).test_client()

    for host, status in {
        "school.example": 200,
        "school.example:443": 200,
        "SCHOOL.example": 200,
        "localhost": 200,
        "www.school.example": 421,
        "school.example.evil.example": 421,
    }.items():
        answer = client.get("/healthz", headers={"Host": host})
        assert answer.status_code == status, host


def test_a_proxy_is_believed_where_it_was_named(school: Settings) -> None:
    client = create_app(replace(school, trust_proxy=1)).test_client()

    with client:
        answer = client.get("/healthz", headers=FORWARDED)
        assert (request.remote_addr, request.is_secure) == ("198.51.100.7", True)

    assert answer.headers["Strict-Transport-Security"].startswith("max-age=31536000")


def test_a_proxy_that_nobody_named_is_not_believed(school: Settings) -> None:
    client = create_app(school).test_client()

    with client:
        answer = client.get("/healthz", headers=FORWARDED)
        assert (request.remote_addr, request.is_secure) == ("127.0.0.1", False)

    assert "Strict-Transport-Security" not in answer.headers


def test_what_a_client_adds_to_a_proxys_words_is_not_believed(
    school: Settings,
) -> None:
    client = create_app(replace(school, trust_proxy=1)).test_client()
    forged = {**FORWARDED, "X-Forwarded-For": "10.0.0.1, 198.51.100.7"}

    with client:
        client.get("/healthz", headers=forged)
        assert request.remote_addr == "198.51.100.7"


def test_a_forwarded_host_is_judged_like_any(school: Settings) -> None:
    client = create_app(replace(school, trust_proxy=1)).test_client()
    forged = {**FORWARDED, "X-Forwarded-Host": "evil.example"}

    assert client.get("/healthz", headers=forged).status_code == 421


def test_behind_tls_our_own_origin_is_https(school: Settings) -> None:
    client = create_app(replace(school, trust_proxy=1)).test_client()

    for origin, status in {
        "https://school.example": 200,
        "http://school.example": 403,
    }.items():
        headers = {**FORWARDED, "Origin": origin}
        assert client.get("/healthz", headers=headers).status_code == status
