"""Two languages that nobody speaks, made from the catalogue: they show what is forgotten.

`en-XA` writes accents on every letter and is longer by two fifths; `ar-XB` is written
in Hebrew letters, from right to left. What stays in plain letters came past the
catalogue. Places, HTML and code are left as they are.
"""

import json
import re
from collections.abc import Callable
from pathlib import Path

from sidelight.training import texts

LONG = "en-XA"
RIGHT_TO_LEFT = "ar-XB"

# What an extension's own catalogue keeps: its name is a name, a shop limits the other.
_EXTENSIONS_OWN = {"name", "description"}
_KEPT = re.compile(
    r"%\(\w+\)[sd]|%%|<code.*?</code>|<[^>]*>|&\w+;|\$\w+\$|\$\d", re.DOTALL
)
_LATIN = "abcdefghijklmnopqrstuvwxyz"
_ACCENTED = dict(
    zip(
        map(ord, _LATIN + _LATIN.upper()),
        "áƀćďéƒǵĥíĵķĺḿńóṕɋŕśťúṽŵẋýžÁƁĆĎÉƑǴĤÍĴĶĹḾŃÓṔɊŔŚŤÚṼŴẊÝŽ",
        strict=True,
    )
)
_HEBREW = dict(zip(map(ord, _LATIN), "אבצדהפגחיגכלמנופקרסתוושקיז", strict=True))
_PADDING = "ōñë ţŵø ţĥŕëë ƒøûŕ ƒîvë šîẋ šëvëñ ëîĝĥţ ñîñë ţëñ "


def long(text: str) -> str:
    """Return a text with accents, two fifths longer, between brackets."""
    room = max(2, round(0.4 * len(text)))
    padding = (_PADDING * (room // len(_PADDING) + 1))[:room].strip()
    return f"⟦{_changed(text, lambda part: part.translate(_ACCENTED))} {padding}⟧"


def right_to_left(text: str) -> str:
    """Return a text in Hebrew letters."""
    return _changed(text, lambda part: part.lower().translate(_HEBREW))


def _changed(text: str, change: Callable[[str], str]) -> str:
    made, end = [], 0
    for kept in _KEPT.finditer(text):
        made += [change(text[end : kept.start()]), kept[0]]
        end = kept.end()
    return "".join([*made, change(text[end:])])


def write(folder: Path) -> None:
    """Write both catalogues into a folder, as `SIDELIGHT_LOCALES` takes them."""
    for tag, change in ((LONG, long), (RIGHT_TO_LEFT, right_to_left)):
        (folder / f"{tag}.po").write_bytes(_catalogue(tag, change))


def extension(folder: Path, tag: str) -> None:
    """Turn the English catalogue of a copy of the extension into a pseudo-locale."""
    change = {LONG: long, RIGHT_TO_LEFT: right_to_left}[tag]
    path = folder / "_locales" / "en" / "messages.json"
    catalogue = json.loads(path.read_text(encoding="utf-8"))
    for key, entry in catalogue.items():
        if key not in _EXTENSIONS_OWN:
            entry["message"] = change(entry["message"])
    language, direction = {LONG: ("en", "ltr"), RIGHT_TO_LEFT: ("he", "rtl")}[tag]
    catalogue["catalogueLanguage"]["message"] = language
    catalogue["catalogueDirection"]["message"] = direction
    path.write_text(json.dumps(catalogue), encoding="utf-8")


def _catalogue(tag: str, change: Callable[[str], str]) -> bytes:
    catalogue = texts.template()
    for entry in catalogue:
        if isinstance(entry.id, tuple):
            entry.string = tuple(change(form) for form in entry.id)
        elif entry.id:
            entry.string = change(str(entry.id))
    header = texts.head("en").replace("Language: en", f"Language: {tag}")
    return texts.written(catalogue, header=header)
