"""/quality: what was measured of each check, as bars that are read at a glance.

The figures are the evaluation's own (models/quality.json); nothing is measured here.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal, get_args

import orjson
from flask import Blueprint, render_template
from pydantic import BaseModel, ConfigDict

from sidelight.checks import Check, Family, Tier, every_check
from sidelight.messages import message

PAGES = Blueprint("quality", __name__)

FEWEST_NOTES = 8
"""Fewer notes than these say too little of a check to draw a bar."""

SPLITS = {
    "look": message("looked at"),
    "tune": message("for thresholds"),
    "held": message("held back"),
}
"""What the parts of the set are called on a page, in the order they are shown."""

LEAST_PRECISION = 0.9
"""The line in the chart: what a check reaches to be on for readers."""

FORMS = {
    "full name": message("full name"),
    "nobody": message("nobody"),
    "pronoun": message("pronoun"),
    "role": message("role"),
    "short name": message("short name"),
    "unnamed": message("unnamed"),
}
"""How a source is written, in the file and on the page."""

Standing = Literal["measured", "few", "unmeasured"]
_TIERS: tuple[Tier, ...] = ("default", "class", "preview")


class _Part(BaseModel):
    """A part of the file. Whatever else it holds is for others."""

    model_config = ConfigDict(frozen=True, extra="ignore")


class Counts(_Part):
    """What was counted over some events.

    `hits` and `missed` are labelled passages; `false_alarms` notes where no label
    is, of which `trap_hits` stand on a trap; `arguable` notes count neither way.
    `unlabelled` are notes beside the labels of a check whose labels are examples.
    """

    hits: int
    false_alarms: int
    missed: int
    trap_hits: int
    arguable: int = 0
    unlabelled: int = 0

    @property
    def notes(self) -> int:
        """The notes that count; one without a label has not been shown right."""
        return self.hits + self.false_alarms + self.unlabelled

    @property
    def labelled(self) -> int:
        """The passages that the check should mark."""
        return self.hits + self.missed


class Unseen(Counts):
    """The figures on events that a check was not tuned on, each a share from 0 to 1.

    A share is `None` where there is nothing to divide. `interval` is around
    `precision`: Wilson's, at 95 per cent. `splits` are the parts of the set that were
    counted, with their `events` and `reports`.
    """

    splits: tuple[str, ...] = ()
    events: int = 0
    reports: int = 0

    precision: float | None = None
    recall: float | None = None
    interval: tuple[float, float] | None = None


class Agreement(_Part):
    """How many passages two readers labelled, and how many of them both did.

    `doubted` are those that one was sure of and the other held to be arguable.
    """

    gold: int
    second: int
    shared: int
    doubted: int = 0
    f1: float | None = None


class CheckFigures(_Part):
    """A check's tier and figures.

    `exhaustive` says that every passage it should mark is labelled; where it is not, a
    note without a label may be right, and precision is at least what is shown.
    `second_reader` is how far a blind second labelling agrees.
    """

    tier: Tier = "preview"
    exhaustive: bool = True
    splits: dict[str, Counts] = {}
    unseen: Unseen | None = None
    second_reader: Agreement | None = None

    @property
    def standing(self) -> Standing:
        """What can be said of it."""
        if self.unseen is None:
            return "unmeasured"
        return "measured" if self.unseen.notes >= FEWEST_NOTES else "few"


class Measured(_Part):
    """What it was measured on, and who labelled it."""

    reports: int
    events: int
    distractors: int
    labelled_by: str
    version: str


class Plain(_Part):
    """Notes on sourcing and wording in reports that hardly call for any."""

    reports: int
    words: int
    notes: int
    per_500_words: float | None = None


class Shares(_Part):
    """Precision and recall of something else than a check.

    `linked` holds both in one figure (F1), `linked_say` the same for reporting verbs.
    """

    precision: float | None = None
    recall: float | None = None
    linked: float | None = None
    linked_say: float | None = None


class Form(_Part):
    """How many sources of one form ("pronoun") got the right voice."""

    right: int
    of: int
    share: float | None = None


class Voices(_Part):
    """How many statements got the right voice, by the form of their source, and party."""

    accuracy: float | None = None
    right: int = 0
    of: int = 0
    forms: dict[str, Form] = {}
    party: Shares = Shares()


class Quality(_Part):
    """The whole file. What has not been measured yet is `None`, or left out."""

    measured: Measured | None = None
    checks: dict[str, CheckFigures] = {}
    plain: Plain | None = None
    same_event: Shares | None = None
    attributions: Shares | None = None
    voices: Voices | None = None

    @property
    def together(self) -> Counts:
        """What all exhaustively labelled checks come to, on their unseen events."""
        every = [c.unseen for c in self.checks.values() if c.unseen and c.exhaustive]
        return Counts(
            hits=sum(unseen.hits for unseen in every),
            false_alarms=sum(unseen.false_alarms for unseen in every),
            missed=sum(unseen.missed for unseen in every),
            trap_hits=sum(unseen.trap_hits for unseen in every),
            arguable=sum(unseen.arguable for unseen in every),
        )

    def of(self, check_id: str) -> CheckFigures:
        """Return a check's figures; one that is not in the file has none."""
        return self.checks.get(check_id, CheckFigures())


@dataclass(frozen=True, slots=True)
class Row:
    """A check in the chart."""

    check: Check
    figures: CheckFigures


@cache
def quality() -> Quality:
    """Return the figures that this version of Sidelight came with."""
    raw = files("sidelight.models").joinpath("quality.json").read_bytes()
    return Quality.model_validate(orjson.loads(raw))


@PAGES.get("/quality")
def show_quality() -> str:
    """Show what was measured."""
    return quality_page(quality())


def quality_page(found: Quality) -> str:
    """Return the page about these figures, as HTML."""
    tiers = [found.of(check.ID).tier for check in every_check()]
    return render_template(
        "quality.html",
        quality=found,
        families=dict(families(found)),
        on=tiers.count("default"),
        every=len(tiers),
        fewest=FEWEST_NOTES,
        line=LEAST_PRECISION,
        splits=SPLITS,
        forms=FORMS,
    )


def families(found: Quality) -> Iterator[tuple[Family, list[Row]]]:
    """Yield each family with its checks, those on for readers and most precise first."""
    for family in get_args(Family):
        checks = [check for check in every_check() if family == check.FAMILY]
        if checks:
            rows = [Row(check, found.of(check.ID)) for check in checks]
            yield family, sorted(rows, key=_rank)


def _rank(row: Row) -> tuple[int, bool, float, str]:
    figures, unseen = row.figures, row.figures.unseen
    precision = (unseen.precision if unseen else None) or 0
    is_drawn = figures.standing == "measured"
    return _TIERS.index(figures.tier), not is_drawn, -precision, row.check.ID


@PAGES.app_template_filter("percent")
def percent(share: float | None) -> str:
    """Write a share from 0 to 1 in per cent; what falls short of all is never 100%."""
    if share is None:
        return "–"
    return "100%" if share >= 1 else f"{min(99, round(100 * share))}%"
