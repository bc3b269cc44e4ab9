"""An occasion that is behind closed doors in one report, and in the open in others.

"A closed-door briefing for foreign attachés" here, "a briefing for foreign attachés"
in two other reports, and closed in none.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sidelight.model import Comparison, Reading, Span, Words
from sidelight.readings import closed_settings
from sidelight.readings.words import STOP_WORDS, stem

FEWEST_REPORTS = 2
FEWEST_WORDS = 3  # that tell an occasion from others of its kind
TOGETHER = 8  # words of a sentence within which they stand
AFTER = 5  # words behind the setting that may say whose occasion it is
_OPEN = frozenset(stem(word) for word in "during held last recent".split())


@dataclass(frozen=True, slots=True)
class Closed:
    """A closed setting, and where reports tell of the occasion without a word of it."""

    span: Span
    places: tuple[tuple[int, Span], ...]


def closed_here_alone(reading: Reading, comparison: Comparison) -> Iterator[Closed]:
    """Yield the settings that at least two others tell of and none calls closed."""
    for sentence in reading.sentences:
        for setting in closed_settings.read(reading.text, sentence.span):
            if setting.kind != "closed":
                continue
            occasion = _occasion(reading, setting.span, sentence.span)
            if len(occasion) < FEWEST_WORDS:
                continue
            places = list(_told(occasion, comparison))
            others = sum(comparison.witness[number] > 0 for number, _, _ in places)
            if others >= FEWEST_REPORTS and not any(shut for *_, shut in places):
                yield Closed(
                    setting.span, tuple((number, span) for number, span, _ in places)
                )


def _occasion(reading: Reading, setting: Span, sentence: Span) -> frozenset[str]:
    """Return the stems that say what occasion it is, without how it was closed."""
    comma = reading.text.find(",", setting.end, sentence.end)
    clause = Span(setting.start, comma if comma >= 0 else sentence.end)
    first, end = _numbers(reading.words, setting)
    last = min(end + AFTER, _numbers(reading.words, clause)[1])
    return frozenset(_stems(reading.words.folded[first:last])) - _OPEN


def _numbers(words: Words, span: Span) -> tuple[int, int]:
    """Return the first word that begins in `span`, and the one behind the last."""
    return bisect_left(words.starts, span.start), bisect_left(words.starts, span.end)


def _stems(words: Sequence[str]) -> Iterator[str]:
    closed = closed_settings.CLOSED_WORDS
    for word in words:
        if word not in STOP_WORDS and word not in closed and not word.isdigit():
            yield stem(word)


def _told(
    occasion: frozenset[str], comparison: Comparison
) -> Iterator[tuple[int, Span, bool]]:
    """Yield report, place, and whether it is closed there too."""
    for number, report in enumerate(comparison.reports):
        reading = report.reading
        for sentence in reading.sentences:
            span = _together(reading, sentence.span, occasion)
            if span is not None:
                shut = any(closed_settings.read(reading.text, sentence.span))
                yield number, span, shut
                break


def _together(
    reading: Reading, sentence: Span, occasion: frozenset[str]
) -> Span | None:
    """Return where all the words of an occasion stand close together."""
    words = reading.words
    inside = range(*_numbers(words, sentence))
    found = [n for n in inside if stem(words.folded[n]) in occasion]
    for at, first in enumerate(found):
        near = [n for n in found[at:] if n - first < TOGETHER]
        if {stem(words.folded[n]) for n in near} == occasion:
            return Span(words.starts[first], words.ends[near[-1]])
    return None
