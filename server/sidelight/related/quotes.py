"""Quotations of two reports that are one remark, and whether their words differ.

What is trimmed at its ends, split by its cue, cut with an ellipsis or filled in with
brackets has the same words; so have contractions, other tenses and other spellings.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from sidelight.deadline import each
from sidelight.model import Aligned, Remark, Span
from sidelight.readings.terms import rarity
from sidelight.readings.words import STOP_WORDS
from sidelight.related.alignment import (
    Block,
    chain,
    expanded,
    grams,
    normal,
    spelled_alike,
)
from sidelight.related.sides import Side
from sidelight.related.speakers import Relation, relation
from sidelight.related.turns import Told, Turn


@dataclass(frozen=True, slots=True)
class Reach:
    """How far words may be apart and still go together.

    `seed` running words agree; the next run begins at most `far` words on and has
    `anchor` words or more.
    """

    seed: int
    far: int
    anchor: int


LOOSELY = Reach(seed=3, far=8, anchor=2)
MOST_PLACES = 8  # of one seed
# How much two quotations must share to be one remark; by hand over practice pairs and
# real reports of one event (precision before recall).
# Each row: the fewest words that agree, the least share of them, the least weight.
ENOUGH = {
    "same": ((5, 0.5, 5.5),),
    "unknown": ((7, 0.6, 16.0), (7, 0.75, 10.0)),
    "other": (),
}
LEAST_WEIGHT_OF_SAME = 6.0
LEAST_WEIGHT_OF_SAYING = 3.0  # where the whole of both is the same
MOST_COVERED = 0.5  # of a remark may be part of a better pair
_FILLING = frozenset(
    "um uh er erm ah eh oh well so okay ok yes yeah like now then".split()
)
_MATTERS = frozenset("no not nor none nobody nothing never".split())


@dataclass(frozen=True, slots=True)
class Pair:
    """Two turns as far as they go together."""

    here: Turn
    there: Turn
    blocks: tuple[Block, ...]
    relation: Relation = "unknown"

    @property
    def words(self) -> int:
        """How many words agree."""
        return sum(block.length for block in self.blocks)

    @property
    def weight(self) -> float:
        """How telling the words are that agree."""
        return sum(rarity(word) for word in self.shared() if carries(word))

    def shared(self) -> set[str]:
        """Return the normal forms that agree."""
        return {
            word
            for block in self.blocks
            for word in self.here.normal[block.here : block.here_end]
        }


@dataclass(frozen=True, slots=True)
class Gap:
    """Where two turns differ: words [here, here_end) against [there, there_end)."""

    here: int
    here_end: int
    there: int
    there_end: int


def carries(word: str) -> bool:
    """Tell whether a word says something, by its normal form."""
    if word in _MATTERS:
        return True
    return word[0] != "@" and word not in STOP_WORDS and word not in _FILLING


Seeds = dict[tuple[str, ...], list[tuple[int, int]]]


def seeds(turns: Sequence[Turn], size: int) -> Seeds:
    """Return where each run of `size` words begins: the number of its turn, and word."""
    found: Seeds = {}
    for number, turn in enumerate(turns):
        for at, gram in enumerate(grams(turn.normal, size)):
            found.setdefault(gram, []).append((number, at))
    return found


def lined_up(
    here: Sequence[Turn], known: Seeds, there: Sequence[Turn], reach: Reach
) -> Iterator[Pair]:
    """Yield the turns that share a run of words, as far as they go together.

    `known` are the seeds of `here`.
    """
    covered: set[tuple[int, int, int, int]] = set()
    for number_there, turn_there in enumerate(each(there)):
        for at, gram in enumerate(grams(turn_there.normal, reach.seed)):
            if gram not in known:
                continue
            for number, start in known[gram][:MOST_PLACES]:
                if (number, start, number_there, at) in covered:
                    continue
                turn = here[number]
                blocks = chain(
                    turn.normal, turn_there.normal, (start, at), reach.far, reach.anchor
                )
                covered.update(
                    (number, b.here + n, number_there, b.there + n)
                    for b in blocks
                    for n in range(b.length)
                )
                yield Pair(turn, turn_there, tuple(blocks))


def pairs(here: Told, there: Told, known: Seeds) -> list[Pair]:
    """Return the turns that are one remark, or may be, the surest first.

    No words of a turn are in two pairs, but for a few. `known` are the seeds of
    the turns here.
    """
    if not there.turns:
        return []
    found = sorted(
        lined_up(here.turns, known, there.turns, LOOSELY), key=lambda pair: -pair.weight
    )
    kept: list[Pair] = []
    for pair in each(found):
        if not any(_overlap(pair, other) for other in kept):
            kept.append(pair)
    return [
        replace(
            pair,
            relation=relation(
                here.side.reading,
                here.quotation(pair.here, pair.blocks[0].here),
                there.side.reading,
                there.quotation(pair.there, pair.blocks[0].there),
            ),
        )
        for pair in kept
    ]


def _overlap(one: Pair, better: Pair) -> bool:
    """Tell whether a good part of a pair's words are part of a better pair."""
    here = one.here is better.here and _common(
        [(b.here, b.here_end) for b in one.blocks],
        [(b.here, b.here_end) for b in better.blocks],
    )
    there = one.there is better.there and _common(
        [(b.there, b.there_end) for b in one.blocks],
        [(b.there, b.there_end) for b in better.blocks],
    )
    return max(here, there) > MOST_COVERED * one.words


