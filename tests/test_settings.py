"""What the environment may set."""

from pathlib import Path

import pytest

from sidelight import settings
from sidelight.errors import InvalidInput


def test_by_default_everything_is_local(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DATA_DIR", "DATABASE_URL", "HOST", "PORT"):
        monkeypatch.delenv(f"SIDELIGHT_{name}", raising=False)
    known = settings.load()

    assert (known.host, known.port) == ("127.0.0.1", 8765)
    assert known.database_url.startswith("sqlite:///")
    assert known.data_dir.is_absolute()


def test_the_data_folder_holds_the_database(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("SIDELIGHT_DATA_DIR", str(tmp_path))
    monkeypatch.delenv("SIDELIGHT_DATABASE_URL", raising=False)

    assert settings.load().database_url == f"sqlite:///{tmp_path / 'sidelight.sqlite3'}"


def test_a_port_that_is_no_number_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SIDELIGHT_PORT", "web")

    with pytest.raises(InvalidInput, match="SIDELIGHT_PORT"):
        settings.load()


def test_nothing_is_fetched_or_asked_unless_it_is_switched_on(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for name in ("FETCH", "FETCH_INSIDE", "PROVIDERS", "KEEP_DAYS"):
        monkeypatch.delenv(f"SIDELIGHT_{name}", raising=False)
    known = settings.load()

    assert (known.fetch, known.fetch_inside, known.providers) == (False, (), ())
    assert known.keep_days == 30


def test_what_may_be_fetched_and_asked_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SIDELIGHT_FETCH", "on")
    monkeypatch.setenv("SIDELIGHT_FETCH_INSIDE", "10.1.0.0/16  fd00::/8")
    monkeypatch.setenv("SIDELIGHT_PROVIDERS", "gdelt, google-fact-check")
    monkeypatch.setenv("SIDELIGHT_FACT_CHECK_KEY", "key")
    known = settings.load()

    assert known.fetch
    assert known.fetch_inside == ("10.1.0.0/16", "fd00::/8")
    assert known.providers == ("gdelt", "google-fact-check")


def test_who_may_come_in_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SIDELIGHT_ALLOWED_HOSTS", "School.example, 10.1.2.3 fd00::5")
    monkeypatch.setenv("SIDELIGHT_TRUST_PROXY", "1")
    monkeypatch.setenv("SIDELIGHT_LIMIT", "30/second")
    monkeypatch.setenv("SIDELIGHT_GUESSES", "20/5 minutes")
    monkeypatch.setenv("SIDELIGHT_SECRET_KEY", "k" * 40)
    known = settings.load()

    assert known.allowed_hosts == ("school.example", "10.1.2.3", "fd00::5")
    assert (known.trust_proxy, known.secret_key) == (1, "k" * 40)
    assert (known.limit, known.guesses) == ((30, 1), (20, 300))
    assert known.is_open


def test_limits_may_be_lifted_but_not_for_guesses(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("SIDELIGHT_LIMIT", "off")
    monkeypatch.setenv("SIDELIGHT_GUESSES", "off")
    known = settings.load()

    assert known.limit is None
    assert known.guesses == settings.GUESSES


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("ALLOWED_HOSTS", "https://school.example"),
        ("ALLOWED_HOSTS", "*"),
        ("ALLOWED_HOSTS", "school.example:443"),
        ("TRUST_PROXY", "yes"),
        ("TRUST_PROXY", "-1"),
        ("TRUST_PROXY", "99"),
        ("SECRET_KEY", "short"),
        ("LIMIT", "many"),
        ("LIMIT", "0/minute"),
        ("LIMIT", "5/week"),
        ("GUESSES", "60"),
        ("FETCH", "yes"),
        ("KEEP_DAYS", "-1"),
        ("KEEP_DAYS", "month"),
        ("PROVIDERS", "gdelt bing"),
        ("PROVIDERS", "google-fact-check"),
        ("FACT_CHECK_KEY", "a\nb"),
    ],
)
def test_what_cannot_be_meant_is_told(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    monkeypatch.delenv("SIDELIGHT_FACT_CHECK_KEY", raising=False)
    monkeypatch.setenv(f"SIDELIGHT_{name}", value)
    if name == "FACT_CHECK_KEY":
        monkeypatch.setenv("SIDELIGHT_PROVIDERS", "google-fact-check")

    with pytest.raises(InvalidInput, match="SIDELIGHT_"):
        settings.load()


def test_a_request_has_ten_seconds_unless_somebody_says_otherwise(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delenv("SIDELIGHT_TIME_LIMIT", raising=False)
    assert settings.load().time_limit == 10
    monkeypatch.setenv("SIDELIGHT_TIME_LIMIT", "0")
    assert settings.load().time_limit == 0


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("SIDELIGHT_TIME_LIMIT", "-1"),
        ("SIDELIGHT_TIME_LIMIT", "1e9"),
        ("SIDELIGHT_TIME_LIMIT", "601"),
        ("SIDELIGHT_LOG", "everything"),
    ],
)
def test_limits_and_logs_are_what_they_may_be(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    monkeypatch.setenv(name, value)

    with pytest.raises(InvalidInput, match=name):
        settings.load()
