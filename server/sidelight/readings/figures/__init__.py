"""Figures: how many, how much, and of what."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from sidelight.deadline import each
from sidelight.model import Bound, Figure, Span
from sidelight.readings.figures import bounds
from sidelight.readings.figures.counted import counts
from sidelight.readings.figures.numerals import find
from sidelight.readings.figures.quantities import Quantity, measured
from sidelight.readings.figures.ranges import joined
from sidelight.readings.figures.refused import refuses

# Between two figures of one thing: "from 3% to 5%", "seven or eight days".
_SAME_THING: Final = frozenset((" to ", " or ", " from "))


def read(text: str, taken: Sequence[Span] = ()) -> tuple[Figure, ...]:
    """Return the figures of `text` in order; they do not overlap.

    `taken` are stretches that another reading owns, such as dates: nothing in them
    is a figure. Times, scores, ordinals, names with numbers and the like are left
    out, and "one" where it is no number. Somebody's age counts "age"; a round plural
    ("thousands") is about 1,000 to 10,000. Spans cover bound words, number and unit.
    """
    return tuple(_figures(text, _merged(taken)))


def _figures(text: str, taken: list[Span]) -> Iterator[Figure]:
    free = [
        measured(text, numeral)
        for numeral in each(find(text))
        if not _overlaps(taken, Span(numeral.start, numeral.end))
    ]
    last = Figure(Span(0, 0), 0, 0)
    for quantity in each(joined(text, free)):
        if quantity.start < last.span.end or refuses(text, quantity):
            continue
        last = _figure(text, quantity, last)
        yield last


def _figure(text: str, quantity: Quantity, last: Figure) -> Figure:
    start, end = quantity.start, quantity.end
    bound: Bound = "about" if quantity.kind == "vague" else "exact"
    if after := bounds.after(text, end):
        bound, end = after
    before = bounds.before(text, start)
    if before and before[1] >= last.span.end:
        bound, start = before
    counted = counts(text, quantity, start, end)
    figure = Figure(
        Span(start, end), quantity.low, quantity.high, bound, quantity.unit, counted
    )
    between = text[last.span.end : start]
    if not counted and between in _SAME_THING and figure.unit == last.unit:
        return replace(figure, counts=last.counts)
    return figure


def _merged(spans: Sequence[Span]) -> list[Span]:
    """Return the spans in order, those that overlap as one."""
    merged: list[Span] = []
    for span in sorted(spans):
        if merged and span.start <= merged[-1].end:
            end = max(merged[-1].end, span.end)
            merged[-1] = Span(merged[-1].start, end)
        else:
            merged.append(span)
    return merged


def _overlaps(taken: list[Span], span: Span) -> bool:
    at = bisect_left(taken, span.end, key=lambda other: other.start)
    return at > 0 and taken[at - 1].overlaps(span)
