"""A reading beside the reports of the same event: what can be compared, lined up."""

from collections.abc import Sequence
from typing import Protocol

from sidelight.model import Comparison, Reading
from sidelight.related import (
    mentions,
    moved,
    passages,
    points,
    quotes,
    ranking,
    restated,
)
from sidelight.related.sides import side
from sidelight.related.turns import told


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
    here, others = told(side(reading)), [told(side(report)) for report in readings]
    every = (here.side, *(other.side for other in others))
    known = quotes.seeds(here.turns, quotes.LOOSELY.seed)
    quoted = [quotes.pairs(here, other, known) for other in others]
    return Comparison(
        searched=len(candidates) if searched is None else searched,
        reports=related,
        points=points.align(reading, readings),
        dates=mentions.dates(reading, readings),
        figures=mentions.figures(reading, readings),
        moved=moved.compare(reading, readings),
        quotations=quotes.same_words(every, quoted),
        remarks=quotes.remarks(every, quoted),
        restated=restated.compare(here, others, quoted),
        passages=tuple(passages.between(here.side, every[1:])),
        witness=passages.groups(every),
    )
