"""The checks. A file in this folder is a check; there is no list to keep.

The first line of its docstring is the label a reader sees, the rest the help
page; `check` is the check. It yields what it notices in a reading beside its
related reports, in text order, and reads nothing else.
"""

from collections.abc import Iterator, Sequence
from functools import cache
from importlib import import_module
from importlib.resources import files
from pkgutil import iter_modules
from typing import Literal, Protocol, cast

import orjson

from sidelight.errors import UnknownCheck
from sidelight.messages import Message, message
from sidelight.model import Comparison, Finding, Reading

Family = Literal[
    "who-says-so",
    "what-it-rests-on",
    "other-reports",
    "time-and-headline",
    "wording",
    "page",
]
Tier = Literal["default", "class", "preview"]
Need = Literal["reports", "title", "links", "whole-text"]

FEWEST_WORDS = 120  # a shorter text is a stub: what it lacks may stand elsewhere
_WHY_SKIPPED: dict[Need, Message] = {
    "reports": message("No related report was there to compare with."),
    "title": message("No title was sent."),
    "links": message("The links of the page were not sent."),
    "whole-text": message(
        "The text is cut short or has under %(words)d words.", words=FEWEST_WORDS
    ),
}
_NOTHING_KEPT = message(
    "There was nothing to compare with. Keep pages you read in the extension, or add "
    "reports with `sidelight reports add FOLDER`."
)


class Check(Protocol):
    """The shape of a module in this folder.

    `VERSION` goes up when the same text may get other notes. `NEEDS` is what must
    be there for the check to have anything to say.
    """

    __name__: str
    __doc__: str | None
    ID: str
    LABEL: str
    FAMILY: Family
    VERSION: int
    NEEDS: frozenset[Need]

    def check(self, reading: Reading, comparison: Comparison, /) -> Iterator[Finding]:
        """Yield what this check notices in `reading`, in text order."""


@cache
def every_check() -> tuple[Check, ...]:
    """Return the checks, by id."""
    names = sorted(module.name for module in iter_modules(__path__))
    return tuple(cast("Check", import_module(f"{__name__}.{name}")) for name in names)


@cache
def _tiers() -> dict[str, Tier]:
    raw = files("sidelight.models").joinpath("quality.json").read_bytes()
    quality = orjson.loads(raw)
    return {check: figures["tier"] for check, figures in quality["checks"].items()}


def tier_of(check_id: str) -> Tier:
    """Return the tier that the measured figures give a check (models/quality.json)."""
    return _tiers().get(check_id, "preview")


def chosen(wanted: Sequence[str] | str) -> tuple[Check, ...]:
    """Return the checks of a tier ("default", "class", "all") or by their ids.

    "class" holds the default tier as well. Raises `UnknownCheck`.
    """
    every = every_check()
    tiers = {"default": {"default"}, "class": {"default", "class"}}
    if isinstance(wanted, str):
        if wanted == "all":
            return every
        if wanted in tiers:
            return tuple(c for c in every if tier_of(c.ID) in tiers[wanted])
        wanted = [wanted]
    known = {check.ID: check for check in every}
    unknown = [name for name in wanted if name not in known]
    if unknown:
        raise UnknownCheck(
            message(
                "There is no check %(checks)s. There are: %(known)s; or default, class, "
                "all.",
                checks=", ".join(map(repr, unknown)),
                known=", ".join(known),
            )
        )
    return tuple(check for check in every if check.ID in set(wanted))


def skipped(check: Check, reading: Reading, comparison: Comparison) -> Message | None:
    """Return why a check has nothing to look at here, or `None`."""
    lacking: set[Need] = set()
    if not comparison.reports:
        lacking.add("reports")
    if not reading.article.title:
        lacking.add("title")
    if reading.article.links is None:
        lacking.add("links")
    if reading.article.cut_short or len(reading.words) < FEWEST_WORDS:
        lacking.add("whole-text")
    why = next((need for need in sorted(check.NEEDS & lacking)), None)
    if why == "reports" and not comparison.searched:
        return _NOTHING_KEPT
    return _WHY_SKIPPED[why] if why else None
