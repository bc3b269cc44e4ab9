"""Nouns without a parser: which word is a plural, and what its singular is."""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from sidelight.readings.figures.listed import word_set

_IRREGULAR: Final = {
    "people": "person",
    "men": "man",
    "women": "woman",
    "children": "child",
    "servicemen": "serviceman",
    "servicewomen": "servicewoman",
    "policemen": "policeman",
    "firemen": "fireman",
    "fishermen": "fisherman",
    "gunmen": "gunman",
    "wives": "wife",
    "lives": "life",
    "knives": "knife",
    "wolves": "wolf",
    "leaves": "leaf",
    "shelves": "shelf",
    "halves": "half",
    "feet": "foot",
    "teeth": "tooth",
    "geese": "goose",
    "mice": "mouse",
    "crises": "crisis",
    "bases": "base",
    "analyses": "analysis",
    "criteria": "criterion",
    "movies": "movie",
    "series": "series",
    "buses": "bus",
    "viruses": "virus",
    "campuses": "campus",
    "shoes": "shoe",
    "staff": "staff",
    "police": "police",
    "personnel": "personnel",
    "crew": "crew",
    "troops": "troop",
    "cattle": "cattle",
    "sheep": "sheep",
    "fish": "fish",
    "aircraft": "aircraft",
    "species": "species",
}
_NOT_PLURAL: Final = word_set("""
    this his its was is has as us yes less across versus plus thus perhaps always
    sometimes whereas besides towards afterwards news does goes says various
    previous serious famous religious dangerous business gas bus lens focus status
    virus campus bonus census crisis basis politics economics mathematics physics
    ethics access process success progress press class loss boss glass grass mass
    pass cross whose those ours theirs hers yours comes gets makes takes gives
    keeps wants needs means becomes remains includes others
""")
_PLURAL_ENDING = re.compile(r".+[^siu'’]s\Z")
_WORD = r"(?:[A-Z]\.){1,4}|[^\W_](?:[^\W_]|[-’'&/.](?=[^\W_])){0,39}"
_FIRST = re.compile(rf"(?: |\u00a0|-|(?<=%))({_WORD})")
_NEXT = re.compile(rf"[ \u00a0]({_WORD})")
_PREVIOUS = re.compile(rf"({_WORD})[ \u00a0]")


class Word(NamedTuple):
    """A word, as written, and where it ends in the text (code points)."""

    written: str
    end: int

    @property
    def lower(self) -> str:
        """The word in lower case."""
        return self.written.lower()


def following(text: str, end: int, most: int) -> Iterator[Word]:
    """Yield up to `most` words after `end`, as long as only spaces divide them.

    The first may be tied on with a hyphen.
    """
    match = _FIRST.match(text, end)
    for _ in range(most):
        if match is None:
            return
        yield Word(match[1], match.end())
        match = _NEXT.match(text, match.end())


def preceding(text: str, start: int, most: int) -> list[str]:
    """Return up to `most` words before `start`, nearest first, divided by spaces."""
    words: list[str] = []
    reach = max(0, start - most * 12)
    for match in reversed(list(_PREVIOUS.finditer(text, reach, start))):
        if match.end() != start or len(words) == most:
            break
        start = match.start()
        words.append(match[1])
    return words


def is_plural(word: str) -> bool:
    """Tell whether a lower-case `word` looks like a plural noun."""
    if word in _IRREGULAR:
        return True
    return word not in _NOT_PLURAL and bool(_PLURAL_ENDING.match(word))


def singular(word: str) -> str:
    """Return the singular of a lower-case plural; other words as they are."""
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if not is_plural(word):
        return word
    if word.endswith("ies") and len(word) > len("ties"):
        return word[:-3] + "y"
    if word.endswith(("sses", "shes", "ches", "xes", "zzes")):
        return word[:-2]
    return word[:-1]


def plural_follows(text: str, end: int) -> bool:
    """Tell whether one of the next three words is a plural."""
    return any(is_plural(word.lower) for word in following(text, end, 3))
