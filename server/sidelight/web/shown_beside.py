"""Reports side by side, ready for their page: rows in pieces, and the charts."""

from dataclasses import dataclass

from sidelight.messages import message
from sidelight.sidebyside import letter
from sidelight.sidebyside.excerpts import Piece, Stretch, pieces, whole
from sidelight.sidebyside.table import Cell, Column, Item, Row, SideBySide
from sidelight.sidebyside.values import label
from sidelight.web.charts import Dots, Matrix, Timeline, dots, matrix, timeline
from sidelight.web.language import say

FILTERS = (
    ("differences", message("Differences")),
    ("date", message("Dates")),
    ("figure", message("Figures")),
    ("quotation", message("Quotations")),
    ("wording", message("Same wording")),
)


@dataclass(frozen=True, slots=True)
class Head:
    """A report as the head of its column; `name` is its publisher, or what it has."""

    letter: str
    name: str
    column: Column
    text: list[Stretch]


@dataclass(frozen=True, slots=True)
class ShownItem:
    """An item in words: its label, and each way it is put with its reports' letters."""

    item: Item
    label: str
    variants: list[tuple[str, list[str]]]


@dataclass(frozen=True, slots=True)
class ShownCell:
    """A cell in pieces. `first` is where its report has what is marked first."""

    letter: str
    cell: Cell
    pieces: list[Piece]
    more: int


@dataclass(frozen=True, slots=True)
class ShownRow:
    """A row: its number from 1, what is compared, and a cell or `None` a report."""

    number: int
    row: Row
    items: list[ShownItem]
    cells: list[ShownCell | None]
    missing: list[str]

    @property
    def kinds(self) -> list[str]:
        """What it can be filtered by."""
        found = [item.item.kind for item in self.items]
        return [*dict.fromkeys(found), *(["differences"] if self.row.differs else [])]


@dataclass(frozen=True, slots=True)
class Beside:
    """All that the page shows. `filters` are names, labels and numbers of rows."""

    table: SideBySide
    heads: list[Head]
    rows: list[ShownRow]
    timeline: Timeline
    matrix: Matrix
    dots: Dots
    filters: list[tuple[str, str, int]]
    witnesses: list[list[str]]


def beside(table: SideBySide) -> Beside:
    """Arrange reports side by side for the eye."""
    heads = [
        Head(letter(number), name_of(column), column, whole(table, number))
        for number, column in enumerate(table.columns)
    ]
    rows = [_row(number, row, table) for number, row in enumerate(table.rows, 1)]
    return Beside(
        table=table,
        heads=heads,
        rows=rows,
        timeline=timeline(table),
        matrix=matrix(table),
        dots=dots(table),
        filters=[
            (name, label, count)
            for name, label in FILTERS
            if (count := sum(name in row.kinds for row in rows))
        ],
        witnesses=_witnesses(table),
    )


def name_of(column: Column) -> str:
    """Return what a report is called: its publisher, its title, or what it is."""
    article = column.reading.article
    if article.publisher or article.title:
        return article.publisher or article.title or ""
    return (
        say("Text without a publisher") if article.id.startswith("urn:") else article.id
    )


def _row(number: int, row: Row, table: SideBySide) -> ShownRow:
    every = range(len(table.columns))
    cells = [row.cell(report) for report in every]
    return ShownRow(
        number=number,
        row=row,
        items=[
            ShownItem(
                item,
                label(item),
                [(value, [*map(letter, n)]) for value, n in item.variants],
            )
            for item in row.items
        ],
        cells=[_cell(c, row, table) if c else None for c in cells],
        missing=[letter(n) for n in every if cells[n] is None],
    )


def _cell(cell: Cell, row: Row, table: SideBySide) -> ShownCell:
    elsewhere = {
        span
        for _, mention in row.mentions(cell.report)
        for span in mention.more
        if not cell.span.covers(span)
    }
    return ShownCell(
        letter(cell.report), cell, pieces(table, row, cell), len(elsewhere)
    )


def _witnesses(table: SideBySide) -> list[list[str]]:
    """Return the letters of reports that share so much that they count as one."""
    groups: dict[int, list[str]] = {}
    for number, column in enumerate(table.columns):
        groups.setdefault(column.witness, []).append(letter(number))
    return [group for group in groups.values() if len(group) > 1]
