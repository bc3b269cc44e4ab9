"""Trains the four passes of the tagger, one upon the other.

A pass must see in training what it will see in use: the mistakes of the passes
before it. So each earlier pass is trained on two thirds of the articles to say
what it finds in the other third (three times), and once more on all of them for
use.
"""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from sidelight.errors import InvalidInput
from sidelight.readings import tagger
from sidelight.readings.columns import Page
from sidelight.readings.hashing import Template, rows
from sidelight.readings.tagger import Table
from sidelight.training.attributions.gold import GoldPage
from sidelight.training.chains import (
    Floats,
    Recipe,
    Rows,
    fit_chain,
    fit_classifier,
)

Progress = Callable[[str, int, int], None]

FOLDS = 3
# A table with more rows keeps rare features apart. The draft does better with fewer:
# it then finds more, and the last pass drops what is wrong (measured on dev).
DRAFT_BITS = 18
FINAL_BITS = 20
RAREST_CLASS = 300  # tokens; a rarer word class or relation is not told apart
_LARGEST = 31  # whole-number weights; finer ones change no figure

CLASSIFIER = Recipe(epochs=4, rate=0.05, penalty=1e-5, batch=4_000)
DRAFT = Recipe(epochs=5, rate=0.05, penalty=2e-4, batch=3_000)
# Added to the scores of each of the tagger's labels, chosen on dev for the linked
# score: a source that is found a word too long is still linked, one missed is not.
BIAS = (0.0, 0.3, 0.15, 0.0, 0.0, 0.0, 0.0)
FINAL = Recipe(epochs=4, rate=0.03, penalty=3e-4, batch=3_000)


def train(pages: Sequence[GoldPage], seed: int, progress: Progress) -> dict[str, Any]:
    """Return the arrays of the four passes; leaves jackknifed drafts in `pages`.

    Raises InvalidInput where no page has word classes.
    """
    steps = _Steps(seed, progress, 3 * (FOLDS + 1) + 1)
    word_class = _classifier(pages, CLASSES, steps)
    relation = _classifier(pages, RELATIONS, steps)
    draft = _draft(pages, steps)
    final = _final(pages, steps)
    return {
        "looks_at": tagger.looks_at(),
        "word_class": word_class,
        "relation": relation,
        "draft": draft,
        "final": final,
    }


class _Steps:
    """Counts the trainings, so that a progress bar can show them; holds the seed."""

    def __init__(self, seed: int, progress: Progress, total: int) -> None:
        self.seed, self.progress, self.total, self.done = seed, progress, total, 0

    def __call__(self, what: str) -> None:
        self.done += 1
        self.progress(what, self.done, self.total)


# --- Word classes and relations -----------------------------------------------


@dataclass(frozen=True, slots=True)
class _Layer:
    """One of the first two passes: where its gold is, and what becomes of it."""

    name: str
    templates: tuple[Template, ...]
    bits: int
    add: Callable[[Page, list[str]], None]


CLASSES = _Layer("classes", tagger.CLASS_TEMPLATES, 16, tagger.add_classes)
RELATIONS = _Layer("relations", tagger.RELATION_TEMPLATES, 16, tagger.add_relations)


def _classifier(
    pages: Sequence[GoldPage], layer: _Layer, steps: _Steps
) -> dict[str, Any]:
    """Train one of the first two passes; add its jackknifed columns to the pages."""
    names = _frequent(pages, layer.name)
    order = {name: at for at, name in enumerate(names)}
    gold = [
        np.array([order.get(name, -1) for name in getattr(page, layer.name)])
        for page in pages
    ]
    counted = [counted_rows(page.page, layer.templates, layer.bits) for page in pages]

    def fit(chosen: Sequence[int]) -> Table:
        steps(layer.name)
        weights = fit_classifier(
            np.concatenate([counted[at] for at in chosen]),
            np.concatenate([gold[at] for at in chosen]),
            size=2**layer.bits,
            labels=len(names),
            recipe=replace(CLASSIFIER, seed=steps.seed),
        )
        return packed(weights, labels=names)

    for held_out, others in folds(len(pages)):
        table = fit(others)
        for at in held_out:
            page = pages[at].page
            layer.add(page, tagger.best(page, layer.templates, table))
    return stored(fit(range(len(pages))))


