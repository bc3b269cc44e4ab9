"""What sets a date or a figure apart from others of its kind, by the words beside it."""

import re
from collections.abc import Iterator

from sidelight.model import Mark, Span
from sidelight.readings.words import NUMBER_WORDS

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
_CHANGE = (
    r"(?:grow|grew|rise|rose|risen|climb|jump|increas|rais|gain|soar|surg|swell|swollen|"
    r"fall|fell|drop|declin|decreas|shr[aiu]nk|cut|reduc|lower|slash|overr[au]n|exceed)"
)
_STEP = re.compile(
    rf"\b{_CHANGE}\w*\s(?:[^\W\d]+\s){{0,3}}by\s(?:[^\W\d]+\s){{0,2}}\Z"
    r"|\b(?:increase|rise|jump|drop|fall|decline|cut|reduction|growth|overrun)\sof\s"
    r"(?:[^\W\d]+\s){0,2}\Z",
    re.IGNORECASE,
)
_STEP_AFTER = re.compile(
    r"\s(?:[^\W\d]+\s)?(?:more|less|higher|lower|fewer|increase|rise|jump|drop|fall|"
    r"decline|cut|reduction|overrun)\b"
)
_LEVEL = re.compile(
    r"\b(?:cost|price|worth|total|amount|budget|value|bill|put|stand|stood|reach|"
    rf"{_CHANGE}\w*\sto)\w*\s(?:[^\W\d]+\s){{0,4}}\Z",
    re.IGNORECASE,
)
_WHOLE = re.compile(
    rf"(?:\d(?:st|nd|rd|th)?|\b(?:{'|'.join(sorted(NUMBER_WORDS))}))\sof\s(?:(?:its|the|their|all|his|her|our)\s){{0,2}}\Z",
    re.IGNORECASE,
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
_POSTED = re.compile(r"\(@\w{1,30}\)\s\Z")
_SAID_AFTER = re.compile(
    rf"(?:\s(?:morning|afternoon|evening|night))?,?\s(?:that\s)?{_SAYING}\b"
)
_SINCE = re.compile(r"\bsince\s(?:[^\W\d]+\s){0,2}\Z", re.IGNORECASE)
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
    if _STEP.search(before) or _STEP_AFTER.match(text, span.end):
        yield "step"
    elif _LEVEL.search(before):
        yield "level"
    if _WHOLE.search(before):
        yield "whole"


def of_date(text: str, span: Span, sentence: Span) -> Iterator[Mark]:
    """Yield the marks of a date; a page's own time stamp dates a statement too."""
    before = text[max(sentence.start, span.start - _BEFORE) : span.start]
    follows = _SAID_AFTER.match(text, span.end) and not _ON_THE_DAY.search(before)
    if (
        follows
        or _SAID_BEFORE.search(before)
        or _STAMP.search(before)
        or _POSTED.search(before)
    ):
        yield "said"
    if _SINCE.search(before):
        yield "since"
