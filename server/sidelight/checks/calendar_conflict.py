"""Day and date do not fit

A weekday and a date that the calendar does not have together, a day that no month has,
or two times in one sentence that cannot both be.

## Why it matters

A day and a date are easily mixed up, and either may be the one that is right. Whoever
wants to be there, or to look it up, needs to know which.

## What it does not mean

It is a slip, most of the time, and says nothing of the rest of the report. Nothing says
which of the two is right.

## Marked

> The treaty was signed on <mark>Tuesday, August 12, 2019</mark>.

> The school opens again on <mark>June 31</mark>.

> On <mark>Wednesday, a day after Monday</mark>'s vote, the mayor resigned.

> The <mark>three-day summit, June 24-25, 2024</mark>, ended without a treaty.

## Not marked

They fit:

> The treaty was signed on Monday, August 12, 2019.

> On Wednesday, two days after Monday's vote, the mayor resigned.

The year is not known, and some year nearby fits:

> Page: published 2024-09-19
>
> The storm had come on Wednesday, August 30.

A weekday that is one of several:

> The fair is held on Saturday and Sunday, June 7 and 8, 2025.

## Known misses

A weekday some words away from its date:

> It was on a Tuesday in Orsolt, the town records say, that the treaty was signed: on
> August 12, 2019.
"""

import re
from collections.abc import Iterator

from sidelight.messages import MONTHS, WEEKDAYS, Message, either, message, sentences
from sidelight.model import (
    Comparison,
    DateMention,
    Finding,
    PartialDate,
    Reading,
    Span,
    Step,
    WrittenDay,
)
from sidelight.readings.dates.places import on
from sidelight.readings.dates.vocabulary import NUMBERS
from sidelight.readings.spans import BySpan

ID = "calendar-conflict"
LABEL = "Day and date do not fit"
FAMILY = "time-and-headline"
VERSION = 1
NEEDS: frozenset[str] = frozenset()

# Some countries kept another calendar until then; the last to change was Greece, in 1923.
FIRST_YEAR = 1925
NEAR = 1  # years around publication that a day without a year may be of
A_LEAP_YEAR = 2024
A_SEASON = 90  # days; two dates farther apart than told are of two years
# "A three-day visit to Orsolt from", and then the days.
_LASTING = re.compile(
    r"\b(?P<n>\w{1,9})-day\s(?:[\w’'-]+\s){0,2}?[\w’'-]+"
    r"(?:\s(?:in|at|to)\s[A-Z][\w’'-]*)?(?:,?\s(?:held|running|set))?"
    r"(?:,\s|\s\(|\s(?:on|from|for|of|between)\s)$"
)
_LONGEST = 7  # days; a longer stretch may be counted in working days
_REACH = 80  # code points before a date in which "three-day" stands


def check(reading: Reading, _: Comparison) -> Iterator[Finding]:
    """Mark each day that the calendar does not have, and each two that conflict."""
    found = [*_days(reading), *_steps(reading), *_stretches(reading)]
    end = 0
    for span, conflict in sorted(found):
        if span.start < end:
            continue
        end = span.end
        yield Finding(
            span=span,
            message=sentences(conflict, message("This does not say which is right.")),
            next=message("Look for an announcement or another report that dates it."),
        )


def _days(reading: Reading) -> Iterator[tuple[Span, Message]]:
    """Yield the days that do not exist, or not on that weekday."""
    dates = BySpan(reading.dates, lambda date: date.span)
    for day in reading.written_days:
        name = day.span.of(reading.text)
        if day.weekday is None:
            yield day.span, message("The calendar has no %(day)s.", day=name)
            continue
        mentions = [d for d in dates.overlapping(day.span) if d.known != "relative"]
        years = _years(reading, day, mentions)
        held = [found for year in years if (found := on(year, day.month, day.day))]
        if not mentions or not held or any(d.weekday() == day.weekday for d in held):
            continue
        weekday = WEEKDAYS[held[0].weekday()]
        yield day.span, _off(day, weekday, [found.year for found in held])