def _common(one: list[tuple[int, int]], other: list[tuple[int, int]]) -> int:
    return sum(
        max(0, min(end, end_b) - max(start, start_b))
        for start, end in one
        for start_b, end_b in other
    )


def same_words(
    sides: Sequence[Side], found: Sequence[Sequence[Pair]]
) -> tuple[Aligned, ...]:
    """Return the quotations that are one remark in the same words.

    `sides` are the article and its related reports, `found` the pairs with each.
    """
    here, reports = sides[0], sides[1:]
    return tuple(
        dict.fromkeys(
            _aligned(here, reports[number], number, pair)
            for number, pairs_ in enumerate(found)
            for pair in pairs_
            if (pair.weight >= LEAST_WEIGHT_OF_SAME or _is_one_saying(pair))
            and not any(differs(here, reports[number], pair, gap) for gap in gaps(pair))
        )
    )


def _is_one_saying(pair: Pair) -> bool:
    """Tell whether all that a speaker is quoted with in one breath is the same."""
    return (
        pair.relation == "same"
        and pair.words == len(pair.here.normal) == len(pair.there.normal)
        and pair.weight >= LEAST_WEIGHT_OF_SAYING
    )


def remarks(
    sides: Sequence[Side], found: Sequence[Sequence[Pair]]
) -> tuple[Remark, ...]:
    """Return the remarks whose words differ, a sentence each.

    `sides` are the article and its related reports, `found` the pairs with each.
    """
    here, reports = sides[0], sides[1:]
    return tuple(
        remark
        for number, pairs_ in enumerate(found)
        for pair in pairs_
        for remark in _remarks(here, reports[number], number, pair)
    )


def _aligned(here: Side, there: Side, number: int, pair: Pair) -> Aligned:
    first = pair.blocks[0]
    return Aligned(
        here.quoted[pair.here.words[first.here]],
        number,
        there.quoted[pair.there.words[first.there]],
        1.0,
    )


def _remarks(here: Side, there: Side, number: int, pair: Pair) -> Iterator[Remark]:
    by_sentence: dict[tuple[int, int], list[Gap]] = {}
    for gap in gaps(pair):
        if differs(here, there, pair, gap):
            at = max(0, gap.here - 1) if gap.here == gap.here_end else gap.here
            by_sentence.setdefault(pair.here.sentence(at), []).append(gap)
    for (first, end), found in by_sentence.items():
        window = _window(pair, first, end)
        if window is None or not _is_one_remark(pair, window, found):
            continue
        if _stands_too(here, there, pair, window):
            continue
        yield Remark(
            _span(here, pair.here, window.here, window.here_end),
            number,
            _span(there, pair.there, window.there, window.there_end),
        )


def gaps(pair: Pair) -> Iterator[Gap]:
    """Yield the places where two turns differ, their ends as well.

    Where one breaks off, or begins, and the other goes on, they do not differ.
    """
    blocks, here, there = pair.blocks, pair.here, pair.there
    first, last = blocks[0], blocks[-1]
    if not (here.breaks(first.here - 1) or there.breaks(first.there - 1)):
        yield Gap(
            here.sentence(first.here - 1)[0],
            first.here,
            there.sentence(first.there - 1)[0],
            first.there,
        )
    for one, next_ in pairwise(blocks):
        gap = Gap(one.here_end, next_.here, one.there_end, next_.there)
        if not _is_cut(here, there, gap):
            yield gap
    if not (here.breaks(last.here_end - 1) or there.breaks(last.there_end - 1)):
        yield Gap(
            last.here_end,
            here.sentence(last.here_end)[1],
            last.there_end,
            there.sentence(last.there_end)[1],
        )


