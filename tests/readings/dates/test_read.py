"""What a reader of the dates relies on: which are found, and where they lie."""

from datetime import date

import pytest

from sidelight.model import DateMention, Span
from sidelight.readings.dates import read

THURSDAY = date(2025, 6, 26)


def found(text: str, published: date | None = THURSDAY) -> list[str]:
    """Write each mention as its words, its first and last day, and how known."""
    return [described(mention, text) for mention in read(text, published)]


def described(mention: DateMention, text: str) -> str:
    ends = dict.fromkeys((str(mention.first), str(mention.last)))
    return f"{mention.span.of(text)} = {'/'.join(ends)} {mention.known}"


@pytest.mark.parametrize(
    ("text", "mention"),
    [
        ("on 24 June 2025 they met", "24 June 2025 = 2025-06-24 day"),
        ("on June 24, 2025, they met", "June 24, 2025 = 2025-06-24 day"),
        ("the 24th of June 2025", "24th of June 2025 = 2025-06-24 day"),
        ("Tuesday, June 24, 2025", "Tuesday, June 24, 2025 = 2025-06-24 day"),
        ("It began 2025-06-24.", "2025-06-24 = 2025-06-24 day"),
        ("sent 2025-06-24T10:00:00Z", "2025-06-24T10:00:00Z = 2025-06-24 day"),
        ("on 24/06/2025", "24/06/2025 = 2025-06-24 day"),
        ("on 06/24/2025", "06/24/2025 = 2025-06-24 day"),
        ("on 06/06/2025", "06/06/2025 = 2025-06-06 day"),
        ("on 05.06.2025", "05.06.2025 = 2025-06-05 day"),
        ("on Sept 3rd, 2024", "Sept 3rd, 2024 = 2024-09-03 day"),
        ("in March 2024", "March 2024 = 2024-03-01/2024-03-31 month"),
        ("in early June 2024", "early June 2024 = 2024-06-01/2024-06-30 month"),
        ("in Dec. 2024", "Dec. 2024 = 2024-12-01/2024-12-31 month"),
        ("since 1998", "1998 = 1998-01-01/1998-12-31 year"),
        ("in early 2024", "early 2024 = 2024-01-01/2024-12-31 year"),
        ("Q2 2024", "Q2 2024 = 2024-04-01/2024-06-30 quarter"),
        (
            "the second quarter of 2024",
            "second quarter of 2024 = 2024-04-01/2024-06-30 quarter",
        ),
        (
            "in the first half of 2024",
            "first half of 2024 = 2024-01-01/2024-06-30 month",
        ),
        ("the summer of 2024", "summer of 2024 = 2024-06-01/2024-08-31 season"),
        ("the winter of 2024", "winter of 2024 = 2023-12-01/2025-02-28 season"),
        ("in the 1990s", "1990s = 1990-01-01/1999-12-31 decade"),
        ("in the '90s", "'90s = 1990-01-01/1999-12-31 decade"),
        ("in the 1800s", "1800s = 1800-01-01/1899-12-31 century"),
        ("the 19th century", "19th century = 1801-01-01/1900-12-31 century"),
    ],
)
def test_a_full_date_is_placed_whether_or_not_the_day_of_publication_is_known(
    text: str, mention: str
) -> None:
    assert found(text) == found(text, None) == [mention]
    assert not read(text, THURSDAY)[0].counted


def test_a_date_with_day_and_month_in_doubt_says_the_year_alone() -> None:
    assert found("on 05/06/2025") == ["05/06/2025 = 2025-01-01/2025-12-31 year"]


