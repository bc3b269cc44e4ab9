"""Terms that one side of a dispute uses, from a public list of both sides' terms.

The list is `data/party_terms.tsv`; its head says what its fields are and where they
come from. No line of it has terms of one side alone.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal, cast

from sidelight.model import PartyTerm, Span, Words

_FIELDS = 9
_ENDING = re.compile(r"\((\w+)\)")
_GAP = re.compile(r"[\s-]+")
_WORD = re.compile(r"[^\W_]+")
_FOLLOWING = re.compile(r"\s[^\W\d_a-z]")
_LEADING = re.compile(r"[^\W\d_a-z]\w*\s$")
_LITTLE = frozenset("a an and by for in of on or the to with".split())
_REACH = 40  # code points before a term in which the word before it begins


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a dispute, and its terms as the list writes them."""

    name: str
    terms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Issue:
    """A line of the list: two sides, and what they call a thing or each other.

    `neutral` are words that are neither side's own. `near` are words, in lower case,
    of which the text must hold one (a term of two words stands for all of them);
    empty where the terms mean nothing else.
    """

    names: Literal["thing", "each other"]
    about: str
    sides: tuple[Side, Side]
    neutral: tuple[str, ...]
    near: tuple[str, ...]
    sources: tuple[str, ...]


def read(text: str, words: Words) -> tuple[PartyTerm, ...]:
    """Return the terms of either side in `text`, in order; official names are left out.

    `words` are the words of `text`.
    """
    matches = [m for m in _matches(text, words) if not _is_official(text, m)]
    if not matches:
        return ()
    held = frozenset(words.folded)
    return tuple(found for match in matches for found in _placed(match, held))


def _matches(text: str, words: Words) -> Iterator[re.Match[str]]:
    """Yield the terms: looked for where a word stands that one of them opens with."""
    opening, pattern = _openings(), _pattern()
    end = 0
    for start, word in zip(words.starts, words.folded, strict=True):
        if word in opening and start >= end and (match := pattern.match(text, start)):
            end = match.end()
            yield match


def _placed(match: re.Match[str], held: frozenset[str]) -> Iterator[PartyTerm]:
    issue, side = _by_form()[_folded(match[0])]
    if issue.near and not any(held.issuperset(n.split()) for n in issue.near):
        return
    own, other = issue.sides[side], issue.sides[1 - side]
    yield PartyTerm(
        span=Span(*match.span()),
        issue=issue.about,
        names=issue.names,
        side=own.name,
        other=other.name,
        others=tuple(_ENDING.sub("", term) for term in other.terms),
        neutral=issue.neutral,
    )


def _is_official(text: str, match: re.Match[str]) -> bool:
    """Tell whether a term is part of a longer name: "the Marriage Equality Act"."""
    capitals = [w[0].isupper() for w in _WORD.findall(match[0]) if w not in _LITTLE]
    if not all(capitals):
        return False
    before = text[max(0, match.start() - _REACH) : match.start()]
    return bool(_FOLLOWING.match(text, match.end()) or _LEADING.search(before))


@cache
def issues() -> tuple[Issue, ...]:
    """Return the lines of the list, in its order."""
    path = files("sidelight").joinpath("readings/data/party_terms.tsv")
    lines = path.read_text("utf-8").splitlines()
    return tuple(_issue(line) for line in lines if line and not line.startswith("#"))


def _issue(line: str) -> Issue:
    fields = line.split("\t")
    if len(fields) != _FIELDS:
        raise ValueError(f"party_terms.tsv: {len(fields)} fields in {line[:60]!r}.")
    names, about, one, ones, other, others, neutral, near, sources = fields
    return Issue(
        names=cast("Literal['thing', 'each other']", names),
        about=about,
        sides=(Side(one, _listed(ones)), Side(other, _listed(others))),
        neutral=_listed(neutral),
        near=_listed(near.lower()),
        sources=_listed(sources),
    )


def _listed(words: str) -> tuple[str, ...]:
    return tuple(word.strip() for word in words.split(",") if word.strip())


@cache
def _by_form() -> dict[str, tuple[Issue, Literal[0, 1]]]:
    """Return issue and side of each form of each term, folded."""
    found: dict[str, tuple[Issue, Literal[0, 1]]] = {}
    for issue in issues():
        for side in (0, 1):
            for term in issue.sides[side].terms:
                for form in (_ENDING.sub("", term), _ENDING.sub(r"\1", term)):
                    found[_folded(form)] = (issue, side)
    return found


def _folded(form: str) -> str:
    return _GAP.sub(" ", form.lower()).replace("’", "'")


@cache
def _openings() -> frozenset[str]:
    """Return the words that terms open with."""
    return frozenset(_WORD.findall(form)[0] for form in _by_form())


@cache
def _pattern() -> re.Pattern[str]:
    """Return a pattern of every form, the longest first."""
    forms = sorted(_by_form(), key=len, reverse=True)
    either = "|".join(
        re.escape(form).replace(r"\ ", r"[\s-]").replace("'", "['’]") for form in forms
    )
    return re.compile(rf"(?<!-)(?:{either})\b(?!-)", re.IGNORECASE)
