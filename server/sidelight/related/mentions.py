"""Dates and figures of two reports that are of one thing.

Two mentions are lined up only if what they are said of agrees: the same kind of
happening or the same thing counted, and enough of the words around them.
"""

from collections.abc import Callable, Iterator, Sequence
from itertools import chain

from sidelight.model import Aligned, Context, DateMention, Figure, Reading
from sidelight.readings.contexts import KIND, kind
from sidelight.readings.terms import rarity
from sidelight.readings.words import stem

# Provisional until they are chosen on the evaluation set's tuning events.
LEAST_FOR_DATES = 0.25
LEAST_FOR_FIGURES = 0.5
OTHER_VERB = 0.7  # of the agreement is left where the verbs are not one
FEWEST_WITHOUT_VERB = 3  # where "reached the office" stands against "arrived at" it
FEWEST_SHARED = 2  # stems and names around two figures

_DURATIONS = frozenset("second minute hour day week month year decade".split())
_PEOPLE = frozenset(
    "person worker employee staff resident member passenger patient student pupil "
    "teacher protester victim voter civilian man woman child".split()
)
Scorer = Callable[[Reading, int, Reading, int], float]


def dates(reading: Reading, reports: Sequence[Reading]) -> tuple[Aligned, ...]:
    """Return the pairs of dates that date one happening."""
    return _align(reading, reports, lambda r: len(r.dates), _dates, LEAST_FOR_DATES)


def figures(reading: Reading, reports: Sequence[Reading]) -> tuple[Aligned, ...]:
    """Return the pairs of figures that count one thing with one predicate."""
    return _align(
        reading, reports, lambda r: len(r.figures), _figures, LEAST_FOR_FIGURES
    )


def _align(
    reading: Reading,
    reports: Sequence[Reading],
    count: Callable[[Reading], int],
    score: Scorer,
    least: float,
) -> tuple[Aligned, ...]:
    def pairs() -> Iterator[Aligned]:
        for number, report in enumerate(reports):
            for here in range(count(reading)):
                for there in range(count(report)):
                    agreement = score(reading, here, report, there)
                    if agreement >= least:
                        yield Aligned(here, number, there, round(agreement, 4))

    return tuple(pairs())


def _dates(one: Reading, here: int, other: Reading, there: int) -> float:
    a, b = one.dates[here], other.dates[there]
    if not (_is_certain(a) and _is_certain(b)):
        return 0.0
    if (a.deadline, a.recurring) != (b.deadline, b.recurring):
        return 0.0
    context, context_b = one.dated[here], other.dated[there]
    if not context.head or kind(context.head) != kind(context_b.head):
        return 0.0
    return _overlap(context, context_b, without=_of_kind(context.head))


def _is_certain(mention: DateMention) -> bool:
    """Tell whether a date is a day, month or year, and not one counted roughly."""
    return mention.first is not None and (
        mention.known in {"day", "month-day"}
        or (mention.known in {"month", "month-name", "year"} and not mention.counted)
    )


def _of_kind(head: str) -> frozenset[str]:
    """Return the stems for the kind of happening that `head` names."""
    same = {s for s, k in KIND.items() if k == kind(head)}
    return frozenset(same | {head})


def _figures(one: Reading, here: int, other: Reading, there: int) -> float:
    a, b = one.figures[here], other.figures[there]
    context, context_b = one.counted[here], other.counted[there]
    same = (a.low, a.high) == (b.low, b.high)
    if a.unit != b.unit or not _same_thing(a, b, loosely=same):
        return 0.0
    if same:
        overlap = _overlap(context, context_b, without=frozenset())
        return overlap if _same_verb(context, context_b) else overlap * OTHER_VERB
    if a.unit in _DURATIONS and context.head != context_b.head:
        return 0.0
    thing = (
        frozenset(_stems(a.counts) & _stems(b.counts))
        if a.unit is None
        else frozenset()
    )
    if _same_verb(context, context_b):
        return _overlap(context, context_b, without=thing, fewest=FEWEST_SHARED)
    said = (_predicate(context) & _predicate(context_b)) - thing
    if not thing or len(said) < FEWEST_SHARED:  # names alone say who, not what
        return 0.0
    return _overlap(context, context_b, without=thing, fewest=FEWEST_WITHOUT_VERB)


def _same_verb(one: Context, other: Context) -> bool:
    """Tell whether the first verb of each clause is the other's as well."""
    first, first_b = one.verbs[:1], other.verbs[:1]
    if first and first_b:
        return first == first_b
    if first or first_b:
        return (first or first_b)[0] in _predicate(other if first else one)
    return one.head == other.head


def _predicate(context: Context) -> set[str]:
    return {*context.verbs, *context.words, context.head} - {""}


def _same_thing(a: Figure, b: Figure, *, loosely: bool) -> bool:
    """Tell whether two figures may count one thing; percent and money always may.

    `loosely` lets "workers" be "people", for two figures of one value.
    """
    if a.unit is not None:
        return True
    head, head_b = a.counts.split()[-1:], b.counts.split()[-1:]
    if not head or not head_b:
        return False
    people = loosely and head[0] in _PEOPLE and head_b[0] in _PEOPLE
    return people or stem(head[0]) == stem(head_b[0])


def _stems(words: str) -> set[str]:
    return {stem(word) for word in words.split()}


def _overlap(
    one: Context, other: Context, *, without: frozenset[str], fewest: int = 1
) -> float:
    """Return the weight of what two contexts share, by the lighter of the two."""
    a, b = _weighted(one, without), _weighted(other, without)
    shared = a.keys() & b.keys()
    if len(shared) < fewest:
        return 0.0
    lighter = min(sum(a.values()), sum(b.values()))
    return sum(a[term] for term in shared) / lighter if lighter else 0.0


def _weighted(context: Context, without: frozenset[str]) -> dict[str, float]:
    """Return the terms with their rarity; a name's words count like any others."""
    terms = chain(context.verbs, context.words, map(stem, context.names))
    return {term: rarity(term) for term in terms if term not in without}