@pytest.mark.parametrize(
    ("text", "mention"),
    [
        ("on June 24-25, 2025", "June 24-25, 2025 = 2025-06-24/2025-06-25 day"),
        ("on June 24–25", "June 24–25 = 2025-06-24/2025-06-25 day"),
        ("on June 24 and 25.", "June 24 and 25 = 2025-06-24/2025-06-25 day"),
        ("on June 24 to 26", "June 24 to 26 = 2025-06-24/2025-06-26 day"),
        ("between 3 and 5 May", "3 and 5 May = 2025-05-03/2025-05-05 day"),
        ("3 to 5 May 2024", "3 to 5 May 2024 = 2024-05-03/2024-05-05 day"),
        ("24 and 25 June", "24 and 25 June = 2025-06-24/2025-06-25 day"),
        (
            "from May 30 to June 2, 2024",
            "May 30 to June 2, 2024 = 2024-05-30/2024-06-02 day",
        ),
        (
            "Dec. 30 to Jan. 2, 2025",
            "Dec. 30 to Jan. 2, 2025 = 2024-12-30/2025-01-02 day",
        ),
        ("Dec. 30-Jan. 2", "Dec. 30-Jan. 2 = 2024-12-30/2025-01-02 day"),
        (
            "from June to August 2024",
            "June to August 2024 = 2024-06-01/2024-08-31 month",
        ),
        ("between March and May", "March and May = 2025-03-01/2025-05-31 month"),
        ("in 2019-2021", "2019-2021 = 2019-01-01/2021-12-31 year"),
        ("in 2019–21", "2019–21 = 2019-01-01/2021-12-31 year"),
        ("from 2019 to 2021", "2019 to 2021 = 2019-01-01/2021-12-31 year"),
        (
            "from Monday to Wednesday, it rained",
            "Monday to Wednesday = 2025-06-23/2025-06-25 day",
        ),
    ],
)
def test_a_run_of_dates_is_one_mention(text: str, mention: str) -> None:
    assert found(text) == [mention]


def test_days_that_do_not_follow_one_another_are_no_run() -> None:
    assert found("June 24 and 28.") == ["June 24 = 2025-06-24 day"]


@pytest.mark.parametrize(
    ("text", "mention"),
    [
        ("They met on Tuesday.", "Tuesday = 2025-06-24 day"),
        ("They met on Thursday.", "Thursday = 2025-06-26 day"),
        ("They will meet on Tuesday.", "Tuesday = 2025-07-01 day"),
        ("They meet next Monday.", "next Monday = 2025-06-30 day"),
        ("They met last Thursday.", "last Thursday = 2025-06-19 day"),
        ("Tuesday of last week", "Tuesday of last week = 2025-06-17 day"),
        ("yesterday", "yesterday = 2025-06-25 day"),
        ("tomorrow evening", "tomorrow evening = 2025-06-27 day"),
        ("last night", "last night = 2025-06-25 day"),
        ("three days ago", "three days ago = 2025-06-23 day"),
        ("last week", "last week = 2025-06-16/2025-06-22 week"),
        ("last weekend", "last weekend = 2025-06-21/2025-06-22 day"),
        ("last month", "last month = 2025-05-01/2025-05-31 month"),
        ("six months ago", "six months ago = 2024-12-01/2024-12-31 month"),
        ("last June", "last June = 2024-06-01/2024-06-30 month"),
        ("next June", "next June = 2026-06-01/2026-06-30 month"),
        ("June last year", "June last year = 2024-06-01/2024-06-30 month"),
        ("late last year", "late last year = 2024-01-01/2024-12-31 year"),
        ("two years ago", "two years ago = 2023-01-01/2023-12-31 year"),
        ("the end of the year", "end of the year = 2025-01-01/2025-12-31 year"),
        ("in the first quarter", "first quarter = 2025-01-01/2025-03-31 quarter"),
        ("in the fourth quarter", "fourth quarter = 2024-10-01/2024-12-31 quarter"),
        ("last quarter", "last quarter = 2025-01-01/2025-03-31 quarter"),
        ("last summer", "last summer = 2024-06-01/2024-08-31 season"),
        ("next spring", "next spring = 2026-03-01/2026-05-31 season"),
        ("this decade", "this decade = 2020-01-01/2029-12-31 decade"),
    ],
)
def test_a_relative_date_is_counted_from_publication(text: str, mention: str) -> None:
    assert found(text) == [mention]
    assert read(text, THURSDAY)[0].counted


@pytest.mark.parametrize(
    ("text", "mention"),
    [
        ("They met on June 24.", "June 24 = 2025-06-24 day"),
        ("They met on Jan. 5.", "Jan. 5 = 2025-01-05 day"),
        ("They met on July 20.", "July 20 = 2025-07-20 day"),
        ("They met on November 20.", "November 20 = 2024-11-20 day"),
        ("They will meet on November 20.", "November 20 = 2025-11-20 day"),
        ("They met in mid-May.", "mid-May = 2025-05-01/2025-05-31 month"),
        ("They met in November.", "November = 2024-11-01/2024-11-30 month"),
        ("They will meet in November.", "November = 2025-11-01/2025-11-30 month"),
    ],
)
def test_a_date_without_a_year_takes_the_plain_one_near_publication(
    text: str, mention: str
) -> None:
    assert found(text) == [mention]
    assert read(text, THURSDAY)[0].counted


