"""The gold of the evaluation set: its files, and every passage as a span.

The format and the labelling rules stand in the set's own README.md (tests/eval). `read_event`
returns what a folder holds together with everything that is wrong with it, so
that one run shows a writer all there is to mend; `load_event` wants it sound.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

import msgspec

from sidelight.model import Article, Link, Part, Span

Style = Literal["plain", "problem"]
Type = Literal["direct", "indirect", "mixed"]

_MARK = re.compile(r"\{([sct])\|([^{}]*)\}")


class UnsoundGoldError(ValueError):
    """The files of an event do not fit together; the message says where."""


# --- The files as they are written -------------------------------------------


class RawPassage(msgspec.Struct, forbid_unknown_fields=True, kw_only=True):
    """`exact` words in a part of a report; `nth` or `within` tell repeats apart."""

    report: str = ""
    part: Part = "text"
    exact: str | None = None
    nth: int | None = None
    within: str | None = msgspec.field(default=None, name="in")


class RawEntry(RawPassage, forbid_unknown_fields=True, kw_only=True):
    """Where a check should speak."""

    check: str
    sure: bool
    why: str
    also: tuple[RawPassage, ...] = ()
    evidence: tuple[RawPassage, ...] = ()
    party: str | None = None


class RawTrap(RawPassage, forbid_unknown_fields=True, kw_only=True):
    """Where a check must stay silent."""

    check: str
    why: str


class RawAttribution(msgspec.Struct, forbid_unknown_fields=True, kw_only=True):
    """A passage with its source, cue and content in braces."""

    marked: str
    type: Type
    voice: str | None
    party: str | None


class RawMention(RawPassage, forbid_unknown_fields=True, kw_only=True):
    """A mention of a voice that is no source."""

    voice: str


class RawStyle(msgspec.Struct, forbid_unknown_fields=True, kw_only=True):
    """How a report is written."""

    style: Style
    features: tuple[str, ...]


class RawChange(msgspec.Struct, forbid_unknown_fields=True, kw_only=True):
    """A label that was changed later, and why."""

    date: str
    report: str
    check: str
    exact: str | None
    what: str
    why: str


class RawGold(msgspec.Struct, forbid_unknown_fields=True, kw_only=True):
    """One gold.json."""

    event: str
    labelled_by: str
    reports: dict[str, RawStyle]
    entries: tuple[RawEntry, ...]
    traps: tuple[RawTrap, ...]
    attributions: dict[str, tuple[RawAttribution, ...]]
    coreference: dict[str, tuple[RawMention, ...]] = {}
    changes: tuple[RawChange, ...]


class RawLink(msgspec.Struct, forbid_unknown_fields=True):
    """A link of a report's page."""

    href: str
    text: str


class RawReport(msgspec.Struct, forbid_unknown_fields=True, kw_only=True):
    """One report, as it would be sent to the service."""

    id: str
    url: str
    title: str
    publisher: str
    published: str | None
    author: str | None
    language: Literal["en"]
    kind: Literal["page", "paste", "feed"]
    text: str
    label: str | None = None
    links: tuple[RawLink, ...] | None = None
    looked_in: tuple[str, ...] = ()
    cut_short: bool = False

    def article(self) -> Article:
        """Return the report as the service knows it."""
        links = self.links
        return Article(
            text=self.text,
            id=self.id,
            url=self.url,
            title=self.title,
            publisher=self.publisher,
            author=self.author,
            published=self.published,
            language=self.language,
            links=None if links is None else tuple(Link(k.href, k.text) for k in links),
            kind=self.kind,
            label=self.label,
            looked_in=self.looked_in,
            cut_short=self.cut_short,
        )


# --- What they mean ----------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Passage:
    """Words of a report: `span` in code points of its text or title.

    `span` is `None` where the whole article is meant.
    """

    report: str
    part: Part
    span: Span | None


@dataclass(frozen=True, slots=True)
class Entry:
    """Where a check should speak: at `passage`, or as well at one of `also`."""

    check: str
    passage: Passage
    also: tuple[Passage, ...]
    evidence: tuple[Passage, ...]
    sure: bool
    why: str
    party: str | None


@dataclass(frozen=True, slots=True)
class Trap:
    """Where a check must stay silent."""

    check: str
    passage: Passage
    why: str


