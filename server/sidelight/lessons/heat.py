"""The heat map: how many pupils marked each character, in a few steps."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from sidelight.lessons.marks import Mark
from sidelight.model import Span

STEPS = 5


@dataclass(frozen=True, slots=True)
class Heat:
    """A stretch that the same number of pupils marked; `step` is from 1 to 5."""

    span: Span
    pupils: int
    step: int


def heat(marks: Iterable[Mark], length: int, pupils: int) -> Sequence[Heat]:
    """Return the marked stretches of a text of `length` code points, in order.

    A pupil counts once on each character, however often it was marked. `pupils`
    is how many could have marked: step 1 is up to a fifth of them, 5 more than four
    fifths, so that a map of two pupils and one of thirty read alike.
    """
    found = []
    for count, stretch in _counted(_each_pupils(marks, length)):
        step = -(-STEPS * count // max(pupils, count))
        found.append(Heat(stretch, count, step))
    return found


def _each_pupils(marks: Iterable[Mark], length: int) -> Iterator[Span]:
    """Yield what each pupil marked, joined where it overlaps or touches."""
    placed = sorted(
        (mark.pupil, min(mark.span.start, length), min(mark.span.end, length))
        for mark in marks
        if not mark.removed
    )
    for _, own in groupby(placed, key=lambda one: one[0]):
        begin = end = -1
        for _, start, stop in own:
            if start > end:
                if begin < end:
                    yield Span(begin, end)
                begin, end = start, stop
            else:
                end = max(end, stop)
        if begin < end:
            yield Span(begin, end)


def _counted(spans: Iterable[Span]) -> Iterator[tuple[int, Span]]:
    """Yield the stretches that at least one span covers, with how many do."""
    change: dict[int, int] = {}
    for span in spans:
        change[span.start] = change.get(span.start, 0) + 1
        change[span.end] = change.get(span.end, 0) - 1
    count, begin = 0, 0
    for place in sorted(change):
        if not change[place]:
            continue
        if count:
            yield count, Span(begin, place)
        count, begin = count + change[place], place
