"""The cookie's key, and what the cookie is allowed."""

from dataclasses import replace
from pathlib import Path

from flask.testing import FlaskClient

from sidelight.settings import Settings
from sidelight.web import create_app
from sidelight.web.sessions import FILE
from tests.web.test_csrf import OWN


def test_the_key_outlives_the_service_and_is_nobody_elses(settings: Settings) -> None:
    first, second = (create_app(settings).secret_key for _ in range(2))

    assert first == second
    assert len(str(first)) == 64
    assert (settings.data_dir / FILE).stat().st_mode & 0o777 == 0o600


def test_where_nothing_can_be_written_the_key_ends_with_the_service(
    settings: Settings, tmp_path: Path
) -> None:
    (tmp_path / "file").touch()
    nowhere = replace(settings, data_dir=tmp_path / "file" / "folder")

    first, second = (create_app(nowhere).secret_key for _ in range(2))

    assert first
    assert first != second


def test_a_key_of_ones_own_is_used(settings: Settings) -> None:
    app = create_app(replace(settings, secret_key="k" * 32))

    assert app.secret_key == "k" * 32
    assert not (settings.data_dir / FILE).exists()


def test_a_cookie_that_somebody_wrote_themselves_is_none(
    client: FlaskClient, settings: Settings
) -> None:
    client.set_cookie(f"sidelight_{settings.port}", "eyJ0b2tlbiI6MX0.aaaa.bbbb")

    assert client.get("/read").status_code == 200
    assert client.post("/read", headers=OWN).status_code == 403


def test_two_services_on_one_machine_have_cookies_of_their_own(
    settings: Settings,
) -> None:
    names = {
        create_app(replace(settings, port=port)).config["SESSION_COOKIE_NAME"]
        for port in (8765, 8766)
    }

    assert len(names) == 2


def test_behind_tls_the_cookie_goes_over_tls_alone(settings: Settings) -> None:
    app = create_app(
        replace(settings, trust_proxy=1, allowed_hosts=("school.example",))
    )

    answer = app.test_client().get(
        "/sign-in",
        headers={"Host": "school.example", "X-Forwarded-Proto": "https"},
    )

    assert answer.status_code == 200
    assert "Secure" in answer.headers["Set-Cookie"]
