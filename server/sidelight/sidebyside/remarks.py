"""One remark as several reports quote it, and the words in which they differ.

Reports trim a remark, split it around "he said", and leave words out with an
ellipsis. None of that is another wording: what counts is what stands between the
first and the last words that both have.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import pairwise

from sidelight.model import Reading, Span
from sidelight.sidebyside.wording import words_in

LEAST_ALIKE = 0.6  # of the shorter one's words, in order; else they are two remarks
LEAST_RUN = 3  # words that both have in a row
_LEFT_OUT = re.compile(r"…|\.\.|\[|[”\"]")


@dataclass(frozen=True, slots=True)
class Remark:
    """The words of a remark; `gaps` are the words before which some were left out."""

    folded: tuple[str, ...]
    spans: tuple[Span, ...]
    gaps: frozenset[int]


def remark(reading: Reading, parts: Sequence[Span]) -> Remark:
    """Read a remark that is quoted in one part or in several."""
    words = [word for part in parts for word in words_in(reading, part)]
    gaps = {
        number
        for number, (one, other) in enumerate(pairwise(words), 1)
        if _LEFT_OUT.search(reading.text, one.span.end, other.span.start)
    }
    return Remark(
        tuple(word.folded for word in words),
        tuple(word.span for word in words),
        frozenset(gaps),
    )


def is_one(one: Remark, other: Remark) -> bool:
    """Tell whether two quotations are of one remark."""
    runs = [block.size for block in _matcher(one, other).get_matching_blocks()]
    shorter = min(len(one.folded), len(other.folded))
    return sum(runs) >= LEAST_ALIKE * shorter and max(runs) >= min(LEAST_RUN, shorter)


def unlike(one: Remark, other: Remark) -> tuple[Span, ...]:
    """Return the words of `one` that `other` has not, between words both have."""
    return tuple(
        Span(one.spans[start].start, one.spans[end - 1].end)
        for tag, start, end, there, there_end in _inner(one, other)
        if tag in {"replace", "delete"}
        and not (there == there_end and there in other.gaps)
    )


def _inner(one: Remark, other: Remark) -> list[tuple[str, int, int, int, int]]:
    """Return the steps from one to the other, from the first shared words to the last."""
    steps = _matcher(one, other).get_opcodes()
    equal = [number for number, step in enumerate(steps) if step[0] == "equal"]
    return list(steps[equal[0] : equal[-1] + 1]) if equal else []


def _matcher(one: Remark, other: Remark) -> SequenceMatcher[str]:
    return SequenceMatcher(None, one.folded, other.folded, autojunk=False)
