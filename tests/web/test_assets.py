from pathlib import Path

import pytest
from flask.testing import FlaskClient

from sidelight.errors import NotFound
from sidelight.web import assets


def test_pages_and_extension_share_their_tokens_and_icon(client: FlaskClient) -> None:
    folder = assets.extension_folder()

    tokens = client.get("/static/tokens.css", buffered=True)
    icon = client.get("/static/icon.svg", buffered=True)

    assert tokens.data == (folder / "tokens.css").read_bytes()
    assert icon.mimetype == "image/svg+xml"


def test_an_installed_package_carries_its_extension(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = tmp_path / "site-packages" / "sidelight"
    (package / "extension").mkdir(parents=True)
    (package / "extension" / "tokens.css").touch()
    monkeypatch.setattr(assets, "_PACKAGE", package)

    assert assets.extension_folder() == package / "extension"


def test_a_missing_extension_says_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(assets, "_PACKAGE", tmp_path)

    with pytest.raises(NotFound, match="Install Sidelight again"):
        assets.extension_folder()
