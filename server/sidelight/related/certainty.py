"""How sure it is that two mentions are of one thing: weighed features, 0 to 1.

Figures are weighed by a logistic regression (models/mentions.json; its training is
`sidelight.training.mentions`, its figures stand in docs/adr/0011-points.md), dates
by hand: days of news are too few and too alike to learn from.
"""

from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from math import exp

import orjson

from sidelight.related.likeness import FEATURES

_AT = {name: number for number, name in enumerate(FEATURES)}
# Chosen on the looked-at events and on real reports, read by eye.
_DATES = (
    ("near", 1.6),
    ("wide", 1.6),
    ("kind", 1.0),
    ("head_differs", -0.5),
    ("others", 0.8),
    ("strangers", -0.6),
)
_DATES_BIAS = -1.9
_MARGIN, _MOST_MARGIN = 0.8, 0.4


@cache
def _weights() -> tuple[tuple[float, ...], float]:
    raw = files("sidelight.models").joinpath("mentions.json").read_bytes()
    model = orjson.loads(raw)
    by_name = model["figures"]["weights"]
    return tuple(by_name[name] for name in FEATURES), model["figures"]["bias"]


def of_figures(found: Sequence[float]) -> float:
    """Return the certainty of a pair of figures from its features."""
    weights, bias = _weights()
    return _logistic(bias + sum(w * x for w, x in zip(weights, found, strict=True)))


def of_dates(found: Sequence[float]) -> float:
    """Return the certainty of a pair of dates from its features."""
    margin = _MARGIN * min(_MOST_MARGIN, found[_AT["margin"]])
    weighed = sum(weight * found[_AT[name]] for name, weight in _DATES)
    return _logistic(_DATES_BIAS + margin + weighed)


def _logistic(logit: float) -> float:
    return 1 / (1 + exp(-max(-30.0, min(30.0, logit))))
