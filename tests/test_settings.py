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
