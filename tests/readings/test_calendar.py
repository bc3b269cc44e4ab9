"""What a calendar can be asked is found, and nothing beside it."""

import pytest

from sidelight.readings import calendar, dates, sentences


def days(text: str) -> list[tuple[str, int | None]]:
    return [(d.span.of(text), d.weekday) for d in calendar.written_days(text)]


def steps(text: str) -> list[tuple[int, int, int]]:
    found = calendar.steps(text, sentences.read(text), dates.read(text, None))
    return [(step.here, step.count, step.there) for step in found]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("on Tuesday, August 12, 2019", ("Tuesday, August 12, 2019", 1)),
        ("on Tues. 12 Aug. 2019", ("Tues. 12 Aug. 2019", 1)),
        ("on Monday the 10th of September", ("Monday the 10th of September", 0)),
        ("on Sunday night, May 3rd", ("Sunday night, May 3rd", 6)),
        ("on 12 August 2019 (a Monday)", ("12 August 2019 (a Monday", 0)),
        ("on Tuesday (August 12, 2019)", ("Tuesday (August 12, 2019", 1)),
        ("12 August 2019 was a Monday.", ("12 August 2019 was a Monday", 0)),
        (
            "on Monday, the twelfth of August 2019",
            ("Monday, the twelfth of August 2019", 0),
        ),
        ("until 31 June.", ("31 June", None)),
        ("on February 29, 2023", ("February 29, 2023", None)),
    ],
)
def test_finds_a_day_beside_its_weekday_and_a_day_no_month_has(
    text: str, day: tuple[str, int | None]
) -> None:
    assert days(text) == [day]


@pytest.mark.parametrize(
    "text",
    [
        "the Sunday Times of 12 March 2019",
        "on Tuesday, 12 people were hurt in August",
        "on Saturday and Sunday, June 7 and 8",
        "Friday-Saturday, June 7-8",
        "on Friday, the 18 September vote",
        "Tuesdays, August 12 to 26",
        "on February 29, 2024",
        "by April 31 people had left",
        "Route 31, June 30",
        "Tuesday at 7.30 August Road",
    ],
)
def test_is_silent_where_weekday_and_date_do_not_belong_together(text: str) -> None:
    assert days(text) == []


@pytest.mark.parametrize(
    ("text", "step"),
    [
        ("On Wednesday, a day after Monday's vote, she left.", (2, 1, 0)),
        ("She left on Friday, two days before the vote on Sunday.", (4, -2, 6)),
        ("Thursday’s vote came three days after Monday’s strike.", (3, 3, 0)),
        ("The day after Monday's vote, on Wednesday, she left.", (2, 1, 0)),
        ("In 1995, five years after the 1988 treaty, it fell.", (1995, 5, 1988)),
    ],
)
def test_finds_a_step_told_in_one_breath(text: str, step: tuple[int, int, int]) -> None:
    assert steps(text) == [step]


@pytest.mark.parametrize(
    ("text", "away", "count"),
    [
        ("On 12 May 2024, two days after the fire of 5 May 2024, it opened.", 7, 2),
        ("It opened on 5 July, nine days after the crash on 3 July.", 2, 9),
        ("Held on 3 May and, two days later, on 9 May, charged.", 6, 2),
        ("On 1 June, three weeks before the vote on 25 June, it rained.", -24, -21),
    ],
)
def test_finds_a_step_between_two_dates(text: str, away: int, count: int) -> None:
    found = calendar.steps(text, sentences.read(text), dates.read(text, None))

    assert [(s.here - s.there, s.count) for s in found] == [(away, count)]


@pytest.mark.parametrize(
    "text",
    [
        "Held on 3 May. Two days later, on 9 May, she was charged.",
        "On 3 May and 4 May and, three days later, on 9 May, it rained.",
        "On 12 May, days after the fire of 5 May, it opened.",
        "On 9 May, four days after she was hurt in the fall of a wall on 3 May, it shut.",
        "On Wednesday, days after Monday's vote, she left.",
        "On Wednesday, a day after the vote. Monday's talks went on.",
        "On Wednesday, a day after Monday night's vote, she left.",
        "On Wednesday, a day after Monday's midnight deadline, she left.",
        "A week after Monday's vote she left on Wednesday.",
    ],
)
def test_is_silent_where_the_count_is_open(text: str) -> None:
    assert steps(text) == []


def test_a_long_text_of_weekdays_is_read_in_time() -> None:
    text = "On Monday, a day after the long and dull and wet vote on " * 5_000

    assert days(text) == []