def _frequent(pages: Sequence[GoldPage], layer: str) -> tuple[str, ...]:
    count = Counter(name for page in pages for name in getattr(page, layer) if name)
    rarest = min(RAREST_CLASS, max(count.values(), default=0))
    names = tuple(name for name, number in count.most_common() if number >= rarest)
    if not names:
        message = (
            f"No article has word {layer}: the folder `corenlp` is missing or empty."
        )
        raise InvalidInput(message)
    return names


# --- Sources, cues and content ------------------------------------------------


def _draft(pages: Sequence[GoldPage], steps: _Steps) -> dict[str, Any]:
    templates = tagger.DRAFT_TEMPLATES
    counted = [counted_rows(page.page, templates, DRAFT_BITS) for page in pages]

    def fit(chosen: Sequence[int]) -> Table:
        steps("draft")
        return _fit_chain(
            [pages[at] for at in chosen],
            [counted[at] for at in chosen],
            DRAFT_BITS,
            replace(DRAFT, seed=steps.seed),
        )

    for held_out, others in folds(len(pages)):
        table = fit(others)
        for at in held_out:
            pages[at].draft = tagger.chain(pages[at].page, templates, table)
    result = stored(fit(range(len(pages))))
    for page in pages:
        assert page.draft is not None  # noqa: S101  every page is held out once
        tagger.add_draft(page.page, page.draft)
    return result


def _final(pages: Sequence[GoldPage], steps: _Steps) -> dict[str, Any]:
    steps("final")
    templates = tagger.FINAL_TEMPLATES
    counted = [counted_rows(page.page, templates, FINAL_BITS) for page in pages]
    table = _fit_chain(pages, counted, FINAL_BITS, replace(FINAL, seed=steps.seed))
    return stored(replace(table, bias=np.array(BIAS, dtype=np.float32)))


def _fit_chain(
    pages: Sequence[GoldPage], counted: Sequence[Rows], bits: int, recipe: Recipe
) -> Table:
    spans: list[tuple[int, int]] = []
    before = 0
    for page in pages:
        spans += [(a + before, b + before) for a, b in tagger.paragraphs(page.page)]
        before += len(page.page)
    chain = fit_chain(
        np.concatenate(counted),
        np.concatenate([page.labels for page in pages]),
        spans,
        size=2**bits,
        recipe=recipe,
    )
    return packed(chain.weights, transitions=chain.transitions, initial=chain.initial)


# --- Tables -------------------------------------------------------------------


def counted_rows(page: Page, templates: tuple[Template, ...], bits: int) -> Rows:
    """Return the rows that count for each token, a column for each template."""
    columns = list(rows(page.columns, templates, bits))
    return np.stack(columns, axis=1).astype(np.int32)


def packed(
    weights: Floats,
    *,
    labels: tuple[str, ...] = (),
    transitions: Floats | None = None,
    initial: Floats | None = None,
) -> Table:
    """Return weights as small whole numbers, the few largest cut off."""
    sizes = np.abs(weights)
    unit = (
        float(np.quantile(sizes[sizes > 0], 0.9999)) / _LARGEST if sizes.any() else 1.0
    )
    whole = np.clip(np.rint(weights / unit), -_LARGEST, _LARGEST).astype(np.int8)
    return Table(whole, unit, labels, transitions, initial)


def stored(table: Table) -> dict[str, Any]:
    """Return a table as plain arrays, for the trained file."""
    kept: dict[str, Any] = {
        "weights": table.weights,
        "unit": table.unit,
        "labels": list(table.labels),
    }
    if table.transitions is not None:
        kept["transitions"] = table.transitions
        kept["initial"] = table.initial
    if table.bias is not None:
        kept["bias"] = table.bias
    return kept


def folds(count: int) -> list[tuple[list[int], list[int]]]:
    """Return pairs of (held out, all others), every article held out once."""
    return [
        (
            [at for at in range(count) if at % FOLDS == fold],
            [at for at in range(count) if at % FOLDS != fold],
        )
        for fold in range(FOLDS)
    ]
