"""Readings made by hand, for the edges that a check's page does not show."""

from sidelight.model import Article, Comparison, Reading, Related
from sidelight.readings import read


def reading(text: str, **known: object) -> Reading:
    """Read `text` as the pipeline would."""
    return read(Article(text, **known))  # type: ignore[arg-type]


def related(*readings: Reading) -> Comparison:
    """Return a comparison that lists the readings, with nothing lined up."""
    return Comparison(
        searched=len(readings),
        reports=tuple(Related(r, 0.5) for r in readings),
        witness=tuple(range(1, len(readings) + 1)),
    )


ALONE = Comparison()
