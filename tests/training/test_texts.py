"""The template of the catalogue holds every text there is, and the catalogues fit it."""

from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from sidelight import locales
from sidelight.checks import every_check
from sidelight.training import texts

CATALOGUES = sorted(locales.HERE.glob("*.po"))


def test_the_template_is_current() -> None:
    now = texts.written(texts.template(), header=texts.head(""))

    assert texts.TEMPLATE.read_bytes() == now, "`make texts` writes it anew"


def test_labels_titles_and_messages_are_in_it() -> None:
    catalogue = texts.template()

    assert all(check.LABEL in catalogue for check in every_check())
    assert "There is no such check" in catalogue
    assert "This does not say which is right." in catalogue
    assert "%(first)s or %(last)s" in catalogue


def test_a_plural_has_both_its_forms() -> None:
    forms = {m.id for m in texts.template() if isinstance(m.id, tuple)}

    assert all(len(form) == 2 for form in forms)
    assert (
        "No statement from %(party)s was found in the %(number)d word read.",
        "No statement from %(party)s was found in the %(number)d words read.",
    ) in forms


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.stem)
def test_each_translation_has_the_places_of_its_text(path: Path) -> None:
    with path.open("rb") as file:
        held = read_po(file, locale=path.stem.replace("-", "_"))

    assert [(m.id, errors) for m, errors in held.check()] == []
