"""sidelight tokens: made, listed, revoked."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from sidelight.cli import main
from sidelight.store import open_store

Run = Callable[..., Result]


@pytest.fixture
def run(tmp_path: Path) -> Run:
    def run(*words: str) -> Result:
        environment = {"SIDELIGHT_DATA_DIR": str(tmp_path)}
        return CliRunner(env=environment).invoke(main, ["tokens", *words])

    return run


def test_a_token_is_printed_once_and_alone(run: Run, tmp_path: Path) -> None:
    made = run("add", "Class 7b", "--scope", "read", "--scope", "teach")

    assert made.exit_code == 0
    token = made.stdout.strip()
    assert "cannot be shown again" in made.stderr
    with open_store(f"sqlite:///{tmp_path / 'sidelight.sqlite3'}") as store:
        found = store.tokens.known(token)
    assert found is not None
    assert found.scopes == {"read", "teach"}
    assert token not in run("list").output


def test_tokens_are_listed_with_scopes_and_days(run: Run) -> None:
    run("add", "one")
    run("add", "two", "--scope", "add")

    first, second = run("list").output.splitlines()
    assert first.startswith("one ")
    assert "read" in first
    assert first.endswith("not used yet")
    assert "add, read" in second
    listed = json.loads(run("list", "--json").output)
    assert [token["name"] for token in listed] == ["one", "two"]
    assert listed[0]["used"] is None


def test_a_revoked_token_is_gone(run: Run) -> None:
    run("add", "one")

    assert run("revoke", "one").exit_code == 0
    assert run("list").output == ""
    again = run("revoke", "one")
    assert again.exit_code == 2
    assert "There is no token 'one'" in again.output
