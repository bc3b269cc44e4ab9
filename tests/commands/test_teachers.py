"""Teachers are named on the command line; a password is shown once."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from sidelight.cli import main
from sidelight.lessons.passwords import fits
from sidelight.store import open_store


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> CliRunner:
    monkeypatch.setenv("SIDELIGHT_DATA_DIR", str(tmp_path))
    monkeypatch.delenv("SIDELIGHT_DATABASE_URL", raising=False)
    return CliRunner()


def test_a_teacher_is_added_listed_reset_and_removed(
    run: CliRunner, tmp_path: Path
) -> None:
    said = run.invoke(main, ["teachers", "add", "Ada Marsh"]).output
    first = said.partition("Password: ")[2].split()[0]
    url = f"sqlite:///{tmp_path / 'sidelight.sqlite3'}"
    with open_store(url) as store:
        kept = store.teachers.named("Ada Marsh")
    assert kept is not None
    assert fits(first, kept.secret)
    assert "Ada Marsh" in run.invoke(main, ["teachers", "list"]).output

    said = run.invoke(main, ["teachers", "reset", "Ada Marsh"]).output
    second = said.partition("Password: ")[2].split()[0]
    assert second != first
    assert (
        "Removed"
        in run.invoke(main, ["teachers", "remove", "--yes", "Ada Marsh"]).output
    )
    assert run.invoke(main, ["teachers", "list"]).output == ""


def test_a_password_of_ones_own_is_asked_for_and_not_shown(run: CliRunner) -> None:
    typed = "correct horse\ncorrect horse\n"

    done = run.invoke(main, ["teachers", "add", "Ada", "--ask"], input=typed)

    assert done.exit_code == 0
    assert "horse" not in done.output


def test_what_is_wrong_is_told_in_a_line(run: CliRunner) -> None:
    run.invoke(main, ["teachers", "add", "Ada"])

    for arguments in (["add", "Ada"], ["reset", "Bob"], ["remove", "--yes", "Bob"]):
        done = run.invoke(main, ["teachers", *arguments])
        assert done.exit_code == 2
        assert "Traceback" not in done.output
