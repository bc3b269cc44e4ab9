"""Learn how sure it is that two figures count one thing, from reports of one event.

    python -m sidelight.training.mentions DATA_DIR

`DATA_DIR` holds Giveme5W1H (see `measure_related`). Nobody labelled the pairs: two
figures of one telling value are taken for the same thing, and two that differ for
different things where either has its like in the other report, or where one is more
than `FAR_APART` times the other. The features never see the values. Prints average
precision, and precision and recall at some thresholds, with the events left out in
six parts in turn; writes models/mentions.json, weights alone.
"""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import orjson
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import average_precision_score
from sklearn.model_selection import GroupKFold
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

from sidelight.model import Figure, Reading
from sidelight.readings import read
from sidelight.related import likeness, ranking
from sidelight.related.agreement import figures_agree, times_apart
from sidelight.related.mentions import Pair, comparable_figures, pairs
from sidelight.training.measure_related import articles

FAR_APART = 3.0
MOST_DAYS = 7
COPIED = 0.97  # a sentence so like the other is a copy, and teaches nothing
FOLDS = 6
STRENGTH = 0.3
_OUT = Path(__file__).parent.parent / "models" / "mentions.json"
_TELLING = 13  # a smaller whole number comes twice by chance


class Labelled(NamedTuple):
    """The features of a pair, whether it is of one thing, and the event's number."""

    features: list[float]
    same: bool
    event: int


def labelled(data_dir: Path) -> Iterator[Labelled]:
    """Yield the pairs of figures whose label can be told from their values."""
    reports = [(event, read(article)) for event, article in articles(data_dir)]
    for number, (event, one) in enumerate(reports):
        for other_event, other in reports[number + 1 :]:
            if event == other_event and _near(one, other):
                yield from _of_two(one, other, event)


def _near(one: Reading, other: Reading) -> bool:
    a, b = one.article.day, other.article.day
    if one.text == other.text or (a and b and abs((a - b).days) > MOST_DAYS):
        return False
    return ranking.similarity(one, other) >= ranking.LEAST_SIMILARITY


def _of_two(one: Reading, other: Reading, event: int) -> Iterator[Labelled]:
    found = pairs(likeness.figures(one), likeness.figures(other), comparable_figures)
    same = {id(pair) for pair in found if _is_same(pair)}
    here = {pair.here.number for pair in found if id(pair) in same}
    there = {pair.there.number for pair in found if id(pair) in same}
    for pair in found:
        if pair.features[1] >= COPIED:
            continue
        a, b = _figures(pair)
        if id(pair) in same:
            yield Labelled(pair.features, same=True, event=event)
        elif not figures_agree(a, b) and (
            pair.here.number in here
            or pair.there.number in there
            or times_apart(a, b) > FAR_APART
        ):
            yield Labelled(pair.features, same=False, event=event)


def _figures(pair: Pair) -> tuple[Figure, Figure]:
    a, b = pair.here.said, pair.there.said
    assert isinstance(a, Figure)  # noqa: S101 - the caller paired figures
    assert isinstance(b, Figure)  # noqa: S101
    return a, b


def _is_same(pair: Pair) -> bool:
    a, b = _figures(pair)
    if (a.low, a.high) != (b.low, b.high):
        return False
    head = pair.here.context.head
    return _is_telling(a.low) or (bool(head) and head == pair.there.context.head)


def _is_telling(value: float) -> bool:
    """Tell whether two reports hardly have a value in common by chance."""
    if value != round(value):
        return True
    return value >= _TELLING and len(str(int(value)).rstrip("0")) > 1


def train(data_dir: Path) -> dict[str, Any]:
    """Return the content of models/mentions.json."""
    rows = list(labelled(data_dir))
    x = np.array([row.features for row in rows])
    y = np.array([row.same for row in rows], dtype=int)
    events = np.array([row.event for row in rows])
    left_out = np.zeros(len(rows))
    for fitted, tested in GroupKFold(FOLDS).split(x, y, events):
        left_out[tested] = (
            _model().fit(x[fitted], y[fitted]).predict_proba(x[tested])[:, 1]
        )
    scaler, regression = _model().fit(x, y)
    weights = regression.coef_[0] / scaler.scale_
    bias = regression.intercept_[0] - float(weights @ scaler.mean_)
    names = likeness.FEATURES
    return {
        "name": "mentions",
        "reads": "how sure it is that two figures of two reports count one thing",
        "data": "Giveme5W1H news clusters (Hamborg et al. 2018): 383 reports, 69 events",
        "licence": "The texts are the publishers'. The file holds one weight a feature.",
        "command": "python -m sidelight.training.mentions DATA_DIR",
        "pairs": len(rows),
        "same": int(y.sum()),
        "scores": {
            "average_precision": round(float(average_precision_score(y, left_out)), 3),
            **{
                f"at_{least}": {
                    "precision": round(float(y[left_out >= least].mean()), 3),
                    "recall": round(float(y[left_out >= least].sum() / y.sum()), 3),
                }
                for least in (0.3, 0.5, 0.7, 0.8)
            },
        },
        "figures": {
            "bias": round(float(bias), 4),
            "weights": {
                name: round(float(weight), 4)
                for name, weight in zip(names, weights, strict=True)
            },
        },
    }


def _model() -> Any:  # noqa: ANN401 - scikit-learn has no types
    return make_pipeline(
        StandardScaler(), LogisticRegression(C=STRENGTH, max_iter=1000)
    )


def main(arguments: list[str]) -> None:
    """Train, write the weights, print the scores."""
    model = train(Path(arguments[0]))
    _OUT.write_bytes(orjson.dumps(model, option=orjson.OPT_INDENT_2) + b"\n")
    sys.stdout.write(orjson.dumps(model["scores"]).decode() + "\n")


if __name__ == "__main__":
    main(sys.argv[1:])
