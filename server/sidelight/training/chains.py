"""Training of the tagger's passes: hashed features, gradients in small batches.

Two models share one way of learning (AdaGrad, Duchi 2011, with the mean of the
later epochs' weights): a *classifier* takes each token by itself (multinomial
logistic regression), a *chain* takes each paragraph as a whole (linear-chain
conditional random field, Lafferty 2001, by forward-backward). scikit-learn has
the first, but not with rows that are updated only where a batch touches them,
which is what makes a table of 2 ** 18 rows quick to train; it has no chains.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array  # type: ignore[import-untyped]

from sidelight.readings.tagger import IMPOSSIBLE, INSIDE_LABELS, NEVER

Ints = NDArray[np.int64]
Rows = NDArray[np.int32]
Floats = NDArray[np.float32]
Doubles = NDArray[np.float64]

_FIRST_SQUARE = 1e-2  # AdaGrad's sum of squares before the first batch
_TINY = 1e-12


@dataclass(frozen=True, slots=True)
class Recipe:
    """How to learn: passes over the data, step, pull towards 0, tokens a batch."""

    epochs: int
    rate: float
    penalty: float
    batch: int
    seed: int = 0


@dataclass(frozen=True, slots=True)
class Chain:
    """A trained chain: weights (rows by labels), transitions and initial scores."""

    weights: Floats
    transitions: Floats
    initial: Floats


class _Table:
    """Weights that a batch changes only in the rows it touches."""

    def __init__(self, size: int, labels: int, recipe: Recipe) -> None:
        self.weights: Floats = np.zeros((size, labels), dtype=np.float32)
        self.squares: Floats = np.full((size, labels), _FIRST_SQUARE, dtype=np.float32)
        self.total: Floats = np.zeros((size, labels), dtype=np.float32)
        self.epochs = 0
        self.recipe = recipe

    def score(self, rows: Rows) -> Doubles:
        return np.asarray(np.take(self.weights, rows, axis=0).sum(1), dtype=np.float64)

    def learn(self, rows: Rows, slope: Doubles) -> None:
        """Take one step; `slope` is each token's derivative by label score."""
        touched, where = np.unique(rows.ravel(), return_inverse=True)
        counted = csr_array(
            (
                np.ones(rows.size, dtype=np.float32),
                where.ravel(),
                np.arange(0, rows.size + 1, rows.shape[1]),
            ),
            shape=(len(rows), len(touched)),
        )
        gradient = counted.T @ slope.astype(np.float32)
        gradient += self.recipe.penalty * len(rows) * self.weights[touched]
        self.squares[touched] += gradient * gradient
        self.weights[touched] -= (
            self.recipe.rate * gradient / np.sqrt(self.squares[touched])
        )

    def end_epoch(self, epoch: int) -> None:
        if epoch >= self.recipe.epochs // 2:
            self.total += self.weights
            self.epochs += 1

    def mean(self) -> Floats:
        return np.asarray(self.total / max(self.epochs, 1), dtype=np.float32)


def fit_classifier(
    rows: Rows, gold: Ints, *, size: int, labels: int, recipe: Recipe
) -> Floats:
    """Return weights (`size` by `labels`); tokens whose `gold` is below 0 are left out.

    `rows[token]` are the rows that count for a token.
    """
    chance = np.random.default_rng(recipe.seed)
    table = _Table(size, labels, recipe)
    known = np.flatnonzero(gold >= 0)
    for epoch in range(recipe.epochs):
        order = chance.permutation(known)
        for start in range(0, len(order), recipe.batch):
            batch = order[start : start + recipe.batch]
            score = table.score(rows[batch])
            slope = np.exp(score - score.max(axis=1, keepdims=True))
            slope /= slope.sum(axis=1, keepdims=True)
            slope[np.arange(len(batch)), gold[batch]] -= 1
            table.learn(rows[batch], slope)
        table.end_epoch(epoch)
    return table.mean()


