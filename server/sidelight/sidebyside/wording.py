"""How much of each report stands word for word in each of the others."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from sidelight.model import Reading, Span
from sidelight.sidebyside.pairs import Passage
from sidelight.sidebyside.table import Overlap


@dataclass(frozen=True, slots=True)
class Word:
    """A word: where it stands, and folded for comparing."""

    span: Span
    folded: str


def words_in(reading: Reading, span: Span) -> list[Word]:
    """Return the words that lie wholly within a span."""
    words = reading.words
    first = bisect_left(words.starts, span.start)
    return [
        Word(Span(words.starts[at], words.ends[at]), words.folded[at])
        for at in range(first, bisect_left(words.starts, span.end))
        if words.ends[at] <= span.end
    ]


def is_quoted(reading: Reading, span: Span) -> bool:
    """Tell whether most of a stretch stands between quotation marks."""
    inside = sum(
        max(0, min(q.span.end, span.end) - max(q.span.start, span.start))
        for q in reading.quotations
    )
    return inside * 2 > span.end - span.start


def overlaps(
    readings: Sequence[Reading], passages: Sequence[Passage]
) -> tuple[Overlap, ...]:
    """Return the overlap of each report with each other, both ways round."""
    spans: dict[tuple[int, int], list[Span]] = {}
    for passage in passages:
        (one, here), (other, there) = passage.one, passage.other
        spans.setdefault((one, other), []).append(here)
        spans.setdefault((other, one), []).append(there)
    return tuple(
        _overlap(readings[one], one, other, spans.get((one, other), []))
        for one in range(len(readings))
        for other in range(len(readings))
        if one != other
    )


def _overlap(reading: Reading, one: int, other: int, spans: list[Span]) -> Overlap:
    shared = {word.span for span in spans for word in words_in(reading, span)}
    marks = [quotation.span for quotation in reading.quotations]
    quoted = {word for word in shared if any(mark.covers(word) for mark in marks)}
    return Overlap(
        one,
        other,
        words=len(shared - quoted),
        quoted=len(quoted),
        passages=len(spans),
        of=len(reading.words),
    )
