"""How often the checks are right on the evaluation set, and what that earns them.

A note hits an entry when check, report and part agree and the two overlap by at
least half of the shorter. Arguable entries count neither way. A check is
promoted to the default tier by its figures on events it was not tuned on.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain
from math import sqrt
from pathlib import Path
from typing import Any

import orjson

from sidelight import __version__, pipeline
from sidelight.checks import Check, every_check
from sidelight.model import Attribution, Finding, Reading, Span
from sidelight.related import compare, ranking
from sidelight.training import gold
from sidelight.training.gold import Entry, Event, Passage, Said

EXHAUSTIVE = frozenset(
    "date-differs figure-differs quote-wording-differs quote-status-differs "
    "shared-wording unnamed-source vague-source closed-setting calendar-conflict "
    "headline-quote headline-differs party-not-heard time-unclear single-party-claim "
    "no-byline-or-date kind-of-piece".split()
)
# Checks whose thresholds were chosen on the events of "tune"; the others never saw them.
SWEPT = frozenset({"date-differs", "figure-differs", "corroborated"})
LEAST_PRECISION = 0.9
FEWEST_NOTES = 8
# Off for readers whatever their figures, on in lessons.
FOR_CLASS = frozenset(
    {"forecast", "motive-reading", "naming-differs", "strong-wording", "party-term"}
)
# The first checks stay on while there is too little to decide by: fewer notes than
# `FEWEST_NOTES` on unseen events, and none of them wrong.
PROVISIONAL = frozenset(
    "single-party-claim party-not-heard unnamed-source vague-source date-differs "
    "figure-differs shared-wording headline-quote corroborated".split()
)
# They repeat what the page says of itself, so that their unit tests tell all there is:
# no number of notes could tell more, and one wrong note says that the code is wrong.
REPEATING = frozenset({"kind-of-piece", "no-byline-or-date"})
SOURCING = frozenset({"who-says-so", "what-it-rests-on", "wording"})

Counts = Counter[str]


@dataclass(slots=True)
class Scores:
    """What was counted: by check and split; on plain reports; between events."""

    checks: dict[str, dict[str, Counts]] = field(
        default_factory=lambda: defaultdict(lambda: defaultdict(Counter))
    )
    plain: Counts = field(default_factory=Counter)
    same_event: Counts = field(default_factory=Counter)
    attributions: Counts = field(default_factory=Counter)
    reports: int = 0
    distractors: int = 0
    events: int = 0


def evaluate(folder: Path) -> dict[str, Any]:
    """Return the figures of the set in `folder`, as models/quality.json holds them.

    The same set and program give the same figures. Raises `UnsoundGoldError`.
    """
    parts: dict[str, list[str]] = orjson.loads((folder / "split.json").read_bytes())
    scores = Scores()
    readings: dict[str, dict[str, Reading]] = {}
    for part, names in parts.items():
        for name in names:
            event = gold.load_event(folder / "events" / name)
            read = {key: pipeline.read(a) for key, a in event.articles.items()}
            readings[name] = read
            _score_event(scores, part, event, read)
    others = [pipeline.read(article) for article in gold.load_distractors(folder)]
    scores.distractors = len(others)
    _score_ranking(scores.same_event, readings, others)
    return _summary(scores)


# --- Counting ----------------------------------------------------------------


def _score_event(
    scores: Scores, part: str, event: Event, readings: dict[str, Reading]
) -> None:
    scores.events += 1
    for name, reading in readings.items():
        scores.reports += 1
        others = [other for key, other in readings.items() if key != name]
        comparison = compare(reading, others)
        is_plain = event.styles[name] == "plain"
        if is_plain:
            scores.plain["reports"] += 1
            scores.plain["words"] += len(reading.words)
        for check in every_check():
            findings = pipeline.run(check, reading, comparison).findings
            counts = scores.checks[check.ID][part]
            counts.update(_score_check(check, event, name, findings))
            if is_plain and check.FAMILY in SOURCING:
                scores.plain["notes"] += len(findings)
        if name in event.attributions:
            said = event.attributions[name]
            scores.attributions.update(_score_said(reading.attributions, said))


def _score_check(
    check: Check, event: Event, report: str, findings: Sequence[Finding]
) -> Counts:
    """Return hits, false_alarms, missed, trap_hits and arguable notes."""
    counts: Counts = Counter()
    entries = [e for e in event.entries if _is_of(e, check, report)]
    traps = [
        t for t in event.traps if (t.check, t.passage.report) == (check.ID, report)
    ]
    hit: set[int] = set()
    for finding in findings:
        found = [n for n, entry in enumerate(entries) if _hits(finding, entry)]
        if any(entries[n].sure for n in found):
            hit.update(found)
        elif found:
            counts["arguable"] += 1
        elif any(_overlap(finding, trap.passage) for trap in traps):
            counts["trap_hits"] += 1
            counts["false_alarms"] += 1
        elif check.ID in EXHAUSTIVE:
            counts["false_alarms"] += 1
    sure = [n for n, entry in enumerate(entries) if entry.sure]
    counts["hits"] = sum(n in hit for n in sure)
    counts["missed"] = len(sure) - counts["hits"]
    return counts


def _is_of(entry: Entry, check: Check, report: str) -> bool:
    return entry.check == check.ID and entry.passage.report == report


def _hits(finding: Finding, entry: Entry) -> bool:
    return any(_overlap(finding, p) for p in (entry.passage, *entry.also))


def _overlap(finding: Finding, passage: Passage) -> bool:
    if finding.part != passage.part:
        return False
    if finding.span is None or passage.span is None:
        return finding.span == passage.span
    return _share(finding.span, passage.span) >= 0.5  # noqa: PLR2004 - half


def _share(one: Span, other: Span) -> float:
    """Return how much of the shorter span lies in the other."""
    common = min(one.end, other.end) - max(one.start, other.start)
    return common / min(one.end - one.start, other.end - other.start)


def _score_ranking(
    counts: Counts, readings: dict[str, dict[str, Reading]], others: list[Reading]
) -> None:
    every = [*chain.from_iterable(r.values() for r in readings.values()), *others]
    for event in readings.values():
        ids = {reading.article.id for reading in event.values()}
        for reading in event.values():
            candidates = [other for other in every if other is not reading]
            found = ranking.same_event(reading, candidates)
            right = sum(r.reading.article.id in ids for r in found)
            counts["right"] += right
            counts["wrong"] += len(found) - right
            counts["missed"] += len(ids) - 1 - right


def _score_said(found: Sequence[Attribution], wanted: Sequence[Said]) -> Counts:
    """Return how many attributions are linked: content half shared, source touched."""
    counts: Counts = Counter(wanted=0, found=0, linked=0)
    with_content = [said for said in wanted if said.content]
    readable = [a for a in found if a.content and a.act != "declines"]
    counts["wanted"], counts["found"] = len(with_content), len(readable)
    left = list(readable)
    for said in with_content:
        match = next((a for a in left if _is_linked(a, said)), None)
        if match is not None:
            left.remove(match)
            counts["linked"] += 1
    return counts


def _is_linked(found: Attribution, said: Said) -> bool:
    if (found.source is None) != (said.source is None):
        return False
    if found.source and said.source and not found.source.overlaps(said.source):
        return False
    a, b = _points(found.content), _points(said.content)
    return len(a & b) >= 0.5 * len(a | b)


def _points(spans: Iterable[Span]) -> set[int]:
    return {place for span in spans for place in range(span.start, span.end)}


# --- Figures -----------------------------------------------------------------


def _summary(scores: Scores) -> dict[str, Any]:
    plain, said, same = scores.plain, scores.attributions, scores.same_event
    return {
        "measured": {
            "reports": scores.reports,
            "events": scores.events,
            "distractors": scores.distractors,
            "labelled_by": "the authors of this project",
            "version": __version__,
        },
        "checks": {
            check.ID: _check_summary(check.ID, scores.checks[check.ID])
            for check in every_check()
        },
        "plain": {
            **{name: plain[name] for name in ("reports", "words", "notes")},
            "per_500_words": _ratio(500 * plain["notes"], plain["words"]),
        },
        "same_event": {
            "precision": _ratio(same["right"], same["right"] + same["wrong"]),
            "recall": _ratio(same["right"], same["right"] + same["missed"]),
        },
        "attributions": {
            "precision": _ratio(said["linked"], said["found"]),
            "recall": _ratio(said["linked"], said["wanted"]),
            "linked": _ratio(2 * said["linked"], said["found"] + said["wanted"]),
        },
    }


_COUNTED = ("hits", "false_alarms", "missed", "trap_hits", "arguable")


def _check_summary(check: str, by_part: dict[str, Counts]) -> dict[str, Any]:
    unseen: Counts = Counter()
    for part in ("held",) if check in SWEPT else ("tune", "held"):
        unseen.update(by_part[part])
    right, wrong = unseen["hits"], unseen["false_alarms"]
    return {
        "tier": _tier(check, unseen),
        "earned": _is_earned(check, unseen),
        "exhaustive": check in EXHAUSTIVE,
        "splits": {
            part: {name: by_part[part][name] for name in _COUNTED}
            for part in ("look", "tune", "held")
        },
        "unseen": {
            **{name: unseen[name] for name in _COUNTED},
            "precision": _ratio(right, right + wrong),
            "recall": _ratio(right, right + unseen["missed"]),
            "interval": _wilson(right, right + wrong),
        },
    }


def _tier(check: str, unseen: Counts) -> str:
    if check in FOR_CLASS:
        return "class"
    few = unseen["hits"] + unseen["false_alarms"] < FEWEST_NOTES
    undecided = check in PROVISIONAL and few and not unseen["false_alarms"]
    return "default" if _is_earned(check, unseen) or undecided else "preview"


def _is_earned(check: str, unseen: Counts) -> bool:
    """Tell whether the figures on unseen events promote a check."""
    notes = unseen["hits"] + unseen["false_alarms"]
    if check in REPEATING:
        return not unseen["false_alarms"]
    return (
        notes >= FEWEST_NOTES
        and unseen["hits"] >= LEAST_PRECISION * notes
        and not unseen["trap_hits"]
    )


def _ratio(part: float, whole: float) -> float | None:
    return round(part / whole, 3) if whole else None


def _wilson(right: int, of: int) -> list[float] | None:
    """Return the 95% score interval of a share (Wilson 1927)."""
    if not of:
        return None
    z, p = 1.96, right / of
    middle = p + z * z / (2 * of)
    spread = z * sqrt(p * (1 - p) / of + z * z / (4 * of * of))
    whole = 1 + z * z / of
    return [round((middle - spread) / whole, 3), round((middle + spread) / whole, 3)]


# --- The gate ----------------------------------------------------------------


def floors_of(quality: dict[str, Any]) -> dict[str, dict[str, float]]:
    """Return the floors that today's figures set: precision and recall of each check."""
    return {
        check: {
            name: figures["unseen"][name]
            for name in ("precision", "recall")
            if figures["unseen"][name] is not None
        }
        for check, figures in quality["checks"].items()
    }


def under(
    quality: dict[str, Any], floors: dict[str, dict[str, float]]
) -> Iterator[str]:
    """Yield a sentence for each figure that lies under its floor."""
    for check, names in floors.items():
        figures = quality["checks"].get(check, {}).get("unseen", {})
        for name, floor in names.items():
            value = figures.get(name)
            if value is None or value < floor:
                yield f"{check}: {name} is {value}, the floor is {floor}."
