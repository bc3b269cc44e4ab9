"""Figures in the shape of models/quality.json, one check for each thing to say."""

from typing import Any

from sidelight.web.quality import Quality


def counts(*numbers: int) -> dict[str, int]:
    names = ("hits", "false_alarms", "missed", "trap_hits", "arguable", "unlabelled")
    return dict(zip(names, numbers, strict=False))


def figures(
    *unseen: int, tier: str = "preview", exhaustive: bool = True
) -> dict[str, Any]:
    hits, wrong, missed, _, _, *unlabelled = unseen
    wrong += sum(unlabelled)
    shares = {
        "precision": hits / (hits + wrong) if hits + wrong else None,
        "recall": hits / (hits + missed) if hits + missed else None,
        "interval": [0.596, 0.982] if hits + wrong else None,
    }
    return {
        "tier": tier,
        "exhaustive": exhaustive,
        "splits": {
            "look": counts(13, 0, 3, 0, 1),
            "tune": counts(0, 0, 0, 0, 0),
            "held": counts(*unseen),
        },
        "unseen": {
            "splits": ["tune", "held"],
            "events": 6,
            "reports": 30,
            **counts(*unseen),
            **shares,
        },
    }


RAW: dict[str, Any] = {
    "measured": {
        "reports": 50,
        "events": 10,
        "distractors": 12,
        "labelled_by": "the authors of this project",
        "version": "0.1.0",
    },
    "checks": {
        "vague-source": figures(9, 1, 4, 0, 0, tier="default"),
        "unnamed-source": figures(16, 5, 9, 2, 1),
        "party-not-heard": figures(2, 1, 5, 1, 0),
        "single-party-claim": figures(0, 0, 3, 0, 0),
        "date-differs": figures(12, 0, 0, 0, 0, tier="default"),
        "corroborated": figures(9, 1, 4, 1, 0, 2, exhaustive=False),
    },
    "plain": {"reports": 25, "words": 10000, "notes": 3, "per_500_words": 0.15},
    "same_event": {"precision": 0.98, "recall": 0.91},
    "attributions": {"linked": 0.6, "linked_say": 0.8},
}
MEASURED = Quality.model_validate(RAW)
