"""How often the checks are right on the evaluation set, and what that earns them.

Counting is in `counting` (notes) and `who_said` (attributions), what the counts earn
a check in `promotion`, how far a second reader agrees in `agreement`.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path
from typing import Any

import orjson

from sidelight import __version__, pipeline
from sidelight.checks import every_check
from sidelight.model import Reading
from sidelight.related import compare, ranking
from sidelight.training import agreement, counting, gold, promotion, who_said
from sidelight.training.counting import COUNTED, EXHAUSTIVE, Counts
from sidelight.training.gold import Event

SOURCING = frozenset({"who-says-so", "what-it-rests-on", "wording"})
SPLITS = ("look", "tune", "held")


@dataclass(slots=True)
class Scores:
    """What was counted: by check and split; on plain reports; between events."""

    checks: dict[str, dict[str, Counts]] = field(
        default_factory=lambda: defaultdict(lambda: defaultdict(Counter))
    )
    sizes: dict[str, Counts] = field(default_factory=lambda: defaultdict(Counter))
    plain: Counts = field(default_factory=Counter)
    same_event: Counts = field(default_factory=Counter)
    said: dict[str, Counts] = field(default_factory=lambda: defaultdict(Counter))
    distractors: int = 0


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
    return _summary(scores, agreement.agreement(folder))


# --- Counting ----------------------------------------------------------------


def _score_event(
    scores: Scores, part: str, event: Event, readings: Mapping[str, Reading]
) -> None:
    scores.sizes[part].update(events=1, reports=len(readings))
    for name, reading in readings.items():
        others = [other for key, other in readings.items() if key != name]
        comparison = compare(reading, others)
        is_plain = event.styles[name] == "plain"
        if is_plain:
            scores.plain.update(reports=1, words=len(reading.words))
        for check in every_check():
            findings = pipeline.run(check, reading, comparison).findings
            counts = counting.counted(check, event, name, findings)
            scores.checks[check.ID][part].update(counts)
            if is_plain and check.FAMILY in SOURCING:
                scores.plain["notes"] += len(findings)
        if name in event.attributions:
            said, mentions = event.attributions[name], event.mentions.get(name, ())
            scores.said[part].update(who_said.counted(reading, said, mentions))


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


# --- Figures -----------------------------------------------------------------


def _summary(scores: Scores, agreed: Mapping[str, Counts]) -> dict[str, Any]:
    plain, same = scores.plain, scores.same_event
    whole = promotion.summed(scores.sizes.values())
    return {
        "measured": {
            "reports": whole["reports"],
            "events": whole["events"],
            "distractors": scores.distractors,
            "labelled_by": "the authors of this project",
            "version": __version__,
        },
        "checks": {
            check.ID: _check_summary(
                check.ID, scores.checks[check.ID], scores.sizes, agreed.get(check.ID)
            )
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
            **_linked(promotion.summed(scores.said.values())),
            "splits": {part: _linked(scores.said[part]) for part in SPLITS},
        },
        "voices": {
            **_voices(promotion.summed(scores.said.values())),
            "splits": {part: _voices(scores.said[part]) for part in SPLITS},
        },
    }


def _check_summary(
    check: str,
    by_split: Mapping[str, Counts],
    sizes: Mapping[str, Counts],
    agreed: Counts | None,
) -> dict[str, Any]:
    parts = promotion.unseen_splits(check)
    unseen = promotion.summed(by_split[part] for part in parts)
    size = promotion.summed(sizes[part] for part in parts)
    right, notes = unseen["hits"], promotion.notes(unseen)
    return {
        "tier": promotion.tier(check, by_split),
        "exhaustive": check in EXHAUSTIVE,
        "splits": {
            part: {name: by_split[part][name] for name in COUNTED} for part in SPLITS
        },
        "unseen": {
            "splits": list(parts),
            **{name: size[name] for name in ("events", "reports")},
            **{name: unseen[name] for name in COUNTED},
            "precision": _ratio(right, notes),
            "recall": _ratio(right, right + unseen["missed"]),
            "interval": promotion.wilson(right, notes),
        },
        "second_reader": agreement.figures(agreed) if agreed else None,
    }


def _linked(said: Counts) -> dict[str, float | None]:
    return {
        "precision": _ratio(said["linked"], said["found"]),
        "recall": _ratio(said["linked"], said["wanted"]),
        "linked": _ratio(2 * said["linked"], said["found"] + said["wanted"]),
    }


def _voices(said: Counts) -> dict[str, Any]:
    """Return how many linked attributions got the right voice, and the right party."""
    forms = {
        form: {
            "right": said[f"{form} right"],
            "of": said[form],
            "share": _ratio(said[f"{form} right"], said[form]),
        }
        for form in who_said.FORMS
    }
    right, of = (sum(f[name] or 0 for f in forms.values()) for name in ("right", "of"))
    return {
        "accuracy": _ratio(right, of),
        "right": right,
        "of": of,
        "forms": forms,
        "party": {
            "precision": _ratio(said["party right"], said["party found"]),
            "recall": _ratio(said["party right"], said["party wanted"]),
        },
        "mentions": {"right": said["mentions right"], "of": said["mentions"]},
    }


def _ratio(part: float, whole: float) -> float | None:
    return round(part / whole, 3) if whole else None


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
