"""Finding what overlaps a stretch of text without looking at everything."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from typing import Generic, TypeVar

from sidelight.model import Span

T = TypeVar("T")


class BySpan(Generic[T]):
    """Items in the order of their spans, none of which lies inside another.

    Looking up is a search in a sorted list, so that a text with many of
    everything is read in time proportional to its length.
    """

    def __init__(self, items: Sequence[T], span: Callable[[T], Span]) -> None:
        """Hold `items`; `span` tells where an item lies."""
        self._items = sorted(items, key=span)
        self._starts = [span(item).start for item in self._items]
        self._ends = [span(item).end for item in self._items]

    def overlapping(self, stretch: Span) -> Iterator[T]:
        """Yield the items that share at least one code point with `stretch`."""
        first = bisect_right(self._ends, stretch.start)
        last = bisect_left(self._starts, stretch.end)
        yield from self._items[first:last]

    def inside(self, stretch: Span) -> Iterator[T]:
        """Yield the items that lie wholly inside `stretch`."""
        first = bisect_left(self._starts, stretch.start)
        last = bisect_right(self._ends, stretch.end)
        yield from self._items[first:last]

    def before(self, place: int) -> T | None:
        """Return the last item that starts before `place`."""
        at = bisect_left(self._starts, place)
        return self._items[at - 1] if at else None
