"""Numbers as English writes them: in digits, in words, and in both at once.

"2,300", "2.3 million", "1.5bn", "twenty-eight thousand", "a dozen", "two-thirds",
"half", "tens of thousands". What a number measures, and whether it is a quantity
at all, is for others to say.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import islice
from typing import Final, Literal

from sidelight.readings.figures.number_words import (
    MANY_PARTS,
    PARTS,
    ROUND,
    SHORT,
    SIGNS,
    Token,
    number_words,
)
from sidelight.readings.figures.spelled import SCALES, Sum

Kind = Literal["digits", "words", "fraction", "vague"]


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number as written: where (code points), and what it comes to.

    `low` and `high` differ for round plurals only ("thousands": 1,000 to 10,000).
    `bare` is the number without its scale word (2.3 of "2.3 million"), the same as
    `low` where there is none.
    """

    start: int
    end: int
    low: float
    high: float
    kind: Kind
    bare: float

    @property
    def scaled(self) -> bool:
        """Tell whether a scale word or letter belongs to the number."""
        return self.bare != self.low


MOST: Final = 8_000  # number words of one text; what holds more is no report
LONGEST: Final = 18  # characters of a number in digits; more is a code

_WELL_FORMED = re.compile(
    r"[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?"  # 2,300,000.5
    r"|[0-9]{1,2}(?:,[0-9]{2})+,[0-9]{3}"  # 23,00,000, as in India
    r"|[0-9]+(?:\.[0-9]+)?"
)
_POINT = re.compile(r"(?:^|[\s(~])\.\Z")
_SLASHED = re.compile(r"1/[2-9]|2/[35]|3/[458]|5/8|7/8")
_GAPS = frozenset((" ", "-", "\u00a0", "‑"))
_AND = frozenset((" and ", "-and-"))
_AND_A_HALF = re.compile(r"[\s-]and[\s-]a[\s-]half\b")
_ARTICLE = re.compile(r"(?<![^\W_])an?[\s-]\Z", re.IGNORECASE)
_OF = re.compile(r"\sof\b")
_HALF_OF = re.compile(r"\s(?:of|the|its|their|his|her|our|my|all|those|these|an?)\b")
_HALF_A = re.compile(r"\s(?:of\s)?an?\s\Z")
_NO_SHARE = re.compile(
    r"\b(?:first|second|third|other|latter|early|later|top|bottom|last|and an?|final|"
    r"southern|northern|eastern|western|upper|lower|better)[\s-]\Z",
    re.IGNORECASE,
)
_CROWD = re.compile(
    r"\s(?:of|more|were|are|have|had|fled|gathered|marched|died|took)\b"
)
# "100m": metres of a track or of length; "1.2m tons": millions
_METRES = re.compile(
    r"[\s-](?:sprint|hurdles|freestyle|race|final|relay|butterfly|dash|wide|tall|high|"
    r"deep|long|away|from|above|below|backstroke|breaststroke|medley|x\b)"
)
_MILLIONS = re.compile(
    r"\s(?:of|people|(?:(?!(?:in|on|at|to|from|that|which|by|with|for|is|was|as|this|has|"
    r"his|its|than|across)\b)[a-z]+\s){0,4}(?!(?:is|was|as|this|has|his|its)\b)[a-z]+s)\b"
)
_MONEY = re.compile(r"(?:[$€£¥₹]|(?<![A-Z])[A-Z]{2,3})\s?\Z")


def find(text: str) -> Iterator[Numeral]:
    """Yield the numerals of `text` in order; they do not overlap.

    No more than `MOST` number words are looked at.
    """
    return _Reader(text).numerals()


