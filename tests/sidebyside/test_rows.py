from sidelight.model import Reading, Span
from sidelight.sidebyside.pairs import Pair
from sidelight.sidebyside.rows import LEAST_FOR_A_ROW, rows
from sidelight.sidebyside.table import Item, Mention
from tests.sidebyside.reports import report

TEXT = "The ferry left. The bell rang twice. Nobody had seen the captain since noon."


def readings(count: int) -> list[Reading]:
    return [report(TEXT) for _ in range(count)]


def item(*places: tuple[int, str], kind: str = "date", variant: int = 0) -> Item:
    return Item(
        kind,  # type: ignore[arg-type]
        tuple(
            Mention(
                number,
                Span(TEXT.index(words), TEXT.index(words) + len(words)),
                words,
                variant if number else 0,
            )
            for number, words in places
        ),
    )


def test_items_of_one_sentence_share_a_row_those_that_differ_first() -> None:
    same = item((0, "ferry"), (1, "ferry"))
    differs = item((0, "left"), (2, "left"), variant=1)

    [row] = rows(readings(3), [same, differs], [])

    assert row.items == (differs, same)
    assert [cell.report for cell in row.cells] == [0, 1, 2]


def test_items_that_would_put_two_sentences_in_a_cell_have_two_rows() -> None:
    one = item((0, "ferry"), (1, "ferry"))
    other = item((0, "left"), (1, "bell"))

    assert [row.items for row in rows(readings(2), [one, other], [])] == [
        (one,),
        (other,),
    ]


def test_a_cell_is_the_whole_sentence_and_what_runs_on_behind_it() -> None:
    [row] = rows(readings(2), [item((0, "left. The bell"), (1, "bell"))], [])

    assert row.cells[0].span.of(TEXT) == "The ferry left. The bell"
    assert row.cells[1].span.of(TEXT) == "The bell rang twice."


def test_sentences_that_say_the_same_have_a_row_where_no_item_lies() -> None:
    points = [Pair((0, 0), (1, 0), 0.9), Pair((0, 2), (1, 2), 0.9)]

    found = rows(readings(2), [item((0, "ferry"), (1, "ferry"))], points)

    assert [len(row.items) for row in found] == [1, 0]
    assert found[1].cells[0].span.of(TEXT).startswith("Nobody")


def test_sentences_that_are_less_alike_or_not_each_others_nearest_have_none() -> None:
    weak = Pair((0, 0), (1, 0), LEAST_FOR_A_ROW - 0.01)
    second = [Pair((0, 2), (1, 1), 0.9), Pair((0, 2), (1, 2), 0.8)]

    found = rows(readings(2), [], [weak, *second])

    assert [[cell.span.of(TEXT) for cell in row.cells] for row in found] == [
        ["Nobody had seen the captain since noon.", "The bell rang twice."]
    ]


def test_a_third_sentence_joins_if_it_is_like_both() -> None:
    two = [Pair((0, 0), (1, 0), 0.9), Pair((1, 0), (2, 0), 0.8)]

    assert [len(row.cells) for row in rows(readings(3), [], two)] == [2]
    closed = [*two, Pair((0, 0), (2, 0), 0.7)]
    assert [len(row.cells) for row in rows(readings(3), [], closed)] == [3]


def test_what_the_first_report_lacks_comes_behind() -> None:
    late = item((0, "captain"), (1, "captain"))
    early = item((1, "ferry"), (2, "ferry"))

    assert [row.items for row in rows(readings(3), [early, late], [])] == [
        (late,),
        (early,),
    ]
