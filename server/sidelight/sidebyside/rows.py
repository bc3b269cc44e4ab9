"""Items and sentences gathered into rows: one row for each point."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from sidelight.model import Reading, Span
from sidelight.sidebyside.clusters import clusters
from sidelight.sidebyside.pairs import Node, Pair
from sidelight.sidebyside.table import Cell, Item, Row

LEAST_FOR_A_ROW = 0.6  # of two sentences without an item in common


@dataclass(slots=True)
class _Strand:
    """A row in the making: a sentence of each report, and the items that lie there."""

    sentences: dict[int, int]
    items: list[Item] = field(default_factory=list)

    def shares(self, sentences: dict[int, int]) -> bool:
        """Tell whether some report has the same sentence in both, and none has two."""
        both = self.sentences.keys() & sentences.keys()
        return bool(both) and all(self.sentences[r] == sentences[r] for r in both)


def rows(
    readings: Sequence[Reading], items: Iterable[Item], points: Sequence[Pair]
) -> tuple[Row, ...]:
    """Return the rows, in the order of the first report.

    Items that lie in one sentence share a row. Sentences that say the same without
    any such item make rows of their own.
    """
    starts = [[s.span.start for s in reading.sentences] for reading in readings]
    strands: list[_Strand] = []
    for item in items:
        sentences = {
            m.report: max(0, bisect_right(starts[m.report], m.span.start) - 1)
            for m in item.mentions
        }
        for strand in strands:
            if strand.shares(sentences):
                strand.sentences.update(sentences)
                strand.items.append(item)
                break
        else:
            strands.append(_Strand(sentences, [item]))
    taken = {node for strand in strands for node in strand.sentences.items()}
    strands += [
        _Strand(sentences)
        for sentences in _points(points)
        if not taken & sentences.items()
    ]
    strands.sort(key=lambda s: min(s.sentences.items()))
    return tuple(_row(readings, strand) for strand in strands)


def _points(points: Sequence[Pair]) -> list[dict[int, int]]:
    """Return the sentences that say the same, a sentence a report.

    Each is the nearest of its report to every other one's.
    """
    best: dict[tuple[Node, int], float] = {}
    for pair in points:
        for one, other in ((pair.one, pair.other), (pair.other, pair.one)):
            key = (one, other[0])
            best[key] = max(best.get(key, 0.0), pair.agreement)
    mutual = [
        pair
        for pair in points
        if pair.agreement >= LEAST_FOR_A_ROW
        and pair.agreement == best[pair.one, pair.other[0]]
        and pair.agreement == best[pair.other, pair.one[0]]
    ]
    near = {frozenset((pair.one, pair.other)) for pair in mutual}
    found = clusters(mutual, lambda one, other: frozenset((one, other)) in near)
    return [dict(sorted(group)) for group in found]


def _row(readings: Sequence[Reading], strand: _Strand) -> Row:
    items = tuple(
        sorted(strand.items, key=lambda i: (not i.differs, i.mentions[0].span))
    )
    return Row(
        tuple(
            Cell(report, _extent(readings[report], report, sentence, items))
            for report, sentence in sorted(strand.sentences.items())
        ),
        items,
    )


def _extent(
    reading: Reading, report: int, sentence: int, items: Sequence[Item]
) -> Span:
    """Return the sentence, and as much more as what is marked in it runs on."""
    span = reading.sentences[sentence].span if reading.sentences else Span(0, 0)
    marks = [m.span for item in items for m in item.mentions if m.report == report]
    return Span(
        min([span.start, *(mark.start for mark in marks)]),
        max([span.end, *(mark.end for mark in marks)]),
    )