@dataclass(frozen=True, slots=True)
class Said:
    """An attribution: spans into the text, and who speaks for which side."""

    type: Type
    source: Span | None
    cue: Span | None
    content: tuple[Span, ...]
    voice: str | None
    party: str | None


@dataclass(frozen=True, slots=True)
class Mention:
    """Words of a report's text that mean a voice and are no source."""

    span: Span
    voice: str


@dataclass(frozen=True, slots=True)
class Event:
    """An event: its reports by id, and what is to be noticed in them."""

    name: str
    labelled_by: str = ""
    articles: dict[str, Article] = field(default_factory=dict)
    styles: dict[str, Style] = field(default_factory=dict)
    features: dict[str, tuple[str, ...]] = field(default_factory=dict)
    entries: tuple[Entry, ...] = ()
    traps: tuple[Trap, ...] = ()
    attributions: dict[str, tuple[Said, ...]] = field(default_factory=dict)
    mentions: dict[str, tuple[Mention, ...]] = field(default_factory=dict)
    changes: tuple[RawChange, ...] = ()


def events_written(folder: Path) -> list[str]:
    """Return the names of the events in a set that have a gold file, in order."""
    return sorted(path.parent.name for path in folder.glob("events/*/gold.json"))


def load_event(folder: Path) -> Event:
    """Return the event in a folder.

    Raises UnsoundGoldError where `read_event` finds anything wrong.
    """
    event, problems = read_event(folder)
    if problems:
        raise UnsoundGoldError("\n".join(problems))
    return event


def load_distractors(folder: Path) -> list[Article]:
    """Return the reports of a set that belong to no event, by file name."""
    return [
        msgspec.json.decode(path.read_bytes(), type=RawReport).article()
        for path in sorted(folder.glob("distractors/*.json"))
    ]


def read_event(folder: Path) -> tuple[Event, list[str]]:
    """Return what the folder of an event holds, and what is wrong with it.

    What cannot be placed is left out of the event and named in the list.
    """
    reader = _Reader(folder.name)
    articles = {a.id: a for a in reader.reports(folder / "reports")}
    try:
        raw = msgspec.json.decode((folder / "gold.json").read_bytes(), type=RawGold)
    except (OSError, msgspec.MsgspecError) as error:
        reader.problems.append(f"{folder.name}/gold.json: {error}")
        return Event(folder.name, articles=articles), reader.problems
    reader.articles = articles
    event = Event(
        name=raw.event,
        labelled_by=raw.labelled_by,
        articles=articles,
        styles={report: style.style for report, style in raw.reports.items()},
        features={report: style.features for report, style in raw.reports.items()},
        entries=tuple(reader.entries(raw)),
        traps=tuple(reader.traps(raw)),
        attributions={
            report: tuple(reader.said(report, several))
            for report, several in raw.attributions.items()
        },
        mentions={
            report: tuple(reader.mentions(report, several))
            for report, several in raw.coreference.items()
        },
        changes=raw.changes,
    )
    return event, reader.problems


def place(text: str, exact: str, nth: int | None, within: str | None) -> Span:
    """Return where `exact` stands in `text`, in code points.

    `nth` counts from 1; `within` is a longer passage that stands once. Raises
    UnsoundGoldError where the place is not certain.
    """
    if within is not None:
        around = place(text, within, None, None)
        inner = _occurrences(around.of(text), exact)
        if not inner:
            message = f"{exact!r} is not within {within!r}"
            raise UnsoundGoldError(message)
        return Span(around.start + inner[0].start, around.start + inner[0].end)
    found = _occurrences(text, exact)
    if nth is None and len(found) != 1:
        message = f"{exact!r} stands {len(found)} times"
        raise UnsoundGoldError(message)
    if nth is not None and not 1 <= nth <= len(found):
        message = f"{exact!r} stands {len(found)} times, not {nth}"
        raise UnsoundGoldError(message)
    return found[(nth or 1) - 1]


