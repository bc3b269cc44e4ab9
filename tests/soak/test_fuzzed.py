"""Five minutes each of coverage-guided fuzzing of what meets strangers' texts."""

import os
import re
import subprocess
import sys
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path

import pytest

from sidelight import samples
from sidelight.pages import load

SECONDS = int(os.environ.get("SOAK_SECONDS", "300"))
PROGRAM = Path(__file__).parent / "fuzzed.py"

pytestmark = [
    pytest.mark.soak,
    pytest.mark.timeout(SECONDS + 300),
    pytest.mark.skipif(find_spec("atheris") is None, reason="Atheris is for Linux"),
]


@pytest.mark.parametrize("what", ["pages", "readings"])
def test_no_bytes_make_it_fail(
    what: str, tmp_path: Path, record_property: Callable[[str, object], None]
) -> None:
    for number, path in enumerate(samples.reports()):
        text = load(path).text
        for part, paragraph in enumerate(text.split("\n\n")):
            (tmp_path / f"{number}-{part}").write_text(paragraph)
    done = subprocess.run(
        [sys.executable, PROGRAM, what, str(SECONDS), tmp_path],
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        capture_output=True,
        text=True,
        check=False,
    )
    runs = re.search(r"number_of_executed_units: (\d+)", done.stderr)

    assert done.returncode == 0, done.stderr[-4_000:]
    assert runs
    assert int(runs[1]) > SECONDS
    record_property("inputs", int(runs[1]))
