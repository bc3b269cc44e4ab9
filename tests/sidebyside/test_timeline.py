from datetime import UTC, datetime

import pytest

from sidelight.sidebyside.timeline import bounds, moment


def at(day: int, hour: int = 0, minute: int = 0) -> datetime:
    return datetime(2021, 5, day, hour, minute, tzinfo=UTC)


@pytest.mark.parametrize(
    ("published", "first", "last"),
    [
        ("2021-05-05", at(5), at(6)),
        ("2021-05-05T09:30:00Z", at(5, 9, 30), at(5, 9, 30)),
        ("2021-05-05T01:30:00+02:00", at(4, 23, 30), at(4, 23, 30)),
        ("2021-05-05T09:30:00", at(5, 9, 30), at(5, 9, 30)),
    ],
)
def test_a_time_is_a_moment_and_a_date_its_day(
    published: str, first: datetime, last: datetime
) -> None:
    found = moment(published)

    assert found is not None
    assert (found.first, found.last) == (first, last)


def test_without_a_date_there_is_no_moment_and_no_scale() -> None:
    assert moment(None) is None
    assert moment("") is None
    assert bounds([None, None]) is None


def test_the_scale_runs_from_the_first_to_the_last() -> None:
    moments = [moment("2021-05-07"), None, moment("2021-05-05T09:30:00Z")]

    assert bounds(moments) == (at(5, 9, 30), at(8))
