"""Disks that are full, that may not be written, and that return other bytes."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from flask.testing import FlaskClient

import sidelight
from sidelight.settings import Settings
from sidelight.web import create_app
from tests.faults.killed import Posting, hold_whole
from tests.web.launched import ask, running, status
from tests.web.sent import OTHERS, WIRE

BOUND = """
import resource
resource.setrlimit(resource.RLIMIT_FSIZE, (1_200_000,) * 2)
"""


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    folder = tmp_path / "data"
    return Settings(folder, f"sqlite:///{folder / 'store.sqlite3'}")


@pytest.fixture
def filled(settings: Settings) -> FlaskClient:
    client = create_app(settings).test_client()
    for report in OTHERS:
        assert client.post("/api/v1/reports", json=report).status_code == 201
    return client


@pytest.fixture
def nobody() -> Iterator[None]:
    """Be nobody in particular, as root is refused nothing."""
    user = os.geteuid()
    if user == 0:
        os.seteuid(65534)
    yield
    os.seteuid(user)


@pytest.mark.skipif(sys.platform == "win32", reason="limits are POSIX's")
def test_a_full_disk_is_told_and_loses_nothing(tmp_path: Path) -> None:
    """No file may grow over 1.2 MB, as on a disk with no more room."""
    url = f"sqlite:///{tmp_path / 'store.sqlite3'}"
    with running(tmp_path, url=url, workers=1, before=BOUND) as (_, port):
        posting = Posting(port, lines=80)
        while not posting.refused and len(posting.acknowledged) < 1_000:
            assert posting.one()
        answer, body = ask(port, "/api/v1/reports", {"text": "The dam held. " * 9})
        assert status(port, "/readyz") == 200
        found, page = ask(port, "/api/v1/annotations", WIRE)

    assert answer.status == 503
    assert "Free some space" in json.loads(body)["detail"]
    assert found.status == 200
    assert json.loads(page)["sidelight:compared"]["searched"] > 0
    assert hold_whole(url, posting.acknowledged) == len(posting.acknowledged)


@pytest.mark.skipif(sys.platform == "win32", reason="modes are POSIX's")
def test_a_disk_that_may_not_be_written_is_told(
    filled: FlaskClient, settings: Settings, request: pytest.FixtureRequest
) -> None:
    for path in (settings.data_dir, *settings.data_dir.iterdir()):
        path.chmod(0o555 if path.is_dir() else 0o444)
    for above in settings.data_dir.parents[:3]:
        above.chmod(above.stat().st_mode | 0o055)
    request.getfixturevalue("nobody")

    kept = filled.post("/api/v1/reports", json=WIRE)
    noted = filled.post("/api/v1/annotations", json=WIRE)
    shown = filled.get("/checks")

    assert kept.status_code == 503
    assert "SIDELIGHT_DATA_DIR" in kept.get_json()["detail"]
    assert noted.status_code in {200, 503}
    assert shown.status_code == 200


def test_a_damaged_database_is_told_and_may_be_put_back(
    filled: FlaskClient, settings: Settings
) -> None:
    file = settings.data_dir / "store.sqlite3"
    for left in settings.data_dir.glob("store.sqlite3-*"):
        left.unlink()
    whole = file.read_bytes()
    file.write_bytes(whole[:4096] + b"\xaa" * (len(whole) - 4096))

    for answer in (
        filled.post("/api/v1/annotations", json=WIRE),
        filled.post("/api/v1/reports", json=WIRE),
        filled.get("/api/v1/reports"),
    ):
        assert answer.status_code == 503
        assert answer.get_json()["type"] == "/problems/store"
        assert WIRE["text"][:20] not in answer.text
    assert filled.get("/checks").status_code == 200

    for left in settings.data_dir.glob("store.sqlite3*"):
        left.unlink()
    file.write_bytes(whole)
    assert filled.get("/readyz").get_json()["reports"] == len(OTHERS)


@pytest.mark.parametrize(
    "command", [["serve", "--port", "1"], ["annotate", "text.txt"]]
)
def test_a_changed_model_is_never_opened(tmp_path: Path, command: list[str]) -> None:
    """The service does not start with it, and says what to do."""
    package = tmp_path / "sidelight"
    shutil.copytree(Path(sidelight.__file__).parent, package)
    model = next((package / "models").glob("attribution*.joblib"))
    content = bytearray(model.read_bytes())
    content[len(content) // 2] ^= 1
    model.write_bytes(content)
    (tmp_path / "text.txt").write_text("The dam held, the mayor said. " * 5)
    if command[0] == "serve":
        command = ["serve", "--port", "18999"]

    done = subprocess.run(
        [sys.executable, "-m", "sidelight.cli", *command],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(tmp_path), "SIDELIGHT_DATA_DIR": "data"},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )

    assert done.returncode == 1
    assert "is not the file its card describes" in done.stderr
    assert "Install Sidelight again" in done.stderr
    assert "Traceback" not in done.stderr