def marked_parts(text: str, marked: str) -> dict[str, list[Span]]:
    """Return the spans of source (s), cue (c) and content (t) of a marked passage.

    Raises UnsoundGoldError where the passage without its braces is not in `text`
    exactly once.
    """
    plain = _MARK.sub(r"\2", marked)
    start = place(text, plain, None, None).start
    parts: dict[str, list[Span]] = {"s": [], "c": [], "t": []}
    taken = 0  # code points of braces and letters passed so far
    for match in _MARK.finditer(marked):
        at = start + match.start() - taken
        parts[match[1]].append(Span(at, at + len(match[2])))
        taken += len(match[0]) - len(match[2])
    return parts


def _occurrences(text: str, exact: str) -> list[Span]:
    """Return where `exact` stands, not counting it inside a longer word."""
    if not exact:
        return []
    before = r"(?<![^\W_])" if exact[0].isalnum() else ""
    after = r"(?![^\W_])" if exact[-1].isalnum() else ""
    pattern = before + re.escape(exact) + after
    return [Span(m.start(), m.end()) for m in re.finditer(pattern, text)]


class _Reader:
    """Places the passages of one event, and remembers what could not be placed."""

    def __init__(self, event: str) -> None:
        self.event = event
        self.articles: dict[str, Article] = {}
        self.problems: list[str] = []

    def reports(self, folder: Path) -> Iterator[Article]:
        for path in sorted(folder.glob("*.json")):
            try:
                raw = msgspec.json.decode(path.read_bytes(), type=RawReport)
            except msgspec.MsgspecError as error:
                self.problems.append(f"{path.name}: {error}")
                continue
            if raw.id != path.stem:
                self.problems.append(f"{path.name}: its id is {raw.id!r}")
            yield raw.article()

    def entries(self, raw: RawGold) -> Iterator[Entry]:
        for entry in raw.entries:
            passage = self.passage(entry, entry.report, entry.check)
            also = [self.passage(a, entry.report, entry.check) for a in entry.also]
            evidence = [self.passage(e, e.report, entry.check) for e in entry.evidence]
            if passage:
                yield Entry(
                    check=entry.check,
                    passage=passage,
                    also=tuple(a for a in also if a),
                    evidence=tuple(e for e in evidence if e),
                    sure=entry.sure,
                    why=entry.why,
                    party=entry.party,
                )

    def traps(self, raw: RawGold) -> Iterator[Trap]:
        for trap in raw.traps:
            if passage := self.passage(trap, trap.report, trap.check):
                yield Trap(trap.check, passage, trap.why)

    def said(self, report: str, several: tuple[RawAttribution, ...]) -> Iterator[Said]:
        article = self.articles.get(report)
        if not article:
            self.problems.append(f"{self.event}: no report {report!r} (attributions)")
            return
        for raw in several:
            try:
                parts = marked_parts(article.text, raw.marked)
            except UnsoundGoldError as error:
                self.problems.append(f"{report}, attribution: {error}")
                continue
            if len(parts["s"]) > 1 or len(parts["c"]) > 1 or not any(parts.values()):
                self.problems.append(f"{report}, attribution: parts of {raw.marked!r}")
            yield Said(
                type=raw.type,
                source=next(iter(parts["s"]), None),
                cue=next(iter(parts["c"]), None),
                content=tuple(parts["t"]),
                voice=raw.voice,
                party=raw.party,
            )

    def mentions(
        self, report: str, several: tuple[RawMention, ...]
    ) -> Iterator[Mention]:
        for raw in several:
            passage = self.passage(raw, report)
            if passage and passage.span:
                yield Mention(passage.span, raw.voice)

    def passage(self, raw: RawPassage, report: str, check: str = "") -> Passage | None:
        """Place a passage of `report`, or say why it has no place."""
        article = self.articles.get(report)
        if not article:
            self.problems.append(f"{self.event}, {check}: no report {report!r}")
            return None
        if raw.part == "article" or raw.exact is None:
            if (raw.part == "article") != (raw.exact is None):
                self.problems.append(
                    f"{report}, {check}: part is {raw.part}, exact is {raw.exact!r}"
                )
                return None
            return Passage(report, "article", None)
        text = article.text if raw.part == "text" else article.title or ""
        try:
            return Passage(
                report, raw.part, place(text, raw.exact, raw.nth, raw.within)
            )
        except UnsoundGoldError as error:
            self.problems.append(f"{report}, {check}, {raw.part}: {error}")
            return None
