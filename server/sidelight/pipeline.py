"""annotate: from an article to its notes, a line for each step."""

from collections.abc import Sequence
from functools import cache
from hashlib import sha256
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from sidelight import annotations, readings, samples
from sidelight.annotations import Checked
from sidelight.checks import Check, chosen, skipped
from sidelight.deadline import each
from sidelight.locales import ENGLISH, Texts
from sidelight.model import Article, Comparison, Reading
from sidelight.pages import load
from sidelight.related import Shelf, compare

if TYPE_CHECKING:  # it fetches, which takes a while to import and few do
    from sidelight.ingest.providers.panel import Answer, Panel

MOST_CANDIDATES = 40
MOST_REPORTS = 100  # sent along with one request
_MODELS = ("background.json", "mentions.json")


def read(article: Article) -> Reading:
    """Return the reading of an article."""
    return readings.read(article)


def annotate(  # noqa: PLR0913 - all but the first are named
    article: Article,
    *,
    shelf: Shelf | None = None,
    reports: Sequence[Article] | None = None,
    checks: Sequence[str] | str = "default",
    panel: "Panel | None" = None,
    texts: Texts = ENGLISH,
) -> dict[str, Any]:
    """Return the AnnotationPage of an article, ready for JSON.

    Compares it with `reports` where they are given, else with what the `shelf`
    holds; the `panel` of providers is then asked for more, for the next time.
    `checks` is a tier or a list of ids; its notes speak the language of `texts`. Raises `UnknownCheck`.
    """
    return notes(
        read(article),
        shelf=shelf,
        reports=None
        if reports is None
        else [read(report) for report in each(reports[:MOST_REPORTS])],
        checks=checks,
        panel=panel,
        texts=texts,
    )


def notes(  # noqa: PLR0913 - all but the first are named
    reading: Reading,
    *,
    shelf: Shelf | None = None,
    reports: Sequence[Reading] | None = None,
    checks: Sequence[str] | str = "default",
    panel: "Panel | None" = None,
    texts: Texts = ENGLISH,
) -> dict[str, Any]:
    """Return the AnnotationPage of what has been read already."""
    asking = panel.ask(reading) if panel is not None and reports is None else None
    comparison = _compared(reading, shelf, reports)
    checked = [run(check, reading, comparison) for check in each(chosen(checks))]
    state = shelf.state() if shelf is not None and reports is None else None
    asked = [_told(answer, texts) for answer in asking.answers()] if asking else []
    return annotations.page(
        reading,
        comparison,
        checked,
        models(),
        state,
        providers=asked,
        texts=texts,
    )


def _told(answer: "Answer", texts: Texts) -> dict[str, Any]:
    """Return what became of a question to a provider, as the contract has it."""
    told = {"name": answer.name, "asked": answer.asked, "found": answer.found}
    why = texts.say(answer.skipped) if answer.skipped else None
    more = {"sent": answer.sent, "skipped": why}
    return told | {name: value for name, value in more.items() if value}


def run(check: Check, reading: Reading, comparison: Comparison) -> Checked:
    """Return what one check notices, or why it was skipped."""
    why = skipped(check, reading, comparison)
    if why is not None:
        return Checked(check, skipped=why)
    return Checked(check, tuple(check.check(reading, comparison)))


def _compared(
    reading: Reading, shelf: Shelf | None, reports: Sequence[Reading] | None
) -> Comparison:
    if reports is not None:
        return compare(reading, reports)
    if shelf is None:
        return Comparison()
    return compare(reading, shelf.near(reading, MOST_CANDIDATES), searched=len(shelf))


@cache
def warm() -> None:
    """Load what reading takes, so that the first request need not.

    Raises `ModelFileError` where a trained file is not the one that was released.
    """
    first, *others = (read(load(path)) for path in samples.reports()[:3])
    notes(first, reports=others, checks="all")
    models()


@cache
def models() -> dict[str, str]:
    """Return the SHA-256 of every trained file, by its name."""
    folder = files("sidelight.models")
    return {
        name.partition(".")[0]: sha256(folder.joinpath(name).read_bytes()).hexdigest()
        for name in _MODELS
    }
