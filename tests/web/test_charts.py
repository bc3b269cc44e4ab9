from datetime import UTC, datetime, timedelta

import pytest

from sidelight.sidebyside import side_by_side
from sidelight.sidebyside.table import Column, Moment, SideBySide
from sidelight.web.charts import LEFT, MOST_TICKS, RIGHT, dots, matrix, timeline
from tests.sidebyside.reports import first, second, third


def published(*moments: Moment | None) -> SideBySide:
    columns = tuple(Column(first(), moment, 0, related=True) for moment in moments)
    return SideBySide(columns, (), ())


def day(number: int, days: int = 1) -> Moment:
    start = datetime(2021, 5, number, tzinfo=UTC)
    return Moment(start, start + timedelta(days=days))


def at(number: int, hour: int) -> Moment:
    when = datetime(2021, 5, number, hour, tzinfo=UTC)
    return Moment(when, when)


def test_the_first_to_publish_is_on_top_and_further_left() -> None:
    drawn = timeline(published(at(7, 12), day(5), None, at(6, 1)))

    assert [lane.report for lane in drawn.lanes] == [1, 3, 0]
    assert [lane.left for lane in drawn.lanes] == sorted(x.left for x in drawn.lanes)
    assert drawn.undated == ["C"]


def test_a_day_is_as_wide_as_a_day_and_a_time_is_a_point() -> None:
    drawn = timeline(published(day(5), at(6, 12)))

    whole, point = drawn.lanes
    assert whole.width == pytest.approx((RIGHT - LEFT) / 2)
    assert point.width == 0
    assert point.left == pytest.approx(LEFT + 0.75 * (RIGHT - LEFT))
    assert "UTC" in point.when
    assert "UTC" not in whole.when


@pytest.mark.parametrize("days", [0, 1, 4, 30, 4000])
def test_nothing_is_drawn_outside_and_there_are_few_ticks(days: int) -> None:
    start = at(1, 23)
    later = Moment(
        start.first + timedelta(days=days), start.last + timedelta(days=days)
    )

    drawn = timeline(published(start, later))

    places = [lane.left for lane in drawn.lanes] + [left for left, _ in drawn.ticks]
    assert all(LEFT <= place <= RIGHT for place in places)
    assert 1 <= len(drawn.ticks) <= MOST_TICKS


def test_without_a_date_there_is_no_line_of_time() -> None:
    drawn = timeline(published(None, None))

    assert drawn.lanes == []
    assert drawn.undated == ["A", "B"]


def test_a_square_is_the_darker_the_more_is_shared() -> None:
    squares = matrix(side_by_side([first(), second(), third()])).squares
    level = {(s.overlap.one, s.overlap.other): s.level for s in squares}

    assert len(squares) == 6
    assert level[2, 0] > level[2, 1] >= 0
    assert len({(square.left, square.top) for square in squares}) == 6


def test_a_stem_for_each_row_with_another_shape_for_another_value() -> None:
    table = side_by_side([first(), second(), third()])

    drawn = dots(table)

    assert [stem.number for stem in drawn.stems] == [
        number for number, _ in enumerate(table.rows, 1)
    ]
    for stem, row in zip(drawn.stems, table.rows, strict=True):
        assert (stem.kind == "differs") == row.differs
        assert ({0, 1} <= {dot.shape for dot in stem.dots}) == row.differs
