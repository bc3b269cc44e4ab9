from sidelight.model import Reading, Span
from sidelight.sidebyside import side_by_side
from sidelight.sidebyside.excerpts import LONGEST, pieces, whole
from sidelight.sidebyside.table import (
    Cell,
    Column,
    Item,
    Mention,
    Row,
    SideBySide,
)
from tests.sidebyside.reports import first, report, second, third

LONG = "The bell rang and the ferry waited by the quay. " * 20


def alone(reading: Reading, row: Row) -> SideBySide:
    return SideBySide((Column(reading, None, 0, related=True),), (row,), ())


def marked(text: str, *words: str) -> tuple[SideBySide, Row]:
    spans = [Span(text.index(w), text.index(w) + len(w)) for w in words]
    items = tuple(Item("date", (Mention(0, span, "x"),)) for span in spans)
    row = Row((Cell(0, Span(0, len(text))),), items)
    return alone(report(text), row), row


def test_a_cell_in_pieces_is_the_cell() -> None:
    table = side_by_side([first(), second(), third()])

    for row in table.rows:
        for cell in row.cells:
            text = table.columns[cell.report].reading.text
            cut = pieces(table, row, cell)
            assert "".join(piece.text for piece in cut) == cell.span.of(text)
            marks = [m for _, m in row.mentions(cell.report)]
            assert any(piece.marks for piece in cut) == bool(marks)


def test_marks_may_overlap_as_they_like() -> None:
    text = "The old bell rang twice at dawn in the rain."
    table, row = marked(text, "old bell rang", "rang twice")

    found = [(p.text, len(p.marks)) for p in pieces(table, row, row.cells[0])]

    assert found[1:4] == [("old bell ", 1), ("rang", 2), (" twice", 1)]


def test_a_long_cell_is_cut_where_nothing_is_marked() -> None:
    text = LONG + "A swan slept there. " + LONG
    table, row = marked(text, "swan")

    found = pieces(table, row, row.cells[0])

    assert [piece.cut for piece in found] == [True, False, False, False, True]
    assert found[2].text == "swan"
    assert sum(len(piece.text) for piece in found) < LONGEST


def test_a_long_cell_without_marks_keeps_its_beginning() -> None:
    table, row = marked(LONG)

    beginning, cut = pieces(table, row, row.cells[0])

    assert LONG.startswith(beginning.text)
    assert LONG[len(beginning.text)] == " "
    assert cut.cut


def test_a_whole_report_in_stretches_is_the_report() -> None:
    table = side_by_side([first(), second(), third()])

    for number, column in enumerate(table.columns):
        stretches = whole(table, number)
        assert "".join(s.text for s in stretches) == column.reading.text
        taken = {row for stretch in stretches for row in stretch.rows}
        assert taken == {n for n, row in enumerate(table.rows) if row.cell(number)}
