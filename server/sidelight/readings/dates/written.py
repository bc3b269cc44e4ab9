"""Dates written out on the calendar: days and months, with or without a year."""

from sidelight.readings.dates import places
from sidelight.readings.dates.names import is_month
from sidelight.readings.dates.numbers import is_run
from sidelight.readings.dates.outlook import outlook
from sidelight.readings.dates.places import Place
from sidelight.readings.dates.scope import Scope
from sidelight.readings.dates.tokens import Phrase
from sidelight.readings.dates.vocabulary import MONTHS, STEPS


def iso(phrase: Phrase, _: Scope) -> Place | None:
    """Place "2025-06-24", with or without a time."""
    year, month, day = (int(part) for part in phrase.written[:10].split("-"))
    return places.day(places.on(year, month, day))


def slashed(phrase: Phrase, _: Scope) -> Place | None:
    """Place "24/06/2025" and "24.06.2025".

    With slashes the order is day first or month first; where both can be, the
    year is all that is plain. With dots it is day first.
    """
    numbers = phrase.written.replace(".", "/").split("/")
    first, second, year = (int(number) for number in numbers)
    day_first = places.on(year, second, first)
    month_first = places.on(year, first, second)
    if "." in phrase.written or month_first in (None, day_first):
        return places.day(day_first)
    if day_first is None:
        return places.day(month_first)
    return places.year(year)


def days(phrase: Phrase, scope: Scope) -> Place | None:
    """Place one day or a run of days, in either order of day and month."""
    months = _months(phrase)
    numbers = [int(word.rstrip("stndrh")) for word in phrase.words("DO")]
    first, last = (months[0], numbers[0]), (months[-1], numbers[-1])
    if not is_run(phrase, first, last):
        return None
    if phrase.classes[-1] in "Yk":
        begin, end = _years(phrase, scope, turns=first > last)
    elif phrase.before() in ("last", "next") or scope.in_other_year(phrase):
        begin = end = None
    else:
        begin = scope.year_of(*first, outlook(phrase))
        end = begin and begin + (first > last)
    if begin is None or end is None:
        return places.yearless_days(first, last)
    place = places.days(places.on(begin, *first), places.on(end, *last))
    return place and place._replace(counted="Y" not in phrase.classes)


def week(phrase: Phrase, scope: Scope) -> Place | None:
    """Place "the week of June 24", "the weekend of June 24"."""
    unit = phrase.words("u")[0]
    day = days(phrase, scope) if unit in ("week", "weekend") else None
    if day is None or day.start is None:
        return None
    place = (places.week if unit == "week" else places.weekend)(day.start)
    return place and place._replace(counted=day.counted)


def months(phrase: Phrase, scope: Scope) -> Place | None:
    """Place one month or a run of months, with or without a year."""
    named = _months(phrase)
    first, last = named[0], named[-1]
    if not is_run(phrase, (first, 0), (last, 0)):
        return None
    if phrase.classes[-1] in "Yk":
        begin, end = _years(phrase, scope, turns=first > last)
    elif not is_month(phrase):
        return None
    elif scope.in_other_year(phrase):
        begin = end = None
    else:
        begin = scope.year_of_month(first, outlook(phrase))
        end = begin and begin + (first > last)
    if begin is None or end is None:
        return places.yearless_months(first, last)
    place = places.months(begin, first, end, last)
    return place and place._replace(counted="Y" not in phrase.classes)


def deictic_month(phrase: Phrase, scope: Scope) -> Place | None:
    """Place "last June", "this June", "next June"."""
    [month] = _months(phrase)
    step = STEPS[phrase.words("l")[0]]
    if scope.published is None:
        return places.yearless_months(month)
    now = scope.published.month
    passed = month > now if step > 0 else month < now
    place = places.month(scope.published.year + (0 if passed else step), month)
    return place and place._replace(counted=True)


def _months(phrase: Phrase) -> list[int]:
    return [MONTHS[word[:3]] for word in phrase.words("Mm")]


def _years(
    phrase: Phrase, scope: Scope, *, turns: bool
) -> tuple[int | None, int | None]:
    """Return the years of both ends, written, or as "last year" or "that year".

    `turns` tells that a year ends in between: "December 30 to January 2, 2025".
    """
    if written := phrase.words("Y"):
        end = int(written[-1])
        return (int(written[0]) if len(written) > 1 else end - turns), end
    [which] = phrase.words("lf")
    if which in ("last", "past", "this", "current", "next", "coming"):
        year = scope.published.year if scope.published else None
    else:
        year = scope.anchor.year if scope.anchor else None
    end_year = None if year is None else year + STEPS[which]
    return end_year and end_year - turns, end_year
