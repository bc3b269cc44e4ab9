"""Do two dates, or two figures, agree? Rounding, bounds and partial dates do."""

from datetime import date, timedelta
from math import floor, log10

from sidelight.model import DateMention, Figure, PartialDate

A_DAY = timedelta(days=1)
A_WEEK = timedelta(days=7)
ABOUT = 0.1  # "about 2,000" admits what lies within a tenth of it
NEARLY = 0.15  # "nearly 5" admits what lies up to this share below it


def dates_agree(one: DateMention, other: DateMention) -> bool:
    """Tell whether two placed dates can be of one day.

    A date without a year takes the other's. A day counted from the day of publication
    ("yesterday") may be off by one: the page may be dated in another time zone. A
    weekday alone may be of the week before or after, and two weekdays of one name
    are taken for one day.
    """
    if not (one.first and one.last and other.first and other.last):
        return True
    year = one.first.year or other.first.year
    a = _days(one, year)
    b = _days(other, other.first.year or year)
    if a is None or b is None:
        return True
    if a[0] <= b[1] and b[0] <= a[1]:
        return True
    apart = max(a[0], b[0]) - min(a[1], b[1])
    written = {one.by, other.by}
    return ("count" in written and apart == A_DAY) or (
        "weekday" in written and apart == A_WEEK
    )


def days_from(mention: DateMention, day: date) -> int | None:
    """Return the days between a date and a calendar day, `None` without a place."""
    if not (mention.first and mention.last):
        return None
    run = _days(mention, day.year)
    return max(0, (run[0] - day).days, (day - run[1]).days) if run else None


def days_apart(one: DateMention, other: DateMention) -> int | None:
    """Return the days between two dates, `None` where one is not placed."""
    if not (one.first and one.last and other.first and other.last):
        return None
    year = one.first.year or other.first.year
    a, b = _days(one, year), _days(other, other.first.year or year)
    if a is None or b is None:
        return None
    return max(0, (max(a[0], b[0]) - min(a[1], b[1])).days)


def _days(mention: DateMention, year: int | None) -> tuple[date, date] | None:
    """Return first and last day; in a leap year where no year is known."""
    assert mention.first is not None  # noqa: S101 - the caller has seen to it
    assert mention.last is not None  # noqa: S101
    first, last = mention.first, mention.last
    start = _day(first, first.year or year or 2000, first=True)
    end = _day(last, last.year or year or 2000, first=False)
    return (start, end) if start and end and start <= end else None


def _day(part: PartialDate, year: int, *, first: bool) -> date | None:
    month = part.month or (1 if first else 12)
    try:
        if part.day:
            return date(year, month, part.day)
        if first:
            return date(year, month, 1)
        following = date(year + month // 12, month % 12 + 1, 1)
    except ValueError:
        return None
    return following - A_DAY


def figures_agree(one: Figure, other: Figure) -> bool:
    """Tell whether two figures of one thing can both be right."""
    a, b = _admitted(one), _admitted(other)
    if a[0] <= b[1] and b[0] <= a[1]:
        return True
    return _rounded(one, other) or _rounded(other, one)


def times_apart(one: Figure, other: Figure) -> float:
    """Return how many times the greater of two figures is the smaller, 1 and up."""
    low, high = sorted((abs(one.high), abs(other.high)))
    return high / low if low else float("inf")


def is_slip(one: float, other: float) -> bool:
    """Tell whether two values have the same digits: 340 and 3,400, 2.4 and 4.2."""
    a, b = _digits(one), _digits(other)
    return len(a) > 1 and sorted(a) == sorted(b)


def _digits(value: float) -> str:
    return f"{abs(value):.6f}".replace(".", "").strip("0")


def _admitted(figure: Figure) -> tuple[float, float]:
    """Return the lowest and the highest value that a figure's words admit."""
    low, high = figure.low, figure.high
    if figure.bound in {"at-least", "more-than"}:
        return low, float("inf")
    if figure.bound in {"at-most", "less-than"}:
        return float("-inf"), high
    if figure.bound == "about":
        return low - ABOUT * abs(low), high + ABOUT * abs(high)
    if figure.bound == "nearly":
        return low - NEARLY * abs(low), high
    return low, high


def _rounded(coarse: Figure, fine: Figure) -> bool:
    """Tell whether `coarse` is `fine` rounded to the digits `coarse` shows."""
    if coarse.low != coarse.high or fine.low != fine.high or coarse.low == 0:
        return False
    if coarse.bound not in {"exact", "about"} or fine.bound != "exact":
        return False
    shown = _last_shown(coarse.low)
    return shown > _last_shown(fine.low) and abs(coarse.low - fine.low) <= shown / 2


def _last_shown(value: float) -> float:
    """Return the unit of the last digit that is not a trailing zero."""
    unit = 10.0 ** floor(log10(abs(value)) if value else 0)
    while unit > 1e-6 and abs(value / unit - round(value / unit)) > 1e-9:  # noqa: PLR2004
        unit /= 10
    return unit
