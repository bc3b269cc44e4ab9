"""A catalogue in a folder is a language; what it lacks is said in English."""

from pathlib import Path

import pytest

from sidelight.locales import ENGLISH, Languages
from sidelight.messages import counted, message

GERMAN = """
msgid ""
msgstr ""
"Content-Type: text/plain; charset=utf-8\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"

msgid "Source not named"
msgstr "Quelle ohne Namen"

#, fuzzy
msgid "Unclear who says this"
msgstr "Nicht sicher"

msgid "No title was sent."
msgstr ""

#, python-format
msgid "Another report dates %(what)s."
msgid_plural "%(number)d other reports date %(what)s."
msgstr[0] "Ein anderer Bericht datiert %(what)s."
msgstr[1] "%(number)d andere Berichte datieren %(what)s."
"""


@pytest.fixture
def languages(tmp_path: Path) -> Languages:
    (tmp_path / "de.po").write_text(GERMAN, encoding="utf-8")
    (tmp_path / "ar-XB.po").write_text(GERMAN, encoding="utf-8")
    return Languages([tmp_path])


def test_english_needs_no_catalogue() -> None:
    assert Languages().tags[0] == "en"
    assert Languages().texts("en") is ENGLISH


def test_a_file_is_a_language(languages: Languages) -> None:
    german = languages.texts("de")

    assert "de" in languages.tags
    assert (german.language, german.direction) == ("de", "ltr")
    assert german.say("Source not named") == "Quelle ohne Namen"


def test_a_number_is_said_with_its_form(languages: Languages) -> None:
    one, many = (
        counted(
            "Another report dates %(what)s.",
            "%(number)d other reports date %(what)s.",
            number,
            what="it",
        )
        for number in (1, 3)
    )

    assert languages.texts("de").say(one) == "Ein anderer Bericht datiert it."
    assert languages.texts("de").say(many) == "3 andere Berichte datieren it."


@pytest.mark.parametrize(
    "text", ["Unclear who says this", "No title was sent.", "A text of tomorrow"]
)
def test_what_is_uncertain_or_lacking_stays_english(
    languages: Languages, text: str
) -> None:
    assert languages.texts("de").say(message(text)) == text


def test_arabic_runs_from_right_to_left(languages: Languages) -> None:
    assert languages.texts("ar-XB").direction == "rtl"


def test_an_unknown_tag_is_english(languages: Languages) -> None:
    assert languages.texts("../de") is ENGLISH
    assert languages.texts("fr") is ENGLISH
