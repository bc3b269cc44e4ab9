"""What the pages share with the extension: its tokens of design and its icon."""

from flask import Blueprint, Response, send_from_directory

from sidelight.packaged import extension_folder
from sidelight.web.access import open_to_all

PAGES = Blueprint("assets", __name__)


@PAGES.get("/static/tokens.css")
@open_to_all
def get_tokens() -> Response:
    """Return the tokens of design that the extension's card uses too."""
    return send_from_directory(extension_folder(), "tokens.css")


@PAGES.get("/static/icon.svg")
@open_to_all
def get_icon() -> Response:
    """Return the extension's icon."""
    return send_from_directory(extension_folder(), "icons/icon.svg")
