"""One value that two reports tie to different things.

"The price has reached 40 million" and "the price has grown by 40 million"; "9 of the
40 schools were shut" and "40 schools were shut". Both have the number from one place,
and one of them has lost what it counts.
"""

from collections.abc import Iterator, Sequence

from sidelight.model import Aligned, Figure, Reading
from sidelight.related import likeness
from sidelight.related.likeness import Mention
from sidelight.related.mentions import (
    Pair,
    certainty_of_figures,
    comparable_figures,
    pairs,
)

LEAST_SURE = 0.08
FEW = 12  # smaller whole numbers come twice by chance


def compare(reading: Reading, reports: Sequence[Reading]) -> tuple[Aligned, ...]:
    """Return the pairs of figures that have one value and count different things."""
    here = likeness.figures(reading)
    return tuple(
        found
        for number, report in enumerate(reports)
        for found in _of_two(here, likeness.figures(report), number)
    )


def _of_two(
    here: Sequence[Mention], there: Sequence[Mention], number: int
) -> Iterator[Aligned]:
    if not any(_is_moved(a, b) for a in here for b in there):
        return
    for pair in pairs(here, there, comparable_figures):
        if _is_moved(pair.here, pair.there) and not _has_both(pair, here, there):
            sure = certainty_of_figures(pair)
            if sure >= LEAST_SURE:
                yield Aligned(
                    pair.here.number, number, pair.there.number, round(sure, 4)
                )


def _is_moved(one: Mention, other: Mention) -> bool:
    """Tell whether two figures have one telling value, and count different things."""
    value = _value(one)
    if value != _value(other) or not _is_telling(value):
        return False
    return (
        _is_step_and_level(one, other)
        or _is_step_and_level(other, one)
        or _is_whole_and_part(one, other)
        or _is_whole_and_part(other, one)
    )


def _value(mention: Mention) -> tuple[float, float, str | None]:
    assert isinstance(mention.said, Figure)  # noqa: S101 - of the layer of figures
    return mention.said.low, mention.said.high, mention.context.unit


def _is_telling(value: tuple[float, float, str | None]) -> bool:
    low, high, unit = value
    if low != high or unit == "percent":
        return False
    return low > FEW and len(f"{low:.6f}".replace(".", "").strip("0")) > 1


def _is_step_and_level(one: Mention, other: Mention) -> bool:
    return "step" in one.context.marks and "level" in other.context.marks


def _is_whole_and_part(one: Mention, other: Mention) -> bool:
    """Tell whether what is said of a part here is said of the whole there."""
    return (
        "whole" in one.context.marks
        and "whole" not in other.context.marks
        and bool(one.head)
        and one.head == other.head
        and not one.happenings.isdisjoint(other.happenings)
    )


def _has_both(pair: Pair, here: Sequence[Mention], there: Sequence[Mention]) -> bool:
    """Tell whether one report has the value for both things: then it knows."""
    return any(
        _is_moved(pair.here, other) for other in here if other is not pair.here
    ) or any(_is_moved(pair.there, other) for other in there if other is not pair.there)
