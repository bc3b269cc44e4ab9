"""The words and signs that numbers are made of, found in a text."""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from sidelight.readings.figures.listed import listed
from sidelight.readings.figures.spelled import SCALES, SMALL

SHORT: Final = {
    "k": 1_000,
    "m": 1_000_000,
    "mn": 1_000_000,
    "mln": 1_000_000,
    "mil": 1_000_000,
    "b": 1_000_000_000,
    "bn": 1_000_000_000,
    "bln": 1_000_000_000,
    "tn": 1_000_000_000_000,
    "trn": 1_000_000_000_000,
}
ROUND: Final = {
    "tens": (10, 100),
    "dozens": (24, 100),
    "hundreds": (100, 1_000),
    "thousands": (1_000, 10_000),
    "millions": (1_000_000, 10_000_000),
    "billions": (1_000_000_000, 10_000_000_000),
    "trillions": (1_000_000_000_000, 10_000_000_000_000),
}
PARTS: Final = {
    word: value
    for value, word in enumerate(
        listed("half third quarter fifth sixth seventh eighth ninth tenth"), start=2
    )
} | {"fourth": 4}
MANY_PARTS: Final = {f"{word}s": value for word, value in PARTS.items()}
SIGNS: Final = {"½": "0.5", "¼": "0.25", "¾": "0.75", "⅓": "0.333333", "⅔": "0.666667"}
_KNOWN: Final = frozenset(
    (*SMALL, *SCALES, *SHORT, *ROUND, *PARTS, *MANY_PARTS, *SIGNS)
)
_FOLD = "fold"
_LONGEST_WORD = max(map(len, _KNOWN)) + len(_FOLD)

_TOKEN = re.compile(r"[0-9]+(?:[.,][0-9]+)*|[^\W\d_]+|[½¼¾⅓⅔]")


class Token(NamedTuple):
    """Digits, a number word or a sign, and where it stands (code points).

    `word` is in lower case, and "" for digits.
    """

    start: int
    end: int
    word: str


def number_words(text: str) -> Iterator[Token]:
    """Yield digits, number words, scale letters and fraction signs in order.

    Of "sixfold" the "six".
    """
    for match in _TOKEN.finditer(text):
        start, end = match.span()
        if text[start] in "0123456789":
            yield Token(start, end, "")
        elif end - start <= _LONGEST_WORD:
            word = match[0].lower()
            if word in _KNOWN:
                yield Token(start, end, word)
            elif word.endswith(_FOLD) and word[: -len(_FOLD)] in SMALL:
                yield Token(start, end - len(_FOLD), word[: -len(_FOLD)])
