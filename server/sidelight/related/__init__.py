"""A reading beside the reports of the same event: what can be compared, lined up."""

from collections.abc import Sequence
from typing import Protocol

from sidelight.model import Comparison, Reading
from sidelight.related import mentions, passages, points, ranking
from sidelight.related.sides import side, sides


class Shelf(Protocol):
    """Where other reports are kept, read already."""

    def near(self, reading: Reading, limit: int = 40) -> Sequence[Reading]:
        """Return the reports most like `reading`, of the days around it."""

    def state(self) -> str:
        """Return a hash that changes when what is kept changes."""

    def __len__(self) -> int:
        """Return how many reports are kept."""


def compare(
    reading: Reading, candidates: Sequence[Reading], searched: int | None = None
) -> Comparison:
    """Line `reading` up with those `candidates` that report the same event.

    `searched` is how many reports the candidates were taken from, if more.
    """
    related = ranking.same_event(reading, candidates)
    readings = tuple(report.reading for report in related)
    here, others = side(reading), sides(readings)
    return Comparison(
        searched=len(candidates) if searched is None else searched,
        reports=related,
        points=points.align(reading, readings),
        dates=mentions.dates(reading, readings),
        figures=mentions.figures(reading, readings),
        quotations=mentions.quotations(reading, readings),
        passages=tuple(passages.between(here, others)),
        witness=passages.groups((here, *others)),
    )
