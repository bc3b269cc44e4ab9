"""A number and the unit beside it: "$2.3 million", "-5 yards", "34-year-old"."""

import re
from dataclasses import dataclass

from sidelight.readings.figures import units
from sidelight.readings.figures.numerals import Kind, Numeral


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its unit, or two of them joined; not yet known to be a figure.

    `start` to `end` (code points) covers currency, sign and unit; `number` is where
    the number itself ends. `bare` and `scaled` are the numeral's. `age` is whether
    somebody's age is given.
    """

    start: int
    end: int
    low: float
    high: float
    kind: Kind
    number: int
    unit: str | None
    bare: float
    scaled: bool
    age: bool = False


_MINUS = re.compile(r"(?:^|[\s(])([-−])\Z|(?<![^\W_])(minus[\s-])\Z", re.IGNORECASE)
_BETWEEN = {  # a number and its unit: "half an hour", "thousands of dollars"
    "fraction": re.compile(r"\s(?:of\s)?an?(?=\s)"),
    "vague": re.compile(r"\sof(?=\s)"),
}
_DOLLARS_AFTER = re.compile(
    r"\s(?:US|Australian|Canadian)\b(?:\sdollars?\b)?|\sdollars?\b", re.IGNORECASE
)
_MAGNITUDE = re.compile(r"(?<![^\W_])magnitude(?:\s(?:of\s)?|-)\Z", re.IGNORECASE)
_MILLION = 1_000_000
_OLD = re.compile(r"[\s-](?:year|month|week|day)s?[\s-]olds?\b")
_AGED = re.compile(
    r"(?<![^\W_])(?:aged?|ages?(?:\sof)?)\s(?:about\s|around\s)?\Z", re.IGNORECASE
)
_APPOSED = re.compile(r"[A-Z][\w’'-]*,\s\Z")
_APPOSED_END = re.compile(r"[,.;)](?!\S)|\s(?:of|from)\b")
_AGES = range(1, 120)
_LOOK_BACK = 20  # code points


def measured(text: str, numeral: Numeral) -> Quantity:
    """Read the currency, the sign, the unit and the age around `numeral`."""
    start, end, name = numeral.start, numeral.end, None
    if unit := _unit_after(text, numeral):
        name, end = unit
    if money := units.before(text, start):
        name, start = money
        after = _DOLLARS_AFTER.match(text, numeral.end)
        end = after.end() if after else numeral.end
    minus = numeral.kind == "digits" and _MINUS.search(text, max(0, start - 8), start)
    if minus:
        start = max(minus.start(1), minus.start(2))
    if name is None and (quake := _MAGNITUDE.search(text, max(0, start - 20), start)):
        name, start = "magnitude", quake.start()
    if name == "pound" and numeral.low >= _MILLION:
        name = "GBP"  # nobody weighs in millions
    age = _age_end(text, numeral)
    return Quantity(
        start,
        age or end,
        -numeral.low if minus else numeral.low,
        -numeral.high if minus else numeral.high,
        numeral.kind,
        numeral.end,
        "year" if age and name is None else name,
        numeral.bare,
        numeral.scaled,
        age is not None,
    )


def _unit_after(text: str, numeral: Numeral) -> units.Unit | None:
    between = _BETWEEN.get(numeral.kind)
    article = between.match(text, numeral.end) if between else None
    unit = units.after(text, article.end() if article else numeral.end)
    return unit if article or numeral.kind != "vague" else None


def _age_end(text: str, numeral: Numeral) -> int | None:
    """Return where an age ends ("34-year-old", "aged 34", "Smith, 45,"), or None."""
    if old := _OLD.match(text, numeral.end):
        return old.end()
    if numeral.kind not in ("digits", "words") or numeral.low not in _AGES:
        return None
    back = max(0, numeral.start - _LOOK_BACK)
    aged = _AGED.search(text, back, numeral.start)
    apposed = _APPOSED.search(text, back, numeral.start)
    if aged or (apposed and _APPOSED_END.match(text, numeral.end)):
        return numeral.end
    return None
