"""Where the extension's folder lies: in a wheel, or beside `server/` in a checkout."""

from importlib.resources import files
from pathlib import Path

from sidelight.errors import NotFound

_PACKAGE = Path(str(files("sidelight")))


def extension_folder() -> Path:
    """Return the folder that a browser loads as an unpacked extension.

    Raises `NotFound` where this installation came without it.
    """
    for folder in (_PACKAGE / "extension", _PACKAGE.parent.parent / "extension"):
        if (folder / "manifest.json").is_file():
            return folder
    raise NotFound(
        "The extension's folder is missing from this installation. "
        "Install Sidelight again, or run it from a complete checkout."
    )
