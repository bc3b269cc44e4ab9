"""Where this set lies; the loader of its format is the package's own."""

from pathlib import Path

from sidelight.model import Article
from sidelight.training import gold
from sidelight.training.gold import (
    Entry,
    Event,
    Passage,
    RawReport,
    Said,
    Trap,
    UnsoundGoldError,
    marked_parts,
    place,
    read_event,
)

__all__ = [
    "DISTRACTORS",
    "EVENTS",
    "HERE",
    "Entry",
    "Event",
    "Passage",
    "RawReport",
    "Said",
    "Trap",
    "UnsoundGoldError",
    "events_written",
    "load_distractors",
    "load_event",
    "marked_parts",
    "place",
    "read_event",
]

HERE = Path(__file__).parent
EVENTS = HERE / "events"
DISTRACTORS = HERE / "distractors"


def events_written() -> list[str]:
    """Return the names of the events that have a gold file, in order."""
    return gold.events_written(HERE)


def load_event(name: str) -> Event:
    """Return an event; raises UnsoundGoldError where anything is wrong with it."""
    return gold.load_event(EVENTS / name)


def load_distractors() -> list[Article]:
    """Return the reports that belong to no event, by file name."""
    return gold.load_distractors(HERE)
