"""Where the extension's folder lies: its tokens of design are the pages' too."""

from importlib.resources import files
from pathlib import Path

from flask import Blueprint, Response, send_from_directory

from sidelight.errors import NotFound

PAGES = Blueprint("assets", __name__)
_PACKAGE = Path(str(files("sidelight")))


def extension_folder() -> Path:
    """Return the folder that a browser loads as an unpacked extension.

    An installed wheel carries it inside the package; in a source checkout it
    lies beside `server/`.
    Raises `NotFound` where it is in neither place.
    """
    for folder in (_PACKAGE / "extension", _PACKAGE.parent.parent / "extension"):
        if (folder / "tokens.css").is_file():
            return folder
    raise NotFound(
        "The extension's folder is missing from this installation. "
        "Install Sidelight again, or run it from a complete checkout."
    )


@PAGES.get("/static/tokens.css")
def get_tokens() -> Response:
    """Return the tokens of design that the extension's card uses too."""
    return send_from_directory(extension_folder(), "tokens.css")


@PAGES.get("/static/icon.svg")
def get_icon() -> Response:
    """Return the extension's icon."""
    return send_from_directory(extension_folder(), "icons/icon.svg")
