"""A cell as it is shown: its words cut at what is marked in them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from sidelight.model import Span
from sidelight.sidebyside.table import Cell, Item, Kind, Row, SideBySide

LONGEST = 420  # code points of a cell; more is cut where nothing is marked
MARGIN = 60  # code points kept around a mark where a cell is cut
_WORD_EDGE = re.compile(r"\s")


@dataclass(frozen=True, slots=True)
class Mark:
    """What is marked: an item of the row, and whether the reports differ in it.

    `unlike` marks the words in which a quotation differs.
    """

    span: Span
    kind: Kind
    item: int
    variant: int
    differs: bool
    unlike: bool = False


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a cell under the same marks; `cut` stands for words left out."""

    text: str
    marks: tuple[Mark, ...] = ()
    cut: bool = False


def pieces(table: SideBySide, row: Row, cell: Cell) -> list[Piece]:
    """Cut a cell's words wherever a mark begins or ends."""
    text = table.columns[cell.report].reading.text
    marks = list(_marks(row, cell))
    shown = _shown(text, cell.span, marks)
    found: list[Piece] = []
    end = cell.span.start
    for stretch in shown:
        if stretch.start > end:
            found.append(Piece("…", cut=True))
        found += _cut(text, stretch, marks)
        end = stretch.end
    if end < cell.span.end:
        found.append(Piece("…", cut=True))
    return found


def _marks(row: Row, cell: Cell) -> Iterator[Mark]:
    for number, item in enumerate(row.items):
        for mention in item.mentions:
            if mention.report != cell.report:
                continue
            for span in (mention.span, *mention.more):
                if cell.span.covers(span):
                    yield _mark(item, number, mention.variant, span)
            for span in mention.unlike:
                if cell.span.covers(span):
                    yield _mark(item, number, mention.variant, span, unlike=True)


def _mark(
    item: Item, number: int, variant: int, span: Span, *, unlike: bool = False
) -> Mark:
    return Mark(span, item.kind, number, variant, item.differs, unlike)


def _shown(text: str, span: Span, marks: list[Mark]) -> list[Span]:
    """Return the stretches of a cell to show: all of it, or what is near a mark."""
    if span.end - span.start <= LONGEST:
        return [span]
    edges = {m.span.start for m in marks} | {m.span.end for m in marks}
    near = [
        Span(
            _edge(text, max(span.start, at - MARGIN), span.start),
            _edge(text, min(span.end, at + MARGIN), span.end),
        )
        for at in sorted(edges)
    ]
    if not near:
        return [Span(span.start, _edge(text, span.start + LONGEST, span.end))]
    joined = [near[0]]
    for stretch in near[1:]:
        if stretch.start <= joined[-1].end + MARGIN:
            end = max(joined[-1].end, stretch.end)
            joined[-1] = Span(joined[-1].start, end)
        else:
            joined.append(stretch)
    return joined


def _edge(text: str, at: int, end: int) -> int:
    """Return the edge of a word near `at`; `end` itself is one."""
    if at == end:
        return at
    space = _WORD_EDGE.search(text, at, at + MARGIN)
    return space.start() if space else at


def _cut(text: str, span: Span, marks: list[Mark]) -> Iterator[Piece]:
    here = [mark for mark in marks if mark.span.overlaps(span)]
    cuts = {span.start, span.end}
    cuts |= {max(mark.span.start, span.start) for mark in here}
    cuts |= {min(mark.span.end, span.end) for mark in here}
    for start, end in pairwise(sorted(cuts)):
        piece = Span(start, end)
        yield Piece(piece.of(text), tuple(m for m in here if m.span.covers(piece)))


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of a whole report, and the rows (from 0) that it stands in.

    What has neither letters nor digits stands in none.
    """

    text: str
    rows: tuple[int, ...] = ()


def whole(table: SideBySide, report: int) -> list[Stretch]:
    """Cut a report's text at the cells that were taken from it."""
    text = table.columns[report].reading.text
    cells = [
        (number, cell.span)
        for number, row in enumerate(table.rows)
        if (cell := row.cell(report))
    ]
    cuts = {0, len(text)}
    cuts |= {edge for _, span in cells for edge in (span.start, span.end)}
    return [
        Stretch(
            text[start:end],
            tuple(
                n
                for n, span in cells
                if span.covers(Span(start, end))
                and any(map(str.isalnum, text[start:end]))
            ),
        )
        for start, end in pairwise(sorted(cuts))
    ]
