"""Where others can reach the service a token says who may do what."""

from collections.abc import Iterator
from dataclasses import replace
from urllib.parse import urlsplit

import pytest
from flask import Flask, session
from flask.testing import FlaskClient

from sidelight.settings import Settings
from sidelight.store import Store, open_store
from sidelight.web import create_app
from sidelight.web.access import Caller, caller, scope_of, vouch
from tests.web.test_csrf import OWN, token

OPEN = {
    "assets.get_icon",
    "assets.get_tokens",
    "checks.show_check",
    "checks.show_checks",
    "health.get_health",
    "health.get_readiness",
    "openapi.get_openapi",
    "openapi.get_schema",
    "problems.explain",
    "sign_in.show_sign_in",
    "sign_in.sign_in",
    "sign_in.sign_out",
    "static",
}
"""What anybody may see: how the program works, and nothing that anybody read."""

ADDING = {
    "feeds.add_feed",
    "feeds.forget_everything",
    "feeds.preview_feed",
    "feeds.remove_feed",
    "reports.delete_report",
    "reports.post_report",
}


@pytest.fixture
def store(settings: Settings) -> Iterator[Store]:
    with open_store(settings.database_url) as opened:
        yield opened


@pytest.fixture
def app(settings: Settings) -> Flask:
    return create_app(replace(settings, host="school.example"))


@pytest.fixture
def outside(app: Flask) -> FlaskClient:
    return app.test_client()


def bearing(token: str) -> dict[str, str]:
    return {"Authorization": f"Bearer {token}"}


def test_what_each_view_needs_is_written_down(app: Flask) -> None:
    with app.app_context():
        needed = {name: scope_of(name) for name in app.view_functions}

    lessons = {  # see to it themselves: tests/web/classroom
        name
        for name, view in app.view_functions.items()
        if view.__module__.startswith("sidelight.web.classroom")
    }
    assert {name for name in needed if needed[name] == ""} - lessons == OPEN
    assert {name for name in needed if needed[name] == "add"} == ADDING


@pytest.mark.parametrize("method", ["GET", "POST", "DELETE", "OPTIONS", "HEAD"])
def test_nothing_is_done_without_a_token(app: Flask, method: str) -> None:
    client = app.test_client()
    adapter = app.url_map.bind("school.example")
    for rule in app.url_map.iter_rules():
        with app.app_context():
            if scope_of(rule.endpoint) == "":
                continue
        place = adapter.build(
            rule.endpoint,
            dict.fromkeys(rule.arguments, 1),
            force_external=False,
        )
        answer = client.open(place, method=method)
        assert answer.status_code in {401, 405}, rule


def test_what_does_not_exist_is_not_told_from_what_does(outside: FlaskClient) -> None:
    assert outside.get("/api/v1/nothing").status_code == 401


def test_programs_are_told_how_and_people_are_given_a_form(
    outside: FlaskClient,
) -> None:
    for_programs = outside.get("/api/v1/reports")
    for_people = outside.get("/feeds?forgotten=no")

    assert for_programs.headers["WWW-Authenticate"] == "Bearer"
    assert for_programs.get_json()["type"] == "/problems/token-missing"
    assert "sidelight tokens add" in for_programs.get_json()["detail"]
    assert for_people.status_code == 401
    assert 'action="/sign-in"' in for_people.text
    assert 'name="next" value="/feeds?forgotten=no"' in for_people.text


@pytest.mark.parametrize(
    ("scopes", "reading", "adding"),
    [(["read"], 200, 403), (["add"], 200, 422), (["teach"], 200, 403)],
)
def test_a_token_is_for_what_it_was_made_for(
    outside: FlaskClient, store: Store, scopes: list[str], reading: int, adding: int
) -> None:
    headers = bearing(store.tokens.add("one", scopes))

    assert outside.get("/api/v1/reports", headers=headers).status_code == reading
    added = outside.post("/api/v1/reports", json={}, headers=headers)
    assert added.status_code == adding
    if adding == 403:
        assert "“add”" in added.get_json()["detail"]


@pytest.mark.parametrize(
    "header",
    [
        "Bearer",
        "Bearer ",
        "Bearer x",
        "Bearer sidelight_" + "A" * 43,
        "bearer ' OR 1=1 --",
        "Bearer \xff\xfe",
    ],
)
def test_a_token_that_is_none_lets_nobody_in(
    outside: FlaskClient, store: Store, header: str
) -> None:
    store.tokens.add("one", ["read"])

    answer = outside.get("/api/v1/reports", headers={"Authorization": header})

    assert answer.status_code == 401
    assert answer.get_json()["type"] == "/problems/token-unknown"


@pytest.mark.parametrize("header", ["Basic eDp5", "x", ""])
def test_another_kind_of_credentials_is_none(outside: FlaskClient, header: str) -> None:
    answer = outside.get("/api/v1/reports", headers={"Authorization": header})

    assert answer.get_json()["type"] == "/problems/token-missing"


def test_a_revoked_token_is_refused_at_once(outside: FlaskClient, store: Store) -> None:
    headers = bearing(store.tokens.add("one", ["read"]))
    assert outside.get("/api/v1/reports", headers=headers).status_code == 200

    store.tokens.revoke("one")

    assert outside.get("/api/v1/reports", headers=headers).status_code == 401


