"""Several reports of one event side by side: an N by N comparison as one table."""

from collections.abc import Sequence

from sidelight.errors import InvalidInput
from sidelight.messages import counted, message
from sidelight.model import Reading
from sidelight.sidebyside.items import items
from sidelight.sidebyside.pairs import compare_each
from sidelight.sidebyside.rows import rows
from sidelight.sidebyside.table import Column, SideBySide
from sidelight.sidebyside.timeline import moment
from sidelight.sidebyside.wording import overlaps

FEWEST = 2
MOST = 6  # columns that can still be read beside each other


def side_by_side(readings: Sequence[Reading]) -> SideBySide:
    """Lay the reports beside each other, in the order given.

    Raises `InvalidInput` for fewer than two reports, for more than six, and where
    two of them are the same.
    """
    _refuse(readings)
    compared = compare_each(readings)
    related = {report for pair in compared.same_event for report in pair}
    return SideBySide(
        columns=tuple(
            Column(
                reading,
                moment(reading.article.published),
                compared.witness[number],
                number in related,
            )
            for number, reading in enumerate(readings)
        ),
        rows=rows(readings, items(readings, compared), compared.points),
        overlaps=overlaps(readings, compared.passages),
    )


def letter(report: int) -> str:
    """Return what a report is called in the table: A, B, C and so on."""
    return chr(ord("A") + report)


def _refuse(readings: Sequence[Reading]) -> None:
    if not FEWEST <= len(readings) <= MOST:
        raise InvalidInput(
            counted(
                "%(number)d report given; %(fewest)d to %(most)d can be laid side by side.",
                "%(number)d reports given; %(fewest)d to %(most)d can be laid side by "
                "side.",
                len(readings),
                fewest=FEWEST,
                most=MOST,
            )
        )
    seen: dict[str, int] = {}
    for number, reading in enumerate(readings):
        article = reading.article
        for key in filter(None, (reading.text, article.url)):
            if seen.setdefault(key, number) != number:
                raise InvalidInput(
                    message(
                        "Reports %(seen)s and %(number)s are the same: they have one text or "
                        "one address. Leave one of them out.",
                        seen=letter(seen[key]),
                        number=letter(number),
                    )
                )
