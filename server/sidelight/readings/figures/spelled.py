"""The words of numbers, and how they add up: "twenty-eight thousand six hundred"."""

from math import inf
from typing import Final

from sidelight.readings.figures.listed import listed

SMALL: Final = {
    word: value
    for value, word in enumerate(
        listed("""
    zero one two three four five six seven eight nine ten eleven twelve thirteen
    fourteen fifteen sixteen seventeen eighteen nineteen
""")
    )
} | {
    word: 20 + 10 * step
    for step, word in enumerate(
        listed("twenty thirty forty fifty sixty seventy eighty ninety")
    )
}
SCALES: Final = {
    "dozen": 12,
    "hundred": 100,
    "thousand": 1_000,
    "lakh": 100_000,
    "million": 1_000_000,
    "crore": 10_000_000,
    "billion": 1_000_000_000,
    "trillion": 1_000_000_000_000,
}
_HUNDRED = 100
_TENS = range(20, 100, 10)


class Sum:
    """A number in words as far as it has been read; "a" of "a dozen" is its first.

    `bare` is the number before its scale word: 4 of "four thousand".
    """

    def __init__(self, *, article: bool = False) -> None:
        """Begin with nothing, or with the one that an article stands for."""
        self._total = 0
        self._group = int(article)
        self._room = 1 if article else _HUNDRED  # what may follow is worth less
        self._scale = inf
        self.bare: int | None = None

    @property
    def value(self) -> int:
        """What the words so far come to."""
        return self._total + self._group

    def takes(self, word: str, *, after_and: bool = False) -> bool:
        """Add `word` if the number can go on with it, and tell whether it did."""
        if word in SMALL:
            return self._takes_small(SMALL[word], after_and=after_and)
        if word not in SCALES or after_and or not self._group:
            return False
        return self._takes_scale(SCALES[word])

    def begins_another(self, word: str) -> bool:
        """Tell whether a number with this scale cannot be a part of this one.

        Of "one hundred and two hundred" the second is another number.
        """
        return word in SCALES and not self._has_room(SCALES[word])

    def _takes_small(self, value: int, *, after_and: bool) -> bool:
        if value >= self._room or (after_and and self._room < _HUNDRED):
            return False
        self._group += value
        self._room = 10 if value in _TENS else 0
        return True

    def _takes_scale(self, scale: int) -> bool:
        if not self._has_room(scale):
            return False
        if self.bare is None and not self._total:
            self.bare = self._group
        if scale == SCALES["dozen"]:
            self._group, self._room, self._scale = self._group * scale, 0, 0
        elif scale == _HUNDRED:
            self._group, self._room = self._group * scale, _HUNDRED
        else:
            self._total, self._group = self._total + self._group * scale, 0
            self._scale, self._room = scale, _HUNDRED
        return True

    def _has_room(self, scale: int) -> bool:
        """Tell whether a scale is below the last one: no "two thousand million"."""
        return scale < self._scale and not scale <= _HUNDRED <= self._group
