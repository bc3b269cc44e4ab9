"""Dates, figures and quotations in the few words that a table has room for."""

from sidelight.messages import MONTHS, day_in_words, message
from sidelight.model import PartialDate, Reading, Span
from sidelight.sidebyside.table import Item

LONGEST = 72  # code points of a quotation in the head of its row

_SAME = {
    "date": message("Same date"),
    "figure": message("Same figure"),
    "quotation": message("Same quotation"),
    "wording": message("Same wording"),
}
_DIFFERENT = {
    "date": message("Date differs"),
    "figure": message("Figure differs"),
    "quotation": message("Quoted words differ"),
    "wording": message("Same wording"),
}


def label(item: Item) -> str:
    """Return an item's label: what is compared, and whether it differs."""
    said = (_DIFFERENT if item.differs else _SAME)[item.kind]
    return message("%(what)s: %(who)s", what=said, who=item.who) if item.who else said


def date_in_words(reading: Reading, number: int) -> str:
    """Return a date as far as it is known: "9 April 2024", "June, no year given"."""
    mention = reading.dates[number]
    if mention.first is None or mention.last is None:
        return one_line(mention.span.of(reading.text))
    if mention.known == "month-name":
        month = MONTHS[(mention.first.month or 1) - 1]
        return message("%(day)s, no year given", day=month)
    if mention.known == "month":
        month = MONTHS[(mention.first.month or 1) - 1]
        year = mention.first.year or 0
        return message("%(month)s %(year)d", month=month, year=year)
    if mention.known == "year":
        return str(mention.first.year)
    first, last = _day(mention.first), _day(mention.last)
    if first == last:
        return first
    return message("%(first)s to %(last)s", first=first, last=last)


def _day(date: PartialDate) -> str:
    if not date.month:
        return str(date.year or "")
    month = MONTHS[date.month - 1]
    if date.year and date.day:
        return day_in_words(date.day, date.month, date.year)
    if date.year:
        return message("%(month)s %(year)d", month=month, year=date.year)
    if not date.day:
        return message("%(day)s, no year given", day=month)
    day = message("%(day)d %(month)s", day=date.day, month=month)
    return message("%(day)s, no year given", day=day)


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
