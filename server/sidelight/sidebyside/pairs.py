"""Each report compared with the others, what was lined up by the reports' numbers."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from sidelight.checks import every_check
from sidelight.model import Aligned, Comparison, Finding, Reading, Span
from sidelight.related import compare

# What the table calls different is what these checks note: their guards are its own.
_DIFFERENCES = frozenset({"date-differs", "figure-differs", "quote-wording-differs"})

Node = tuple[int, int]  # the number of a report, and of something in its layer
Place = tuple[int, Span]  # the number of a report, and a stretch of its text


@dataclass(frozen=True, slots=True)
class Pair:
    """Two mentions of one thing, and how sure that is (0 to 1)."""

    one: Node
    other: Node
    agreement: float


@dataclass(frozen=True, slots=True)
class Passage:
    """Running words that two reports share; `words` of them."""

    one: Place
    other: Place
    words: int


@dataclass(frozen=True, slots=True)
class Noted:
    """A difference that a check noted between two reports, and what it says of it."""

    one: Place
    other: Place
    message: str

    def is_on(self, one: Place, other: Place) -> bool:
        """Tell whether it lies on these two places, either way round."""
        return (_meet(self.one, one) and _meet(self.other, other)) or (
            _meet(self.one, other) and _meet(self.other, one)
        )


@dataclass(frozen=True, slots=True)
class Compared:
    """All that the comparisons lined up, each pair of reports once.

    `witness` has a number for each report; those that share wording have one.
    """

    same_event: frozenset[tuple[int, int]]
    points: tuple[Pair, ...]
    dates: tuple[Pair, ...]
    figures: tuple[Pair, ...]
    quotations: tuple[Pair, ...]
    passages: tuple[Passage, ...]
    witness: tuple[int, ...]
    noted: tuple[Noted, ...]


@dataclass(frozen=True, slots=True)
class _Beside:
    """A report beside all the others; `number` leads from theirs to the table's."""

    at: int
    reading: Reading
    comparison: Comparison
    number: tuple[int, ...]


def compare_each(readings: Sequence[Reading]) -> Compared:
    """Compare each report with all the others."""
    beside = [_beside(at, readings) for at in range(len(readings))]

    def pairs(layer: Callable[[Comparison], Iterable[Aligned]]) -> tuple[Pair, ...]:
        return tuple(
            Pair((b.at, a.here), (b.number[a.report], a.there), a.agreement)
            for b in beside
            for a in layer(b.comparison)
            if b.at < b.number[a.report]
        )

    return Compared(
        same_event=frozenset((b.at, other) for b in beside for other in b.number),
        points=pairs(lambda c: c.points),
        dates=pairs(lambda c: c.dates),
        figures=pairs(lambda c: c.figures),
        quotations=pairs(lambda c: c.quotations),
        passages=tuple(
            Passage((b.at, p.here), (b.number[p.report], p.there), p.words)
            for b in beside
            for p in b.comparison.passages
            if b.at < b.number[p.report]
        ),
        witness=_witnesses(beside),
        noted=tuple(noted for b in beside for noted in _noted(b)),
    )


def _beside(at: int, readings: Sequence[Reading]) -> _Beside:
    number: Mapping[int, int] = {id(reading): n for n, reading in enumerate(readings)}
    others = [*readings[:at], *readings[at + 1 :]]
    comparison = compare(readings[at], others)
    numbers = tuple(number[id(report.reading)] for report in comparison.reports)
    return _Beside(at, readings[at], comparison, numbers)


def _noted(beside: _Beside) -> Iterator[Noted]:
    for check in every_check():
        if check.ID in _DIFFERENCES:
            for finding in check.check(beside.reading, beside.comparison):
                yield from _each_report(finding, beside)


def _each_report(finding: Finding, beside: _Beside) -> Iterator[Noted]:
    for evidence in finding.evidence:
        if finding.span is not None:
            other = (beside.number[evidence.report], evidence.span)
            yield Noted((beside.at, finding.span), other, finding.message)


def _meet(one: Place, other: Place) -> bool:
    return one[0] == other[0] and one[1].overlaps(other[1])


def _witnesses(besides: Sequence[_Beside]) -> tuple[int, ...]:
    """Join what any of the comparisons takes for one witness."""
    group = list(range(len(besides)))
    for beside in besides:
        first = {0: beside.at}  # a comparison's own number -> a report of that group
        for other, witness in zip(
            beside.number, beside.comparison.witness, strict=True
        ):
            one = group[first.setdefault(witness, other)]
            low, high = sorted((one, group[other]))
            group = [low if g == high else g for g in group]
    return tuple(group)
