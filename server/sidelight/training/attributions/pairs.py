"""Trains the linker: which pieces belong together, from the corpus's attributions."""

from collections.abc import Sequence
from typing import Any

import numpy as np
from scipy.sparse import csr_array  # type: ignore[import-untyped]
from sklearn.linear_model import LogisticRegression

from sidelight.readings import linker
from sidelight.readings.columns import Ints
from sidelight.readings.linker import BITS
from sidelight.readings.pieces import Piece, pieces_of
from sidelight.readings.tagger import CONTENT, CUE, SOURCE
from sidelight.training.attributions.gold import GoldPage

# What looks for what, in the order of the linker's thresholds.
KINDS = ((CONTENT, CUE), (CUE, SOURCE), (CONTENT, SOURCE))
STRENGTH = 0.3  # inverse of the penalty
# Log-odds, chosen on dev: linked unless it is clearly less likely than not.
CUE_FROM, SOURCE_FROM, BARE_SOURCE_FROM = -2.0, -2.0, -1.0


def train(pages: Sequence[GoldPage], seed: int) -> dict[str, Any]:
    """Return the linker's arrays, learned on the drafts of held-out articles.

    The pages need their `draft`. Pairs count if both pieces lie in a gold
    attribution; they are right if it is the same one.
    """
    counted: list[Ints] = []
    right: list[bool] = []
    for page in pages:
        assert page.draft is not None  # noqa: S101
        pieces = pieces_of(page.page, page.draft)
        owners = [_owners(page, piece) for piece in pieces]
        for at, piece in enumerate(pieces):
            for part, other_part in KINDS:
                if piece.part != part or not owners[at]:
                    continue
                for other in linker.candidates(pieces, at, other_part):
                    if owners[other]:
                        counted.append(linker.features(page.page, pieces, at, other))
                        right.append(not owners[at].isdisjoint(owners[other]))
    weights, bias = _fit(np.array(counted), np.array(right), seed)
    return {
        "weights": weights,
        "bias": bias,
        "cue_from": CUE_FROM,
        "source_from": SOURCE_FROM,
        "bare_source_from": BARE_SOURCE_FROM,
    }


def _fit(counted: Ints, right: Ints, seed: int) -> tuple[Any, float]:
    table = csr_array(
        (
            np.ones(counted.size),
            counted.ravel().astype(np.int32),
            np.arange(0, counted.size + 1, counted.shape[1], dtype=np.int32),
        ),
        shape=(len(counted), 2**BITS),
    )
    model = LogisticRegression(
        C=STRENGTH, solver="liblinear", max_iter=200, random_state=seed
    )
    model.fit(table, right)
    return model.coef_[0].astype(np.float16), float(model.intercept_[0])


def _owners(page: GoldPage, piece: Piece) -> set[int]:
    """Return the gold attributions that most tokens of a piece belong to.

    A source may belong to several: "Kim said one thing and added another".
    """
    tokens = set(range(piece.first, piece.after))
    name = {SOURCE: "source", CUE: "cue", CONTENT: "content"}[piece.part]
    shared = [len(tokens & getattr(gold, name)) for gold in page.attributions]
    most = max(shared, default=0)
    return {number for number, count in enumerate(shared) if count == most > 0}
