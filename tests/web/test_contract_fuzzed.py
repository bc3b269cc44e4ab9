"""Schemathesis asks the running service what its OpenAPI document allows, and more.

Every answer must be one that the document names, in the shape that it gives; what the
document does not allow must be refused; nothing may fail. One of its checks is left
out, "positive_data_acceptance": that a text is English, an id is known and a date is
on the calendar is more than a JSON Schema can say, and is told by a 422 problem.
"""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.web.launched import running, usual

PROGRAM = "from schemathesis.cli import schemathesis; schemathesis()"


def fuzz(folder: Path, examples: int) -> str:
    with running(folder, usual()) as (process, port):
        done = subprocess.run(
            [
                sys.executable,
                "-c",
                PROGRAM,
                "run",
                f"http://127.0.0.1:{port}/openapi.json",
                f"--max-examples={examples}",
                "--exclude-checks=positive_data_acceptance",
                "--generation-deterministic",
                "--generation-database=none",
                "--no-color",
            ],
            cwd=folder,
            capture_output=True,
            text=True,
            check=False,
        )
        process.terminate()
        log, _ = process.communicate(timeout=30)
    assert done.returncode == 0, done.stdout[-8_000:] + done.stderr[-2_000:]
    assert log == "", "nothing went wrong inside"
    return done.stdout


def test_the_service_does_what_its_document_says(tmp_path: Path) -> None:
    assert "No issues found" in fuzz(tmp_path, examples=10)


@pytest.mark.soak
def test_the_service_does_what_its_document_says_at_length(tmp_path: Path) -> None:
    assert "No issues found" in fuzz(tmp_path, examples=600)
