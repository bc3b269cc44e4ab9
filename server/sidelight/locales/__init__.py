"""The languages that Sidelight speaks: one gettext catalogue each, `<language>.po`.

English is what the source says and needs none; `messages.pot` holds every text, for
those who add a language. Catalogues are read as they are: nothing is compiled or built.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from gettext import GNUTranslations, NullTranslations
from io import BytesIO
from pathlib import Path
from typing import Literal

from sidelight.messages import Catalogue, say

HERE = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Texts:
    """The texts of one language; `language` is a tag of BCP 47 ("en", "pt-BR")."""

    language: str
    direction: Literal["ltr", "rtl"]
    catalogue: Catalogue

    def say(self, text: str) -> str:
        """Return a message, or a plain text of the source, in this language."""
        return say(text, self.catalogue)


ENGLISH = Texts("en", "ltr", NullTranslations())


class Languages:
    """English, and every language that has a catalogue in one of the folders."""

    def __init__(self, folders: Iterable[Path] = ()) -> None:
        """Look what there is; a catalogue is read when it is first asked for."""
        self._files = {
            path.stem: path
            for folder in (HERE, *folders)
            for path in sorted(folder.glob("*.po"))
        }

    @property
    def tags(self) -> tuple[str, ...]:
        """The languages there are, English first."""
        return ("en", *(tag for tag in self._files if tag != "en"))

    def texts(self, tag: str) -> Texts:
        """Return the texts of a language, English where there is none of that tag."""
        path = self._files.get(tag)
        return ENGLISH if path is None else _read(tag, path)


@cache
def _read(tag: str, path: Path) -> Texts:
    # Where English is spoken, nobody waits for Babel.
    from babel.messages.mofile import write_mo  # noqa: PLC0415
    from babel.messages.pofile import read_po  # noqa: PLC0415

    compiled = BytesIO()
    with path.open("rb") as file:
        write_mo(compiled, read_po(file, abort_invalid=True))
    compiled.seek(0)
    return Texts(tag, _direction(tag), GNUTranslations(compiled))


def _direction(tag: str) -> Literal["ltr", "rtl"]:
    from babel import Locale, UnknownLocaleError  # noqa: PLC0415

    try:
        written = Locale.parse(tag.partition("-")[0]).text_direction
    except UnknownLocaleError:
        return "ltr"
    return "rtl" if written == "rtl" else "ltr"