@pytest.mark.parametrize(
    ("text", "mention"),
    [
        ("on June 24", "June 24 = XXXX-06-24 month-day"),
        ("on June 24-25", "June 24-25 = XXXX-06-24/XXXX-06-25 month-day"),
        ("in June", "June = XXXX-06-01/XXXX-06-30 month-name"),
        ("in February", "February = XXXX-02-01/XXXX-02-29 month-name"),
        ("from June to August", "June to August = XXXX-06-01/XXXX-08-31 month-name"),
        ("June last year", "June last year = XXXX-06-01/XXXX-06-30 month-name"),
        ("on Tuesday", "Tuesday = None relative"),
        ("last week", "last week = None relative"),
        ("yesterday", "yesterday = None relative"),
        ("two years ago", "two years ago = None relative"),
        ("in the third quarter", "third quarter = None relative"),
    ],
)
def test_without_a_day_of_publication_no_year_is_given(text: str, mention: str) -> None:
    assert found(text, None) == [mention]
    assert not read(text, None)[0].counted


def test_a_year_that_is_not_plain_is_not_given() -> None:
    assert found("The ceremony of December 1") == ["December 1 = XXXX-12-01 month-day"]
    assert found("It ran from June 24, 1941, until July 3.")[1] == (
        "July 3 = XXXX-07-03 month-day"
    )


@pytest.mark.parametrize(
    "text", ["recently", "a few days ago", "in recent weeks", "three to four years ago"]
)
def test_a_vague_date_has_no_place_even_beside_a_day_of_publication(text: str) -> None:
    [mention] = read(text, THURSDAY)

    assert (mention.first, mention.last, mention.known) == (None, None, "relative")


@pytest.mark.parametrize(
    ("text", "mention"),
    [
        ("It began June 3. A day earlier, he left.", "A day earlier = 2025-06-02 day"),
        ("It began June 3. Two days later he left.", "Two days later = 2025-06-05 day"),
        ("It began June 3. The next day he left.", "next day = 2025-06-04 day"),
        (
            "It began June 3. The day before, he left.",
            "The day before = 2025-06-02 day",
        ),
        (
            "It was built in 1998. In June of that year he left.",
            "June of that year = 1998-06-01/1998-06-30 month",
        ),
        (
            "It rose in the first quarter of 2024 from a year earlier.",
            "a year earlier = 2023-01-01/2023-03-31 quarter",
        ),
    ],
)
def test_some_dates_are_counted_from_the_last_date_mentioned(
    text: str, mention: str
) -> None:
    assert found(text)[-1] == mention


def test_counting_from_another_date_needs_one_known_to_the_day() -> None:
    assert found("It began in May. A day later, he left.")[1] == (
        "A day later = None relative"
    )


@pytest.mark.parametrize(
    ("text", "deadline"),
    [
        ("5% by 2035—a target", True),
        ("by Friday", True),
        ("by the end of 2025", True),
        ("no later than June 5", True),
        ("in 2035", False),
        ("since the end of 2024", False),
    ],
)
def test_by_a_date_is_a_deadline(text: str, deadline: bool) -> None:  # noqa: FBT001
    assert [mention.deadline for mention in read(text, THURSDAY)] == [deadline]


@pytest.mark.parametrize(
    ("text", "mention"),
    [
        ("every June", "June = XXXX-06-01/XXXX-06-30 month-name"),
        ("annually on 4 July", "4 July = XXXX-07-04 month-day"),
        ("on July 4 every year", "July 4 = XXXX-07-04 month-day"),
        ("each Tuesday", "Tuesday = None relative"),
        ("open Monday to Friday", "Monday to Friday = None relative"),
    ],
)
def test_what_comes_round_is_given_no_year(text: str, mention: str) -> None:
    assert found(text) == [mention]
    assert read(text, THURSDAY)[0].recurring


def test_the_span_leaves_out_the_words_before() -> None:
    text = "It was agreed on June 24-25, and in 2035 (not before Monday) it ends."

    assert [m.span for m in read(text, THURSDAY)] == [
        Span(17, 27),
        Span(36, 40),
        Span(53, 59),
    ]


def test_spans_count_code_points() -> None:
    text = "🎉 Café é on June 24"

    assert [m.span.of(text) for m in read(text, None)] == ["June 24"]


def test_an_expression_does_not_run_on_into_the_next_paragraph() -> None:
    assert found("It was in June\n\n24 people came.") == [
        "June = 2025-06-01/2025-06-30 month"
    ]
    assert found("on June\n24") == ["June\n24 = 2025-06-24 day"]
