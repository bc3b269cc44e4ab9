"""Words that judge or alarm, in their figurative sense.

The list is `data/strong_words.tsv`. A word counts where no neighbour gives it a plain
sense ("slammed into", "nuclear meltdown"), and where it is not part of a name.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from sidelight.model import Sentence, Span, StrongWord, Words
from sidelight.readings.spans import BySpan

_FIELDS = 4
_NEXT = re.compile(r"[\s-]+([^\W\d_]+)")
_BEFORE = re.compile(r"([^\W\d_]+)[\s-]+$")
_REACH = 30  # code points before a word in which the word before it stands


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the list: a word, and the neighbours that make it plain."""

    name: str
    forms: tuple[str, ...]
    after: frozenset[str]
    before: frozenset[str]
    plain: frozenset[str]


def read(
    text: str, sentences: tuple[Sentence, ...], words: Words
) -> tuple[StrongWord, ...]:
    """Return the strong words of `text`, whose words are `words`, in order."""
    return tuple(_found(text, sentences, words))


def _found(
    text: str, sentences: tuple[Sentence, ...], words: Words
) -> Iterator[StrongWord]:
    held = frozenset(words.folded)
    starts = BySpan(sentences, lambda sentence: sentence.span)
    for match in _matches(text, words):
        entry = _by_form()[match[0].lower().replace(" ", "-")]
        if not entry.plain.isdisjoint(held):
            continue
        following = _NEXT.match(text, match.end())
        leading = _BEFORE.search(text[max(0, match.start() - _REACH) : match.start()])
        if following and following[1].lower() in entry.after:
            continue
        if leading and leading[1].lower() in entry.before:
            continue
        span = Span(*match.span())
        if match[0][0].isupper() and not _opens(text, span, starts):
            continue
        yield StrongWord(span, entry.name)


def _matches(text: str, words: Words) -> Iterator[re.Match[str]]:
    """Yield the forms: looked for where a word stands that one of them opens with."""
    opening, pattern = _openings(), _pattern()
    for start, word in zip(words.starts, words.folded, strict=True):
        if word in opening and (match := pattern.match(text, start)):
            yield match


def _opens(text: str, span: Span, sentences: BySpan[Sentence]) -> bool:
    """Tell whether a word opens its sentence, and is not the first of a name."""
    following = _NEXT.match(text, span.end)
    is_name = following is not None and following[1][0].isupper()
    return not is_name and any(
        not any(c.isalnum() for c in text[sentence.span.start : span.start])
        for sentence in sentences.overlapping(span)
    )


@cache
def entries() -> tuple[Entry, ...]:
    """Return the lines of the list, in its order."""
    path = files("sidelight").joinpath("readings/data/strong_words.tsv")
    lines = path.read_text("utf-8").splitlines()
    return tuple(_entry(line) for line in lines if line and not line.startswith("#"))


def _entry(line: str) -> Entry:
    fields = line.split("\t")
    if len(fields) != _FIELDS:
        raise ValueError(f"strong_words.tsv: {len(fields)} fields in {line[:60]!r}.")
    forms, *neighbours = (tuple(filter(None, f.split(","))) for f in fields)
    return Entry(forms[0], forms, *map(frozenset, neighbours))


@cache
def _by_form() -> dict[str, Entry]:
    return {form.replace(" ", "-"): e for e in entries() for form in e.forms}


@cache
def _openings() -> frozenset[str]:
    """Return the words that forms open with."""
    return frozenset(form.partition("-")[0] for form in _by_form())


@cache
def _pattern() -> re.Pattern[str]:
    forms = sorted(_by_form(), key=len, reverse=True)
    either = "|".join(re.escape(form).replace(r"\-", "[ -]") for form in forms)
    return re.compile(rf"(?<![\w-])(?:{either})(?![\w-])", re.IGNORECASE)
