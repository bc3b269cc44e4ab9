"""The catalogue's template: every text of the source that a reader may see.

`python -m sidelight.training.texts` (or `make texts`) writes `locales/messages.pot` anew
and brings each `<language>.po` up to it. Help pages are English prose and left out.
"""

import sys
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

from sidelight import errors, locales
from sidelight.checks import every_check
from sidelight.errors import every_kind
from sidelight.ingest import polite
from sidelight.readings import party_terms
from sidelight.web import refusals
from sidelight.web.classroom import refusals as classroom

PACKAGE = Path(__file__).parent.parent
TEMPLATE = locales.HERE / "messages.pot"
_METHODS = [("web/templates/**.html", "jinja2"), ("**.py", "python")]
_OPTIONS = {"web/templates/**.html": {"trimmed": "true", "silent": "false"}}
_KINDS = {module.__name__ for module in (errors, polite, refusals, classroom)}
_KEYWORDS = {
    "message": None,
    "counted": (1, 2),
    "_": None,
    "gettext": None,
    "ngettext": (1, 2),
}


def template() -> Catalog:
    """Return a catalogue of all texts, none translated."""
    catalogue = Catalog(project="Sidelight", fuzzy=False, charset="utf-8")
    for name, context, text, comments in _found():
        catalogue.add(
            text, locations=[(name, 0)], auto_comments=comments, context=context
        )
    return catalogue


def written(catalogue: Catalog, *, header: str = "") -> bytes:
    """Return a catalogue as it stands in its file: no line numbers, no dates."""
    file = BytesIO()
    write_po(
        file,
        catalogue,
        width=88,
        omit_header=True,
        sort_output=True,
        include_lineno=False,
    )
    return (header + file.getvalue().decode()).encode()


def head(language: str) -> str:
    """Return the head of a file; the plural forms are those of the language."""
    plurals = Catalog(locale=language or None).plural_forms if language else ""
    lines = [
        f"Language: {language}",
        "MIME-Version: 1.0",
        "Content-Type: text/plain; charset=utf-8",
        "Content-Transfer-Encoding: 8bit",
    ]
    if plurals:
        lines.append(f"Plural-Forms: {plurals}")
    return 'msgid ""\nmsgstr ""\n' + "".join(f'"{line}\\n"\n' for line in lines) + "\n"


def _found() -> Iterator[tuple[str, str | None, str | tuple[str, ...], list[str]]]:
    """Yield file, context, text and comments of each text."""
    for name, _, text, comments, context in extract_from_dir(
        PACKAGE,
        method_map=_METHODS,
        options_map=_OPTIONS,
        keywords=_KEYWORDS,
        comment_tags=("Translators:",),
        strip_comment_tags=True,
    ):
        yield name.replace("\\", "/"), context, text, comments
    for check in every_check():
        name = "/".join(check.__name__.split(".")[1:]) + ".py"
        yield name, None, check.LABEL, []
    for issue in party_terms.issues():
        for text in (issue.about, *(side.name for side in issue.sides)):
            yield "readings/data/party_terms.tsv", None, text, []
    for kind in every_kind():
        if kind.__module__ in _KINDS:
            name = "/".join(kind.__module__.split(".")[1:]) + ".py"
            yield name, None, kind.title, []


def main() -> int:
    """Write the template, and bring the catalogues of all languages up to it."""
    catalogue = template()
    TEMPLATE.write_bytes(written(catalogue, header=head("")))
    for path in sorted(locales.HERE.glob("*.po")):
        with path.open("rb") as file:
            held = read_po(file, locale=path.stem.replace("-", "_"))
        held.update(catalogue)
        path.write_bytes(written(held, header=head(path.stem.replace("-", "_"))))
    sys.stdout.write(f"{len(catalogue)} texts in {TEMPLATE}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
