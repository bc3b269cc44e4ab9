import pytest

from sidelight.errors import InvalidInput
from sidelight.model import Reading
from sidelight.sidebyside import MOST, letter, side_by_side
from sidelight.sidebyside.table import Item, SideBySide
from tests.sidebyside.reports import COPIED, another_event, first, report, second, third


def table(*readings: Reading) -> SideBySide:
    return side_by_side(readings)


def items(found: SideBySide, kind: str) -> list[Item]:
    return [item for row in found.rows for item in row.items if item.kind == kind]


def test_dates_and_figures_that_differ_are_marked_with_who_says_which() -> None:
    found = table(first(), second(), third())

    [date] = items(found, "date")
    [figure] = items(found, "figure")

    assert date.differs
    assert date.variants == (("4 May 2021", (0,)), ("6 May 2021", (1,)))
    assert figure.variants == (
        ("62 narrowboats", (0, 2)),
        ("26 narrowboats", (1,)),
    )
    assert "not say" in date.note


def test_the_same_remark_is_one_item_with_its_speaker() -> None:
    [remark] = items(table(first(), second()), "quotation")

    assert not remark.differs
    assert remark.who == "Orla Venn"
    assert [mention.report for mention in remark.mentions] == [0, 1]


def test_running_words_are_an_item_and_make_one_witness() -> None:
    found = table(first(), second(), third())

    [wording] = [
        item
        for item in items(found, "wording")
        if item.mentions[0].span.of(found.columns[0].reading.text) in COPIED
    ]

    assert [mention.report for mention in wording.mentions] == [0, 2]
    assert not wording.differs
    assert [column.witness for column in found.columns] == [0, 1, 0]


def test_rows_stand_in_the_order_of_the_first_report_whoever_that_is() -> None:
    for readings in (first(), second(), third()), (third(), second(), first()):
        found = table(*readings)

        places = [(row.cells[0].report, row.cells[0].span.start) for row in found.rows]

        assert places == sorted(places)


def test_turning_the_reports_round_finds_the_same() -> None:
    one, other = table(first(), second()), table(second(), first())

    assert one.differing == other.differing == 2
    assert len(one.rows) == len(other.rows)


def test_a_report_of_another_event_is_told_apart_and_gets_no_cell() -> None:
    found = table(first(), another_event(), second())

    assert found.unrelated == (1,)
    assert all(row.cell(1) is None for row in found.rows)


def test_reports_of_two_events_have_no_rows() -> None:
    found = table(first(), another_event())

    assert found.unrelated == (0, 1)
    assert found.rows == ()


@pytest.mark.parametrize("count", [0, 1, MOST + 1])
def test_too_few_and_too_many_are_refused(count: int) -> None:
    many = [report(f"The {word} lock closed." * 3) for word in "abcdefg"][:count]

    with pytest.raises(InvalidInput, match="2 to 6"):
        side_by_side(many)


def test_one_report_twice_is_refused_and_named() -> None:
    with pytest.raises(InvalidInput, match="A and C are the same"):
        table(first(), second(), first())


def test_letters() -> None:
    assert [letter(number) for number in range(3)] == ["A", "B", "C"]
