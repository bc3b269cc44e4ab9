"""`sidelight store` and `sidelight migrate`, as whoever runs a service types them."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from sidelight.cli import main
from sidelight.store import open_store
from sidelight.store.schema import REVISIONS
from tests.store.makers import several


@pytest.fixture
def url(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    address = f"sqlite:///{tmp_path / 'store.sqlite3'}"
    monkeypatch.setenv("SIDELIGHT_DATABASE_URL", address)
    return address


def test_a_store_is_copied_into_the_one_of_the_settings(
    url: str, tmp_path: Path
) -> None:
    old = f"sqlite:///{tmp_path / 'old.sqlite3'}"
    with open_store(old) as store:
        store.add_many(several(3))

    first = CliRunner().invoke(main, ["store", "copy", old])
    second = CliRunner().invoke(main, ["store", "copy", old, url])

    assert "3 reports copied, 0 were there." in first.output
    assert "0 reports copied, 3 were there." in second.output
    assert "Counted in both: " in first.output
    with open_store(url) as store:
        assert len(store) == 3


def test_a_backup_is_put_back_by_its_name(url: str, tmp_path: Path) -> None:
    with open_store(url) as store:
        store.add_many(several(3))
        state = store.state()

    told = CliRunner().invoke(main, ["store", "backup", str(tmp_path / "copy")])
    for left in tmp_path.glob("store.sqlite3*"):
        left.unlink()
    (tmp_path / "copy").rename(tmp_path / "store.sqlite3")

    assert told.exit_code == 0
    assert "bytes" in told.output
    with open_store(url) as store:
        assert store.state() == state


@pytest.mark.usefixtures("url")
def test_migrating_says_what_was_done() -> None:
    first = CliRunner().invoke(main, ["migrate"])
    second = CliRunner().invoke(main, ["migrate"])

    assert f"at version {REVISIONS[-1]}, and was at none." in first.output
    assert "there is nothing to do" in second.output
