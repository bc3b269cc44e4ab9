"""Noun phrases that speak and give no name: what stands before and behind the noun."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sidelight.model import Span
from sidelight.readings import speakers
from sidelight.readings.speakers import Word
from sidelight.readings.word_lists import word_lists

_LISTS = word_lists("source_words")
A = _LISTS["a"]
SOME = _LISTS["some"]
ALL = _LISTS["all"]
DEFINITE = _LISTS["definite"]
_DAYS = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april "
    "may june july august september october november december christmas easter".split()
)
_LONGEST = 25  # words of a source behind its noun


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase that speaks: numbers of its first word, head and last word.

    `stop` is the number of the word that nothing of it lies behind, `cue` that of the
    reporting verb after it; `behind` is whether it speaks by what stands before it, and
    `shows` whether a verb of papers follows ("show", "find").
    """

    words: Sequence[Word]
    first: int
    head: int
    last: int
    stop: int
    cue: int | None
    behind: bool
    shows: bool

    @property
    def opens(self) -> str:
        """The word it begins with, in lower case."""
        return self.words[self.first].lower

    @property
    def led(self) -> str:
        """The word before it, in lower case, or "" where it opens the sentence."""
        return self.words[self.first - 1].lower if self.first else ""

    @property
    def before(self) -> list[str]:
        """The words before its noun, in lower case."""
        return [word.lower for word in self.words[self.first : self.head]]

    @property
    def tail(self) -> list[str]:
        """The words behind its noun, as far as its verb, in lower case."""
        return [word.lower for word in self.words[self.head + 1 : self.stop]]

    @property
    def verb(self) -> speakers.Cue | None:
        """The reporting verb after it."""
        return speakers.cue(self.words[self.cue]) if self.cue is not None else None

    @property
    def is_part(self) -> bool:
        """Tell "one of the officials" from "an official" and "a number of officials"."""
        counts = self.opens in A | SOME | ALL | {"none", "those"}
        return (
            "of" in self.before and counts and _LISTS["groups"].isdisjoint(self.before)
        )

    @property
    def is_definite(self) -> bool:
        """Tell "the official" and "Bell's aides" from "an official" and "officials"."""
        if self.is_part and self.opens in A | SOME:
            return False
        owned = any(word.endswith(("'s", "s'")) for word in self.before)
        return owned or not DEFINITE.isdisjoint(self.before)

    @property
    def is_counted(self) -> bool:
        """Tell "an official" and "two of the officials" from "officials"."""
        return not self.is_definite and self.opens in A | SOME | {"at", "more"}


def around(words: Sequence[Word], head: int, cited: Iterable[Span]) -> Phrase | None:
    """Return the noun phrase around a head, if it speaks and gives no name.

    `cited` are the sources of the sentence that were read elsewhere.
    """
    first = speakers.first_of_phrase(words, head)
    cleft = _cleft(words, first, head)
    cue = cleft or speakers.cue_after(words, head)
    behind = speakers.is_behind_cue(words, first) or _begins_one(
        words, first, head, cited
    )
    showing = None if cue is not None else shows(words, head)
    speaks = cue is not None or behind or showing is not None
    if not speaks or (cleft is None and _is_predicate(words, first)):
        return None
    if cue is None and showing is None and _goes_on(words, head):
        return None
    stop = cue or showing or min(len(words), head + _LONGEST)
    last = speakers.last_of_phrase(words, head, stop)
    if _is_named(words, first, head, last):
        return None
    return Phrase(words, first, head, last, stop, cue, behind, showing is not None)


def _begins_one(
    words: Sequence[Word], first: int, head: int, cited: Iterable[Span]
) -> bool:
    """Tell whether a source that was read elsewhere begins in this phrase."""
    if head + 1 < len(words) and words[head + 1].lower == "who":
        return False
    begins = Span(words[first].span.start, words[head].span.end)
    return any(begins.start <= source.start < begins.end for source in cited)


