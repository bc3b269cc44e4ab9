from sidelight.model import Span
from sidelight.sidebyside.pairs import Noted, compare_each
from tests.sidebyside.reports import another_event, first, second, third


def test_each_pair_of_reports_is_there_once_by_the_tables_own_numbers() -> None:
    readings = [another_event(), second(), first(), third()]

    found = compare_each(readings)

    for pair in (*found.dates, *found.figures, *found.quotations, *found.points):
        assert 0 < pair.one[0] < pair.other[0]
    [date] = found.dates
    assert readings[date.one[0]].dates[date.one[1]].span.of(readings[1].text) == (
        "6 May 2021"
    )
    assert len(set(found.figures)) == len(found.figures)


def test_the_checks_say_what_differs_from_both_sides() -> None:
    found = compare_each([first(), second()])

    assert {(n.one[0], n.other[0]) for n in found.noted} == {(0, 1), (1, 0)}


def test_a_note_lies_on_its_places_either_way_round() -> None:
    note = Noted((0, Span(0, 4)), (1, Span(10, 14)), "")

    assert note.is_on((0, Span(2, 3)), (1, Span(10, 11)))
    assert note.is_on((1, Span(10, 11)), (0, Span(2, 3)))
    assert not note.is_on((0, Span(4, 6)), (1, Span(10, 11)))
    assert not note.is_on((2, Span(2, 3)), (1, Span(10, 11)))


def test_who_shares_wording_with_whom_is_joined_over_all_reports() -> None:
    witness = compare_each([second(), first(), third()]).witness

    assert witness == (0, 1, 1)
