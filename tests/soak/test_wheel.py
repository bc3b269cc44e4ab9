"""The wheel in an environment of its own, as `pipx install` makes one: it works.

Needs the network, for what the wheel needs.
"""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.web.launched import ask, free_port
from tests.web.sent import WIRE
from tests.web.test_servers import wait_for

ROOT = Path(__file__).parent.parent.parent

# Where packages come from may stand in the environment; this tree may not.
CLEAN = {
    name: value
    for name, value in os.environ.items()
    if not name.startswith(("PYTHON", "SIDELIGHT", "VIRTUAL_ENV"))
}

pytestmark = [
    pytest.mark.soak,
    pytest.mark.timeout(900),
    pytest.mark.skipif(not shutil.which("uv"), reason="uv is not installed here"),
]


def answers(port: int) -> bool:
    try:
        return ask(port, "/readyz")[0].status == 200
    except OSError:
        return False


def test_a_wheel_in_a_clean_environment_serves_and_annotates(tmp_path: Path) -> None:
    def run(*command: object) -> str:
        return subprocess.run(
            [str(part) for part in command],
            cwd=tmp_path,
            env=CLEAN,
            capture_output=True,
            text=True,
            check=True,
        ).stdout

    run("uv", "build", "--quiet", "--wheel", "--out-dir", tmp_path, ROOT)
    [wheel] = tmp_path.glob("*.whl")
    run("uv", "venv", "--quiet", "--python", sys.executable, "clean")
    python = next(p for p in (tmp_path / "clean").glob("*/python*") if p.is_file())
    run("uv", "pip", "install", "--quiet", "--python", python, wheel)
    program = python.parent / "sidelight"
    (tmp_path / "report.json").write_text(json.dumps(WIRE))

    page = json.loads(run(program, "annotate", "report.json", "--json"))
    run(program, "extension", "extension")
    port = free_port()
    service = subprocess.Popen(
        [program, "serve", "--port", str(port)],
        cwd=tmp_path,
        env={**CLEAN, "SIDELIGHT_DATA_DIR": str(tmp_path / "data")},
    )
    try:
        assert wait_for(lambda: answers(port), 60)
        answer, body = ask(port, "/api/v1/annotations", WIRE)
    finally:
        service.terminate()
        assert service.wait(30) == 0

    assert page["type"] == "AnnotationPage"
    assert answer.status == 200
    assert json.loads(body)["items"] == page["items"]
    assert (tmp_path / "extension" / "manifest.json").exists()
