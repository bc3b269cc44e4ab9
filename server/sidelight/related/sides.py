"""One report as it is compared: its words in their normal form, and who quotes what."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sidelight.model import Reading, Span
from sidelight.related.alignment import normal

NOT_QUOTED = -1


@dataclass(frozen=True, slots=True)
class Side:
    """A reading with two lists as long as its words.

    `normal` holds their normal forms; `quoted` the number of the quotation each
    stands in, or `NOT_QUOTED`.
    """

    reading: Reading
    normal: tuple[str, ...]
    quoted: tuple[int, ...]

    def span(self, first: int, end: int) -> Span:
        """Return the stretch from word `first` up to word `end`, which is left out."""
        words = self.reading.words
        return Span(words.starts[first], words.ends[end - 1])

    def inside(self, span: Span) -> range:
        """Return the numbers of the words that lie in a stretch of the text."""
        words = self.reading.words
        return range(
            bisect_left(words.starts, span.start), bisect_left(words.starts, span.end)
        )

    def folded(self, span: Span) -> tuple[str, ...]:
        """Return the words of a stretch of the text, in lower case."""
        numbers = self.inside(span)
        return self.reading.words.folded[numbers.start : numbers.stop]

    def plain(self) -> Iterator[tuple[int, int]]:
        """Yield where each stretch of words outside quotation marks begins and ends."""
        start = None
        for at, number in enumerate((*self.quoted, 0)):
            if number == NOT_QUOTED and start is None:
                start = at
            elif number != NOT_QUOTED and start is not None:
                yield start, at
                start = None


def side(reading: Reading) -> Side:
    """Return a reading as it is compared."""
    quoted = [NOT_QUOTED] * len(reading.words)
    beside = Side(reading, tuple(map(normal, reading.words.folded)), ())
    for number, quotation in enumerate(reading.quotations):
        for at in beside.inside(quotation.inner):
            quoted[at] = number
    return Side(reading, beside.normal, tuple(quoted))


def sides(readings: Sequence[Reading]) -> tuple[Side, ...]:
    """Return readings as they are compared, in their order."""
    return tuple(map(side, readings))
