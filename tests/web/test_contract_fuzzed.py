"""Schemathesis asks the running service what its OpenAPI document allows, and more.

Every answer must be one that the document names, in the shape that it gives; what the
document does not allow must be refused; nothing may fail. One of its checks is left
out, "positive_data_acceptance": that a text is English, an id is known and a date is
on the calendar is more than a JSON Schema can say, and is told by a 422 problem.
"""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.web.launched import running, usual

PROGRAM = "from schemathesis.cli import schemathesis; schemathesis()"


def fuzz(folder: Path, examples: int) -> int:
    """Return how many requests were made."""
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
    found = re.search(r"(\d+) generated", done.stdout)
    assert found, done.stdout
    return int(found[1])


def test_the_service_does_what_its_document_says(tmp_path: Path) -> None:
    assert fuzz(tmp_path, examples=10) > 300


@pytest.mark.soak
def test_the_service_does_what_its_document_says_at_length(tmp_path: Path) -> None:
    assert fuzz(tmp_path, examples=600) > 3_000
