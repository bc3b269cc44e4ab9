"""Texts for readers: the English string, and what a catalogue makes of it."""

from gettext import NullTranslations

import pytest

from sidelight.messages import both, counted, either, message, row, say, sentences


class Shouting(NullTranslations):
    """A language that writes its texts, and not the words in them, in capitals."""

    def gettext(self, message: str) -> str:
        return _shouted(message)

    def ngettext(self, one: str, many: str, number: int) -> str:
        return _shouted(one if number in {0, 1} else many)


def _shouted(text: str) -> str:
    return "%".join(
        part if number and part.startswith("(") else part.upper()
        for number, part in enumerate(text.replace(")s", ")s\0").split("%"))
    ).replace("\0", "")


def test_a_message_is_its_english_text() -> None:
    said = message("No statement from %(party)s was found.", party="Orsolt")

    assert said == "No statement from Orsolt was found."
    assert isinstance(said, str)


def test_a_place_without_a_value_is_a_mistake_in_the_source() -> None:
    with pytest.raises(KeyError):
        message("No statement from %(party)s was found.")


@pytest.mark.parametrize(
    ("number", "text"), [(1, "1 report"), (2, "2 reports"), (0, "0 reports")]
)
def test_a_number_chooses_the_form(number: int, text: str) -> None:
    assert counted("%(number)d report", "%(number)d reports", number) == text


def test_another_language_chooses_its_own_form() -> None:
    none = counted("another report", "other reports", 0)

    assert say(none, Shouting()) == "ANOTHER REPORT"


def test_a_catalogue_says_the_text_and_leaves_the_words_of_others() -> None:
    said = message("seen by %(who)s", who="Ruth Bell")

    assert say(said, Shouting()) == "SEEN BY Ruth Bell"


def test_a_message_within_a_message_is_said_too() -> None:
    said = message("a word used by %(side)s", side=message("its opponents"))

    assert said == "a word used by its opponents"
    assert say(said, Shouting()) == "A WORD USED BY ITS OPPONENTS"


def test_a_plain_text_is_looked_up_and_an_empty_one_is_not() -> None:
    assert say("Source not named", Shouting()) == "SOURCE NOT NAMED"
    assert not say("", Shouting())


def test_a_percent_sign_from_a_page_is_only_a_percent_sign() -> None:
    assert message("“%(words)s” stands here.", words="5%s") == "“5%s” stands here."


def test_sentences_follow_each_other() -> None:
    said = sentences(message("One."), message("Two."), message("Three."))

    assert said == "One. Two. Three."
    assert say(said, Shouting()) == "ONE. TWO. THREE."


def test_lists_read_as_people_write_them() -> None:
    assert either(["2023"]) == "2023"
    assert either(["2023", "2024", "2025"]) == "2023, 2024 or 2025"
    assert both(["A", "B", "C"]) == "A, B and C"
    assert row(["A", "B", "C"]) == "A, B, C"
