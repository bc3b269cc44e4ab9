"""An article with its notes, voices and comparison, ready for its page."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from sidelight.checks import every_check
from sidelight.model import Article, Span
from sidelight.web.notes import (
    LISTED,
    Note,
    Paragraph,
    Piece,
    notes_of,
    paragraphs,
    pieces,
)

MOST_BARS = 8
"""Voices in the chart; the table behind it holds all of them."""


@dataclass(frozen=True, slots=True)
class Bar:
    """A voice in the chart: its share of the longest bar, in percent."""

    name: str
    party: str | None
    named: bool
    statements: int
    percent: int
    top: int


@dataclass(frozen=True, slots=True)
class Annotated:
    """What the page about one article shows.

    `agreed` are the notes that are listed and not underlined; `silent` the labels
    of the checks that ran and noticed nothing, by family, `skipped` the others', by
    reason.
    """

    article: Article
    notes: list[Note]
    agreed: list[Note]
    title: list[Piece]
    paragraphs: list[Paragraph]
    bars: list[Bar]
    voices: list[Mapping[str, Any]]
    compared: Mapping[str, Any]
    words: int
    silent: dict[str, list[str]]
    skipped: dict[str, list[str]]

    def notes_on(self, part: str) -> list[Note]:
        """Return the notes on the "title" or on the whole "article"."""
        return [note for note in self.notes if note.part == part]

    @property
    def families(self) -> list[tuple[str, list[Note]]]:
        """The notes by family, as the style sheet names it; most notes first."""
        found: dict[str, list[Note]] = {}
        for note in self.notes:
            found.setdefault(note.family, []).append(note)
        return sorted(found.items(), key=lambda family: -len(family[1]))


def annotated(article: Article, page: Mapping[str, Any]) -> Annotated:
    """Arrange an article and its AnnotationPage for the eye."""
    title = article.title or ""
    found = notes_of(page, title)
    notes = [note for note in found if note.check not in LISTED]
    on_title = [note for note in notes if note.part == "title"]
    labels = {check.ID: check.LABEL for check in every_check()}
    families = {check.ID: check.FAMILY for check in every_check()}
    checked = page["sidelight:checked"]
    voices = page["sidelight:voices"]
    return Annotated(
        article=article,
        notes=notes,
        agreed=[note for note in found if note.check in LISTED],
        title=list(pieces(title, Span(0, len(title)), on_title)) if title else [],
        paragraphs=paragraphs(article.text, notes),
        bars=bars(voices),
        voices=voices,
        compared=page["sidelight:compared"],
        words=page["sidelight:article"]["words"],
        silent=by_family(checked, labels, families),
        skipped=by_reason(checked, labels),
    )


def by_family(
    checked: Iterable[Mapping[str, Any]],
    labels: Mapping[str, str],
    families: Mapping[str, str],
) -> dict[str, list[str]]:
    """Return the labels of the checks that noticed nothing, by their families."""
    found: dict[str, list[str]] = {}
    for check in checked:
        if check.get("notes") == 0:
            found.setdefault(families[check["id"]], []).append(labels[check["id"]])
    return found


def by_reason(
    checked: Iterable[Mapping[str, Any]], labels: Mapping[str, str]
) -> dict[str, list[str]]:
    """Return the labels of the checks that were skipped, by why they were."""
    found: dict[str, list[str]] = {}
    for check in checked:
        if why := check.get("skipped"):
            found.setdefault(why, []).append(labels[check["id"]])
    return found


def bars(voices: list[Mapping[str, Any]]) -> list[Bar]:
    """Return the chart's bars, the most quoted voice first, silent ones left out."""
    longest = max((voice["statements"] for voice in voices), default=0)
    heard = [voice for voice in voices if voice["statements"]]
    ranked = sorted(heard, key=lambda voice: -voice["statements"])
    return [
        Bar(
            name=voice["name"],
            party=voice["party"],
            named=voice["named"],
            statements=voice["statements"],
            percent=round(88 * voice["statements"] / longest),
            top=44 * number,
        )
        for number, voice in enumerate(ranked[:MOST_BARS])
    ]


def web_link(url: str | None) -> str | None:
    """Return `url` if it leads to a web page; a page may name any other scheme."""
    try:
        return url if url and urlsplit(url).scheme in {"http", "https"} else None
    except ValueError:
        return None


def local_links(pages: Mapping[str, str]) -> Callable[[Mapping[str, Any]], str | None]:
    """Return a function from evidence to the link that opens it.

    `pages` leads from a report's URL to a page of this service that shows the
    report itself; the passage's text fragment is kept.
    """

    def link(evidence: Mapping[str, Any]) -> str | None:
        target = str(evidence.get("link") or evidence["report"]["url"] or "")
        page = pages.get(evidence["report"]["url"] or "")
        if page is None:
            return web_link(target)
        _, mark, fragment = target.partition("#")
        return page + mark + fragment

    return link
