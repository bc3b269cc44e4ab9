from sidelight.sidebyside import side_by_side
from sidelight.web.shown_beside import beside, name_of
from tests.sidebyside.reports import COPIED, first, report, second, third


def test_rows_say_what_they_can_be_filtered_by_and_filters_count_them() -> None:
    shown = beside(side_by_side([first(), second(), third()]))

    counts = {name: count for name, _, count in shown.filters}

    assert counts["differences"] == shown.table.differing
    assert "quotation" in counts
    for name, count in counts.items():
        assert sum(name in row.kinds for row in shown.rows) == count > 0


def test_a_row_names_the_reports_that_lack_it() -> None:
    shown = beside(side_by_side([first(), second(), third()]))

    for row in shown.rows:
        held = [cell.letter for cell in row.cells if cell]
        assert sorted(held + row.missing) == ["A", "B", "C"]


def test_a_report_is_called_by_its_publisher_or_whatever_it_has() -> None:
    columns = side_by_side(
        [
            first(),
            report(f"{COPIED} One.", title="A title"),
            report(f"{COPIED} Two.", id="notes"),
            report(f"{COPIED} Three.", id="urn:sha256:0"),
        ]
    ).columns

    assert [name_of(column) for column in columns] == [
        "The Ibber Post",
        "A title",
        "notes",
        "Text without a publisher",
    ]


def test_one_witness_is_told_by_letters() -> None:
    shown = beside(side_by_side([first(), second(), third()]))

    assert shown.witnesses == [["A", "C"]]
