"""Training: learns what can be learned, and the same from the same seed."""

import numpy as np

from sidelight.readings.tagger import decode
from sidelight.training.chains import Recipe, fit_chain, fit_classifier

RECIPE = Recipe(epochs=12, rate=0.3, penalty=1e-6, batch=8, seed=3)
# Row 0 is a bias; rows 1 to 3 say what kind of word stands here.
KINDS = np.array([1, 2, 3, 3, 1, 2, 3, 2, 1, 3] * 4)
ROWS = np.stack([np.zeros_like(KINDS), KINDS], axis=1).astype(np.int32)


def test_a_classifier_learns_which_row_means_which_label() -> None:
    gold = KINDS - 1

    weights = fit_classifier(ROWS, gold, size=4, labels=3, recipe=RECIPE)

    assert weights[ROWS].sum(1).argmax(1).tolist() == gold.tolist()


def test_a_classifier_leaves_out_what_has_no_label() -> None:
    gold = np.where(KINDS == 2, -1, KINDS - 1)

    weights = fit_classifier(ROWS, gold, size=4, labels=3, recipe=RECIPE)

    assert not weights[2].any()


def chain_of(seed: int) -> list[int]:
    """Train on spans whose second word is in a span if the first begins one."""
    spans = [(at, at + 2) for at in range(0, len(KINDS), 2)]
    gold = np.zeros(len(KINDS), dtype=np.int64)
    for a, _ in spans:
        if KINDS[a] == 1:
            gold[a : a + 2] = (1, 2)
    rows = ROWS.copy()
    rows[1::2, 1] = 0  # the second word tells nothing: the chain must
    recipe = Recipe(epochs=20, rate=0.3, penalty=1e-6, batch=8, seed=seed)
    chain = fit_chain(rows, gold, spans, size=4, recipe=recipe)
    emitted = chain.weights[rows].sum(1)
    assert (
        decode(emitted, chain.transitions, chain.initial, spans).tolist()
        == gold.tolist()
    )
    return [round(float(weight) * 1e6) for weight in chain.weights.ravel()]


def test_a_chain_learns_from_the_label_before() -> None:
    assert chain_of(seed=1)


def test_the_same_seed_gives_the_same_weights() -> None:
    assert chain_of(seed=5) == chain_of(seed=5)
    assert chain_of(seed=5) != chain_of(seed=6)
