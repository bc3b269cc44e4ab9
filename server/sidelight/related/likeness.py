"""How alike the surroundings of two dates, or two figures, are.

Numbers over what stands around the two, never over their values: those are what is
compared. How they are weighed: `sidelight.related.certainty`.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date as date_
from functools import cached_property
from math import log, log1p, sqrt

from sidelight.model import Context, DateMention, Figure, Reading
from sidelight.readings.contexts import KIND, kind
from sidelight.readings.figures.units import TIMES as DURATIONS
from sidelight.readings.surroundings import BESIDE, CLAUSE
from sidelight.readings.things import AGE
from sidelight.readings.words import stem
from sidelight.related.agreement import dates_agree, days_from

Vector = dict[str, float]

FAR = 0.15  # what a word of the sentence counts, however far
BESIDE_SHARE = 0.4  # what a word of the sentence before or after counts
LEAD_SHARE = 0.15  # of a report is its opening
MANY = 100_000.0  # a plain figure so high is money, or counts people
LONG = 30  # days from publication; a date so far off sets another scene
PEOPLE = frozenset(
    stem(word)
    for word in (
        "person people worker employee staff resident member passenger patient "
        "student pupil teacher protester victim voter civilian man woman child"
    ).split()
)


@dataclass(eq=False)
class Mention:
    """A date or a figure with what stands around it, ready to be compared."""

    number: int
    said: Figure | DateMention
    context: Context
    others: frozenset[tuple[object, ...]]
    dates: tuple[DateMention, ...]
    position: float
    elsewhen: bool = False  # a date long before or after publication stands beside it
    far: bool = False  # a date that lies so itself

    @property
    def head(self) -> str:
        """What is dated or counted; "" for money, also of unknown currency.

        "41 million florins" has the same coin in every figure of a report.
        """
        said, context = self.said, self.context
        money = isinstance(said, Figure) and abs(said.high) >= MANY
        coin = money and context.unit is None and context.head not in PEOPLE
        return "" if coin else context.head

    @property
    def is_money(self) -> bool:
        """Tell whether it is a sum of money, of a known currency or another."""
        context = self.context
        coin = bool(context.head) and not self.head and context.unit is None
        return coin or is_money(context.unit)

    @cached_property
    def happenings(self) -> frozenset[str]:
        """The kinds of the happening that its head names, or else of its clause's."""
        if self.head in KIND:
            return frozenset((KIND[self.head],))
        return frozenset(
            KIND[term]
            for term, _, _, place in self.context.around
            if place == CLAUSE and term in KIND
        )

    @cached_property
    def happening(self) -> str:
        """The kind of the happening that its head names, or else the nearest word."""
        near = {
            near: KIND[term]
            for term, _, near, place in self.context.around
            if place == CLAUSE and term in KIND
        }
        return KIND.get(self.head) or near.get(max(near, default=0), "")

    @cached_property
    def near(self) -> Vector:
        """The words of its sentence, the near ones before the far."""
        return _scaled(
            (term, weight * (FAR + near / 100))
            for term, weight, near, place in self.context.around
            if place != BESIDE
        )

    @cached_property
    def sentence(self) -> Vector:
        """The words of its sentence."""
        return _scaled(
            (term, weight)
            for term, weight, _, place in self.context.around
            if place != BESIDE
        )

    @cached_property
    def clause(self) -> Vector:
        """The words of its clause."""
        return _scaled(
            (term, weight)
            for term, weight, _, place in self.context.around
            if place == CLAUSE
        )

    @cached_property
    def wide(self) -> Vector:
        """The words of its sentence and, for less, of the two beside it."""
        return _scaled(
            (term, weight * (BESIDE_SHARE if place == BESIDE else 1.0))
            for term, weight, _, place in self.context.around
        )


def figures(reading: Reading) -> tuple[Mention, ...]:
    """Return the figures of a report, ready to be compared."""
    return _mentions(reading, reading.figures, reading.counted)


def dates(reading: Reading) -> tuple[Mention, ...]:
    """Return the dates of a report, ready to be compared."""
    return _mentions(reading, reading.dates, reading.dated)


def _mentions(
    reading: Reading,
    layer: Sequence[Figure | DateMention],
    contexts: Sequence[Context],
) -> tuple[Mention, ...]:
    values: dict[int, list[tuple[object, ...]]] = {}
    for figure, context in zip(reading.figures, reading.counted, strict=True):
        values.setdefault(context.sentence, []).append((figure.low, figure.high))
    days: dict[int, list[DateMention]] = {}
    for date, context in zip(reading.dates, reading.dated, strict=True):
        if date.first:
            if "since" not in context.marks:  # it does not say when
                days.setdefault(context.sentence, []).append(date)
            values.setdefault(context.sentence, []).append((date.first, date.last))
    length = max(1, len(reading.sentences))
    published = reading.article.day
    scenes = {
        number
        for number, found in days.items()
        if any(_is_far(date, published) for date in found)
    }
    return tuple(
        Mention(
            number=number,
            said=said,
            context=context,
            others=frozenset(values.get(context.sentence, ())) - {_value(said)},
            dates=tuple(d for d in days.get(context.sentence, ()) if d is not said),
            position=context.sentence / length,
            elsewhen=context.sentence in scenes,
            far=isinstance(said, DateMention) and _is_far(said, published),
        )
        for number, (said, context) in enumerate(zip(layer, contexts, strict=True))
    )


