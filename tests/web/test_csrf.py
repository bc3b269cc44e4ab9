"""Forms of our own pages carry a token; what another site could send is refused."""

import re
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from sidelight import web

TEMPLATES = sorted(Path(web.__file__).parent.glob("templates/*.html"))
OWN = {"Origin": "http://localhost", "Sec-Fetch-Site": "same-origin"}


def token(client: FlaskClient, page: str = "/read") -> str:
    found = re.search(r'name="csrf_token" value="([^"]+)"', client.get(page).text)
    assert found
    return found[1]


def test_a_form_is_sent_with_the_token_of_its_page(client: FlaskClient) -> None:
    sent = {"csrf_token": token(client), "text": ""}

    assert client.post("/read", data=sent, headers=OWN).status_code == 422


def test_a_script_of_ours_sends_it_in_a_header(client: FlaskClient) -> None:
    header = {"X-CSRF-Token": token(client), **OWN}

    answer = client.post("/api/v1/annotations", json={}, headers=header)

    assert answer.status_code == 422


@pytest.mark.parametrize("wrong", ["", "x", ".", "x.y", "ÿ.ÿ", "0123456789.0123456789"])
def test_a_form_without_the_right_token_is_refused(
    client: FlaskClient, wrong: str
) -> None:
    token(client)

    answer = client.post("/read", data={"csrf_token": wrong}, headers=OWN)

    assert answer.status_code == 403
    assert "load the page again" in answer.text


def test_another_browsers_token_is_refused(client: FlaskClient) -> None:
    theirs = token(client.application.test_client())
    token(client)

    answer = client.post("/read", data={"csrf_token": theirs}, headers=OWN)

    assert answer.status_code == 403


def test_a_token_without_its_cookie_is_refused(client: FlaskClient) -> None:
    sent = {"csrf_token": token(client)}
    other = client.application.test_client()

    assert other.post("/read", data=sent, headers=OWN).status_code == 403


@pytest.mark.parametrize(
    "browser",
    [
        {"Origin": "http://localhost"},
        {"Sec-Fetch-Site": "same-origin"},
        {"Sec-Fetch-Site": "same-site"},
        {"Sec-Fetch-Site": "none"},
    ],
)
@pytest.mark.parametrize("place", ["/read", "/api/v1/annotations", "/nowhere"])
def test_whatever_a_browser_sends_needs_one(
    client: FlaskClient, browser: dict[str, str], place: str
) -> None:
    answer = client.post(place, json={}, headers=browser)

    assert answer.status_code == 403
    if place.startswith("/api"):
        assert answer.get_json()["type"] == "/problems/csrf"


@pytest.mark.parametrize(
    "program",
    [
        {},
        {"Authorization": "Bearer x", "Origin": "http://localhost"},
        {"Origin": "chrome-extension://abc", "Sec-Fetch-Site": "cross-site"},
        {"Origin": "moz-extension://abc"},
    ],
)
def test_programs_and_the_extension_need_none(
    client: FlaskClient, program: dict[str, str]
) -> None:
    answer = client.post("/api/v1/annotations", json={}, headers=program)

    assert answer.status_code == 422


def test_no_two_pages_carry_the_same_token(client: FlaskClient) -> None:
    assert token(client) != token(client)


def test_a_page_with_a_token_is_kept_by_no_cache(client: FlaskClient) -> None:
    answer = client.get("/read")

    assert answer.headers["Cache-Control"] == "no-store"
    cookie = answer.headers["Set-Cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=Lax" in cookie
    assert "Secure" not in cookie, "on this machine there is no TLS"


def test_a_page_without_a_form_sets_no_cookie(client: FlaskClient) -> None:
    assert "Set-Cookie" not in client.get("/checks").headers


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: path.name)
def test_every_form_that_is_posted_carries_the_token(template: Path) -> None:
    for form in re.findall(r"(?s)<form\b.*?</form>", template.read_text()):
        posts = 'method="post"' in form
        assert posts == ("{{ csrf_field() }}" in form), form[:80]
