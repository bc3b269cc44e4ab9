"""Running words that two reports share, and which reports are one witness.

Exact runs of `SEED` words (case and punctuation ignored), grown as far as they
agree. Set phrases and runs that are mostly names are no sign of copying.
"""

from collections.abc import Iterator, Sequence

from sidelight.model import Reading, SharedPassage, Span
from sidelight.readings.words import STOP_WORDS

SEED = 5
FEWEST_WORDS = 8  # shorter runs are phrases of the trade
MOST_NAMES = 0.8  # share of the content words that are capitalised
MOST_PLACES = 8  # of one seed: a seed that stands more often is a refrain
WITNESS_WORDS = 20  # running words in common that make two reports one witness


def shared(reading: Reading, reports: Sequence[Reading]) -> Iterator[SharedPassage]:
    """Yield the longest shared passages with each report, in text order."""
    places = _seeds(reading)
    for number, report in enumerate(reports):
        yield from _with_one(reading, report, number, places)


def witnesses(
    reading: Reading, reports: Sequence[Reading], passages: Sequence[SharedPassage]
) -> tuple[int, ...]:
    """Return a number for each report, one number for those that share wording.

    0 is the article's own group. Reports also join through each other.
    """
    group = list(range(1, len(reports) + 1))
    for passage in passages:
        if passage.words >= WITNESS_WORDS and not _quoted(reading, passage.here):
            _join(group, group[passage.report], 0)
    for number, report in enumerate(reports[:-1]):
        others = reports[number + 1 :]
        for passage in shared(report, others):
            there = number + 1 + passage.report
            if passage.words >= WITNESS_WORDS and not _quoted(report, passage.here):
                _join(group, group[there], group[number])
    return tuple(group)


def _join(group: list[int], one: int, other: int) -> None:
    low, high = sorted((one, other))
    group[:] = [low if g == high else g for g in group]


def _quoted(reading: Reading, span: Span) -> bool:
    """Tell whether most of a stretch stands between quotation marks."""
    inside = sum(
        max(0, min(q.span.end, span.end) - max(q.span.start, span.start))
        for q in reading.quotations
    )
    return inside * 2 > span.end - span.start


def _seeds(reading: Reading) -> dict[tuple[str, ...], list[int]]:
    places: dict[tuple[str, ...], list[int]] = {}
    folded = reading.words.folded
    for at in range(len(folded) - SEED + 1):
        places.setdefault(folded[at : at + SEED], []).append(at)
    return places


def _with_one(
    reading: Reading,
    report: Reading,
    number: int,
    places: dict[tuple[str, ...], list[int]],
) -> Iterator[SharedPassage]:
    here, there = reading.words.folded, report.words.folded
    longest: dict[int, tuple[int, int]] = {}  # end here -> (words, end there)
    covered: set[tuple[int, int]] = set()  # diagonals: (here - there, here)
    for at in range(len(there) - SEED + 1):
        for start in places.get(there[at : at + SEED], ())[:MOST_PLACES]:
            if (start - at, start) in covered:
                continue
            length = _grow(here, there, start, at)
            covered.update((start - at, start + i) for i in range(length))
            end = start + length
            if length >= FEWEST_WORDS and length > longest.get(end, (0, 0))[0]:
                longest[end] = (length, at + length)
    for end, (length, end_there) in sorted(longest.items()):
        passage = SharedPassage(
            _span(reading, end - length, end),
            number,
            _span(report, end_there - length, end_there),
            length,
        )
        if not _mostly_names(reading, end - length, end):
            yield passage


def _grow(here: Sequence[str], there: Sequence[str], start: int, at: int) -> int:
    length = SEED
    while (
        start + length < len(here)
        and at + length < len(there)
        and here[start + length] == there[at + length]
    ):
        length += 1
    return length


def _span(reading: Reading, first: int, end: int) -> Span:
    return Span(reading.words.starts[first], reading.words.ends[end - 1])


def _mostly_names(reading: Reading, first: int, end: int) -> bool:
    words = reading.words
    content = [
        reading.text[words.starts[i]].isupper() or words.folded[i].isdigit()
        for i in range(first, end)
        if words.folded[i] not in STOP_WORDS
    ]
    return not content or sum(content) >= MOST_NAMES * len(content)
