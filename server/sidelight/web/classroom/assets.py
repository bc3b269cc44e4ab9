"""/static/extension/: the extension's own modules, for the pages of a class.

What marks passages and shows a note's card is written once, there.
"""

from flask import Blueprint, Response, send_from_directory

from sidelight.errors import NotFound
from sidelight.messages import message
from sidelight.packaged import extension_folder
from sidelight.web.access import open_to_all

PAGES = Blueprint("class_assets", __name__)

SERVED = frozenset(
    {
        *("look.js", "service.js", "tokens.css", "page/card.css"),
        *(
            f"page/{name}.js"
            for name in (
                *("build", "card", "cards", "code-points", "marks", "places"),
                *("placing", "shell", "text-map", "words"),
            )
        ),
    }
)
_CATALOGUE = "_locales/{}/messages.json"


@PAGES.get("/static/extension/<path:name>")
@open_to_all
def get_module(name: str) -> Response:
    """Return one of the modules that a class needs; nothing else of the extension."""
    if name not in SERVED:
        raise NotFound(message("The pages of a class do not use this file."))
    return send_from_directory(extension_folder(), name)


@PAGES.get("/static/extension/_locales/<language>/messages.json")
@open_to_all
def get_words(language: str) -> Response:
    """Return the extension's words in a language, or else in English."""
    folder = extension_folder()
    plain = language.replace("-", "").replace("_", "")
    known = plain.isalnum() and (folder / _CATALOGUE.format(language)).is_file()
    return send_from_directory(folder, _CATALOGUE.format(language if known else "en"))
