"""What is handed to a browser, or to its shop."""

import json
import os
import subprocess
from pathlib import Path
from shutil import copytree
from typing import Any
from zipfile import ZipFile

import pytest

from sidelight import packing
from sidelight.errors import NotFound
from sidelight.packaged import extension_folder

ROOT = Path(__file__).parent.parent


def manifest_for(browser: str) -> dict[str, Any]:
    own: dict[str, Any] = json.loads(
        packing.files(extension_folder(), browser)["manifest.json"]
    )
    return own


def test_chromium_gets_what_chromium_knows() -> None:
    own = manifest_for("chromium")

    assert own["background"] == {"service_worker": "background.js", "type": "module"}
    assert "sidePanel" in own["permissions"]
    assert own["side_panel"]
    assert not {"sidebar_action", "browser_specific_settings"} & own.keys()


def test_firefox_gets_what_firefox_knows() -> None:
    own = manifest_for("firefox")

    assert own["background"] == {"scripts": ["background.js"], "type": "module"}
    assert "sidePanel" not in own["permissions"]
    assert own["sidebar_action"]
    assert own["browser_specific_settings"]["gecko"]["id"]
    assert not {"side_panel", "minimum_chrome_version"} & own.keys()


@pytest.mark.parametrize("browser", packing.BROWSERS)
def test_packed_twice_is_the_same_to_the_byte(browser: str, tmp_path: Path) -> None:
    moved = tmp_path / "elsewhere"
    copytree(extension_folder(), moved)
    for path in moved.rglob("*"):
        os.utime(path, (2_000_000_000, 2_000_000_000))
    (moved / "manifest.json").chmod(0o755)

    packing.write_zip(extension_folder(), tmp_path / "one.zip", browser)
    packing.write_zip(moved, tmp_path / "two.zip", browser)

    assert (tmp_path / "one.zip").read_bytes() == (tmp_path / "two.zip").read_bytes()


@pytest.mark.parametrize("browser", packing.BROWSERS)
def test_a_package_holds_all_that_runs_and_is_at_most_300_kb(
    browser: str, tmp_path: Path
) -> None:
    packing.write_zip(extension_folder(), tmp_path / "it.zip", browser)

    with ZipFile(tmp_path / "it.zip") as archive:
        assert archive.testzip() is None
        names = archive.namelist()
        licence = archive.read("lib/readability.js")[:500].decode()
        unpacked = sum(entry.file_size for entry in archive.infolist())
    there = {
        path.relative_to(extension_folder()).as_posix()
        for path in extension_folder().rglob("*")
        if path.is_file()
    }
    assert set(names) == there - {"types.d.ts"}
    assert "Arc90" in licence
    assert "Apache License" in licence
    assert unpacked <= 300_000


def test_the_unpacked_folder_holds_what_the_zip_does(tmp_path: Path) -> None:
    packing.write_folder(extension_folder(), tmp_path, "firefox")

    assert {
        path.relative_to(tmp_path).as_posix(): path.read_bytes()
        for path in tmp_path.rglob("*")
        if path.is_file()
    } == packing.files(extension_folder(), "firefox")


def test_a_package_without_readability_is_not_made(tmp_path: Path) -> None:
    copytree(extension_folder(), tmp_path / "it")
    (tmp_path / "it" / "lib" / "readability.js").unlink()

    with pytest.raises(NotFound, match="make extension"):
        packing.files(tmp_path / "it", "firefox")


def test_web_ext_lint_has_nothing_to_say_of_what_firefox_gets(tmp_path: Path) -> None:
    packing.write_folder(extension_folder(), tmp_path, "firefox")

    web_ext = ROOT / "node_modules/web-ext/bin/web-ext.js"
    how = ("--no-config-discovery", "--output", "json")
    done = subprocess.run(
        ["node", web_ext, "lint", "--source-dir", tmp_path, *how],
        capture_output=True,
        text=True,
        check=False,
        cwd=ROOT,
    )
    said = json.loads(done.stdout)

    assert said["errors"] == []
    assert said["notices"] == []
    # Readability works on a clone of the page, which no browser shows: it may write
    # markup there. What is said of Mozilla's own file is Mozilla's.
    ours = [one for one in said["warnings"] if one["file"] != "lib/readability.js"]
    # A page asks for Chromium's side panel where there is one, and nowhere else.
    assert {(one["code"], one["message"]) for one in ours} <= {
        ("UNSUPPORTED_API", "sidePanel.open is not supported")
    }