def fit_chain(
    rows: Rows, gold: Ints, spans: list[tuple[int, int]], *, size: int, recipe: Recipe
) -> Chain:
    """Return the chain that makes `gold` likeliest over the spans of tokens."""
    chance = np.random.default_rng(recipe.seed)
    count = len(IMPOSSIBLE)
    table = _Table(size, count, recipe)
    transitions = np.where(IMPOSSIBLE, NEVER, 0.0)
    transition_squares = np.full((count, count), _FIRST_SQUARE)
    initial = np.zeros(count)
    initial[list(INSIDE_LABELS)] = NEVER
    initial_squares = np.full(count, _FIRST_SQUARE)
    bounds = np.array(spans)
    for epoch in range(recipe.epochs):
        for batch in _batches(bounds, recipe.batch, chance):
            tokens = np.concatenate([np.arange(a, b) for a, b in batch])
            slopes = _slopes(
                table.score(rows[tokens]), gold[tokens], transitions, initial, batch
            )
            table.learn(rows[tokens], slopes.emitted)
            slopes.transitions[IMPOSSIBLE] = 0
            transition_squares += slopes.transitions**2
            transitions -= (
                recipe.rate * slopes.transitions / np.sqrt(transition_squares)
            )
            slopes.initial[list(INSIDE_LABELS)] = 0
            initial_squares += slopes.initial**2
            initial -= recipe.rate * slopes.initial / np.sqrt(initial_squares)
        table.end_epoch(epoch)
    return Chain(
        table.mean(), transitions.astype(np.float32), initial.astype(np.float32)
    )


def _batches(bounds: Ints, tokens: int, chance: np.random.Generator) -> Iterator[Ints]:
    """Yield spans of like length together, in another order each time."""
    length = bounds[:, 1] - bounds[:, 0]
    blur = chance.random(len(length)) * length * 0.3 + chance.random(len(length)) * 4
    order = np.argsort(length + blur, kind="stable")
    cuts = np.flatnonzero(np.diff(np.cumsum(length[order]) // tokens)) + 1
    groups = np.split(order, cuts)
    for at in chance.permutation(len(groups)):
        yield bounds[groups[at]]


@dataclass(frozen=True, slots=True)
class _Slopes:
    emitted: Doubles
    transitions: Doubles
    initial: Doubles


def _slopes(
    score: Doubles, gold: Ints, transitions: Doubles, initial: Doubles, batch: Ints
) -> _Slopes:
    """Return expected minus observed counts (forward-backward, scaled)."""
    at = _side_by_side(batch)
    there = at >= 0
    here = np.maximum(at, 0)
    emitted = np.where(there[:, :, None], score[here], 0.0)
    emitted = np.exp(emitted - emitted.max(axis=2, keepdims=True))
    move = np.exp(transitions)
    forward = _forward(emitted, move, np.exp(initial), there)
    moved = np.zeros_like(transitions)
    likely = _backward(emitted, move, forward, there, moved)
    slope = np.zeros_like(score)
    slope[at[there]] = likely[there]
    slope[np.arange(len(gold)), gold] -= 1
    label = gold[here]
    pairs = there[1:]
    np.add.at(moved, (label[:-1][pairs], label[1:][pairs]), -1)
    first = likely[0].sum(axis=0) - np.bincount(label[0], minlength=len(initial))
    return _Slopes(slope, moved, first)


def _side_by_side(batch: Ints) -> Ints:
    """Return token numbers, a column for each span, -1 below its end."""
    length = batch[:, 1] - batch[:, 0]
    first = np.concatenate(([0], np.cumsum(length)[:-1]))
    at = np.arange(int(length.max()))[:, None]
    return np.where(at < length, first + at, -1)


def _forward(
    emitted: Doubles, move: Doubles, first: Doubles, there: NDArray[np.bool_]
) -> Doubles:
    reached = np.empty_like(emitted)
    reached[0] = emitted[0] * first
    reached[0] /= reached[0].sum(axis=1, keepdims=True)
    for at in range(1, len(emitted)):
        now = (reached[at - 1] @ move) * emitted[at]
        now /= now.sum(axis=1, keepdims=True) + _TINY
        reached[at] = np.where(there[at][:, None], now, reached[at - 1])
    return reached


def _backward(
    emitted: Doubles,
    move: Doubles,
    forward: Doubles,
    there: NDArray[np.bool_],
    moved: Doubles,
) -> Doubles:
    """Return each label's probability; add the expected transitions to `moved`."""
    likely = np.empty_like(forward)
    likely[-1] = forward[-1]
    ahead = np.ones(forward.shape[1:])
    for at in range(len(forward) - 1, 0, -1):
        alive = there[at][:, None]
        coming = emitted[at] * ahead
        before = coming @ move.T
        weight = (forward[at - 1] * before).sum(axis=1, keepdims=True) + _TINY
        moved += move * ((forward[at - 1] / weight).T @ np.where(alive, coming, 0.0))
        scaled = before / (before.sum(axis=1, keepdims=True) + _TINY)
        ahead = np.where(alive, scaled, ahead)
        likely[at - 1] = forward[at - 1] * ahead
    likely /= likely.sum(axis=2, keepdims=True) + _TINY
    return likely
