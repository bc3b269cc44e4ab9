"""Texts for readers: English, and ready to be said in another language.

A `Message` is its English text, so that it can be shown, compared and raised like any
other string; beside it stands what it was made of, so that a catalogue (GNU gettext,
`sidelight.locales`) can say it otherwise. The functions here are also the words that
the extraction of the catalogue looks for: their first arguments are literals.
"""

from collections.abc import Sequence
from typing import Protocol, Self


class Catalogue(Protocol):
    """What says a text in one language: the methods of `gettext.NullTranslations`."""

    def gettext(self, message: str, /) -> str:
        """Return a text in this language, or as it is where there is no other."""

    def ngettext(self, one: str, many: str, number: int, /) -> str:
        """Return the form of a text that goes with `number`."""


class Message(str):
    """A text in English, with what it was made of.

    `text` has places, `%(name)s`, that `params` fill; `many` is the form for another
    `number` than one, or "". A parameter may be a message itself.
    """

    __slots__ = ("many", "number", "params", "text")

    text: str
    many: str
    number: int
    params: dict[str, object]

    def __new__(
        cls, text: str, many: str, number: int, params: dict[str, object]
    ) -> Self:
        """Fill in the English text. Raises `KeyError` for a place without a value."""
        form = many if many and number != 1 else text
        new = super().__new__(cls, form % params)
        new.text, new.many, new.number, new.params = text, many, number, params
        return new

    def said(self, catalogue: Catalogue) -> str:
        """Return the text in the language of a catalogue."""
        if self.many:
            form = catalogue.ngettext(self.text, self.many, self.number)
        else:
            form = catalogue.gettext(self.text)
        return form % {name: _said(one, catalogue) for name, one in self.params.items()}


def say(text: str, catalogue: Catalogue) -> str:
    """Return a text in the language of a catalogue: a message, or a plain literal."""
    if isinstance(text, Message):
        return text.said(catalogue)
    return catalogue.gettext(text) if text else text


def _said(value: object, catalogue: Catalogue) -> object:
    """Translate what is a message; names and quoted words stay as they are."""
    return value.said(catalogue) if isinstance(value, Message) else value


def message(text: str, /, **params: object) -> Message:
    """Return a text, its places `%(name)s` filled; a percent sign is written `%%`."""
    return Message(text, "", 1, params)


def counted(one: str, many: str, number: int, /, **params: object) -> Message:
    """Return the text that goes with a number, which fills the place `%(number)d`."""
    return Message(one, many, number, {"number": number, **params})


def sentences(first: Message, *others: Message) -> Message:
    """Return texts one behind the other."""
    for other in others:
        first = message("%(first)s %(second)s", first=first, second=other)
    return first


def either(items: Sequence[str]) -> Message:
    """Return "a, b or c"; raises `IndexError` where there is none."""
    *others, last = items
    if not others:
        return _as_is(last)
    return message("%(first)s or %(last)s", first=_row(others), last=last)


def both(items: Sequence[str]) -> Message:
    """Return "a, b and c"; raises `IndexError` where there is none."""
    *others, last = items
    if not others:
        return _as_is(last)
    return message("%(first)s and %(last)s", first=_row(others), last=last)


def row(items: Sequence[str]) -> Message:
    """Return "a, b, c"; raises `IndexError` where there is none."""
    return _row(items)


def day_in_words(day: int, month: int, year: int) -> Message:
    """Return "10 April 2024"."""
    return message(
        "%(day)d %(month)s %(year)d", day=day, month=MONTHS[month - 1], year=year
    )


def _row(items: Sequence[str]) -> Message:
    whole = _as_is(items[0])
    for item in items[1:]:
        whole = message("%(first)s, %(next)s", first=whole, next=item)
    return whole


def _as_is(item: str) -> Message:
    return item if isinstance(item, Message) else Message("%(it)s", "", 1, {"it": item})


MONTHS = (
    message("January"),
    message("February"),
    message("March"),
    message("April"),
    message("May"),
    message("June"),
    message("July"),
    message("August"),
    message("September"),
    message("October"),
    message("November"),
    message("December"),
)
SHORT_MONTHS = (
    message("Jan"),
    message("Feb"),
    message("Mar"),
    message("Apr"),
    message("May"),
    message("Jun"),
    message("Jul"),
    message("Aug"),
    message("Sep"),
    message("Oct"),
    message("Nov"),
    message("Dec"),
)
WEEKDAYS = (
    message("Monday"),
    message("Tuesday"),
    message("Wednesday"),
    message("Thursday"),
    message("Friday"),
    message("Saturday"),
    message("Sunday"),
)
