"""What looks like a date and must stay unread."""

from datetime import date

import pytest

from sidelight.readings.dates import read

PUBLISHED = date(2025, 6, 26)


def words(text: str) -> list[str]:
    return [mention.span.of(text) for mention in read(text, PUBLISHED)]


@pytest.mark.parametrize(
    "text",
    [
        # ordinary words
        "They may march on; the sun sets in a second and they fall.",
        "That was the second time, at the last minute, in the first place.",
        "the last day of the summit; over the past year; the last year",
        # counts, measures, prices, scores
        "1984 people and 2019 votes; with 2020 of them; about 1,990 boats",
        "They march 2,024 miles, of 1500-meter and 2000-meter races.",
        "It cost $2019, or €1,999, up 2019%; 3-2, 2.5, 24/7, 1/2",
        "+1 555-1984-2024, room 2019, Windows 2000, 2019km",
        # ages and durations
        "for three weeks, a two-year plan, in two days' time, a 24-year-old",
        "over the next five years, the past two decades, within 10 days",
        "every year, daily, annually",
        # names
        "Theresa May said so; according to April; June Smith left; Mr. March",
        "said by June Smith, led by May, May's cabinet, the May government",
        "the March on Washington, the March for Life, the October Revolution",
        "Black Friday, Good Friday, Super Tuesday",
        "the Sunday Times, Friday Night Lights",
        "9/11, WW2, Route 66, Boeing 737, Article 5, Agenda 2030",
        "USA Today, ABC's This Week, the Sept. 11 attacks",
        # named only by their place
        "the first Monday of the strike, Friday the 13th, on Tuesdays",
        "the last quarter of the game; a touchdown in the fourth quarter",
        "31/02/2024 and 2025-02-30",
        "imagine a tomorrow without work",
    ],
)
def test_nothing_is_read_from(text: str) -> None:
    assert words(text) == []


@pytest.mark.parametrize(
    ("text", "read_out"),
    [
        ("5% of GDP by 2035—a target", ["2035"]),
        ("In June's heat", ["June"]),
        ("They lent $11 million in 2010-11.", ["2010-11"]),
        ("Theresa May said in May that it may be May 5", ["May", "May 5"]),
        ("On June 24 and 25 people were hurt", ["June 24"]),
        ("On June 24 and 25 firefighters were hurt", ["June 24"]),
        ("In June 24 people died.", ["June"]),
        ("On 5 May 24 people died.", ["5 May"]),
        ("It cost 3 million in 2010-11.", ["2010-11"]),
        ("They beat Spain 2-1 May 5.", ["May 5"]),
        ("by 2035, 5% and 2% in 2024", ["2035", "2024"]),
        ("the 2024 election, Smith's 2008 campaign", ["2024", "2008"]),
        ("(2019), in 2020, 2021 and 2022", ["2019", "2020", "2021", "2022"]),
        ("in 1776 and of 1812, 1500 ships", ["1776", "1812"]),
        ("pre-2014 and mid-2014", ["2014", "mid-2014"]),
        ("on Tuesday (June 24)", ["Tuesday", "June 24"]),
        ("a loan in 2010-11.", ["2010-11"]),
        ("the first quarter of the 19th century", ["19th century"]),
        ("the last Friday of June", ["June"]),
        ("the June summit and the Women's March", ["June"]),
        ("JUNE 24 TALKS IN MAY", ["JUNE 24", "MAY"]),
    ],
)
def test_the_date_beside_a_trap_is_read(text: str, read_out: list[str]) -> None:
    assert words(text) == read_out


def test_a_firms_own_quarters_have_no_place() -> None:
    assert words("in its fiscal third quarter") == []
