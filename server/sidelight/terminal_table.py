"""Reports side by side in the terminal: columns where there is room, else a list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.console import Console, Group
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from sidelight.sidebyside import letter
from sidelight.sidebyside.excerpts import pieces
from sidelight.sidebyside.timeline import bounds
from sidelight.sidebyside.values import label

if TYPE_CHECKING:
    from sidelight.sidebyside.excerpts import Piece
    from sidelight.sidebyside.table import Cell, Item, Row, SideBySide

TIME = 24  # characters from the first publication to the last
NARROWEST = 26  # characters of a column that can still be read


def print_side_by_side(table: SideBySide, *, differences: bool = False) -> None:
    """Print the reports, the points row by row, and who shares whose wording.

    With `differences` the rows that differ alone.
    """
    console = Console(highlight=False)
    console.print(_reports(table))
    for line in _unrelated(table):
        console.print(Text(line, "dim"))
    wide = console.width // len(table.columns) >= NARROWEST
    for number, row in enumerate(table.rows, 1):
        if row.differs or not differences:
            console.print(_head(number, row))
            console.print(_columns(table, row) if wide else _list(table, row))
    console.print(Text(f"\n{_summary(table)}"))
    if any(overlap.words for overlap in table.overlaps):
        console.print("Words of a row's report in a column's, outside quotations:")
        console.print(_wording(table))


def _reports(table: SideBySide) -> Table:
    shown = Table(box=None, pad_edge=False, show_header=False)
    for number, column in enumerate(table.columns):
        article = column.reading.article
        shown.add_row(
            Text(letter(number), "bold"),
            Text(article.publisher or article.id),
            Text((article.published or "no date found")[:16].replace("T", " ")),
            Text(_line_of_time(table, number), "blue"),
            Text(article.title or ""),
        )
    return shown


def _line_of_time(table: SideBySide, report: int) -> str:
    """Draw when a report was published: a point, or its day where no hour is known."""
    ends = bounds(column.moment for column in table.columns)
    moment = table.columns[report].moment
    if ends is None or moment is None or ends[0] == ends[1]:
        return ""
    first, last = (
        round((TIME - 1) * ((when - ends[0]) / (ends[1] - ends[0])))
        for when in (moment.first, moment.last)
    )
    drawn = "●" if moment.first == moment.last else "━" * (last - first + 1)
    return ("─" * first + drawn).ljust(TIME, "─")


def _unrelated(table: SideBySide) -> list[str]:
    if not table.unrelated:
        return []
    if len(table.unrelated) == len(table.columns):
        return ["They do not seem to be about one event: no point was lined up."]
    letters = ", ".join(map(letter, table.unrelated))
    return [f"Of another event than the rest, as it seems: {letters}."]


def _head(number: int, row: Row) -> Text:
    head = Text(f"\n{number:>2}  ")
    if not row.items:
        head.append("Like sentences", "bold")
    for at, item in enumerate(row.items):
        head.append("; " if at else "")
        head.append_text(_item(item))
    return head


def _item(item: Item) -> Text:
    shown = Text(label(item), "bold yellow" if item.differs else "bold")
    for at, (value, reports) in enumerate(item.variants):
        shown.append(" / " if at else ": ")
        shown.append(f"{value} ({''.join(map(letter, reports))})", "not bold default")
    return shown


def _columns(table: SideBySide, row: Row) -> Table:
    shown = Table(box=None, pad_edge=False, show_header=False, expand=True)
    for _ in table.columns:
        shown.add_column(ratio=1)
    every = (row.cell(report) for report in range(len(table.columns)))
    shown.add_row(*(_cell(table, row, cell) if cell else Text("–") for cell in every))
    return shown


def _list(table: SideBySide, row: Row) -> Group:
    return Group(
        *(
            Padding(_cell(table, row, cell, name=letter(cell.report)), (0, 0, 0, 4))
            for cell in row.cells
        )
    )


def _cell(table: SideBySide, row: Row, cell: Cell, name: str = "") -> Text:
    shown = Text(f"{name}  " if name else "", "bold")
    for piece in pieces(table, row, cell):
        words = " ".join(piece.text.split("\n")) if not piece.cut else " … "
        shown.append(words, f"not bold {_style(piece)}")
    return shown


def _style(piece: Piece) -> str:
    if any(mark.unlike for mark in piece.marks):
        return "bold yellow underline"
    if any(mark.differs for mark in piece.marks):
        return "yellow underline"
    return "underline" if piece.marks else ""


def _summary(table: SideBySide) -> str:
    points = f"{len(table.rows)} point{'' if len(table.rows) == 1 else 's'}"
    if not table.rows:
        return "No point was found that two of them have in common."
    return (
        f"{points} in two reports or more, {table.differing} in which they differ. "
        "Which of them is right is not said here."
    )


def _wording(table: SideBySide) -> Table:
    shown = Table(box=None, pad_edge=False)
    shown.add_column("")
    reports = range(len(table.columns))
    for report in reports:
        shown.add_column(letter(report), justify="right")
    words = {(overlap.one, overlap.other): overlap.words for overlap in table.overlaps}
    for one in reports:
        shown.add_row(
            Text(letter(one), "bold"),
            *(str(words.get((one, other), "–")) for other in reports),
        )
    return shown
