"""A service of its own for each test: its data folder is new and empty."""

from pathlib import Path

import pytest
from flask.testing import FlaskClient

from sidelight.settings import Settings
from sidelight.web import create_app


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(tmp_path, f"sqlite:///{tmp_path / 'sidelight.sqlite3'}")


@pytest.fixture
def client(settings: Settings) -> FlaskClient:
    return create_app(settings).test_client()
