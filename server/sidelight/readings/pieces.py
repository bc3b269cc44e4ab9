"""Pieces: runs of tokens that are a source, a cue or content, and their links."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from sidelight.readings import lexicon
from sidelight.readings.columns import INSIDE, OUTSIDE, Ints, Page
from sidelight.readings.tagger import BEGINS, OUT, PART


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of tokens of one part: `first` up to but not `after`.

    The rest is what pairs are judged by: `head` its cue word or last word, `kind`
    the class of that word, `opens` and `closes` whether it begins and ends a
    sentence, and so on.
    """

    part: int
    first: int
    after: int
    paragraph: int
    sentence: int
    last_sentence: int
    head: str
    kind: str
    opening: str
    before: str
    following: str
    quoted: bool
    all_quoted: bool
    within_quotation: bool
    opens: bool
    closes: bool
    opens_paragraph: bool
    is_pronoun: bool


@dataclass(frozen=True, slots=True)
class Link:
    """One attribution as token runs: content pieces with their cue and source."""

    source: Piece | None
    cue: Piece | None
    content: tuple[Piece, ...]


def pieces_of(page: Page, labels: Ints) -> list[Piece]:
    """Return the runs of tokens with one part, in text order."""
    part = PART[labels]
    changes = (np.diff(part, prepend=OUT) != 0) | (BEGINS[labels] & (part != OUT))
    starts = np.flatnonzero(changes & (part != OUT)).tolist()
    stops = np.append(np.flatnonzero(changes), len(page))
    ends = stops[np.searchsorted(stops, starts, side="right")].tolist()
    return [
        piece_at(page, int(part[first]), first, after)
        for first, after in zip(starts, ends, strict=True)
    ]


def piece_at(page: Page, part: int, first: int, after: int) -> Piece:
    """Return the piece of these tokens; neither end may be the page's."""
    words = [fold(word) for word in page.words[first:after]]
    head, kind = _head(words)
    place = page.place[first:after]
    sentence, last_sentence = (
        int(page.sentence[first]),
        int(page.sentence[after - 1]),
    )
    following = page.words[after]
    return Piece(
        part=part,
        first=first,
        after=after,
        paragraph=int(page.paragraph[first]),
        sentence=sentence,
        last_sentence=last_sentence,
        head=head,
        kind=kind,
        opening=words[0],
        before=fold(page.words[first - 1]),
        following=fold(following),
        quoted=bool(place[0] > OUTSIDE),
        all_quoted=bool((place > OUTSIDE).all()),
        within_quotation=bool(place[0] in (INSIDE, INSIDE + 4)),
        opens=_opens(page, first),
        closes=following in _ENDS or int(page.sentence[after]) != last_sentence,
        opens_paragraph=bool((page.sentence[[first - 1, first - 2]] < 0).any()),
        is_pronoun=after - first == 1 and words[0] in _PRONOUNS,
    )


_ENDS = frozenset(".!?”\"’'")
_MARKS = frozenset("“\"‘'")
_PRONOUNS = frozenset(
    [
        "he",
        "she",
        "they",
        "i",
        "we",
        "it",
        "you",
        "who",
        "him",
        "her",
        "them",
        "me",
        "us",
        "that",
        "this",
    ]
)


def _opens(page: Page, first: int) -> bool:
    """Tell whether a sentence begins here, but for an opening mark."""
    at = first - 1 if page.words[first - 1] in _MARKS else first
    return int(page.first[first]) >= at


def _head(words: Sequence[str]) -> tuple[str, str]:
    """Return the dictionary form and the class of the last word of the list."""
    if "according" in words:
        return "according", "other"
    for word in reversed(words):
        if entry := lexicon.entries().get(word):
            return entry.lemma, entry.kind + entry.inflection
    return words[-1], "-"


def fold(word: str) -> str:
    """Return a word in lower case, with a straight apostrophe."""
    return word.lower().replace("’", "'")
