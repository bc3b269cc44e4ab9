"""How exact a figure is said to be: "about", "at least", "or more"."""

import re
from typing import Final

from sidelight.model import Bound
from sidelight.readings.figures.nouns import preceding
from sidelight.readings.figures.vocabulary import MOVED

_PHRASES: Final[dict[Bound, str]] = {
    "about": "about|around|some|roughly|approximately|approx|circa|an estimated|"
    "estimated|in the region of|on the order of|something like|more or less",
    "nearly": "nearly|almost|close to|just under|just short of|just below|approaching|"
    "virtually|not quite|a little under|slightly under|slightly less than|"
    "slightly below|just less than",
    "at-least": "at least|no less than|no fewer than|not less than|not fewer than|"
    "a minimum of|minimum of|at a minimum",
    "more-than": "more than|over|above|greater than|higher than|upwards of|upward of|"
    "in excess of|exceeding|north of|just over|well over|just above|well above|"
    "slightly more than|slightly over|a little over|a little more than|just more than|"
    "far more than|much more than|larger than|longer than|bigger than",
    "at-most": "up to|at most|no more than|not more than|as many as|as much as|"
    "a maximum of|maximum of|at the most|no higher than|as high as|not exceeding",
    "less-than": "less than|fewer than|under|below|lower than|smaller than|"
    "shorter than|well under|well below|far less than|far fewer than",
}
_BEFORE: Final = {
    phrase: bound
    for bound, phrases in _PHRASES.items()
    for phrase in phrases.split("|")
}
_SIGNS: Final[dict[str, Bound]] = {
    "~": "about",
    "≈": "about",
    "±": "about",
    ">": "more-than",
    "≥": "at-least",
    "<": "less-than",
    "≤": "at-most",
}
_AFTER = re.compile(
    r"\s?(?P<plus>\+|-plus\b|\splus\b(?=[.,;\s]*\Z))|\s(?P<more>or more|or higher|"
    r"or over|and over|and above|or above|and more)\b|\s(?P<so>or so|or thereabouts)\b|"
    r"\s(?P<less>or less|or fewer|or lower|or below|or under|and under)\b"
)
_GROUPS: Final[dict[str, Bound]] = {
    "plus": "at-least",
    "more": "at-least",
    "so": "about",
    "less": "at-most",
}
_SUB = re.compile(r"(?<![^\W_])sub-\Z", re.IGNORECASE)
_WORDS_BACK = re.compile(r"(?<![^\W_])[^\W\d_]+(?=\s|\Z)")
_LOOK_BACK = 32  # code points: the longest phrase is shorter
_MOST_WORDS = 4


def before(text: str, start: int) -> tuple[Bound, int] | None:
    """Return the bound written right before `start`, and where it begins.

    The longest phrase counts: "no more than" is no "more than".
    """
    at = start
    while at > 0 and text[at - 1] in " \u00a0":
        at -= 1
    if text[max(0, at - 1) : at] in _SIGNS:
        return _SIGNS[text[at - 1]], at - 1
    if sub := _SUB.search(text, max(0, start - 5), start):
        return "less-than", sub.start()
    if at == start:
        return None
    return _phrase(text, at)


def _phrase(text: str, end: int) -> tuple[Bound, int] | None:
    begin = max(0, end - _LOOK_BACK)
    starts = [m.start() for m in _WORDS_BACK.finditer(text, begin, end)]
    for start in starts[-_MOST_WORDS:]:
        phrase = " ".join(text[start:end].lower().split())
        bound = _BEFORE.get(phrase)
        if bound and not (phrase == "up to" and _moves(text, start)):
            return bound, start
    return None


def _moves(text: str, start: int) -> bool:
    """Tell whether "up to" goes with a verb: "rose back up to"."""
    before = preceding(text, start, 1)
    return bool(before) and (before[0] == "back" or before[0] in MOVED)


def after(text: str, end: int) -> tuple[Bound, int] | None:
    """Return the bound written right after `end`, and where it ends."""
    match = _AFTER.match(text, end)
    if match is None:
        return None
    return _GROUPS[str(match.lastgroup)], match.end()
