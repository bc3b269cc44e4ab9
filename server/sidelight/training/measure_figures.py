"""Measure the reading of figures against NewsQuant (Almasian et al. 2023).

    python -m sidelight.training.measure_figures DATA_DIR [--even] [--errors]

DATA_DIR holds CQE_Evaluation (github.com/vivkaz/CQE_Evaluation). A figure is right
where its value is the gold value, or its range the gold range; each gold value is
found once. Items with an odd index were used to write the rules, items with an even
one were not: `--even` reports on them.
"""

import json
import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from math import isclose
from pathlib import Path
from typing import Any, NamedTuple

from sidelight.model import Figure
from sidelight.readings import figures
from sidelight.readings.figures.nouns import singular

GOLD = Path("CQE_Evaluation/data/formatted_test_set/NewsQuant.json")
_PLAIN = "-"
_ROUNDS = 5  # of timing; the fastest counts


class Gold(NamedTuple):
    """A quantity of the gold standard: bounds of its value, unit, concepts."""

    low: float
    high: float
    unit: str
    concepts: str


class Item(NamedTuple):
    """A sentence and its quantities."""

    text: str
    gold: tuple[Gold, ...]


def items(data: Path) -> list[Item]:
    """Return NewsQuant's sentences, in the order of the file."""
    raw = json.loads((data / GOLD).read_text(encoding="utf-8"))
    return [Item(one["text"], tuple(map(_gold, one["quantities"]))) for one in raw]


def _gold(raw: dict[str, Any]) -> Gold:
    value = str(raw["value"]).replace(" ", "")
    low, _, high = value.rpartition("-")
    if not low or low[-1] in "eE":
        low = high = value
    return Gold(float(low), float(high), raw["unit"], raw["referred_concepts"])


class Match(NamedTuple):
    """What was found of one item: pairs, gold missed, figures that are not gold."""

    right: list[tuple[Gold, Figure]]
    missed: list[Gold]
    extra: list[Figure]


def match(gold: Sequence[Gold], found: Sequence[Figure]) -> Match:
    """Pair each gold value with a figure of the same value, once."""
    left, right, missed = list(found), [], []
    for one in gold:
        same = [f for f in left if _same(one.low, f.low) and _same(one.high, f.high)]
        if same:
            left.remove(same[0])
            right.append((one, same[0]))
        else:
            missed.append(one)
    return Match(right, missed, left)


def _same(one: float, other: float) -> bool:
    return isclose(one, other, rel_tol=1e-5, abs_tol=1e-8)


def counted(pairs: Sequence[tuple[Gold, Figure]]) -> Iterator[tuple[str, Gold, Figure]]:
    """Yield "right", "empty" or "wrong" for what each plain figure counts.

    Plain are figures without a unit; the gold unit of those is the noun phrase that
    is counted. Right is a head that stands in it.
    """
    for gold, figure in pairs:
        if figure.unit is not None or gold.unit == _PLAIN:
            continue
        words = {singular(word) for word in gold.unit.lower().split()}
        if not figure.counts:
            yield "empty", gold, figure
        elif figure.counts.split()[-1] in words:
            yield "right", gold, figure
        else:
            yield "wrong", gold, figure


def milliseconds(texts: Sequence[str]) -> float:
    """Return the processor time for 1,000 words, in the fastest of some rounds."""
    words = sum(len(text.split()) for text in texts)
    rounds = []
    for _ in range(_ROUNDS):
        begin = time.process_time()
        for text in texts:
            figures.read(text)
        rounds.append(time.process_time() - begin)
    return 1e6 * min(rounds) / words


def main(arguments: Sequence[str]) -> None:
    """Print precision, recall and F1 of the values, and the time."""
    part = items(Path(arguments[0]))[("--even" not in arguments) :: 2]
    matches = [match(item.gold, figures.read(item.text)) for item in part]
    if "--errors" in arguments:
        print("\n".join(_errors(part, matches)))  # noqa: T201
    right = [pair for one in matches for pair in one.right]
    found = len(right) + sum(len(one.extra) for one in matches)
    known = len(right) + sum(len(one.missed) for one in matches)
    precision, recall = len(right) / found, len(right) / known
    f1 = 2 * precision * recall / (precision + recall)
    lines = [
        f"values: P {precision:.3f}  R {recall:.3f}  F1 {f1:.3f}  ({known} gold)",
        f"counted (plain figures): {dict(Counter(k for k, *_ in counted(right)))}",
        f"{milliseconds([item.text for item in part]):.1f} ms per 1,000 words",
    ]
    print("\n".join(lines))  # noqa: T201


def _errors(part: Sequence[Item], matches: Sequence[Match]) -> Iterator[str]:
    for item, one in zip(part, matches, strict=True):
        if one.missed or one.extra:
            yield item.text
        for gold in one.missed:
            yield f"    missed {gold}"
        for figure in one.extra:
            yield f"    extra {figure.span.of(item.text)!r} {figure}"
    for verdict, gold, figure in counted([p for one in matches for p in one.right]):
        if verdict != "right":
            yield f"{verdict} {gold} {figure}"


if __name__ == "__main__":
    main(sys.argv[1:])
