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
    years = _years(phrase, scope)
    if years == [None]:
        years = [scope.year_of(*first, outlook(phrase))]
    begin, end = _wrapped(years, later=first > last)
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
    years = _years(phrase, scope)
    if phrase.classes[-1] not in "Yu":
        if not is_month(phrase):
            return None
        years = [scope.year_of_month(first, outlook(phrase))]
    begin, end = _wrapped(years, later=first > last)
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


def _years(phrase: Phrase, scope: Scope) -> list[int | None]:
    """Return the year or years it names, also as "last year" or "that year"."""
    if written := phrase.words("Y"):
        return [int(word) for word in written]
    if which := phrase.words("l"):
        published = scope.published
        return [published.year + STEPS[which[0]] if published else None]
    if which := phrase.words("f"):
        year = scope.anchor.year if scope.anchor else None
        return [year + STEPS[which[0]] if year else None]
    return [None]


def _wrapped(years: list[int | None], *, later: bool) -> tuple[int | None, int | None]:
    """Return the years of both ends; "December 30 to January 2, 2025" spans two."""
    begin, end = years[0], years[-1]
    if len(years) == 1 and later and begin is not None:
        return begin - 1, end
    return begin, end
