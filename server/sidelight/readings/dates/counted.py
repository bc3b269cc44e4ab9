"""Dates counted from the day of publication, or from another date in the text."""

from datetime import date

from sidelight.readings.dates import places
from sidelight.readings.dates.names import is_weekday
from sidelight.readings.dates.outlook import outlook
from sidelight.readings.dates.places import UNPLACED, Place
from sidelight.readings.dates.scope import Scope
from sidelight.readings.dates.tokens import Phrase
from sidelight.readings.dates.vocabulary import NUMBERS, STEPS, UNITS, WEEKDAYS

_WEEKS = {"week": 1, "fortnight": 2}
_TO_A_YEAR = frozenset(("day", "week", "month", "quarter", "season", "year"))
# How well an anchor must be known to count each unit from it.
_PRECISE = {
    "day": frozenset(("day",)),
    "week": frozenset(("day", "week")),
    "fortnight": frozenset(("day", "week")),
    "weekend": frozenset(("day", "week")),
    "month": frozenset(("day", "month")),
    "year": _TO_A_YEAR,
    "decade": _TO_A_YEAR,
    "century": _TO_A_YEAR,
}
_DAYS = {"yesterday": -1, "today": 0, "tonight": 0, "tomorrow": 1}


def named_day(phrase: Phrase, scope: Scope) -> Place | None:
    """Place "yesterday", "today", "tomorrow evening", "tonight"."""
    [word] = phrase.words("K")
    return _from_publication("day", _DAYS[word], scope)


def part_of_day(phrase: Phrase, scope: Scope) -> Place | None:
    """Place "this morning" and "last night" by their day."""
    [which] = phrase.words("l")
    if which not in ("this", "last"):
        return None
    return _from_publication("day", STEPS[which], scope)


def weekday(phrase: Phrase, scope: Scope) -> Place | None:
    """Place "Tuesday", "last Tuesday", "next Tuesday", "Tuesday of last week"."""
    if not is_weekday(phrase):
        return None
    if scope.published is None:
        return UNPLACED
    which = next(iter(phrase.words("lf")), None)
    number = _weekday(phrase.words("W")[0])
    found = _nearest_weekday(phrase, scope, which, number)
    place = places.day(found)
    return place and place._replace(counted=True)


def weekdays(phrase: Phrase, scope: Scope) -> Place | None:
    """Place "from Monday to Wednesday"; "Monday to Friday" may be any week."""
    framed = phrase.before() in ("from", "between")
    if "&" in phrase.classes and not framed:
        return None
    if scope.published is None or not framed:
        return UNPLACED
    first, last = (_weekday(word) for word in phrase.words("W"))
    end = _on_weekday(scope.published, last, ahead=outlook(phrase) == "ahead")
    start = end and places.shifted(end, -((last - first) % 7))
    place = places.days(start, end)
    return place and place._replace(counted=True)


def deictic(phrase: Phrase, scope: Scope) -> Place | None:
    """Place "last week", "early next year", "the end of this month"."""
    which = next(iter(phrase.words("l")), "this")
    unit = UNITS[phrase.words("uk")[0]]
    article = phrase.before() == "the"
    if which == "past" or (which == "last" and article):
        return None  # a stretch of time up to now
    if which == "next" and (article or unit == "day"):
        return anaphoric(phrase, scope)
    if unit == "day":
        return None  # "the last day of the summit", "earlier in the day"
    return _from_publication(unit, STEPS[which], scope)


def deictic_quarter(phrase: Phrase, scope: Scope) -> Place | None:
    """Place "last quarter"."""
    return _from_publication("quarter", STEPS[phrase.words("l")[0]], scope)


def year_end(phrase: Phrase, scope: Scope) -> Place | None:
    """Place "year-end" and "year's end" by their year."""
    if phrase.words("P") != ["end"]:
        return None
    return _from_publication("year", 0, scope)


def ago(phrase: Phrase, scope: Scope) -> Place | None:
    """Place "two years ago"; "a few days ago" has no place."""
    if phrase.words("v") or phrase.kind_before() in "t-" or phrase.before() == "or":
        return UNPLACED  # "a few days ago", "three to four years ago"
    unit = UNITS[phrase.words("ukU")[0]]
    number = _number(phrase)
    if unit == "year" and scope.quarter_near(phrase):
        return _from_anchor(unit, -number, scope)
    if phrase.words("A") and unit in ("day", "week"):
        return UNPLACED
    return _from_publication(unit, -number, scope)


