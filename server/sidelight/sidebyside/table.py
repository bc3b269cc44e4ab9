"""What stands side by side: columns, rows and what is marked in them.

Reports are numbered from 0 in the order given; every span is into the `Reading.text`
of the report that its number names.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from sidelight.model import Reading, Span

Kind = Literal["date", "figure", "quotation", "wording"]


@dataclass(frozen=True, slots=True)
class Moment:
    """When a report was published: between `first` and `last`, in UTC.

    The two are one where the time of day is known, and a day apart where it is not.
    """

    first: datetime
    last: datetime


@dataclass(frozen=True, slots=True)
class Column:
    """A report. Those with one `witness` share wording and count as one witness.

    `related` is whether any other of the reports is of the same event.
    """

    reading: Reading
    moment: Moment | None
    witness: int
    related: bool


@dataclass(frozen=True, slots=True)
class Mention:
    """What one report says on an item.

    `variant` numbers the ways in which the reports put it: 0 is the first report's
    own, and mentions with one number agree. `unlike` are the words of a quotation
    that the others do not have; `more` the same thing said again in this report.
    """

    report: int
    span: Span
    value: str
    variant: int = 0
    unlike: tuple[Span, ...] = ()
    more: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Item:
    """One date, figure, quotation or run of words that several reports have.

    `mentions` are at most one a report, in the order of the reports. `who` is
    quoted, where that is known; `note` what a check says of the difference.
    """

    kind: Kind
    mentions: tuple[Mention, ...]
    who: str = ""
    note: str = ""

    @property
    def differs(self) -> bool:
        """Tell whether not all of the reports put it the same way."""
        return any(mention.variant for mention in self.mentions)

    @property
    def variants(self) -> tuple[tuple[str, tuple[int, ...]], ...]:
        """The ways in which it is put, each with the numbers of its reports."""
        groups: dict[int, list[Mention]] = {}
        for mention in self.mentions:
            groups.setdefault(mention.variant, []).append(mention)
        return tuple(
            (group[0].value, tuple(mention.report for mention in group))
            for _, group in sorted(groups.items())
        )


@dataclass(frozen=True, slots=True)
class Cell:
    """What a report says on a point: the sentence, or the sentences, that say it."""

    report: int
    span: Span


@dataclass(frozen=True, slots=True)
class Row:
    """A point: a cell of each report that speaks to it, and the items compared."""

    cells: tuple[Cell, ...]
    items: tuple[Item, ...] = ()

    @property
    def differs(self) -> bool:
        """Tell whether the reports differ in any of its items."""
        return any(item.differs for item in self.items)

    def cell(self, report: int) -> Cell | None:
        """Return a report's cell, if it speaks to the point."""
        return next((cell for cell in self.cells if cell.report == report), None)

    def mentions(self, report: int) -> tuple[tuple[Item, Mention], ...]:
        """Return what a report says on the items of this row."""
        return tuple(
            (item, mention)
            for item in self.items
            for mention in item.mentions
            if mention.report == report
        )


@dataclass(frozen=True, slots=True)
class Overlap:
    """How much of report `one` stands word for word in report `other`.

    `words` of it outside quotation marks, `quoted` between them, in `passages`
    runs; `of` is how many words report `one` has.
    """

    one: int
    other: int
    words: int
    quoted: int
    passages: int
    of: int

    @property
    def share(self) -> float:
        """The share of its words, quotations left out (0 to 1)."""
        return self.words / self.of if self.of else 0.0


@dataclass(frozen=True, slots=True)
class SideBySide:
    """The reports as columns, the points as rows, and who shares whose wording.

    Rows come in the order of the first report; what it does not have follows in
    the order of the second, and so on. `overlaps` holds each ordered pair once.
    """

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    overlaps: tuple[Overlap, ...]

    @property
    def differing(self) -> int:
        """How many rows differ."""
        return sum(row.differs for row in self.rows)

    @property
    def unrelated(self) -> tuple[int, ...]:
        """The reports that seem to be of another event than all the rest."""
        return tuple(n for n, column in enumerate(self.columns) if not column.related)
