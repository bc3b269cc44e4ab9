"""Dates, figures and quotations in the few words that a table has room for."""

from sidelight.model import PartialDate, Reading, Span
from sidelight.sidebyside.table import Item

LONGEST = 72  # code points of a quotation in the head of its row

_MONTHS = (
    "January February March April May June July August September October "
    "November December"
).split()


_SAME = {
    "date": "Same date",
    "figure": "Same figure",
    "quotation": "Same quotation",
    "wording": "Same wording",
}
_DIFFERENT = {
    "date": "Date differs",
    "figure": "Figure differs",
    "quotation": "Quoted words differ",
    "wording": "Same wording",
}


def label(item: Item) -> str:
    """Return an item's label: what is compared, and whether it differs."""
    said = (_DIFFERENT if item.differs else _SAME)[item.kind]
    return f"{said}: {item.who}" if item.who else said


def date_in_words(reading: Reading, number: int) -> str:
    """Return a date as far as it is known: "9 April 2024", "June, no year given"."""
    mention = reading.dates[number]
    if mention.first is None or mention.last is None:
        return one_line(mention.span.of(reading.text))
    if mention.known == "month-name":
        return f"{_MONTHS[(mention.first.month or 1) - 1]}, no year given"
    if mention.known == "month":
        return f"{_MONTHS[(mention.first.month or 1) - 1]} {mention.first.year}"
    if mention.known == "year":
        return str(mention.first.year)
    first, last = _day(mention.first), _day(mention.last)
    return first if first == last else f"{first} to {last}"


def _day(date: PartialDate) -> str:
    known = [
        str(date.day) if date.day else "",
        _MONTHS[date.month - 1] if date.month else "",
        str(date.year) if date.year else "",
    ]
    words = " ".join(filter(None, known))
    return words if date.year else f"{words}, no year given"


def figure_span(reading: Reading, number: int) -> Span:
    """Return where a figure stands, with what it counts where that follows it."""
    figure, phrase = reading.figures[number].span, reading.counted[number].phrase
    return phrase if phrase.covers(figure) else figure


def quotation_in_words(reading: Reading, spans: list[Span]) -> str:
    """Return quoted words, cut at a word where they are long."""
    words = one_line(" … ".join(span.of(reading.text).strip(" ,") for span in spans))
    if len(words) <= LONGEST:
        return f"“{words}”"
    return f"“{words[:LONGEST].rpartition(' ')[0]} …”"


def speaker(reading: Reading, quotation: Span) -> str:
    """Return who is credited with a quotation, or ""."""
    for said in reading.attributions:
        if said.voice is not None and any(c.overlaps(quotation) for c in said.content):
            return reading.voices[said.voice].name
    return ""


def one_line(words: str) -> str:
    """Return words without line breaks and doubled spaces."""
    return " ".join(words.split())
