"""Words of fault: what a predicate says that its subject has done wrong, or is.

The phrases are data/faults.txt, matched word by word; idioms count as much as verbs,
because most fault is told in idioms ("left families in the dark").
"""

import re
from functools import cache
from importlib.resources import files

from sidelight.model import Span

_WORD = re.compile(r"[^\W_]+(?:[-’'][^\W_]+)*")
_GAP = 3  # other words that may stand between two words of a phrase
_BE = frozenset("is are was were be been being am get gets got".split())
_SEEM = frozenset(
    "seem seems seemed look looks looked remain remains act acts acted".split()
)
_PARTICIPLE = re.compile(
    r"(?:ed|stolen|hidden|broken|thrown|sold|left|kept|held|misled|shut|lost|sent|taken|driven|"
    r"strung|caught|hit|struck|torn|drawn)$"
)
_NOT = frozenset("not never no nor hardly without denied denies deny neither".split())

Phrase = tuple[frozenset[str], ...]


@cache
def _phrases() -> dict[str, list[tuple[Phrase, str]]]:
    """Return the phrases, each with its class, by each form of their first word."""
    table = files("sidelight.readings").joinpath("data/faults.txt")
    found: dict[str, list[tuple[Phrase, str]]] = {}
    section = ""
    for line in table.read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            section = line.strip("[]")
        elif line and not line.startswith("#"):
            phrase = tuple(frozenset(word.split("/")) for word in line.split())
            for form in phrase[0]:
                found.setdefault(form, []).append((phrase[1:], section))
    return found


def first_in(text: str, stretch: Span, furthest: int) -> tuple[Span, str] | None:
    """Return the first phrase of fault in `stretch`, and its class, or `None`.

    It begins within the first `furthest` words. A passive verb is no fault of its
    subject ("the firm was cheated"), nor is one that is denied.
    """
    words = [
        (match[0].replace("’", "'"), match.start(), match.end())
        for match in _WORD.finditer(text, stretch.start, stretch.end)
    ]
    phrases = _phrases()
    for at, (word, start, _) in enumerate(words[:furthest]):
        for rest, section in phrases.get(word, ()) or phrases.get(
            word.removesuffix("s"), ()
        ):
            end = _end(words, at, rest)
            if end is None or _is_passive(words, at) or _is_denied(words, at):
                continue
            if section == "being" and not _follows_be(words, at):
                continue
            return Span(start, words[end][2]), section
    return None


def _end(words: list[tuple[str, int, int]], at: int, rest: Phrase) -> int | None:
    """Return the place of a phrase's last word, if all follow in order."""
    for forms in rest:
        for ahead in range(at + 1, min(at + _GAP + 2, len(words))):
            if words[ahead][0] in forms:
                at = ahead
                break
            if words[ahead][0] in _NOT:
                return None
        else:
            return None
    return at


def _is_passive(words: list[tuple[str, int, int]], at: int) -> bool:
    before = {word for word, _, _ in words[max(0, at - 2) : at]}
    return bool(_PARTICIPLE.search(words[at][0])) and not before.isdisjoint(_BE)


def _follows_be(words: list[tuple[str, int, int]], at: int) -> bool:
    return any(
        word in _BE or word in _SEEM for word, _, _ in words[max(0, at - 4) : at]
    )


def _is_denied(words: list[tuple[str, int, int]], at: int) -> bool:
    if words[at][0] in _NOT:
        return False
    before = [word for word, _, _ in words[max(0, at - 3) : at]]
    return any(word in _NOT or word.endswith("n't") for word in before)
