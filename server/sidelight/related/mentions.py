"""Dates and figures of two reports that are of one thing.

Every date (or figure) of one report is weighed against each of the other that it may
be compared with (`certainty`). Two that agree are taken for one thing early. Two that
differ are if each is the other's best match, nothing that agrees is nearly as good,
and their values are such as two reports may give for one thing.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from itertools import product
from math import inf, log1p
from typing import NamedTuple

from sidelight.deadline import each
from sidelight.model import Aligned, DateMention, Figure, Reading
from sidelight.readings.figures.units import TIMES as DURATIONS
from sidelight.readings.things import AGE
from sidelight.readings.words import stem
from sidelight.related import certainty, likeness
from sidelight.related.agreement import (
    dates_agree,
    days_apart,
    figures_agree,
    is_slip,
    times_apart,
)
from sidelight.related.likeness import PEOPLE, Mention

# Chosen on the looked-at events and on real reports read by eye, checked by the
# counts of the tuning events (docs/adr/0011-points.md).
LEAST_SAME = 0.2  # certainty of two figures that agree
LEAST_OTHER = 0.4  # … that differ
LEAST_OTHER_VERB = 0.9  # … that differ, beside other verbs
LEAST_FEW = 0.85  # … that differ, and are ages or small: those come by the dozen
LEAST_DURATION = 0.95
LEAST_CLAUSE = 0.4  # how alike the clauses of two durations must be
LEAST_NEAR = 0.6  # how alike the words around two years must be
LEAST_SAME_TELLING = 0.04
LEAST_SAME_FEW = 0.4
LEAST_SAME_MEASURE = 0.04  # … that agree, are small, have a unit and no rival
LEAST_MARGIN = 0.5
FEWEST_SHARED = log1p(2)  # words that the sentences of two dates share
LEAST_RESTATED = 0.5  # how alike the clauses of two restated figures must be
FEWEST_RESTATED = log1p(4)  # words that their sentences share
LEAST_BRIDGED = 0.05
MOST_BRIDGES = 8  # pairs of other reports that are lined up to bridge two
LEAST_SAME_DATE = 0.25
LEAST_OTHER_DATE = 0.3  # … that differ in one part
LEAST_OTHER_YEAR = 0.4  # … and are years, or stand beside other names
LEAST_OTHER_DAY = 0.75
LEAST_OTHER_WEEKDAY = 0.75  # most news has several happenings in one week
MOVED = 0.3  # an agreeing match with less than this share of the certainty is none
MOVED_FAR = 0.1  # … where the agreeing match is one that is shown
EQUAL = 0.3  # certainty that two equal sums of money have at least
FEW = 12
MOST_TIMES_APART = 2.0
WIDE = 3.0
LEAST_WIDE = 0.7  # … that differ, and one is two to three times the other
CLOSE = 1.25  # times
SLIP = 5.0  # odds that two values of the same digits are of one thing, to others
MOST_YEARS_APART = 12

_CLAUSE = likeness.FEATURES.index("clause")
_NEAR = likeness.FEATURES.index("near")
_SHARED = likeness.FEATURES.index("shared")
_VERBS_DIFFER = likeness.FEATURES.index("verbs_differ")
_VERB = likeness.FEATURES.index("verb")
_KIND = likeness.FEATURES.index("kind")
_STRANGERS = likeness.FEATURES.index("strangers")
_MARGIN = likeness.FEATURES.index("margin")
_ASIDE = frozenset(("changed", "other", "market"))
_PLAYED = frozenset(
    stem(word)
    for word in "out inning lap point season game match yard run set round win".split()
)
_PLACED = frozenset(("day", "month-day", "month", "month-name", "year"))


class Pair(NamedTuple):
    """Two mentions that may be compared, with what they have in common."""

    here: Mention
    there: Mention
    features: list[float]


class _Layer(NamedTuple):
    """How mentions of one kind are lined up."""

    of: Callable[[Reading], tuple[Mention, ...]]
    comparable: Callable[[Mention, Mention], bool]
    certainty: Callable[[Pair], float]
    agree: Callable[[Mention, Mention], bool]
    least_same: Callable[[Pair], float]
    least_other: Callable[[Pair], float]
    restated: Callable[
        [Sequence["_Weighed"], Sequence["_Weighed"]], Iterable["_Weighed"]
    ]


class _Weighed(NamedTuple):
    """A pair, how sure it is that both are of one thing, and if they agree."""

    pair: Pair
    sure: float
    agree: bool


MOST_MENTIONS = 1_000
"""Dates, or figures, of one report that are compared; the longest of real ones has
some 150. A text made of numbers would be a million times a million pairs."""


def dates(reading: Reading, reports: Sequence[Reading]) -> tuple[Aligned, ...]:
    """Return the pairs of dates that date one happening."""
    return _align(reading, reports, _DATES)


def figures(reading: Reading, reports: Sequence[Reading]) -> tuple[Aligned, ...]:
    """Return the pairs of figures that count one thing with one predicate."""
    return _align(reading, reports, _FIGURES)


def pairs(
    here: Sequence[Mention],
    there: Sequence[Mention],
    comparable: Callable[[Mention, Mention], bool],
) -> list[Pair]:
    """Return every pair of mentions that may be compared, with its features."""
    found = [
        (a, b, likeness.features(a, b))
        for a, b in each(product(here[:MOST_MENTIONS], there[:MOST_MENTIONS]))
        if comparable(a, b)
    ]
    rough = [likeness.rough(features) for _, _, features in found]
    of_here = defaultdict[int, list[float]](list)
    of_there = defaultdict[int, list[float]](list)
    for (a, b, _), value in zip(found, rough, strict=True):
        of_here[a.number].append(value)
        of_there[b.number].append(value)
    for values in (*of_here.values(), *of_there.values()):
        values.sort(reverse=True)
    return [
        Pair(
            a,
            b,
            features + likeness.ranks(of_here[a.number], of_there[b.number], value),
        )
        for (a, b, features), value in zip(found, rough, strict=True)
    ]


def _align(
    reading: Reading, reports: Sequence[Reading], layer: _Layer
) -> tuple[Aligned, ...]:
    here = layer.of(reading)
    there = [layer.of(report) for report in reports]
    weighed = [_weighed(here, mentions, layer) for mentions in there]
    matched = [list(_matched(pairs, layer)) for pairs in weighed]
    found = {
        (m.pair.here.number, number, m.pair.there.number): m.sure
        for number, of_report in enumerate(matched)
        for m in of_report
    }
    for (first, number, second), sure in _bridged(there, weighed, matched, layer):
        found.setdefault((first, number, second), sure)
    return tuple(
        Aligned(first, number, second, round(sure, 4))
        for (first, number, second), sure in sorted(
            found.items(), key=lambda item: (item[0][1], item[0][0], item[0][2])
        )
    )


def _weighed(
    here: Sequence[Mention], there: Sequence[Mention], layer: _Layer
) -> list[_Weighed]:
    return [
        _Weighed(pair, layer.certainty(pair), layer.agree(pair.here, pair.there))
        for pair in pairs(here, there, layer.comparable)
    ]


def _matched(weighed: Sequence[_Weighed], layer: _Layer) -> Iterator[_Weighed]:
    """Yield the pairs that are of one thing."""
    for found in weighed:
        if found.agree and found.sure >= layer.least_same(found.pair):
            yield found
    others = _unmatched(weighed, layer)
    best = _best(others)
    for found in others:
        if found.sure >= layer.least_other(found.pair) and all(
            found.sure == best[key] for key in _keys(found.pair)
        ):
            yield found
    yield from layer.restated(weighed, others)


def _restated(
    weighed: Sequence[_Weighed], others: Sequence[_Weighed]
) -> Iterator[_Weighed]:
    """Yield rates and sums that differ, in clauses that say the same.

    Such a pair stands although a report gives the other's value elsewhere too: there
    it is tied to another thing ("reaffirmed the 2% target" beside "agreed on 5%").
    """
    told = {id(found) for found in others}
    same = _best([found for found in weighed if found.agree])
    for found in weighed:
        features = found.pair.features
        if (
            not found.agree
            and id(found) not in told
            and features[_CLAUSE] >= LEAST_RESTATED
            and features[_SHARED] >= FEWEST_RESTATED
            and min(same[key] for key in _keys(found.pair)) < LEAST_OTHER
            and _is_rate(found.pair.here)
            and not _has_both(found.pair)
            and _may_be_restated(found.pair)
        ):
            yield found


def _unmatched(weighed: Sequence[_Weighed], layer: _Layer) -> list[_Weighed]:
    """Return the pairs that differ, and of which neither has its like elsewhere."""
    close = [found for found in weighed if found.agree and _is_close(found.pair)]
    same = _best([_floored(found) for found in close])
    taken = {
        key
        for found in close
        if found.sure >= layer.least_same(found.pair)
        for key in _keys(found.pair)
    }
    return [
        found
        for found in weighed
        if not found.agree
        and all(
            same[key] < (MOVED_FAR if key in taken else MOVED) * found.sure
            for key in _keys(found.pair)
        )
    ]


def _floored(found: _Weighed) -> _Weighed:
    """Raise the certainty of two equal sums, or large numbers: few are by chance."""
    a, b = found.pair.here, found.pair.there
    if isinstance(a.said, Figure) and isinstance(b.said, Figure):
        equal = (a.said.low, a.said.high) == (b.said.low, b.said.high)
        large = abs(a.said.high) >= likeness.MANY
        if equal and (large or (a.is_money and b.is_money)):
            return found._replace(sure=max(found.sure, EQUAL))
    return found


def _best(weighed: Sequence[_Weighed]) -> defaultdict[tuple[bool, int], float]:
    best = defaultdict[tuple[bool, int], float](float)
    for found in weighed:
        for key in _keys(found.pair):
            best[key] = max(best[key], found.sure)
    return best


def _keys(pair: Pair) -> tuple[tuple[bool, int], tuple[bool, int]]:
    return (True, pair.here.number), (False, pair.there.number)


def _bridged(
    there: Sequence[Sequence[Mention]],
    weighed: Sequence[Sequence[_Weighed]],
    matched: Sequence[Sequence[_Weighed]],
    layer: _Layer,
) -> Iterator[tuple[tuple[int, int, int], float]]:
    """Yield pairs that differ and are of one thing by a third report.

    Where this report and a third agree on a figure, and the third's is matched with
    another report's that differs, so is this one's.
    """
    third = cache(
        lambda one, other: {
            (m.pair.here.number, m.pair.there.number): m.sure
            for m in _matched(_weighed(there[one], there[other], layer), layer)
            if not m.agree
        }
    )
    tried = set[tuple[int, int]]()
    for number, of_report in enumerate(weighed):
        for found in _unmatched(of_report, layer):
            if not LEAST_BRIDGED <= found.sure < layer.least_other(found.pair) < inf:
                continue
            for other, like in _alike(found.pair.here.number, number, matched):
                if (other, number) not in tried and len(tried) >= MOST_BRIDGES:
                    continue
                tried.add((other, number))
                sure = third(other, number).get((like, found.pair.there.number))
                if sure:
                    key = found.pair.here.number, number, found.pair.there.number
                    yield key, sure
                    break


def _alike(
    here: int, number: int, matched: Sequence[Sequence[_Weighed]]
) -> Iterator[tuple[int, int]]:
    """Yield report and mention of what agrees with a mention in other reports."""
    for other, of_report in enumerate(matched):
        for found in of_report:
            if other != number and found.agree and found.pair.here.number == here:
                yield other, found.pair.there.number


def _is_close(pair: Pair) -> bool:
    """Tell whether two that agree do so closely; "up to six million" has much below."""
    a, b = pair.here.said, pair.there.said
    if isinstance(a, Figure) and isinstance(b, Figure):
        return times_apart(a, b) <= CLOSE
    if isinstance(a, DateMention) and isinstance(b, DateMention):
        return days_apart(a, b) == 0
    return True


# --- Figures -----------------------------------------------------------------


def comparable_figures(one: Mention, other: Mention) -> bool:
    """Tell whether two figures may count one thing: one unit, one head or none."""
    a, b = one.context, other.context
    if a.unit != b.unit:
        return False
    if a.head.startswith(AGE) or b.head.startswith(AGE):
        return a.head == b.head != AGE
    if a.unit is None and a.head and b.head and a.head != b.head:
        return a.head in PEOPLE and b.head in PEOPLE
    return True


def certainty_of_figures(pair: Pair) -> float:
    """Return how sure it is that two figures are of one thing.

    The same digits in another order, or with another point, hardly come by chance.
    """
    sure = certainty.of_figures(pair.features)
    slip = is_slip(_figure(pair.here).high, _figure(pair.there).high)
    if slip and not _figures_agree(pair.here, pair.there):
        return SLIP * sure / (1 + (SLIP - 1) * sure)
    return sure


def _figures_agree(one: Mention, other: Mention) -> bool:
    a, b = _figure(one), _figure(other)
    return figures_agree(a, b)


def _figure(mention: Mention) -> Figure:
    assert isinstance(mention.said, Figure)  # noqa: S101 - of the layer of figures
    return mention.said


def _least_same(pair: Pair) -> float:
    """Return how sure two figures that agree must be: a telling value says much."""
    value = abs(_figure(pair.here).high)
    if value == 1 or _is_step(pair.here) != _is_step(pair.there):
        return inf
    if value <= FEW and _in_play(pair.here):
        return inf
    if pair.here.context.head.startswith(AGE):
        return LEAST_FEW if pair.here.elsewhen == pair.there.elsewhen else inf
    if _figure(pair.here).low != _figure(pair.there).low:
        return LEAST_SAME
    if value <= FEW and value == round(value):
        alone = pair.features[_MARGIN] >= LEAST_MARGIN
        telling = pair.features[_SHARED] >= FEWEST_SHARED
        measured = _is_rate(pair.here) and alone and telling
        return LEAST_SAME_MEASURE if measured else LEAST_SAME_FEW
    return LEAST_SAME_TELLING


def _least_for_figures(pair: Pair) -> float:
    """Return how sure two figures that differ must be to be of one thing."""
    one, other = pair.here, pair.there
    if not (_may_differ(one, other) and _same_scene(pair)):
        return inf
    a, b = _figure(one), _figure(other)
    unit, apart, least = one.context.unit, times_apart(a, b), LEAST_OTHER
    if apart > MOST_TIMES_APART and not is_slip(a.high, b.high):
        least = LEAST_WIDE if apart <= WIDE and pair.features[_VERB] else inf
    if unit in DURATIONS:
        telling = pair.features[_CLAUSE] >= LEAST_CLAUSE
        return max(least, LEAST_DURATION) if telling else inf
    if pair.features[_VERBS_DIFFER]:
        least = max(least, LEAST_OTHER_VERB)
    small = unit is None and min(abs(a.high), abs(b.high)) <= FEW
    if small and _has_both(pair):
        return inf
    if small or one.context.head.startswith(AGE) or one.elsewhen != other.elsewhen:
        return max(least, LEAST_FEW)
    return least


def _may_be_restated(pair: Pair) -> bool:
    apart = times_apart(_figure(pair.here), _figure(pair.there))
    return apart <= WIDE and _may_differ(pair.here, pair.there)


def _may_differ(one: Mention, other: Mention) -> bool:
    """Tell whether nothing in the words sets two figures of a kind apart."""
    if 1 in (abs(_figure(one).high), abs(_figure(other).high)):
        return False
    if _modified(one, other) or _is_step(one) != _is_step(other):
        return False
    marks = {*one.context.marks, *other.context.marks} & _ASIDE
    if marks == {"changed"} and _is_of_one_day(one, other):
        marks = set()
    return not marks and _is_told(one, other)


def _is_of_one_day(one: Mention, other: Mention) -> bool:
    """Tell whether both sentences name the day, and it is the same."""
    days, others = (
        [date for date in mention.dates if date.known == "day"]
        for mention in (one, other)
    )
    return any(dates_agree(a, b) for a in days for b in others)


def _is_told(one: Mention, other: Mention) -> bool:
    """Tell whether the two say what they count, one of them in its own words."""
    a, b = one.context, other.context
    if _in_play(one) or _in_play(other) or (a.carried and b.carried):
        return False
    large = abs(_figure(one).high) >= likeness.MANY
    return a.unit is not None or large or bool(a.head and b.head)


def _same_scene(pair: Pair) -> bool:
    """Tell whether no names set two measures apart: one report has many of a kind."""
    one, other = pair.here, pair.there
    unit = one.context.unit
    if unit is None and min(_figure(one).high, _figure(other).high) > FEW:
        return True
    if unit == "percent" or likeness.is_money(unit):
        return True
    a, b = set(one.context.names), set(other.context.names)
    return not a or not b or not a.isdisjoint(b)


def _in_play(mention: Mention) -> bool:
    """Tell whether a figure counts a step of a game, which has many alike."""
    figure = _figure(mention)
    yards = figure.unit is not None and figure.counts.endswith("goal")
    return yards or mention.context.head in _PLAYED


def _has_both(pair: Pair) -> bool:
    """Tell whether one sentence has both values: then they are of two things."""
    return (
        _value(pair.here) in pair.there.others or _value(pair.there) in pair.here.others
    )


def _value(mention: Mention) -> tuple[float, float]:
    return _figure(mention).low, _figure(mention).high


def _is_rate(mention: Mention) -> bool:
    return mention.context.unit == "percent" or mention.is_money


def _is_step(mention: Mention) -> bool:
    """Tell whether a figure says by how much, not how much: "grew by 5%"."""
    return mention.context.lead == "by"


def _modified(one: Mention, other: Mention) -> bool:
    """Tell whether what is counted is narrowed down in different words."""
    a, b = (set(_figure(m).counts.split()[:-1]) for m in (one, other))
    return bool(a and b) and a.isdisjoint(b)


# --- Dates -------------------------------------------------------------------


def _comparable_dates(one: Mention, other: Mention) -> bool:
    """Tell whether two dates may date one happening; most pairs end here, cheaply."""
    a, b = _date(one), _date(other)
    if not (_is_certain(a) and _is_certain(b)):
        return False
    if (a.deadline, a.recurring) != (b.deadline, b.recurring):
        return False
    alike = a.known == b.known and one.far == other.far
    return alike or dates_agree(a, b) or _is_year_apart(a, b)


def _date(mention: Mention) -> DateMention:
    assert isinstance(mention.said, DateMention)  # noqa: S101 - of the layer of dates
    return mention.said


def _is_certain(mention: DateMention) -> bool:
    """Tell whether a date is a day, month or year, and not one counted roughly."""
    if mention.first is None or mention.known not in _PLACED:
        return False
    return mention.by == "calendar" or mention.known == "day"


def _dates_agree(one: Mention, other: Mention) -> bool:
    return dates_agree(_date(one), _date(other))


def _least_same_date(pair: Pair) -> float:
    """Return how sure two dates that agree must be: a day has many statements."""
    said = ["said" in mention.context.marks for mention in (pair.here, pair.there)]
    if all(said):
        return LEAST_OTHER_DAY
    return inf if any(said) else LEAST_SAME_DATE


def _least_for_dates(pair: Pair) -> float:
    """Return how sure two dates that differ must be to date one happening."""
    a, b = _date(pair.here), _date(pair.there)
    if not _may_date_one(pair):
        return inf
    if not (a.by == b.by == "calendar"):
        return LEAST_OTHER_WEEKDAY
    if not _is_near_miss(pair):
        return LEAST_OTHER_DAY
    telling = a.known != "year" and not pair.features[_STRANGERS]
    return LEAST_OTHER_DATE if telling else LEAST_OTHER_YEAR


def _may_date_one(pair: Pair) -> bool:
    """Tell whether two dates are of one kind, and of things that can be one.

    "Accepted in March" and "found out in June" are steps of one affair; careers and
    histories are full of years.
    """
    a, b = _date(pair.here), _date(pair.there)
    apart = days_apart(a, b)
    if apart is None or apart > 366 * MOST_YEARS_APART:
        return False
    kinds_differ = a.known != b.known or pair.here.far != pair.there.far
    said = "said" in (*pair.here.context.marks, *pair.there.context.marks)
    if said or (kinds_differ and not _is_year_apart(a, b)):
        return False
    if a.known in {"month", "month-name"}:
        return _is_near_miss(pair)
    if a.known == "year":
        return bool(pair.features[_KIND]) or pair.features[_NEAR] >= LEAST_NEAR
    return bool(pair.features[_KIND]) or pair.features[_SHARED] >= FEWEST_SHARED


def _is_year_apart(one: DateMention, other: DateMention) -> bool:
    """Tell whether two dates are of one month, and one day if told, but the year."""
    a, b = one.first, other.first
    if not a or not b or not a.year or not b.year or a.year == b.year:
        return False
    if a.month != b.month or "year" in (one.known, other.known):
        return False
    return one.known != other.known or a.day == b.day


def _is_near_miss(pair: Pair) -> bool:
    """Tell whether two dates differ in one part alone, as one that was mistaken does.

    Years do in any case; two of them need another value in common beside them.
    """
    a, b = _date(pair.here).first, _date(pair.there).first
    if not a or not b:
        return False
    if _date(pair.here).known == "year":
        shared = pair.here.others & pair.there.others
        return bool(shared) and bool(pair.features[_KIND])
    one_month = (a.year, a.month) == (b.year, b.month) and a.day is not None
    return one_month or _is_year_apart(_date(pair.here), _date(pair.there))


def _certainty_of_dates(pair: Pair) -> float:
    return certainty.of_dates(pair.features)


_FIGURES = _Layer(
    likeness.figures,
    comparable_figures,
    certainty_of_figures,
    _figures_agree,
    _least_same,
    _least_for_figures,
    _restated,
)
_DATES = _Layer(
    likeness.dates,
    _comparable_dates,
    _certainty_of_dates,
    _dates_agree,
    _least_same_date,
    _least_for_dates,
    lambda *_: (),
)