def sign_in(client: FlaskClient, secret: str, to: str = "/feeds") -> int:
    sent = {"csrf_token": token(client, "/sign-in"), "token": secret, "next": to}
    answer = client.post("/sign-in", data=sent, headers=OWN)
    if answer.status_code == 303:
        assert answer.location.startswith("/")
        assert not answer.location.startswith("//")
    return answer.status_code


def test_a_browser_signs_in_and_out(outside: FlaskClient, store: Store) -> None:
    secret = store.tokens.add("one", ["add"])

    assert sign_in(outside, secret) == 303
    page = outside.get("/feeds")
    assert page.status_code == 200
    assert 'action="/sign-out"' in page.text
    sent = {"csrf_token": token(outside)}
    assert outside.post("/sign-out", data=sent, headers=OWN).status_code == 303
    assert outside.get("/feeds").status_code == 401


def test_a_browser_is_signed_out_when_its_token_is_revoked(
    outside: FlaskClient, store: Store
) -> None:
    assert sign_in(outside, store.tokens.add("one", ["read"])) == 303
    assert outside.get("/feeds").status_code == 200

    store.tokens.revoke("one")

    assert outside.get("/feeds").status_code == 401


def test_the_cookie_holds_no_token(outside: FlaskClient, store: Store) -> None:
    secret = store.tokens.add("one", ["read"])
    assert sign_in(outside, secret) == 303

    with outside.session_transaction() as kept:
        assert secret not in str(dict(kept))


def test_signing_in_wrongly_again_and_again_is_stopped(
    settings: Settings, store: Store
) -> None:
    client = create_app(replace(settings, host="school.example")).test_client()
    secret = store.tokens.add("one", ["read"])
    statuses = {sign_in(client, "wrong") for _ in range(settings.guesses.most)}

    assert statuses == {401}
    assert sign_in(client, secret) == 429


@pytest.mark.parametrize(
    "to",
    [
        "https://evil.example/",
        "//evil.example/",
        "/\\evil.example",
        "\\\\evil.example",
        "javascript:alert(1)",
        "/sign-out",
        "",
        "/\x00",
        "/a\nb",
    ],
)
def test_signing_in_leads_to_no_other_site(
    outside: FlaskClient, store: Store, to: str
) -> None:
    assert sign_in(outside, store.tokens.add("one", []), to) == 303


def test_a_signed_in_browser_still_needs_the_forms_token(
    outside: FlaskClient, store: Store
) -> None:
    sign_in(outside, store.tokens.add("one", ["add"]))

    answer = outside.post("/feeds/forget", data={"sure": "yes"})

    assert answer.status_code == 403


STRANGERS = {  # pages of lessons that anybody may see: how to get in
    "class_assets.get_module",
    "class_assets.get_words",
    "privacy.show_privacy",
    "pupils.show_join",
    "teachers.show_sign_in",
}
TO_THE_DOOR = {"/teacher/sign-in", "/join"}


def test_no_stranger_sees_anything_of_a_lesson(app: Flask) -> None:
    adapter = app.url_map.bind("localhost")
    for rule in app.url_map.iter_rules():
        view = app.view_functions[rule.endpoint]
        if not view.__module__.startswith("sidelight.web.classroom"):
            continue
        for method in (rule.methods or set()) - {"HEAD", "OPTIONS"}:
            place = adapter.build(rule.endpoint, dict.fromkeys(rule.arguments, 1))
            answer = app.test_client().open(place, method=method, json={})
            answer.close()
            to = urlsplit(answer.location or "").path
            let_in = answer.status_code < 400 and to not in TO_THE_DOOR
            assert not let_in or rule.endpoint in STRANGERS, (rule, method)


def test_lessons_let_in_whom_they_know(app: Flask, outside: FlaskClient) -> None:
    def pupil() -> Caller | None:
        number = session.get("pupil")
        return Caller(f"pupil {number}", frozenset({"read"})) if number else None

    vouch(app, pupil)
    assert outside.get("/api/v1/reports").status_code == 401
    with outside.session_transaction() as kept:
        kept["pupil"] = 7

    assert outside.get("/api/v1/reports").status_code == 200
    with outside:
        outside.get("/healthz")
        assert caller().key == "pupil 7"


@pytest.mark.parametrize(
    "changed", [{}, {"host": "localhost"}, {"host": "::1"}, {"host": "LOCALHOST"}]
)
def test_at_home_no_token_is_asked_for(
    settings: Settings, changed: dict[str, str]
) -> None:
    at_home = replace(settings, **changed)  # type: ignore[arg-type]
    client = create_app(at_home).test_client()

    assert client.get("/api/v1/reports").status_code == 200
    # What the extension still has from elsewhere does no harm.
    assert client.get("/api/v1/reports", headers=bearing("x")).status_code == 200
    assert not at_home.is_open


@pytest.mark.parametrize(
    "changed",
    [
        {"host": "0.0.0.0"},  # noqa: S104
        {"host": "192.168.1.5"},
        {"host": "::"},
        {"trust_proxy": 1},
        {"allowed_hosts": ("school.example",)},
    ],
)
def test_wherever_others_can_come_from_a_token_is_needed_even_at_home(
    settings: Settings, changed: dict[str, object]
) -> None:
    away = replace(settings, **changed)  # type: ignore[arg-type]

    assert create_app(away).test_client().get("/api/v1/reports").status_code == 401
