"""Two quantities that belong together: "5-7%", "between 10 and 12", "7 or 8 feet".

A range becomes one quantity. What moves ("rose from 3 to 5%") stays two, and each
gets the unit that is written once.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from sidelight.readings.figures.nouns import plural_follows
from sidelight.readings.figures.quantities import Quantity
from sidelight.readings.figures.vocabulary import MOVED

_TO = re.compile(r"(?:-?\s|-)(?:up\s)?to(?:\s|-)")
_DASH = re.compile(r"-|–|—|\s[-–]\s")
_AND = re.compile(r"\sand\s")
_SHARED_UNIT = re.compile(r"-?\s(?:or|and|to)\s")
_BETWEEN = re.compile(
    r"(?<![^\W_])between\s(?:about\s|around\s|some\s)?\Z", re.IGNORECASE
)
_FROM = re.compile(r"(?<![^\W_])from\s(?:about\s|around\s|some\s)?\Z", re.IGNORECASE)
_YEAR = re.compile(r"19[0-9]{2}|20[0-9]{2}")
_OUT_OF = re.compile(r" in | out of |-in-")
_ROUND = (2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 20, 25, 50, 100, 1000)
_THOUSAND = 1_000
_MILLENNIA = 2_100
_NO_YEARS = ("percent", "percentage-points", "USD", "EUR", "GBP")
_WORD = re.compile(r"[^\W\d_]+")
_LONGEST_LINK = 8  # code points between the two
_LOOK_BACK = 24
_CLAUSE_BACK = 60  # code points within which "rose" stands before "from 3 to 5"
_SENTENCE_END = re.compile(r"[.!?;\n]")


def joined(text: str, singles: Sequence[Quantity]) -> Iterator[Quantity]:
    """Yield the quantities in order, with ranges as one; drop scores ("3-2")."""
    at = 0
    while at < len(singles):
        first, second = singles[at], next(iter(singles[at + 1 : at + 2]), None)
        at += 1
        if second is None or second.start - first.end > _LONGEST_LINK:
            yield first
            continue
        link = text[first.end : second.start]
        if share := _share(link, first, second):
            yield share
            at += 1
        elif whole := _range(text, link, first, second):
            yield whole
            at += 1
        elif _DASH.fullmatch(link) and first.unit is None and second.unit is None:
            at += 1
        elif _SHARED_UNIT.fullmatch(link) and first.unit is None:
            yield replace(first, unit=second.unit)
        else:
            yield first


def _range(text: str, link: str, first: Quantity, second: Quantity) -> Quantity | None:
    units = {first.unit, second.unit} - {None}
    scale = second.low / second.bare if second.scaled and second.bare else 1.0
    lower = first.low
    if scale > 1 and not first.scaled and first.bare < second.bare:
        lower = first.low * scale
    if len(units) > 1 or lower >= second.high or "vague" in (first.kind, second.kind):
        return None
    if _is_year(text, first) and (second.scaled or second.unit in _NO_YEARS):
        return None
    if not _links(text, link, first, second):
        return None
    between = _BETWEEN.search(text, max(0, first.start - _LOOK_BACK), first.start)
    return replace(
        second,
        start=between.start() if between else first.start,
        low=lower,
        unit=next(iter(units), None),
        scaled=first.scaled or second.scaled,
        age=first.age or second.age,
    )


def _share(link: str, first: Quantity, second: Quantity) -> Quantity | None:
    """Read "one in five", "nine out of ten" as a share of one."""
    if not _OUT_OF.fullmatch(link) or not 0 < first.low < second.low:
        return None
    if first.unit or second.unit or {first.kind, second.kind} - {"digits", "words"}:
        return None
    if link != " out of " and not _is_odds(first, second):
        return None
    share = first.low / second.low
    return replace(second, start=first.start, low=share, high=share, kind="fraction")


def _is_odds(first: Quantity, second: Quantity) -> bool:
    """Tell "one in five" and "1 in 10,000" from "12 in 2018"."""
    if first.low == 1 and second.low > _MILLENNIA:
        return True
    return second.low in _ROUND and (first.kind == "words" or first.low == 1)


def _links(text: str, link: str, first: Quantity, second: Quantity) -> bool:
    """Tell whether the words between and before two quantities make a range."""
    begin = max(0, first.start - _LOOK_BACK)
    if first.age and second.unit is None:
        return bool(_SHARED_UNIT.fullmatch(link) or _DASH.fullmatch(link))
    if _AND.fullmatch(link):
        return bool(_BETWEEN.search(text, begin, first.start))
    if _TO.fullmatch(link):
        came_from = _FROM.search(text, begin, first.start)
        start, back = first.start, _LOOK_BACK
        if came_from:
            start, back = came_from.start(), _CLAUSE_BACK
        bare = came_from is None and first.unit is None
        return bare or not _moved(text, start, back)
    return bool(_DASH.fullmatch(link)) and _is_dashed_range(text, first, second)


def _is_dashed_range(text: str, first: Quantity, second: Quantity) -> bool:
    """Tell "5-7%" and "10-15 people" from a score and from "5-6,000"."""
    if second.low >= _THOUSAND * first.low > 0:
        return False
    return second.unit is not None or second.scaled or plural_follows(text, second.end)


def _moved(text: str, end: int, back: int) -> bool:
    before = _SENTENCE_END.split(text[max(0, end - back) : end])[-1]
    return any(word.lower() in MOVED for word in _WORD.findall(before))


def _is_year(text: str, quantity: Quantity) -> bool:
    """Tell whether a bare number would be read as a year: "in 2018 to 3.9 million"."""
    return bool(_YEAR.fullmatch(text[quantity.start : quantity.end]))
