"""What a headline promises: words and figures that its report can be asked for.

Narrow on purpose: labels ("EXCLUSIVE:"), and words beside what they are said of. What
stands in quotation marks or is asked with a question mark promises nothing.
"""

import re
from collections.abc import Iterator
from functools import cache

from sidelight.model import Figure, HeadlineWord, Span
from sidelight.readings import dates, quotations
from sidelight.readings import figures as quantities
from sidelight.readings.spans import BySpan
from sidelight.readings.word_lists import in_order
from sidelight.readings.words import STOP_WORDS, stem

_LABEL_ENDS = r"(?=\s?(?:[:|!–—]|\s-\s|$))"
_OPENS = r"^\W{0,3}(?:\w+\s)?"
_EXCLUSIVE = re.compile(
    rf"{_OPENS}\b(?P<word>exclusive|revealed|scoop){_LABEL_ENDS}"
    r"|[|–—(-]\s?(?P<last>exclusive)\W*$"
    r"|\b(?P<loud>EXCLUSIVE)\b",
    re.IGNORECASE,
)
# Forms that one newsroom alone has by their nature, whatever the others know.
_OF_ITS_OWN = re.compile(
    r"\b(?:interview|polls?|survey|photo\w*|pictures?|pics|video|footage|watch|listen|"
    r"extract|excerpt|podcast|trailer|first\slook|speaks|talks\sto|tells|opens\sup|"
    r"letter|diary|map|list|ranking|best|worst|review)\b",
    re.IGNORECASE,
)
_SETTLED = re.compile(
    rf"{_OPENS}\b(?P<word>done\sdeal|confirmed|official|it['’]s\sofficial){_LABEL_ENDS}",
    re.IGNORECASE,
)
# "A secret plan"; not the Secret Service, a secret ballot, or the secret of a good pie.
_SECRET = re.compile(
    r"\b(?P<word>[Ss]ecret|SECRET)\s(?!service|santa|agents?|police|ballots?|recipes?|"
    r"weapons?|gardens?|lives|life|society|admirer|ingredients?|spots?|sauce|of\b|to\b|"
    r"behind\b|recordings?|tapes?|videos?|footage|files?|documents?|papers?|letters?|"
    r"memos?|emails?|photos?)(?P<about>[^\W\d_]+(?:\s[^\W\d_]+){0,5})",
    re.IGNORECASE,
)
# "To double fares", "doubles fares"; not a double murder.
_TIMES = re.compile(
    r"\b(?:(?:to|will|would|could|may|must|can)\s(?P<base>double|triple|treble|quadruple|halve)"
    r"|(?P<word>(?:doubl|tripl|trebl|quadrupl|halv)(?:es|ed|ing)))"
    r"\s(?!down\b)(?P<about>(?:[^\W\d_]+\s?){1,3})",
    re.IGNORECASE,
)
_FACTORS = {"d": 2.0, "t": 3.0, "q": 4.0, "h": 0.5}
_ALL = re.compile(
    r"\b(?P<word>all|every)\s(?:of\s)?(?:the\s)?(?!the\b|of\b|about|eyes|day|year|week|"
    r"time|night|star|stars|in\b|right|you|we|over|out|but|one|it\b|set|clear|that\b)"
    r"(?P<about>[a-zA-Z]{4,}s?)\b",
    re.IGNORECASE,
)

_CERTAIN = re.compile(r"\b(?P<word>(?:to|will|TO|WILL)\s(?P<about>[^\W\d_]{4,}))\b")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_CAUSE = re.compile(
    r"\b(?P<word>caused|causes|to\sblame|due\sto|triggered)\b", re.IGNORECASE
)


@cache
def _grave() -> dict[str, tuple[str, ...]]:
    """Return the stems that bear out each grave word of `data/headline_words.txt`."""
    found: dict[str, tuple[str, ...]] = {}
    for _, listed in in_order("headline_words"):
        behind = listed.index("/") if "/" in listed else len(listed)
        borne = tuple(sorted({stem(word) for word in listed if word != "/"}))
        found |= dict.fromkeys(listed[:behind], borne)
    return found


def words(title: str) -> tuple[HeadlineWord, ...]:
    """Return what the words of a title promise, in order."""
    if title.rstrip().endswith("?"):
        return ()
    quoted = BySpan(quotations.read(title, (Span(0, len(title)),)), lambda q: q.span)
    found = [w for w in _found(title) if not any(quoted.overlapping(w.span))]
    return tuple(sorted(found, key=lambda word: word.span))


def figures(title: str) -> tuple[Figure, ...]:
    """Return the figures of a title, in order."""
    taken = [date.span for date in dates.read(title, None)]
    return quantities.read(title, taken)


def _found(title: str) -> Iterator[HeadlineWord]:
    for rule in (_exclusive, _settled, _secret, _times, _each, _told):
        yield from rule(title)


def _exclusive(title: str) -> Iterator[HeadlineWord]:
    match = _EXCLUSIVE.search(title)
    if match and match.lastgroup:
        group = match.lastgroup
        is_loud = group != "loud" or match["loud"].isupper()
        if is_loud and not _OF_ITS_OWN.search(title):
            yield HeadlineWord(Span(*match.span(group)), "exclusive")


def _settled(title: str) -> Iterator[HeadlineWord]:
    if match := _SETTLED.search(title):
        yield HeadlineWord(Span(*match.span("word")), "settled")


def _secret(title: str) -> Iterator[HeadlineWord]:
    for match in _SECRET.finditer(title):
        yield HeadlineWord(Span(*match.span("word")), "secret", _stems(match["about"]))


def _times(title: str) -> Iterator[HeadlineWord]:
    for match in _TIMES.finditer(title):
        if about := _stems(match["about"]):
            group = "base" if match["base"] else "word"
            factor = _FACTORS[match[group][0].lower()]
            yield HeadlineWord(Span(*match.span(group)), "times", about, factor)


def _each(title: str) -> Iterator[HeadlineWord]:
    for match in _ALL.finditer(title):
        yield HeadlineWord(Span(*match.span("word")), "all", _stems(match["about"]))


def _told(title: str) -> Iterator[HeadlineWord]:
    if match := _CAUSE.search(title):
        yield HeadlineWord(Span(*match.span("word")), "cause")
    for match in _CERTAIN.finditer(title):
        yield HeadlineWord(Span(*match.span("word")), "certain", _stems(match["about"]))
    for match in _WORD.finditer(title):
        if grave := _grave().get(match[0].lower()):
            yield HeadlineWord(Span(*match.span()), "grave", grave)


def _stems(phrase: str) -> tuple[str, ...]:
    return tuple(
        stem(word) for word in phrase.lower().split() if word not in STOP_WORDS
    )
