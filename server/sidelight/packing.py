"""The extension as each browser takes it: its files, and a zip with the same bytes always.

One folder and one manifest serve both browsers unpacked; each then warns of what is
there for the other. In a package each has its own.
"""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from sidelight.errors import NotFound
from sidelight.messages import message

# What a browser does not know of our manifest, by the keys that lead there.
_FOREIGN: Mapping[str, tuple[tuple[str, ...], ...]] = {
    "chromium": (
        ("background", "scripts"),
        ("browser_specific_settings",),
        ("sidebar_action",),
    ),
    "firefox": (
        ("background", "service_worker"),
        ("minimum_chrome_version",),
        ("side_panel",),
        ("storage",),  # A managed schema; Firefox has its own way.
    ),
}
_FOREIGN_PERMISSIONS = {"chromium": set[str](), "firefox": {"sidePanel"}}

BROWSERS = tuple(_FOREIGN)

_FOR_DEVELOPERS = (".d.ts",)
_NEEDED = "lib/readability.js"

# The earliest time that a zip can hold: the time of packing is nobody's concern.
_TIME = (1980, 1, 1, 0, 0, 0)
_MODE = 0o644


def manifest(whole: Mapping[str, Any], browser: str) -> dict[str, Any]:
    """Return the manifest for one of `BROWSERS`, of the one that serves both.

    It leaves out what the browser would warn of; `whole` stays as it is.
    """
    own: dict[str, Any] = json.loads(json.dumps(whole))
    for *above, key in _FOREIGN[browser]:
        place = own
        for name in above:
            place = place.get(name, {})
        place.pop(key, None)
    foreign = _FOREIGN_PERMISSIONS[browser]
    own["permissions"] = [name for name in own["permissions"] if name not in foreign]
    return own


def files(folder: Path, browser: str) -> dict[str, bytes]:
    """Return what a browser's package holds: paths (`/` between) and bytes, in order.

    `folder` is the extension's. Raises `NotFound` where Readability, which is copied
    from its npm package and not kept in the repository, was not copied.
    """
    if not (folder / _NEEDED).is_file():
        raise NotFound(
            message(
                "%(needed)s is missing from %(folder)s. In a checkout `make extension` "
                "copies it; else install Sidelight again.",
                needed=_NEEDED,
                folder=folder,
            )
        )
    found = {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and not path.name.endswith(_FOR_DEVELOPERS)
    }
    own = manifest(json.loads(found["manifest.json"]), browser)
    text = json.dumps(own, ensure_ascii=False, indent=2) + "\n"
    return dict(sorted((found | {"manifest.json": text.encode()}).items()))


def write_folder(folder: Path, to: Path, browser: str) -> None:
    """Write a browser's package unpacked into `to`. Raises `NotFound` as `files`."""
    for name, data in files(folder, browser).items():
        path = to / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)


def write_zip(folder: Path, to: Path, browser: str) -> None:
    """Write a browser's package as the file `to`. Raises `NotFound` as `files`.

    The same files give the same bytes, with the same zlib.
    """
    to.parent.mkdir(parents=True, exist_ok=True)
    packed = files(folder, browser)
    with ZipFile(to, "w") as archive:
        for name, data in packed.items():
            entry = ZipInfo(name, _TIME)
            entry.create_system = 3  # Unix, wherever it is packed.
            entry.external_attr = _MODE << 16
            entry.compress_type = ZIP_DEFLATED
            archive.writestr(entry, data, compresslevel=9)
