"""How far a second, blind labelling of a third of the set agrees with the gold.

For each check: how many sure entries either reader has, how many they share, and F1.
An entry is shared where check, report and part agree and the passages overlap by at
least half of the shorter; a sure entry of one that meets an arguable one of the other
counts neither way. The gold is taken as it was before the second reading: what was
made arguable because of it is undone. Both readings are model-assisted: this is no
human agreement.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import msgspec

from sidelight.training.counting import EXHAUSTIVE, Counts, share
from sidelight.training.gold import (
    Entry,
    Event,
    Passage,
    RawEntry,
    RawPassage,
    UnsoundGoldError,
    load_event,
    place,
)

ACROSS = frozenset(
    "date-differs figure-differs quote-wording-differs quote-status-differs "
    "shared-wording".split()
)
"""Checks that compare: not labelled a second time where some reports were not read."""

SETTLED = "The second reader"
"""How the reason of a change begins that the second reading led to."""


class RawBlind(msgspec.Struct, kw_only=True):
    """A blind labelling of one event; `reports` are those read, if not all."""

    event: str
    labelled_by: str
    reports: tuple[str, ...] = ()
    entries: tuple[RawEntry, ...]


def blind_events(folder: Path) -> list[str]:
    """Return the events of a set that were labelled a second time."""
    return sorted(path.stem for path in folder.glob("blind/*.json"))


def blind(folder: Path, event: str) -> RawBlind:
    """Return the second reader's file on an event."""
    content = (folder / "blind" / f"{event}.json").read_bytes()
    return msgspec.json.decode(content, type=RawBlind)


def blind_entries(event: Event, raw: RawBlind) -> Iterator[Entry]:
    """Yield the second reader's entries on an event; raises UnsoundGoldError."""
    for entry in raw.entries:
        passage = _passage(event, entry.report, entry)
        also = tuple(_passage(event, entry.report, other) for other in entry.also)
        yield Entry(entry.check, passage, also, (), entry.sure, entry.why, entry.party)


def _passage(event: Event, report: str, raw: RawPassage) -> Passage:
    if raw.part == "article" or raw.exact is None:
        return Passage(report, "article", None)
    article = event.articles[report]
    text = article.text if raw.part == "text" else article.title or ""
    try:
        span = place(text, raw.exact, raw.nth, raw.within)
    except UnsoundGoldError as error:
        message = f"{event.name}, blind, {report}: {error}"
        raise UnsoundGoldError(message) from error
    return Passage(report, raw.part, span)


def first_entries(event: Event) -> Iterator[Entry]:
    """Yield the gold's entries as they were when the second reader had not read."""
    settled = {
        (change.check, change.report, change.exact): change.what.startswith("was sure")
        for change in event.changes
        if change.why.startswith(SETTLED)
    }
    for entry in event.entries:
        passage = entry.passage
        article = event.articles[passage.report]
        text = article.text if passage.part == "text" else article.title or ""
        exact = passage.span.of(text) if passage.span else None
        was_sure = settled.get((entry.check, passage.report, exact))
        if was_sure is not False:
            yield replace(entry, sure=entry.sure or was_sure is True)


def agreement(folder: Path) -> dict[str, Counts]:
    """Return, for each check, the counts `gold`, `blind` and those shared of either."""
    counts: dict[str, Counts] = {}
    for name in blind_events(folder):
        event, raw = load_event(folder / "events" / name), blind(folder, name)
        first, second = list(first_entries(event)), list(blind_entries(event, raw))
        for check in labelled_twice(raw):
            mine = _of(first, check, raw.reports)
            theirs = _of(second, check, raw.reports)
            counts.setdefault(check, Counter()).update(_compare(mine, theirs))
    return counts


def unsettled(folder: Path) -> Iterator[tuple[str, Entry]]:
    """Yield the event and each entry that one reader is sure of and the other lacks.

    None should be left: what the readers do not both hold is arguable.
    """
    for name in blind_events(folder):
        event, raw = load_event(folder / "events" / name), blind(folder, name)
        second = list(blind_entries(event, raw))
        for check in labelled_twice(raw):
            mine = _of(event.entries, check, raw.reports)
            theirs = _of(second, check, raw.reports)
            for own, others in ((mine, theirs), (theirs, mine)):
                for entry in own:
                    if entry.sure and not any(_same(entry, other) for other in others):
                        yield name, entry


def labelled_twice(raw: RawBlind) -> frozenset[str]:
    """Return the checks that the second reader labelled in an event."""
    return EXHAUSTIVE - ACROSS if raw.reports else EXHAUSTIVE


def _of(entries: Iterable[Entry], check: str, reports: Sequence[str]) -> list[Entry]:
    return [
        entry
        for entry in entries
        if entry.check == check and (not reports or entry.passage.report in reports)
    ]


def _compare(gold: list[Entry], second: list[Entry]) -> Counts:
    counted: Counts = Counter(gold=0, blind=0, gold_shared=0, blind_shared=0, doubted=0)
    for own, others, name in ((gold, second, "gold"), (second, gold, "blind")):
        for entry in (e for e in own if e.sure):
            met = [other for other in others if _same(entry, other)]
            if met and not any(other.sure for other in met):
                counted["doubted"] += 1
                continue
            counted[name] += 1
            counted[f"{name}_shared"] += bool(met)
    return counted


def _same(one: Entry, other: Entry) -> bool:
    return any(
        _overlap(a, b)
        for a in (one.passage, *one.also)
        for b in (other.passage, *other.also)
    )


def _overlap(one: Passage, other: Passage) -> bool:
    if (one.report, one.part) != (other.report, other.part):
        return False
    if one.span is None or other.span is None:
        return one.span == other.span
    return share(one.span, other.span) >= 0.5  # noqa: PLR2004 - half


def figures(counts: Counts) -> dict[str, Any]:
    """Return what is told of one check: entries of either reader, shared, and F1.

    `doubted` are entries that one reader is sure of and the other holds arguable.
    """
    shared = counts["gold_shared"] + counts["blind_shared"]
    both = counts["gold"] + counts["blind"]
    return {
        "gold": counts["gold"],
        "second": counts["blind"],
        "shared": counts["gold_shared"],
        "doubted": counts["doubted"],
        "f1": round(shared / both, 3) if both else None,
    }