def _off(day: WrittenDay, weekday: str, years: list[int]) -> Message:
    """Say which `weekday` a day is in its year, or that it is not its own in several."""
    named = message("%(month)s %(day)d", month=MONTHS[day.month - 1], day=day.day)
    if len(years) == 1:
        return message(
            "%(day)s is a %(weekday)s in %(year)d.",
            day=named,
            weekday=weekday,
            year=years[0],
        )
    return message(
        "%(day)s is no %(weekday)s in %(years)s.",
        day=named,
        weekday=WEEKDAYS[day.weekday or 0],
        years=either([*map(str, years)]),
    )


def _years(reading: Reading, day: WrittenDay, mentions: list[DateMention]) -> list[int]:
    """Return the years that a day may be of, in order; none where that is open."""
    written = [day.year] if day.year else []
    for mention in mentions:
        if not written and not mention.counted:
            written += [year for date in _ends(mention) if (year := _year(date, day))]
    if written:
        return [year for year in written[:1] if year >= FIRST_YEAR]
    published = reading.article.day
    if published is None:
        return []
    near = range(published.year - NEAR, published.year + NEAR + 1)
    return sorted({*near, *_years_told(reading, day.span)})


def _ends(mention: DateMention) -> tuple[PartialDate, ...]:
    return tuple(date for date in (mention.first, mention.last) if date)


def _year(date: PartialDate, day: WrittenDay) -> int | None:
    return date.year if (date.month, date.day) == (day.month, day.day) else None


def _years_told(reading: Reading, until: Span) -> Iterator[int]:
    """Yield every year told before a day, or in its paragraph: it may be of any."""
    paragraph_end = reading.text.find("\n\n", until.end)
    for mention in reading.dates:
        if 0 <= paragraph_end < mention.span.start:
            return
        if mention.known in {"day", "week", "month", "quarter", "season", "year"}:
            years = [date.year for date in _ends(mention) if date.year]
            yield from (year for year in years if year >= FIRST_YEAR)


def _steps(reading: Reading) -> Iterator[tuple[Span, Message]]:
    """Yield the steps that lead elsewhere: "Wednesday, a day after Monday"."""
    for step in reading.steps:
        if not _leads_there(step):
            years = message("The years in between do not fit the two years named.")
            days = message("The days in between do not fit the two days named.")
            yield step.span, years if step.unit == "year" else days


def _leads_there(step: Step) -> bool:
    away = step.here - step.there - step.count
    if step.unit == "weekday":
        return away % 7 == 0
    if step.unit == "year":
        return abs(away) <= 1
    # Both ends may count, a week is a round number, a year's end may lie in between.
    return abs(away) <= max(1, abs(step.count) // 5) or abs(away) > A_SEASON


def _stretches(reading: Reading) -> Iterator[tuple[Span, Message]]:
    """Yield the stretches of other length than said: "three-day summit, June 24-25"."""
    for mention in reading.dates:
        days = _length(mention)
        if not 1 < days < _LONGEST:
            continue
        before = reading.text[max(0, mention.span.start - _REACH) : mention.span.start]
        match = _LASTING.search(before)
        said = _number(match["n"]) if match else 0
        # From the 24th to the 27th are four days, or three nights.
        if match is None or said in {0, days, days - 1}:
            continue
        start = mention.span.start - len(before) + match.start()
        yield (
            Span(start, mention.span.end),
            message(
                "It is called %(said)d days long, and its dates make %(days)d.",
                said=said,
                days=days,
            ),
        )


def _length(mention: DateMention) -> int:
    """Return how many days a run of days has, its ends counted; 0 for anything else."""
    if mention.known not in {"day", "month-day"}:
        return 0
    begin, end = (
        on(day.year or A_LEAP_YEAR, day.month or 0, day.day or 0)
        for day in (mention.first or PartialDate(), mention.last or PartialDate())
    )
    return (end - begin).days + 1 if begin and end else 0


def _number(word: str) -> int:
    is_digits = word.isascii() and word.isdigit()
    return int(word) if is_digits else NUMBERS.get(word.lower(), 0)
