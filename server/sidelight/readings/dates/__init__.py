"""Dates in a text: found, told apart from counts and names, and placed.

Rules over token classes, written for news prose. What a text leaves open stays
open: a day without a year keeps none unless the day of publication makes it plain.
What counts as a date follows TIMEX3 (TimeML 1.2.1, type DATE): durations ("for
three weeks"), times without a day and sets without a date ("every year") are none.
"""

from collections.abc import Iterator
from datetime import date
from typing import Literal

from sidelight.model import DateMention
from sidelight.readings.dates.grammar import Candidate, candidate, next_best
from sidelight.readings.dates.names import is_name
from sidelight.readings.dates.places import Place
from sidelight.readings.dates.scope import Scope
from sidelight.readings.dates.tokens import Phrase, Tokens, tokenize

__all__ = ["read"]


def read(text: str, published: date | None) -> tuple[DateMention, ...]:
    """Return the dates of a text in text order; no two overlap.

    `published` is the day the text appeared. Without it nothing is counted from a
    day: relative expressions are returned without a place, and days and months
    without a year keep none. The clock is never asked.
    """
    return tuple(_mentions(tokenize(text), Scope(published)))


def _mentions(tokens: Tokens, scope: Scope) -> Iterator[DateMention]:
    at = 0
    while found := candidate(tokens, at):
        best = _placed(tokens, found, scope)
        if best is None:
            at = found.phrase.start + 1
            continue
        phrase, place, recurring = best
        at = phrase.stop
        if place.year:
            scope.anchor, scope.anchor_end = place, at
        yield DateMention(
            span=phrase.span,
            first=place.first,
            last=place.last,
            known=place.known,
            counted=place.counted,
            by=_by(phrase, place),
            deadline=_is_deadline(phrase),
            recurring=recurring,
        )


def _placed(
    tokens: Tokens, found: Candidate, scope: Scope
) -> tuple[Phrase, Place, bool] | None:
    """Return the first phrase there that its rule places, and if it comes round."""
    best: Candidate | None = found
    while best and not is_name(best.phrase):
        recurring = _is_recurring(best.phrase)
        place = best.rule(best.phrase, Scope(None) if recurring else scope)
        if place:
            return best.phrase, place, recurring
        best = next_best(tokens, best)
    return None


def _by(phrase: Phrase, place: Place) -> Literal["calendar", "weekday", "count"]:
    """Return what is written: a calendar date, a weekday alone, or a count."""
    if not place.counted or any(kind in "MmYIJ" for kind in phrase.classes):
        return "calendar"
    return "weekday" if "W" in phrase.classes else "count"


def _is_recurring(phrase: Phrase) -> bool:
    """Tell whether it comes round: "every June", "annually on 4 July"."""
    if phrase.classes in ("WtW", "W-W"):  # "Monday to Friday", of any week
        return phrase.before() not in ("from", "between")
    skipped = 1 if phrase.before() in ("on", "in") else 0
    after = phrase.kind_after()
    return (
        phrase.kind_before(1 + skipped) in "yZ"
        or (after == "y" and phrase.kind_after(2) in "uk")
        or after == "Z"
    )


def _is_deadline(phrase: Phrase) -> bool:
    """Tell whether it is a term: "by 2035", "by the end of June"."""
    before = phrase.before()
    if before == "the" and phrase.classes[0] == "P":
        return phrase.before(2) == "by"
    return before == "by" or (before == "than" and phrase.before(2) == "later")
