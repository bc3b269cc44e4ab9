"""Years, decades, centuries, quarters, halves and seasons."""

from sidelight.readings.dates import places
from sidelight.readings.dates.numbers import is_before_plural, is_year
from sidelight.readings.dates.outlook import outlook
from sidelight.readings.dates.places import UNPLACED, Place
from sidelight.readings.dates.scope import Scope
from sidelight.readings.dates.tokens import Phrase
from sidelight.readings.dates.vocabulary import ORDINALS, SEASONS, STEPS

# Names of centuries and runs of years are read within these bounds.
_OLDEST, _NEWEST = 1100, 2099
_LAST_CENTURY = 30
_QUARTERS, _HALVES = 4, 2
_HUNDRED = 100
# Sports have quarters too.
_SPORTS = frozenset(("touchdown", "touchdowns", "quarterback", "halftime", "rebounds"))
_REACH = 15


def year(phrase: Phrase, _: Scope) -> Place | None:
    """Place "2024", "early 2024", "fiscal 2024"."""
    [number] = phrase.words("Y")
    return places.year(int(number)) if is_year(phrase) else None


def years(phrase: Phrase, _: Scope) -> Place | None:
    """Place "2019-2021", "2019-21", "from 2019 to 2021"."""
    first, last = (int(number) for number in phrase.words("YDN"))
    if last < _HUNDRED:  # of the same century
        last += first - first % _HUNDRED
    joined = "&" in phrase.classes and phrase.kind_before() != "B"
    if joined or is_before_plural(phrase) or not _OLDEST <= first < last <= _NEWEST:
        return None
    return places.years(first, last)


def decade(phrase: Phrase, _: Scope) -> Place | None:
    """Place "the 1990s" and "the '90s", and "the 1800s" as all hundred years."""
    number = int("".join(c for c in phrase.words("d")[0] if c.isdigit()))
    if number < _HUNDRED:
        return places.decade(1900 + number)
    if number % _HUNDRED == 0 and number <= 1900:  # noqa: PLR2004
        return places.years(number, number + 99, "century")
    return places.decade(number)


def century(phrase: Phrase, _: Scope) -> Place | None:
    """Place "the 19th century", "the nineteenth century"."""
    number = _ordinal(phrase)
    if phrase.words("u") != ["century"] or number > _LAST_CENTURY:
        return None
    return places.century(number)


def quarter(phrase: Phrase, scope: Scope) -> Place | None:
    """Place "Q2 2024", "the second quarter of last year", "the third quarter".

    A firm's fiscal quarters are its own: they have no place here.
    """
    number = _ordinal(phrase)
    fiscal = "fiscal" in (phrase.before(), *phrase.words("p"))
    if number > _QUARTERS or fiscal or _is_sport(phrase):
        return None
    if written := phrase.words("Y"):
        return places.quarter(int(written[0]), number)
    if scope.published is None:
        return UNPLACED
    in_year = scope.published.year
    if which := phrase.words("l"):
        in_year += STEPS[which[0]]
    elif number > (scope.published.month + 2) // 3 and outlook(phrase) != "ahead":
        in_year -= 1
    place = places.quarter(in_year, number)
    return place and place._replace(counted=True)


def half(phrase: Phrase, scope: Scope) -> Place | None:
    """Place "the first half of 2024" as its months."""
    number = _ordinal(phrase)
    if number > _HALVES:
        return None
    written = phrase.words("Y")
    if not written and scope.published is None:
        return UNPLACED
    in_year = int(written[0]) if written else _stepped_year(phrase, scope)
    place = places.months(in_year, 6 * number - 5, in_year, 6 * number)
    return place and place._replace(counted=not written)


def season(phrase: Phrase, scope: Scope) -> Place | None:
    """Place "the summer of 2024", "last winter", "the spring of last year"."""
    first_month = SEASONS[phrase.words("S")[0]]
    written = phrase.words("Y")
    if not written and scope.published is None:
        return UNPLACED
    in_year = int(written[0]) if written else _stepped_year(phrase, scope)
    if scope.published and not written and "k" not in phrase.classes:
        # "last summer", said in autumn, is this year's, and "next", said in spring.
        step, now = STEPS[phrase.words("l")[0]], scope.published.month
        passed = now < first_month if step > 0 else now >= first_month + 3
        in_year -= step if passed else 0
    place = places.season(in_year, first_month)
    return place and place._replace(counted=not written)


def _stepped_year(phrase: Phrase, scope: Scope) -> int:
    """Return the year of "last year", counted from publication; 0 without one."""
    step = STEPS[phrase.words("lf")[0]]
    return scope.published.year + step if scope.published else 0


def _is_sport(phrase: Phrase) -> bool:
    tokens = phrase.tokens
    near = range(phrase.start - _REACH, phrase.stop + _REACH)
    return any(tokens.word(index) in _SPORTS for index in near)


def _ordinal(phrase: Phrase) -> int:
    for word in phrase.words("oOQ"):
        return ORDINALS.get(word) or int("".join(c for c in word if c.isdigit()))
    return 0
