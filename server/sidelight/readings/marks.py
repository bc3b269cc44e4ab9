"""What sets a date or a figure apart from others of its kind, by the words beside it."""

import re
from collections.abc import Iterator

from sidelight.model import Mark, Span

_AFTER = 60  # code points
_BEFORE = 40
_CHANGED = re.compile(
    r"[^.;!?\n]{0,40}\b(?:up|down|compared|rather|instead|rising|falling)"
    r"\s(?:from|with|to|than|of)\b"
)
_WAS = re.compile(
    r"\b(?:revised|corrected|put|pushed|raised|lowered|updated|rose|risen|grew|grown|"
    r"climbed|fell|fallen|dropped|cut|increased|reduced)\s(?:\w+\s){0,3}to\s\Z",
    re.IGNORECASE,
)
_OTHER_AFTER = re.compile(r"\s(?:others?|more|further|additional|new|extra)\b")
_OTHER_BEFORE = re.compile(
    r"\b(?:another|other|additional|further|remaining|extra)\s\Z", re.IGNORECASE
)
_MARKET = re.compile(
    r"\b(?:shares|stocks?|trading|traded|bitcoin|index|futures|market\scap\w*)\b",
    re.IGNORECASE,
)
_SAYING = (
    r"(?:said|says|told|announced|reported|confirmed|wrote|tweeted|added|warned|stated|"
    r"according|declared|released|posted|disclosed|revealed|denied|claimed|acknowledged|"
    r"condemned|urged|insisted)"
)
_SAID_BEFORE = re.compile(
    rf"\b{_SAYING}\s(?:(?:\w+\s){{0,3}}(?:on|late|early)\s)?(?:on\s)?\Z", re.IGNORECASE
)
_STAMP = re.compile(r"\b(?:updated|published|posted|modified)\s?:\s\Z", re.IGNORECASE)
_SAID_AFTER = re.compile(
    rf"(?:\s(?:morning|afternoon|evening|night))?,?\s(?:that\s)?{_SAYING}\b"
)
_ON_THE_DAY = re.compile(r"\b(?:on|late|early)\s\Z", re.IGNORECASE)


def of_figure(text: str, span: Span, sentence: Span) -> Iterator[Mark]:
    """Yield the marks of a figure."""
    before = text[max(sentence.start, span.start - _BEFORE) : span.start]
    changed = _CHANGED.match(text, span.end, min(sentence.end, span.end + _AFTER))
    if changed or _WAS.search(before):
        yield "changed"
    if _OTHER_AFTER.match(text, span.end) or _OTHER_BEFORE.search(before):
        yield "other"
    if _MARKET.search(text, sentence.start, sentence.end):
        yield "market"


def of_date(text: str, span: Span, sentence: Span) -> Iterator[Mark]:
    """Yield the marks of a date; a page's own time stamp dates a statement too."""
    before = text[max(sentence.start, span.start - _BEFORE) : span.start]
    follows = _SAID_AFTER.match(text, span.end) and not _ON_THE_DAY.search(before)
    if follows or _SAID_BEFORE.search(before) or _STAMP.search(before):
        yield "said"
