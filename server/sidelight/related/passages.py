"""Words that two reports share, and which reports are one witness.

Runs of `SEED` words (see `alignment.normal` for what counts as the same word),
grown as far as they agree word for word, or nearly so. Set phrases and runs that
are mostly names are no sign of copying.
"""

from collections.abc import Iterator, Sequence
from itertools import combinations

from sidelight.deadline import each
from sidelight.model import Reading, SharedPassage
from sidelight.readings.words import STOP_WORDS
from sidelight.related.alignment import Block, Grams, chain, changed, grams, places
from sidelight.related.sides import Side, side, sides

SEED = 5
FEWEST_WORDS = 8  # shorter runs are phrases of the trade
MOST_NAMES = 0.8  # share of the content words that are capitalised
MOST_PLACES = 8  # of one seed: a seed that stands more often is a refrain
# Near-verbatim: at most one changed word in each six, in runs of three and more.
FEWEST_NEARLY = 16
WORDS_TO_A_CHANGE = 6
FAR = 3
ANCHOR = 3
# Two reports are one witness that share so many runs of so many words outside
# quotation marks: 20 running words have 13 of them.
WITNESS_RUN = 8
WITNESS_RUNS = 13


def shared(reading: Reading, reports: Sequence[Reading]) -> Iterator[SharedPassage]:
    """Yield the longest shared passages with each report, in text order."""
    return between(side(reading), sides(reports))


def between(here: Side, reports: Sequence[Side]) -> Iterator[SharedPassage]:
    """Yield the longest passages shared with each report, in text order."""
    seeds = places(here.normal, SEED)
    for number, report in enumerate(reports):
        yield from _with_one(here, report, number, seeds)


def witnesses(reading: Reading, reports: Sequence[Reading]) -> tuple[int, ...]:
    """Return a number for each report, one number for those that share wording.

    0 is the article's own group. Reports also join through each other.
    """
    return groups((side(reading), *sides(reports)))


def groups(every: Sequence[Side]) -> tuple[int, ...]:
    """Return the witness that each but the first belongs to; the first's is 0."""
    group = list(range(len(every)))
    runs = [_runs(one) for one in every]
    for one, other in each(combinations(range(len(every)), 2)):
        if len(runs[one] & runs[other]) >= WITNESS_RUNS:
            low, high = sorted((group[one], group[other]))
            group = [low if number == high else number for number in group]
    return tuple(group[1:])


def _runs(one: Side) -> set[tuple[str, ...]]:
    return {
        gram
        for start, end in one.plain()
        for gram in grams(one.normal[start:end], WITNESS_RUN)
    }


def _with_one(
    here: Side, there: Side, number: int, seeds: Grams
) -> Iterator[SharedPassage]:
    longest: dict[int, SharedPassage] = {}  # by its end here
    covered: set[tuple[int, int]] = set()  # (here, there) of words gone through
    for at, gram in enumerate(each(grams(there.normal, SEED))):
        if gram not in seeds:
            continue
        for start in seeds[gram][:MOST_PLACES]:
            if (start, at) in covered:
                continue
            blocks = chain(here.normal, there.normal, (start, at), FAR, ANCHOR)
            covered.update(
                (b.here + n, b.there + n) for b in blocks for n in range(b.length)
            )
            for passage in _passages(here, there, number, blocks):
                before = longest.get(passage.here.end)
                if before is None or before.words < passage.words:
                    longest[passage.here.end] = passage
    yield from sorted(longest.values(), key=lambda passage: passage.here.end)


def _passages(
    here: Side, there: Side, number: int, blocks: Sequence[Block]
) -> Iterator[SharedPassage]:
    """Yield what is shared nearly, where that is enough, or else word for word."""
    near = _near(blocks)
    found = [near] if near else [[run] for run in _exact(here, there, blocks)]
    for run in found:
        first, end = run[0].here, run[-1].here_end
        if end - first < FEWEST_WORDS or _mostly_names(here.reading, first, end):
            continue
        yield SharedPassage(
            here.span(first, end),
            number,
            there.span(run[0].there, run[-1].there_end),
            words=sum(block.length for block in run),
            changed=changed(run) + _inflected(here, there, run),
        )


def _near(blocks: Sequence[Block]) -> list[Block]:
    """Return the blocks that are near-verbatim together, or none."""
    kept = list(blocks)
    while kept:
        words = sum(block.length for block in kept)
        if words < FEWEST_NEARLY:
            return []
        if changed(kept) * WORDS_TO_A_CHANGE <= words:
            return kept
        del kept[0 if kept[0].length < kept[-1].length else -1]
    return []


def _inflected(here: Side, there: Side, blocks: Sequence[Block]) -> int:
    """Return how many words agree in their normal form alone."""
    one, other = here.reading.words.folded, there.reading.words.folded
    return sum(
        one[block.here + n] != other[block.there + n]
        for block in blocks
        for n in range(block.length)
    )


def _exact(here: Side, there: Side, blocks: Sequence[Block]) -> Iterator[Block]:
    """Yield the runs of words that are the same to the letter, but for capitals."""
    one, other = here.reading.words.folded, there.reading.words.folded
    for block in blocks:
        start = 0
        for n in range(block.length + 1):
            if n < block.length and one[block.here + n] == other[block.there + n]:
                continue
            if n > start:
                yield Block(block.here + start, block.there + start, n - start)
            start = n + 1


def _mostly_names(reading: Reading, first: int, end: int) -> bool:
    words = reading.words
    content = [
        reading.text[words.starts[i]].isupper() or words.folded[i].isdigit()
        for i in range(first, end)
        if words.folded[i] not in STOP_WORDS
    ]
    return not content or sum(content) >= MOST_NAMES * len(content)
