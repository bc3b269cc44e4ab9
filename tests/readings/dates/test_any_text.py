"""What holds for every text, however odd."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sidelight.readings.dates import read

# Pieces that dates are made of, put together in every order.
PIECES = (
    "June May Sept. Mar 24 5 31 24th 2025 1998 1500 2,000 - – — , . ( ) and to of in "
    "on by the from between last next this Tuesday Mon. first third quarter Q2 half "
    "summer year years day week weekend month decade century ago earlier later "
    "before two a few every annually early mid- end yesterday today morning 5pm 5 "
    "p.m. noon 1990s '90s 's 24/06/2025 2025-06-24 people will said recent “ 🎉 \x00"
)
PUBLISHED = date(2025, 6, 26)
PROSE = st.lists(st.sampled_from([*PIECES.split(), "\n\n"]), max_size=30).flatmap(
    lambda pieces: st.sampled_from([" ".join(pieces), "".join(pieces)])
)
DAYS = st.none() | st.dates()


@given(PROSE | st.text(), DAYS)
def test_mentions_lie_in_the_text_in_order_and_apart(
    text: str, published: date | None
) -> None:
    mentions = read(text, published)

    end = 0
    for mention in mentions:
        assert end <= mention.span.start < mention.span.end <= len(text)
        assert mention.span.of(text).strip() == mention.span.of(text) != ""
        end = mention.span.end


@given(PROSE, DAYS)
def test_first_is_never_after_last_and_both_are_on_the_calendar(
    text: str, published: date | None
) -> None:
    for mention in read(text, published):
        first, last = mention.first, mention.last
        assert (first is None) == (last is None) == (mention.known == "relative")
        if first and last and first.year and last.year:
            days = [
                date(p.year, p.month or 0, p.day or 0) for p in (first, last) if p.year
            ]
            assert days[0] <= days[1]


@given(PROSE)
def test_nothing_is_counted_without_a_day_to_count_from(text: str) -> None:
    placed = False
    for mention in read(text, None):
        assert placed or not mention.counted
        placed = placed or bool(mention.first and mention.first.year)


@given(
    st.dates(date(1950, 1, 1), date(2050, 1, 1)),
    st.integers(-100, 100),
    st.sampled_from(
        (
            "They met on Tuesday.",
            "They will meet on Friday.",
            "next Monday",
            "last Sunday",
            "Wednesday of last week",
            "from Monday to Wednesday",
            "yesterday",
            "last week",
            "this weekend",
        )
    ),
)
def test_weekdays_move_with_the_day_of_publication(
    published: date, weeks: int, text: str
) -> None:
    moved = timedelta(weeks=weeks)
    [here], [there] = read(text, published), read(text, published + moved)

    assert here.first is not None
    assert there.first is not None
    first = date.fromisoformat(str(here.first))
    assert date.fromisoformat(str(there.first)) == first + moved


@pytest.mark.parametrize("published", [date.min, date.max, date(2024, 2, 29)])
def test_the_ends_of_the_calendar_are_no_stumbling_block(published: date) -> None:
    text = (
        "Yesterday, tomorrow, last week, next week, next weekend, last year, next "
        "year, Monday, next Monday, last June, next June, Feb. 29, December, last "
        "quarter, last winter, 99 years ago, a century ago, next decade, Q4, last month"
    )

    read(text, published)


@pytest.mark.parametrize(
    "piece",
    [
        *(
            "June ",
            "June 5 ",
            "May and ",
            "Monday and ",
            "early ",
            "the end of ",
            "last ",
        ),
        *("1", "1-", "1,", "1 ", "20:", "$1.", "2019-", "24/06/", "٣", "in 2019 "),
        *("twenty-", "more than ", "a year earlier ", "5 p.m", "'s ", ".", "\n ", "(("),
    ],
)
def test_the_longest_of_hostile_texts_comes_to_an_end(piece: str) -> None:
    read(piece * (100_000 // len(piece)), PUBLISHED)