def _is_far(date: DateMention, published: date_ | None) -> bool:
    apart = None if published is None else days_from(date, published)
    return apart is not None and apart > LONG


def _value(said: Figure | DateMention) -> tuple[object, ...]:
    if isinstance(said, Figure):
        return (said.low, said.high)
    return (said.first, said.last)


def _scaled(terms: Iterable[tuple[str, float]]) -> Vector:
    vector = dict(terms)
    length = sqrt(sum(value * value for value in vector.values())) or 1.0
    return {term: value / length for term, value in vector.items()}


def cosine(one: Mapping[str, float], other: Mapping[str, float]) -> float:
    """Return the cosine of two vectors of length 1."""
    if len(other) < len(one):
        one, other = other, one
    return sum(value * other[term] for term, value in one.items() if term in other)


PAIR_FEATURES = (
    "near",
    "sentence",
    "clause",
    "wide",
    "head",
    "kind",
    "head_differs",
    "head_elsewhere",
    "carried",
    "verb",
    "verbs_differ",
    "names",
    "strangers",
    "others",
    "lead",
    "apart",
    "openings",
    "clash",
    "shared",
    "percent",
    "money",
    "duration",
    "age",
    "plain",
)
RANK_FEATURES = ("margin", "margin_here", "margin_there", "many_here", "many_there")
FEATURES = (*PAIR_FEATURES, *RANK_FEATURES)


def features(one: Mention, other: Mention) -> list[float]:
    """Return what two mentions have in common, in the order of `PAIR_FEATURES`."""
    a, b = one.context, other.context
    head, head_there = one.head, other.head
    names = len(set(a.names).intersection(b.names))
    shared = one.sentence.keys() & other.sentence.keys()
    heads = head and head_there
    kinds = bool(heads) and kind(head) == kind(head_there)
    if isinstance(one.said, DateMention):
        kinds = kinds or bool(one.happening and one.happening == other.happening)
    return [
        cosine(one.near, other.near),
        cosine(one.sentence, other.sentence),
        cosine(one.clause, other.clause),
        cosine(one.wide, other.wide),
        float(bool(heads and head == head_there)),
        float(kinds),
        float(bool(heads) and not kinds),
        float(
            bool(
                (head and not head_there and head in other.wide)
                or (head_there and not head and head_there in one.wide)
            )
        ),
        float(a.carried or b.carried),
        float(not set(a.verbs).isdisjoint(b.verbs)),
        float(bool(a.verbs and b.verbs) and set(a.verbs).isdisjoint(b.verbs)),
        names / max(1, min(len(a.names), len(b.names))),
        float(bool(a.names and b.names) and not names),
        float(min(2, len(one.others & other.others))),
        float(bool(a.lead) and a.lead == b.lead),
        abs(one.position - other.position),
        float(one.position < LEAD_SHARE and other.position < LEAD_SHARE),
        float(_clash(one.dates, other.dates)),
        log1p(len(shared)),
        float(a.unit == "percent"),
        float(one.is_money),
        float(a.unit in DURATIONS),
        float(a.head.startswith(AGE)),
        float(a.unit is None),
    ]


def is_money(unit: str | None) -> bool:
    """Tell whether a unit is a currency's code."""
    return unit is not None and len(unit) == len("USD") and unit.isupper()


def _clash(one: Sequence[DateMention], other: Sequence[DateMention]) -> bool:
    """Tell whether the dates beside the two set them apart in time."""
    pairs = [(a, b) for a in one for b in other if not (a.deadline or b.deadline)]
    return bool(pairs) and not any(dates_agree(a, b) for a, b in pairs)


def rough(found: Sequence[float]) -> float:
    """Return a likeness that ranks the candidates for one mention."""
    near, sentence, head = found[0], found[1], found[4]
    others = found[PAIR_FEATURES.index("others")]
    return near + sentence + 0.3 * head + 0.3 * others


def ranks(
    here: Sequence[float], there: Sequence[float], likeness: float
) -> list[float]:
    """Return how a pair stands among the other candidates of each of the two.

    `here` and `there` are the rough likenesses of all pairs that either is in,
    highest first, this pair's own among them.
    """
    margins = [likeness - _best_other(found, likeness) for found in (here, there)]
    return [min(margins), *margins, log(len(here)), log(len(there))]


def _best_other(found: Sequence[float], own: float) -> float:
    if len(found) == 1:
        return 0.0
    return found[1] if found[0] == own else found[0]
