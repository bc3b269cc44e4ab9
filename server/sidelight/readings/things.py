"""What each figure counts, also where the sentence says it but once.

"The flow was 271 cubic metres a second, up from 265": the second figure counts what
the first one does. "17 of them" counts what was counted or named last. An age is
told apart by whose it is.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from sidelight.deadline import each
from sidelight.model import Figure, Span
from sidelight.readings.words import STOP_WORDS, stem

AGE = "age"
MOST_APART = 50.0  # times; a figure that much larger counts another thing
_MANY = 100_000.0  # "41 million" after "22 million florins", never after "4 minutes"
_OF_THEM = re.compile(r"\s(?:of|in)\s(?:them|those|these|which|its|their|his|her)\b")
_NEXT_WORD = re.compile(r"[\s,]{1,2}([^\W\d_]+)")
_NAME_BEFORE = re.compile(
    r"([A-Z][^\W\d_]+(?:-[^\W\d_]+)?)(?:,|\s\(|\sis|\swas|\saged)?\s\Z"
)
_LOOK_BACK = 40  # code points


class Thing(NamedTuple):
    """The stem of what is counted, its unit, and whether either was carried over."""

    head: str
    unit: str | None
    carried: bool


def carried_over(
    text: str, figures: Sequence[Figure], sentence: Callable[[Span], int]
) -> tuple[Thing, ...]:
    """Return what each figure counts, carried over from one beside it if need be."""
    told = [_told(text, figure) for figure in figures]
    things = list(told)

    def told_in(number: int) -> int:
        return sentence(figures[number].span)

    for number, figure in enumerate(each(figures)):
        if told[number] is not None:
            continue
        home = told_in(number)
        reach = 1 if _OF_THEM.match(text, figure.span.end) else 0
        before = _inside(
            range(home - reach, home + 1), range(number - 1, -1, -1), told_in
        )
        after = _inside(range(home, home + 1), range(number + 1, len(figures)), told_in)
        if reach:  # "17 of them" after "31 goals in 97 matches": goals
            before.sort(key=lambda n: _within(text, figures[n]))
        for n in (*before, *after):
            source = told[n] if n > number else things[n]
            if source and _may_share(figure, figures[n], source):
                things[number] = source._replace(carried=True)
                break
    return tuple(thing or Thing("", None, carried=False) for thing in things)


def _inside(
    sentences: range, numbers: Iterable[int], told_in: Callable[[int], int]
) -> list[int]:
    """Return the first of `numbers` that lie in `sentences`, up to one that does not."""
    found = []
    for n in numbers:
        if told_in(n) not in sentences:
            break
        found.append(n)
    return found


def _within(text: str, figure: Figure) -> bool:
    start = figure.span.start
    return text[max(0, start - len(" in ")) : start] == " in "


def _told(text: str, figure: Figure) -> Thing | None:
    """Return what a figure itself says that it counts, `None` where nothing."""
    if figure.counts == AGE:
        return Thing(f"{AGE} {_whose(text, figure.span)}".strip(), None, carried=False)
    head = stem(figure.counts.split()[-1]) if figure.counts else ""
    if figure.unit is None and not head:
        return None
    return Thing(head, figure.unit, carried=False)


def _may_share(bare: Figure, other: Figure, thing: Thing) -> bool:
    if thing.head.startswith(AGE) or not other.high or not bare.high:
        return False
    if (abs(bare.high) >= _MANY) != (abs(other.high) >= _MANY):
        return False
    return 1 / MOST_APART <= abs(bare.high / other.high) <= MOST_APART


def _whose(text: str, span: Span) -> str:
    """Return the stem of the noun or name an age belongs to: "boy", "vessey"."""
    following = _NEXT_WORD.match(text, span.end)
    if following and following[1].lower() not in STOP_WORDS and text[span.end] != ",":
        return stem(following[1].lower())
    name = _NAME_BEFORE.search(text, max(0, span.start - _LOOK_BACK), span.start)
    return stem(name[1].lower()) if name else ""
