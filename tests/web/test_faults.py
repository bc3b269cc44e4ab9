"""When something under the service breaks, whoever asks is told what, and what to do."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from sidelight.packaged import models_folder
from sidelight.settings import Settings
from sidelight.store import open_store
from sidelight.web import create_app
from tests.web.sent import SAMPLES

NEEDING = ("/api/v1/reports", "/compare", "/feeds", "/readyz")


def test_a_damaged_store_is_told_and_pages_without_it_are_served(
    settings: Settings, client: FlaskClient
) -> None:
    file = settings.data_dir / "sidelight.sqlite3"
    file.write_bytes(b"A shopping list. " * 1_000)

    for place in NEEDING:
        answer = client.get(place)
        assert answer.status_code == 503, place
        assert "is no Sidelight store" in answer.text
        assert "SIDELIGHT_DATA_DIR" in answer.text
        assert "Traceback" not in answer.text
    for place in ("/", "/read", "/checks", "/healthz"):
        assert client.get(place).status_code == 200, place
    sent = {**SAMPLES[0], "reports": SAMPLES[1:2]}
    assert client.post("/api/v1/annotations", json=sent).status_code == 200


def test_the_next_request_finds_a_mended_store(
    settings: Settings, client: FlaskClient
) -> None:
    file = settings.data_dir / "sidelight.sqlite3"
    file.write_bytes(b"A shopping list. " * 1_000)
    assert client.get("/readyz").status_code == 503

    file.unlink()

    assert client.get("/readyz").status_code == 200


def test_a_damaged_model_is_not_opened_and_is_told(tmp_path: Path) -> None:
    package = tmp_path / "sidelight"
    shutil.copytree(
        models_folder().parent, package, ignore=shutil.ignore_patterns("__pycache__")
    )
    model = package / "models" / "attributions.joblib"
    model.write_bytes(model.read_bytes()[:-10] + b"0123456789")
    program = """
import json, sys
from pathlib import Path
from sidelight.settings import Settings
from sidelight.web import create_app
folder = Path(sys.argv[1])
app = create_app(Settings(folder, f"sqlite:///{folder / 's.sqlite3'}"))
answer = app.test_client().post("/api/v1/annotations", json=json.load(sys.stdin))
print(answer.status_code, answer.text)
"""
    data = tmp_path / "data"
    data.mkdir()
    done = subprocess.run(
        [sys.executable, "-c", program, str(data)],
        input=json.dumps(SAMPLES[0]),
        env={**os.environ, "PYTHONPATH": str(tmp_path)},
        capture_output=True,
        text=True,
        check=True,
    )

    assert done.stdout.startswith("500 ")
    assert "/problems/model-file" in done.stdout
    assert "nstall" in done.stdout, "what to do"
    assert "Traceback" not in done.stdout + done.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="resource is for POSIX systems")
def test_a_full_disk_loses_nothing_and_is_told(settings: Settings) -> None:
    with open_store(settings.database_url):
        pass
    program = """
import json, resource, signal, sys
from pathlib import Path
from sidelight.settings import Settings
from sidelight.web import create_app
folder = Path(sys.argv[1])
app = create_app(Settings(folder, f"sqlite:///{folder / 'sidelight.sqlite3'}"))
client = app.test_client()
client.get("/readyz")
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))
for report in json.load(sys.stdin):
    answer = client.post("/api/v1/reports", json=report)
    print(answer.status_code, answer.text)
print(client.get("/api/v1/reports").status_code)
print(client.post("/api/v1/annotations", json=report).status_code)
"""
    texts = [
        {**SAMPLES[0], "id": f"{n}", "url": f"https://a.example/{n}", "text": text}
        for n, text in enumerate(
            f"{word} {SAMPLES[0]['text']}" * 4 for word in "one two three".split()
        )
    ]
    done = subprocess.run(
        [sys.executable, "-c", program, str(settings.data_dir)],
        input=json.dumps(texts),
        capture_output=True,
        text=True,
        check=True,
    )

    *added, listed, read = done.stdout.splitlines()
    refused = [line for line in added if line.startswith("503 ")]
    assert refused
    assert "the disk is full" in refused[-1]
    assert (listed, read) == ("200", "200")
    assert "Traceback" not in done.stdout + done.stderr
    with open_store(settings.database_url) as store:
        assert len(store) == len(added) - len(refused)


def test_a_data_folder_that_may_not_be_written_is_told(tmp_path: Path) -> None:
    if os.geteuid() == 0:
        pytest.skip("root may write everywhere; tests/store has this as nobody")
    tmp_path.chmod(0o555)
    try:
        url = f"sqlite:///{tmp_path / 'data' / 'sidelight.sqlite3'}"
        client = create_app(Settings(tmp_path / "data", url)).test_client()
        answer = client.get("/api/v1/reports")
        assert answer.status_code == 503
        assert "SIDELIGHT_DATA_DIR" in answer.text
        assert client.get("/read").status_code == 200
    finally:
        tmp_path.chmod(0o755)
