"""The documentation says what is so: figures, commands and links."""

import json
import re
from pathlib import Path

import pytest

from sidelight.cli import main
from sidelight.packaged import models_folder
from sidelight.training.gate import readme_rows

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]


def test_the_readme_has_todays_figures() -> None:
    quality = json.loads((models_folder() / "quality.json").read_text())

    for row in readme_rows(quality):
        assert row in README


@pytest.mark.parametrize(
    "command", sorted(set(re.findall(r"sidelight ([a-z]+)", README)))
)
def test_every_command_of_the_readme_exists(command: str) -> None:
    assert command in main.commands


@pytest.mark.parametrize("target", sorted(set(re.findall(r"make ([a-z]+)", README))))
def test_every_target_of_the_readme_exists(target: str) -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")

    assert re.search(rf"^{target}:", makefile, re.MULTILINE)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_link_within_the_project_leads_somewhere(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    for link in re.findall(r"\]\(([^)#:]+)\)", text):
        assert (page.parent / link).exists(), link


def test_every_promise_of_safety_names_a_test_that_exists() -> None:
    text = (ROOT / "docs" / "SECURITY.md").read_text(encoding="utf-8")
    promises = re.findall(r"^\| [A-Z].*? \| (`tests.*) \|$", text, re.MULTILINE)

    assert len(promises) > 20
    for named in promises:
        for path in re.findall(r"`(tests/[^`]+)`", named):
            assert (ROOT / path).exists(), path
