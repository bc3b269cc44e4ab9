"""What a date can be counted from, and the year of a day written without one."""

from dataclasses import dataclass
from datetime import date

from sidelight.readings.dates import places
from sidelight.readings.dates.outlook import Outlook
from sidelight.readings.dates.places import Place
from sidelight.readings.dates.tokens import Phrase

# How much farther a day counts on the side the sentence does not look to, and ahead
# of publication where it looks to neither: news is mostly of the past. Chosen on
# TBAQ (flat from 2 to 5, and from 1 to 2).
_AGAINST = 3.0
_UNTOLD = 1.5
# The next nearest year must be this many times as far for the nearest to be plain.
_CLEAR = 1.3
# How far back, in tokens, a date is still near.
_NEAR = 40


@dataclass(slots=True)
class Scope:
    """The day of publication, and the last date the text mentioned before.

    `anchor_end` is the index of the token after that date.
    """

    published: date | None
    anchor: Place | None = None
    anchor_end: int = 0

    def near(self, phrase: Phrase) -> bool:
        """Tell whether the last date mentioned stands before in the same sentence."""
        if self.anchor is None or phrase.start - self.anchor_end > _NEAR:
            return False
        between = phrase.tokens.classes[self.anchor_end : phrase.start]
        return "!" not in between and "#" not in between

    def quarter_near(self, phrase: Phrase) -> bool:
        """Tell whether the sentence compares with a quarter it has just named."""
        quarter = self.anchor is not None and self.anchor.known == "quarter"
        return quarter and self.near(phrase)

    def in_other_year(self, phrase: Phrase) -> bool:
        """Tell whether the sentence has just written out a day of another year.

        "From June 24, 1941, until June 26": the year of the second is left open.
        """
        anchor = self.anchor
        if anchor is None or self.published is None or not self.near(phrase):
            return False
        written = anchor.known == "day" and not anchor.counted
        return written and anchor.year != self.published.year

    def year_of(self, month: int, day: int, outlook: Outlook | None) -> int | None:
        """Return the year of a day written without one, `None` if not plain."""
        if self.published is None:
            return None
        weights = {"back": (1.0, _AGAINST), "ahead": (_AGAINST, 1.0)}
        behind, ahead = weights.get(outlook or "", (1.0, _UNTOLD))
        distances = {}
        for year in range(self.published.year - 1, self.published.year + 2):
            if found := places.on(year, month, day):
                days = (found - self.published).days
                distances[year] = days * ahead if days > 0 else -days * behind
        nearest = sorted(distances, key=distances.__getitem__)
        if len(nearest) > 1 and distances[nearest[0]] * _CLEAR > distances[nearest[1]]:
            return None
        return nearest[0] if nearest else None  # 29 February is not in every year

    def year_of_month(self, month: int, outlook: Outlook | None) -> int | None:
        """Return the year of a month written without one, `None` if not plain."""
        if self.published is None:
            return None
        if month == self.published.month:
            return self.published.year
        return self.year_of(month, 15, outlook)
