"""Where the marks of the side-by-side charts stand.

Across, places are percent of the drawing's width, so that no lettering is stretched;
down, they are pixels.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from math import ceil

from sidelight.messages import SHORT_MONTHS, day_in_words, message
from sidelight.sidebyside import letter
from sidelight.sidebyside.table import Overlap, SideBySide
from sidelight.sidebyside.timeline import bounds
from sidelight.web.language import said

LANE = 46
FOOT = 26
MOST_TICKS = 5
LEVELS = (0.0, 0.05, 0.15, 0.4)
"""A square is the darker the more of these shares of the words it lies above."""

SQUARE = 46
STEP = 28
ROW = 30
LEFT, RIGHT = 2.0, 98.0

_A_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Lane:
    """A report on the line of time: a point, or a bar where no hour is given."""

    report: int
    top: int
    left: float
    width: float
    when: str


@dataclass(frozen=True, slots=True)
class Timeline:
    """Who published when, the first on top; `undated` are the reports without a date.

    `ticks` are days: where they begin, and what they are called.
    """

    lanes: list[Lane]
    ticks: list[tuple[float, str]]
    height: int
    undated: list[str]


def timeline(table: SideBySide) -> Timeline:
    """Lay the reports out in time; in UTC."""
    moments = [column.moment for column in table.columns]
    undated = [letter(n) for n, moment in enumerate(moments) if moment is None]
    ends = bounds(moments)
    if ends is None:
        return Timeline([], [], 0, undated)
    start = _midnight(ends[0])
    days = max(1, ceil((ends[1] - start) / _A_DAY))

    def place(when: datetime) -> float:
        share = (when - start) / (days * _A_DAY)
        return round(LEFT + (RIGHT - LEFT) * share, 2)

    dated = [(moment, n) for n, moment in enumerate(moments) if moment]
    dated.sort(key=lambda pair: (pair[0].first, pair[0].last, pair[1]))
    lanes = [
        Lane(
            n,
            LANE * at,
            place(moment.first),
            round(place(moment.last) - place(moment.first), 2),
            _when(moment.first, exact=moment.first == moment.last),
        )
        for at, (moment, n) in enumerate(dated)
    ]
    step = ceil(days / MOST_TICKS)
    ticks = [
        (place(start + day * _A_DAY), _day(start + day * _A_DAY))
        for day in range(0, days, step)
    ]
    return Timeline(lanes, ticks, LANE * len(lanes) + FOOT, undated)


def _midnight(when: datetime) -> datetime:
    return when.replace(hour=0, minute=0, second=0, microsecond=0)


def _day(when: datetime) -> str:
    month = SHORT_MONTHS[when.month - 1]
    return said(message("%(day)d %(month)s", day=when.day, month=month))


def _when(when: datetime, *, exact: bool) -> str:
    day = day_in_words(when.day, when.month, when.year)
    if not exact:
        return said(day)
    return said(message("%(day)s, %(time)s UTC", day=day, time=f"{when:%H:%M}"))


@dataclass(frozen=True, slots=True)
class Square:
    """One report's words in another one: how many, and how dark (0 to 4)."""

    overlap: Overlap
    left: int
    top: int
    level: int


@dataclass(frozen=True, slots=True)
class Matrix:
    """Shared wording: a square for each ordered pair that shares any."""

    squares: list[Square]
    size: int


def matrix(table: SideBySide) -> Matrix:
    """Lay out who has whose words: reports down, and the same reports across."""
    return Matrix(
        [
            Square(
                overlap,
                SQUARE * (overlap.other + 1),
                SQUARE * (overlap.one + 1),
                sum(overlap.share > least for least in LEVELS),
            )
            for overlap in table.overlaps
        ],
        SQUARE * (len(table.columns) + 1),
    )


@dataclass(frozen=True, slots=True)
class Dot:
    """A report in a row: `shape` is 0 for the first way it is put, 1 for the next."""

    report: int
    top: int
    shape: int


@dataclass(frozen=True, slots=True)
class Stem:
    """A row of the table, drawn as a column: its number, place, and its dots."""

    number: int
    left: int
    kind: str
    dots: list[Dot]


@dataclass(frozen=True, slots=True)
class Dots:
    """Which reports speak to which point."""

    stems: list[Stem]
    width: int
    height: int


def dots(table: SideBySide) -> Dots:
    """Draw each row as a stem with a dot for each report that speaks to it."""
    return Dots(
        list(_stems(table)),
        ROW + STEP * len(table.rows),
        ROW * len(table.columns) + FOOT,
    )


def _stems(table: SideBySide) -> Iterator[Stem]:
    for number, row in enumerate(table.rows):
        kinds = [item.kind for item in row.items]
        kind = "differs" if row.differs else "same" if kinds else "point"
        if set(kinds) == {"wording"}:
            kind = "wording"
        yield Stem(
            number + 1,
            ROW + STEP * number,
            kind,
            [
                Dot(
                    cell.report,
                    ROW * cell.report,
                    max((m.variant for _, m in row.mentions(cell.report)), default=0),
                )
                for cell in row.cells
            ],
        )
