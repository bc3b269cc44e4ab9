"""What the store answers with, beside readings."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Added(StrEnum):
    """What became of a report that was handed to the store.

    `UPDATED`: its page was here with another text, which it replaced.
    """

    ADDED = "added"
    ALREADY_THERE = "already-there"
    UPDATED = "updated"


@dataclass(frozen=True, slots=True)
class ReportRow:
    """A stored report as it is listed.

    `published` is ISO 8601 as the report gave it; `words` counts runs of letters
    and digits; `kept` reports outlive the retention limit; `added` is in UTC.
    """

    id: str
    url: str | None
    title: str | None
    publisher: str | None
    published: str | None
    words: int
    kept: bool
    added: datetime
