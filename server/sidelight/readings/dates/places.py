"""Places on the calendar: from years, months and days to first and last day.

Every function gives `None` for what is not on the calendar (30 February, the year
0), so that a rule can hand on whatever a text says.
"""

from calendar import monthrange
from datetime import date, timedelta
from typing import NamedTuple

from sidelight.model import Known, PartialDate

_LEAP_YEAR = 2024
_LAST_YEAR = 2999
_DECEMBER = 12


class Place(NamedTuple):
    """First and last day meant, how exactly, and whether they were counted."""

    first: PartialDate | None
    last: PartialDate | None
    known: Known
    counted: bool = False

    @property
    def year(self) -> int | None:
        """The year it begins in, where that is known."""
        return self.first.year if self.first else None

    @property
    def start(self) -> date | None:
        """The first day, where it is known in full."""
        return as_day(self.first)


UNPLACED = Place(None, None, "relative")


def as_day(partial: PartialDate | None) -> date | None:
    """Return a date that has year, month and day, or `None`."""
    if partial and partial.year and partial.month and partial.day:
        return date(partial.year, partial.month, partial.day)
    return None


def on(year: int, month: int, day: int) -> date | None:
    """Return the calendar day, or `None` where there is none."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def shifted(day: date, days: int) -> date | None:
    """Return the day so many days later, or `None` off the calendar."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return None


def days(first: date | None, last: date | None) -> Place | None:
    """Place the days from `first` to `last`, in this order."""
    if first is None or last is None or last < first:
        return None
    return _run(first, last, "day")


def day(when: date | None) -> Place | None:
    """Place one calendar day."""
    return days(when, when)


def week(inside: date | None) -> Place | None:
    """Place the week, Monday to Sunday (ISO 8601), that `inside` falls in."""
    monday = inside and shifted(inside, -inside.weekday())
    sunday = monday and shifted(monday, 6)
    return _run(monday, sunday, "week") if monday and sunday else None


def weekend(inside: date | None) -> Place | None:
    """Place Saturday and Sunday of the week that `inside` falls in."""
    saturday = inside and shifted(inside, 5 - inside.weekday())
    return days(saturday, shifted(saturday, 1)) if saturday else None


def months(year: int, month: int, last_year: int, last_month: int) -> Place | None:
    """Place whole months, from the one to the other."""
    if not (1 <= year <= last_year <= _LAST_YEAR):
        return None
    first = date(year, month, 1)
    last = date(last_year, last_month, monthrange(last_year, last_month)[1])
    return _run(first, last, "month") if first < last else None


def month(year: int, number: int) -> Place | None:
    """Place one month. `number` may run over: month 0 is December before."""
    year, number = year + (number - 1) // 12, (number - 1) % 12 + 1
    return months(year, number, year, number)


def quarter(year: int, number: int) -> Place | None:
    """Place a quarter of the calendar year. `number` may run over."""
    year, number = year + (number - 1) // 4, (number - 1) % 4 + 1
    place = months(year, 3 * number - 2, year, 3 * number)
    return place and place._replace(known="quarter")


def season(year: int, first_month: int) -> Place | None:
    """Place a meteorological season of the northern hemisphere.

    A winter named by one year may be either of two: both are covered.
    """
    if first_month == _DECEMBER:
        place = months(year - 1, 12, year + 1, 2)
    else:
        place = months(year, first_month, year, first_month + 2)
    return place and place._replace(known="season")


def years(first: int, last: int, known: Known = "year") -> Place | None:
    """Place whole years, from the one to the other."""
    place = months(first, 1, last, _DECEMBER)
    return place and place._replace(known=known)


def year(number: int) -> Place | None:
    """Place one year."""
    return years(number, number)


def decade(inside: int) -> Place | None:
    """Place the decade, 0 to 9, that a year falls in."""
    first = inside - inside % 10
    return years(first, first + 9, "decade")


def century(number: int) -> Place | None:
    """Place a century: the 19th runs from 1801 to 1900."""
    return years(100 * number - 99, 100 * number, "century")


def yearless_days(
    first: tuple[int, int], last: tuple[int, int] | None = None
) -> Place | None:
    """Place days, each as month and day, in a year that is not known."""
    last = last or first
    if not (on(_LEAP_YEAR, *first) and on(_LEAP_YEAR, *last)):
        return None
    return Place(PartialDate(None, *first), PartialDate(None, *last), "month-day")


def yearless_months(first: int, last: int | None = None) -> Place:
    """Place whole months in a year that is not known; February may have 29 days."""
    last = last or first
    end = monthrange(_LEAP_YEAR, last)[1]
    return Place(
        PartialDate(None, first, 1), PartialDate(None, last, end), "month-name"
    )


def _run(first: date, last: date, known: Known) -> Place:
    return Place(
        PartialDate(first.year, first.month, first.day),
        PartialDate(last.year, last.month, last.day),
        known,
    )