def away(phrase: Phrase, scope: Scope) -> Place | None:
    """Place "a day earlier", "two weeks later", from the last date mentioned."""
    unit = UNITS[phrase.words("ukU")[0]]
    step = 1 if phrase.words("eb")[-1] in ("later", "after") else -1
    number = _number(phrase) if phrase.words("anDN") else 1
    if unit == "year" and scope.published and not scope.near(phrase):
        return _from_publication(unit, step * number, scope)
    return _from_anchor(unit, step * number, scope)


def anaphoric(phrase: Phrase, scope: Scope) -> Place | None:
    """Place "the following day", "the same year", from the last date mentioned."""
    which = phrase.words("fl")[0]
    place = _from_anchor(UNITS[phrase.words("uk")[0]], STEPS[which], scope)
    return None if which == "that" and place is UNPLACED else place


def vague(phrase: Phrase, _: Scope) -> Place | None:
    """Recognise "recently", "recent", "in recent weeks"."""
    return None if phrase.before() in ("most", "more") else UNPLACED


def _weekday(word: str) -> int:
    return WEEKDAYS[word[:3]]


def _nearest_weekday(
    phrase: Phrase, scope: Scope, which: str | None, number: int
) -> date | None:
    published = scope.published
    if published is None:
        return None
    if phrase.words("uk"):
        monday = places.shifted(published, -published.weekday())
        week = 7 * STEPS.get(which or "this", 0)
        return monday and places.shifted(monday, week + number)
    start = scope.anchor.start if scope.anchor else None
    if which in ("previous", "preceding", "following") and start:
        published = start
    if which in ("last", "previous", "preceding", "past"):
        return places.shifted(published, -((published.weekday() - number - 1) % 7 + 1))
    if which in ("next", "following", "coming"):
        return places.shifted(published, (number - published.weekday() - 1) % 7 + 1)
    if which == "this":
        return places.shifted(published, number - published.weekday())
    return _on_weekday(published, number, ahead=outlook(phrase) == "ahead")


def _on_weekday(published: date, number: int, *, ahead: bool) -> date | None:
    """Return the nearest such weekday before (or after); the day itself counts."""
    if ahead:
        return places.shifted(published, (number - published.weekday()) % 7)
    return places.shifted(published, -((published.weekday() - number) % 7))


def _from_publication(unit: str, steps: int, scope: Scope) -> Place | None:
    if scope.published is None:
        return UNPLACED
    place = _stepped(unit, steps, scope.published)
    return place and place._replace(counted=True)


def _from_anchor(unit: str, steps: int, scope: Scope) -> Place | None:
    """Count from the last date mentioned, if that is known well enough."""
    anchor = scope.anchor
    start = anchor.start if anchor else None
    if anchor is None or start is None or anchor.known not in _PRECISE[unit]:
        return UNPLACED
    if anchor.known == "quarter" and unit == "year":
        place = places.quarter(start.year + steps, (start.month + 2) // 3)
    else:
        place = _stepped(unit, steps, start)
    return place and place._replace(counted=True)


def _stepped(unit: str, steps: int, start: date) -> Place | None:
    """Place the unit so many steps after the one that `start` falls in."""
    if weeks := _WEEKS.get(unit):
        return places.week(places.shifted(start, 7 * weeks * steps))
    if unit == "day":
        return places.day(places.shifted(start, steps))
    if unit == "weekend":
        return places.weekend(places.shifted(start, 7 * steps))
    if unit == "month":
        return places.month(start.year, start.month + steps)
    if unit == "quarter":
        return places.quarter(start.year, (start.month + 2) // 3 + steps)
    return _stepped_years(unit, steps, start.year)


def _stepped_years(unit: str, steps: int, year: int) -> Place | None:
    if unit == "year":
        return places.year(year + steps)
    if unit == "decade":
        return places.decade(year + 10 * steps)
    return places.century((year + 99) // 100 + steps)


def _number(phrase: Phrase) -> int:
    words = [word for word in phrase.words("anDN") if word not in ("a", "an")]
    return sum(NUMBERS.get(word) or int(word) for word in words) or 1