def _is_cut(here: Turn, there: Turn, gap: Gap) -> bool:
    """Tell whether words were left out, or chosen, where a quotation may break off."""
    if any(
        turn.open[n]
        for turn, first, end in _sides(here, there, gap)
        for n in range(first - 1, end)
    ):
        return True
    for turn, first, end in _sides(here, there, gap):
        if first == end and turn.breaks(first - 1):
            return True
    starts = here.breaks(gap.here - 1) or there.breaks(gap.there - 1)
    stops = here.breaks(gap.here_end - 1) or there.breaks(gap.there_end - 1)
    return starts and stops


def _sides(here: Turn, there: Turn, gap: Gap) -> tuple[tuple[Turn, int, int], ...]:
    return (here, gap.here, gap.here_end), (there, gap.there, gap.there_end)


def differs(here: Side, there: Side, pair: Pair, gap: Gap) -> bool:
    """Tell whether a gap holds words that say something, on one side alone."""
    own = _folded(here, pair.here, gap.here, gap.here_end)
    theirs = _folded(there, pair.there, gap.there, gap.there_end)
    if "".join(own) == "".join(theirs) or _run_together(own) == _run_together(theirs):
        return False
    left, left_there = Counter(expanded(own)), Counter(expanded(theirs))
    common = left & left_there
    only_here = [w for w in own if not common.keys() & set(expanded([w]))]
    only_there = [w for w in theirs if not common.keys() & set(expanded([w]))]
    for word in list(only_here):
        alike = next((w for w in only_there if _alike(word, w)), None)
        if alike is not None:
            only_here.remove(word)
            only_there.remove(alike)
    return any(carries(normal(word)) for word in (*only_here, *only_there))


def _run_together(words: Sequence[str]) -> str:
    """Return words as one: "health care" is "healthcare", "@anna" is "Anna"."""
    return "".join(word for word in words if carries(normal(word)))


def _alike(one: str, other: str) -> bool:
    """Tell whether two words are one, misspelt or masked ("f***")."""
    masked = min(len(one), len(other)) == 1 and one[0] == other[0] and not one.isdigit()
    return masked or spelled_alike(one, other)


def _folded(side: Side, turn: Turn, first: int, end: int) -> list[str]:
    return [side.reading.words.folded[at] for at in turn.words[first:end]]


def _window(pair: Pair, first: int, end: int) -> Gap | None:
    """Return the stretch of both turns that goes together, in one sentence here."""
    blocks = [b for b in pair.blocks if b.here < end and b.here_end > first]
    if not blocks:
        return None
    start, start_there = blocks[0].here, blocks[0].there
    shift = max(0, first - start)
    stop, stop_there = blocks[-1].here_end, blocks[-1].there_end
    cut = max(0, stop - end)
    window = Gap(start + shift, stop - cut, start_there + shift, stop_there - cut)
    for gap in gaps(pair):
        if gap.here_end == window.here:
            window = Gap(gap.here, window.here_end, gap.there, window.there_end)
        if gap.here == window.here_end and gap.here_end <= end:
            window = Gap(window.here, gap.here_end, window.there, gap.there_end)
    return window


def _is_one_remark(pair: Pair, window: Gap, different: list[Gap]) -> bool:
    """Tell whether enough agrees in a window for its two sides to be one remark."""
    agreed = [
        word
        for block in pair.blocks
        for word in pair.here.normal[
            max(block.here, window.here) : min(block.here_end, window.here_end)
        ]
    ]
    apart = 0
    for gap in different:
        own = Counter(pair.here.normal[gap.here : gap.here_end])
        theirs = Counter(pair.there.normal[gap.there : gap.there_end])
        common = own & theirs  # a word alone, which begins no run
        agreed += common.elements()
        apart += max(own.total(), theirs.total()) - common.total()
    weight = sum(rarity(word) for word in set(agreed) if carries(word))
    share = len(agreed) / (len(agreed) + apart)
    return any(
        len(agreed) >= words and share >= least and weight >= telling
        for words, least, telling in ENOUGH[pair.relation]
    )


def _stands_too(here: Side, there: Side, pair: Pair, window: Gap) -> bool:
    """Tell whether one report has the other's words as well, elsewhere."""
    own = pair.here.normal[window.here : window.here_end]
    theirs = pair.there.normal[window.there : window.there_end]
    return holds(there.normal, own) or holds(here.normal, theirs)


def holds(words: Sequence[str], run: Sequence[str]) -> bool:
    """Tell whether the words of `run` stand in a row among `words`."""
    return f" {' '.join(run)} " in f" {' '.join(words)} "


def _span(side: Side, turn: Turn, first: int, end: int) -> Span:
    return side.span(turn.words[first], turn.words[end - 1] + 1)