def _cleft(words: Sequence[Word], first: int, head: int) -> int | None:
    """Return the reporting verb of "it was an aide to the mayor who told"."""
    if [word.lower for word in words[max(0, first - 2) : first]] != ["it", "was"]:
        return None
    near = range(head + 1, min(len(words) - 1, head + 8))
    who = next((at for at in near if words[at].lower == "who"), None)
    return who + 1 if who and speakers.cue(words[who + 1]) else None


def _is_predicate(words: Sequence[Word], first: int) -> bool:
    """Tell whether the phrase says what somebody is: "worked as an aide"."""
    before = words[first - 1].lower if first else ""
    if before in {"merely", "just", "only", "also", "not"} and first > 1:
        before = words[first - 2].lower
    is_as = before == "as" and words[first].lower != "one"
    return is_as or before in speakers.BE | {"became"}


def _goes_on(words: Sequence[Word], head: int) -> bool:
    """Tell whether a noun is no head but part of a longer one: "source code"."""
    after = words[head + 1] if head + 1 < len(words) else None
    if after is None or not after.is_word:
        return False
    return not (speakers.may_follow(after) or after.lower in DEFINITE | SOME | A)


def shows(words: Sequence[Word], head: int) -> int | None:
    """Return the verb of "studies show", "experts are divided"."""
    at = head + 1
    while at < len(words) and words[at].lower in {"also", "now", "have", "has", "long"}:
        at += 1
    after = [word.lower for word in words[at : at + 2]]
    if after and after[0] in _LISTS["showing"]:
        return at
    of_a_mind = (
        len(after) > 1
        and after[0] in {"are", "remain"}
        and after[1] in _LISTS["of_a_mind"]
    )
    return at if of_a_mind else None


def _is_named(words: Sequence[Word], first: int, head: int, last: int) -> bool:
    """Tell whether a name stands in, right before or right behind the phrase."""
    if head + 1 < len(words) and words[head + 1].is_capital:
        return True
    if any(
        w.lower in {"named", "called", "identified"} for w in words[head + 1 : last + 1]
    ):
        return True
    behind = " ".join(word.word for word in words[last + 1 : last + 12])
    if _NAME_BEHIND.match(behind):
        return True
    return _explains_a_name(words, first) or _gives_name(words, last)


def _gives_name(words: Sequence[Word], last: int) -> bool:
    near = [word.lower for word in words[last + 1 : last + 12]]
    gives = "name" in near and not {"gave", "give", "named"}.isdisjoint(near)
    return gives and not {"not", "declined", "refused"} & set(near) and "as" in near


def _explains_a_name(words: Sequence[Word], first: int) -> bool:
    """Tell whether a phrase is the apposition of a name: "Ellis, 44, a nurse at"."""
    before = " ".join(word.word for word in words[max(0, first - 14) : first])
    match = _NAME_BEFORE.search(before)
    if match is None:
        return False
    return match["name"].split()[0].lower() not in _DAYS | _LISTS["before_places"]


_NAME_BEHIND = re.compile(
    r"[,—–(] (?!(?:the|a|an|it|he|she|they|but|and|who|which|in|on|at) )(?:[a-z][\w’'-]* ){0,4}"
    r"(?:[^\W\d_a-z][\w.’'-]* )+(?:[,—–)(]|(?<=[\w’'-] )\.$)"
)
_NAME_BEFORE = re.compile(
    r"(?:^|(?<!\bin)(?<!\bon)(?<!\bat)(?<!\bnear)(?<!\bfrom)(?<!\bto)(?<!\bof) )"
    r"(?P<name>[^\W\d_a-z][\w.’'-]*(?: [^\W\d_a-z][\w.’'-]*| \.){0,4})"
    r"(?: \([^()]{1,40}\))?(?: , \d+)?(?: , (?:of|from|in) [^,]{2,40})? [,—–(]$"
)
