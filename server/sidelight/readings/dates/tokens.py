"""Text to tokens, and each token to the one-letter class the grammar reads."""

import re
from dataclasses import dataclass

from sidelight.model import Span
from sidelight.readings.dates.vocabulary import EXACT, FOLDED

# Every repetition is possessive or bounded: no text makes the scanner step back.
_TOKEN = re.compile(
    r"""
    (?P<word>[^\W\d_]++(?:\d\w*+)?)
  | (?P<sign>[,()[\]–—-])
  | (?P<stop>[.!?]++)
  | (?P<iso>[0-9]{4}-[0-9]{2}-[0-9]{2}(?![\d-])(?:T[0-9:.Z+-]{1,24})?)
  | (?P<slashed>[0-9]{1,2}(?P<mark>[/.])[0-9]{1,2}(?P=mark)[0-9]{4}(?![\d/]))
  | (?P<decade>(?:1[0-9]|20)[0-9]0['’]?s\b|['’‘][3-9]0s\b)
  | (?P<ordinal>[0-9]{1,2}(?:st|nd|rd|th)\b)
  | (?P<clock>[0-9]{1,2}(?::[0-9]{2})?\s?[ap]\.?m\b\.?(?:\s[A-Z]{2,4}\b)?)
  | (?P<other>
        [$€£¥\#]\s?\d[\d.,]*+               # prices
      | \d++(?:[-–]\d++){2,}+               # telephone numbers, catalogue numbers
      | \d++(?:(?:[.:/]|,(?!\d{4}\b))\d++)++  # 2,000; 3.5; 10:30; 24/7; 9/11
      | \d++(?:\s?%|[^\W\d_]\w*+)           # 5%; 10km; 5pm
    )
  | (?P<number>\d++)
  | (?P<paragraph>\n(?:[ \t\r]*+\n)++)
  | (?P<genitive>['’]s\b)
  | (?P<rest>[^\w\s])
    """,
    re.VERBOSE,
)
_FIXED = {
    "iso": "I",
    "slashed": "J",
    "decade": "d",
    "ordinal": "O",
    "clock": "c",
    "other": "x",
    "paragraph": "#",
    "genitive": "s",
    "stop": "!",
    "rest": "x",
}
_EXACT = EXACT | {",": ",", "(": "<", "[": "<", ")": ">", "]": ">"}
_EXACT |= {"-": "-", "–": "-", "—": "~"}
_YEARS = range(1000, 3000)
_DAYS = range(1, 32)
_DIGITS_OF_A_DAY, _DIGITS_OF_A_YEAR = 2, 4
_SHORTEST_PAST = 5  # "ended", but not "need", "red"


@dataclass(frozen=True, slots=True)
class Tokens:
    """A text's tokens: where each starts and ends, in lower case, and its class."""

    text: str
    starts: list[int]
    ends: list[int]
    words: list[str]
    classes: str

    def raw(self, index: int) -> str:
        """Return a token as it is written, "" outside the text."""
        if 0 <= index < len(self.starts):
            return self.text[self.starts[index] : self.ends[index]]
        return ""

    def word(self, index: int) -> str:
        """Return a token in lower case, "" outside the text."""
        return self.words[index] if 0 <= index < len(self.words) else ""

    def kind(self, index: int) -> str:
        """Return a token's class; a paragraph's end outside the text."""
        return self.classes[index] if 0 <= index < len(self.words) else "#"


@dataclass(frozen=True, slots=True)
class Phrase:
    """The tokens from `start` up to `stop`: a candidate date."""

    tokens: Tokens
    start: int
    stop: int

    @property
    def classes(self) -> str:
        """The classes of its tokens."""
        return self.tokens.classes[self.start : self.stop]

    @property
    def span(self) -> Span:
        """Where it stands in the text."""
        tokens = self.tokens
        return Span(tokens.starts[self.start], tokens.ends[self.stop - 1])

    @property
    def written(self) -> str:
        """The phrase as it is written."""
        return self.span.of(self.tokens.text)

    def words(self, classes: str) -> list[str]:
        """Return its words of the given classes, in lower case and text order."""
        words = self.tokens.words[self.start : self.stop]
        kinds = zip(words, self.classes, strict=True)
        return [word for word, kind in kinds if kind in classes]

    def before(self, distance: int = 1) -> str:
        """Return the word so many tokens before it, in lower case."""
        return self.tokens.word(self.start - distance)

    def after(self, distance: int = 1) -> str:
        """Return the word so many tokens after it, in lower case."""
        return self.tokens.word(self.stop + distance - 1)

    def kind_before(self, distance: int = 1) -> str:
        """Return the class of the token so many before it."""
        return self.tokens.kind(self.start - distance)

    def kind_after(self, distance: int = 1) -> str:
        """Return the class of the token so many after it."""
        return self.tokens.kind(self.stop + distance - 1)


def tokenize(text: str) -> Tokens:
    """Cut a text into classified tokens; white space is left out."""
    starts: list[int] = []
    ends: list[int] = []
    words: list[str] = []
    classes: list[str] = []
    for match in _TOKEN.finditer(text):
        start, end = match.span()
        starts.append(start)
        ends.append(end)
        token = text[start:end]
        word = token.lower()
        words.append(word)
        classes.append(_EXACT.get(token) or _class_of(match.lastgroup, word))
    return Tokens(text, starts, ends, words, "".join(classes))


def _class_of(group: str | None, word: str) -> str:
    if group == "word":
        past = word.endswith("ed") and len(word) >= _SHORTEST_PAST
        return FOLDED.get(word, "V" if past else "x")
    if group == "number":
        return _class_of_number(word)
    return _FIXED[group or "rest"]


def _class_of_number(digits: str) -> str:
    if not digits.isascii():
        return "x"
    if len(digits) == _DIGITS_OF_A_YEAR and int(digits) in _YEARS:
        return "Y"
    if len(digits) <= _DIGITS_OF_A_DAY and int(digits) in _DAYS:
        return "D"
    return "N"
