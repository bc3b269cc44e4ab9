"""What its figures earn a check: preview, class or default (ADR 7).

A tier is a function of counts. No check is named here but for what CHECKS aim at:
those made for lessons, and those that repeat what the page says of itself.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from math import sqrt
from typing import Literal

Tier = Literal["default", "class", "preview"]

LEAST_PRECISION = 0.9
FEWEST_NOTES = 8
# Checks whose thresholds were chosen on the events of "tune"; the others never saw them.
SWEPT = frozenset({"date-differs", "figure-differs", "corroborated"})
# Made for lessons: they are off for readers whatever their figures.
FOR_CLASS = frozenset(
    {"forecast", "motive-reading", "naming-differs", "strong-wording", "party-term"}
)
# They repeat what the page says of itself, so that their unit tests tell all there is:
# no number of notes could tell more, and one wrong note says that the code is wrong.
REPEATING = frozenset({"kind-of-piece", "no-byline-or-date"})


def unseen_splits(check: str) -> tuple[str, ...]:
    """Return the splits of events that a check was not tuned on."""
    return ("held",) if check in SWEPT else ("tune", "held")


def tier(check: str, by_split: Mapping[str, Counter[str]]) -> Tier:
    """Return the tier that a check's counts, by split of the events, give it."""
    unseen = summed(by_split[split] for split in unseen_splits(check))
    if check in FOR_CLASS:  # labels of these are examples: traps alone can tell
        return "preview" if unseen["trap_hits"] > unseen["hits"] else "class"
    if check in REPEATING:
        return "preview" if summed(by_split.values())["false_alarms"] else "default"
    return "default" if _is_earned(unseen, summed(by_split.values())) else "preview"


def _is_earned(unseen: Counter[str], everywhere: Counter[str]) -> bool:
    """Tell whether there are notes enough, right ones, and none on a trap anywhere.

    Precision has to hold on the unseen events and on all of them: where a check is
    worse on what it was tuned on, the few unseen ones were luck.
    """
    return (
        notes(unseen) >= FEWEST_NOTES
        and not everywhere["trap_hits"]
        and all(
            counts["hits"] >= LEAST_PRECISION * notes(counts)
            for counts in (unseen, everywhere)
        )
    )


def notes(counts: Counter[str]) -> int:
    """Return the notes that count. One without a label has not been shown right."""
    return counts["hits"] + counts["false_alarms"] + counts["unlabelled"]


def summed(several: Iterable[Counter[str]]) -> Counter[str]:
    """Return the counts of several splits together."""
    total: Counter[str] = Counter()
    for counts in several:
        total.update(counts)
    return total


def wilson(right: int, of: int) -> list[float] | None:
    """Return the 95% score interval of a share (Wilson 1927)."""
    if not of:
        return None
    z, p = 1.96, right / of
    middle = p + z * z / (2 * of)
    spread = z * sqrt(p * (1 - p) / of + z * z / (4 * of * of))
    whole = 1 + z * z / of
    return [round((middle - spread) / whole, 3), round((middle + spread) / whole, 3)]