class _Reader:
    """A text and its number words, read from left to right."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.tokens = list(islice(number_words(text), MOST))
        self.at = 0

    def numerals(self) -> Iterator[Numeral]:
        while token := self._token():
            if not token.word:
                read = self._in_digits(token)
            elif token.word in SIGNS:
                read = self._sign(token)
            elif token.word in ROUND:
                read = self._vague(token)
            elif token.word in PARTS:
                read = self._part(token)
            else:
                read = self._in_words(token)
            if read:
                yield read

    def _token(self) -> Token | None:
        return self.tokens[self.at] if self.at < len(self.tokens) else None

    def _before(self, at: int) -> str:
        return self.text[max(0, at - 12) : at]

    # --- In digits -------------------------------------------------------------

    def _in_digits(self, token: Token) -> Numeral | None:
        self.at += 1
        start, end = token.start, token.end
        written = self.text[start:end]
        if share := self._divided(token):
            return share
        if end - start > LONGEST or not _WELL_FORMED.fullmatch(written):
            return None
        if written.isdigit() and _POINT.search(self._before(start)):
            start, written = start - 1, "0." + written
        bare = Decimal(written.replace(",", ""))
        half, end = self._half_more(end)
        value = bare = bare + half
        while (token_after := self._token()) and (
            scale := self._scale(start, end, token_after)
        ):
            value, end = value * scale, token_after.end
            self.at += 1
        number = float(value)
        return Numeral(start, end, number, number, "digits", float(bare))

    def _divided(self, above: Token) -> Numeral | None:
        """Read "1/2" and "3/4"; whether it is a date is for others to say."""
        below = self._token()
        if below is None or self.text[above.end : below.start] != "/":
            return None
        written = self.text[above.start : below.end]
        if not _SLASHED.fullmatch(written):
            return None
        self.at += 1
        share = int(written[0]) / int(written[2])
        return Numeral(above.start, below.end, share, share, "fraction", share)

    def _half_more(self, end: int) -> tuple[Decimal, int]:
        """Read on over "½" and "and a half", from `end`."""
        token = self._token()
        if token and token.start == end and token.word in SIGNS:
            self.at += 1
            return Decimal(SIGNS[token.word]), token.end
        if token and (half := _AND_A_HALF.match(self.text, end)):
            self.at += 1
            return Decimal("0.5"), half.end()
        return Decimal(0), end

    def _scale(self, start: int, end: int, token: Token) -> int | None:
        """Return what the scale word or letter after a number in digits is worth."""
        gap, word = self.text[end : token.start], token.word
        if word in SCALES and (gap == "" or gap in _GAPS):
            return SCALES[word]
        if word not in SHORT or gap not in ("", " "):
            return None
        money = len(word) > 1 or _MONEY.search(self._before(start))
        if not money and (gap or (word == "m" and self._is_metre(token.end))):
            return None
        return SHORT[word]

    def _is_metre(self, end: int) -> bool:
        return bool(_METRES.match(self.text, end)) or not _MILLIONS.match(
            self.text, end
        )

    # --- In words --------------------------------------------------------------

    def _in_words(self, first: Token) -> Numeral | None:
        start = first.start
        article = first.word in SCALES and _ARTICLE.search(self._before(start))
        if article:
            start -= len(article[0])
        number = Sum(article=bool(article))
        end = self._add_words(number, first.start)
        if end == first.start:
            self.at += 1
            return None
        token = self._token()
        if token and (share := self._share(number.value, end, token)):
            self.at += 1
            return Numeral(start, token.end, share, share, "fraction", share)
        half, end = self._half_more(end)
        value = float(number.value + half)
        bare = value if number.bare is None else float(number.bare)
        if (
            half
            and (token := self._token())
            and (scale := self._scale(start, end, token))
        ):
            self.at += 1
            return Numeral(
                start, token.end, value * scale, value * scale, "words", value
            )
        return Numeral(start, end, value, value, "words", bare)

    def _add_words(self, number: Sum, end: int) -> int:
        """Add number words to `number` as far as it goes on; return where it ends."""
        first = self.at
        while token := self._token():
            gap = self.text[end : token.start]
            after_and = gap in _AND
            if self.at > first and gap not in _GAPS and not after_and:
                break
            if after_and and self._another_after(number):
                break
            if not number.takes(token.word, after_and=after_and):
                break
            end = token.end
            self.at += 1
        return end

    def _another_after(self, number: Sum) -> bool:
        following = self.tokens[self.at + 1 : self.at + 2]
        return bool(following) and (
            self.text[self.tokens[self.at].end : following[0].start] in _GAPS
            and number.begins_another(following[0].word)
        )

    # --- Fractions and round plurals -------------------------------------------

    def _share(self, above: int, end: int, token: Token) -> float | None:
        """Return what "thirds" makes of a "two" that ends at `end`."""
        if self.text[end : token.start] not in _GAPS:
            return None
        parts = PARTS if above == 1 else MANY_PARTS
        below = parts.get(token.word, 0)
        if not 0 < above < below:
            return None
        loose = above == 1 or token.word == "quarters"
        if loose and not _OF.match(self.text, token.end):
            return None
        return above / below

    def _part(self, token: Token) -> Numeral | None:
        """Read "half the", "a third of"."""
        self.at += 1
        before = self._before(token.start)
        if token.word == "half":
            return self._half(token, before)
        article = _ARTICLE.search(before)
        if not article or not _OF.match(self.text, token.end):
            return None
        start = token.start - len(article[0])
        return self._part_of_scale(start, token, 1 / PARTS[token.word])

    def _half(self, token: Token, before: str) -> Numeral | None:
        if _NO_SHARE.search(before) or not _HALF_OF.match(self.text, token.end):
            return None
        return self._part_of_scale(token.start, token, 0.5)

    def _part_of_scale(self, start: int, token: Token, share: float) -> Numeral:
        """Read on over "a million" in "half a million", "a quarter of a million"."""
        scale = self._token()
        if scale and scale.word in SCALES:
            gap = self.text[token.end : scale.start]
            if _HALF_A.fullmatch(gap):
                self.at += 1
                value = share * SCALES[scale.word]
                return Numeral(start, scale.end, value, value, "words", share)
        return Numeral(start, token.end, share, share, "fraction", share)

    def _vague(self, token: Token) -> Numeral | None:
        """Read "thousands of", "tens of thousands"."""
        self.at += 1
        low, high = map(float, ROUND[token.word])
        end = token.end
        scale = self._token()
        if scale and scale.word in ROUND and self.text[end : scale.start] == " of ":
            self.at += 1
            low, high, end = (
                low * ROUND[scale.word][0],
                high * ROUND[scale.word][0],
                scale.end,
            )
        if not _CROWD.match(self.text, end):
            return None
        return Numeral(token.start, end, low, high, "vague", low)

    def _sign(self, token: Token) -> Numeral:
        self.at += 1
        value = float(SIGNS[token.word])
        return Numeral(token.start, token.end, value, value, "fraction", value)
