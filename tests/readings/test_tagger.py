"""The tagger: what it may look at, and that it picks the best chain of labels."""

from itertools import pairwise, product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sidelight.model import Sentence, Span
from sidelight.readings import columns, quotations, sentences, tagger
from sidelight.readings.tagger import IMPOSSIBLE, LABELS, NEVER, decode


def page(text: str) -> columns.Page:
    paragraphs = tuple(sentences.paragraphs(text))
    return columns.read(text, sentences.read(text), quotations.read(text, paragraphs))


TRANSITIONS = np.where(IMPOSSIBLE, NEVER, 0.5).astype(np.float32)
INITIAL = np.array([0, 0, NEVER, 0, NEVER, 0, NEVER], dtype=np.float32)


def best_by_trying_all(emitted: np.ndarray) -> float:
    return max(
        float(INITIAL[labels[0]])
        + sum(float(row[label]) for row, label in zip(emitted, labels, strict=True))
        + sum(float(TRANSITIONS[pair]) for pair in pairwise(labels))
        for labels in product(range(len(LABELS)), repeat=len(emitted))
    )


def worth(emitted: np.ndarray, labels: list[int]) -> float:
    moves = sum(float(TRANSITIONS[pair]) for pair in pairwise(labels))
    seen = sum(float(row[at]) for row, at in zip(emitted, labels, strict=True))
    return float(INITIAL[labels[0]]) + moves + seen


@given(
    st.lists(
        st.lists(st.integers(-9, 9), min_size=7, max_size=7), min_size=1, max_size=4
    )
)
def test_finds_the_best_chain_there_is(rows: list[list[int]]) -> None:
    emitted = np.array(rows, dtype=np.float32)

    found = decode(emitted, TRANSITIONS, INITIAL, [(0, len(rows))]).tolist()

    assert worth(emitted, found) == pytest.approx(best_by_trying_all(emitted))


def test_spans_of_any_length_do_not_disturb_each_other() -> None:
    chance = np.random.default_rng(7)
    emitted = chance.normal(size=(20, 7)).astype(np.float32)
    spans = [(0, 3), (4, 5), (5, 12), (13, 20)]

    together = decode(emitted, TRANSITIONS, INITIAL, spans)

    alone = [
        decode(emitted, TRANSITIONS, INITIAL, [span])[slice(*span)] for span in spans
    ]
    assert np.concatenate(alone).tolist() == together[together_of(spans)].tolist()
    assert together[[3, 12]].tolist() == [0, 0]


def together_of(spans: list[tuple[int, int]]) -> list[int]:
    return [at for a, b in spans for at in range(a, b)]


def test_a_span_never_begins_inside() -> None:
    emitted = np.zeros((4, 7), dtype=np.float32)
    emitted[:, 6] = 9

    assert decode(emitted, TRANSITIONS, INITIAL, [(0, 4)]).tolist() == [5, 6, 6, 6]


def test_sums_of_weights_fit_in_sixteen_bits() -> None:
    assert len(tagger.FINAL_TEMPLATES) * 127 < 2**15


def test_paragraphs_are_set_apart_and_offsets_kept() -> None:
    text = "Rain fell.\n\nShe said “no”. He left."
    read = page(text)

    assert read.words[0] == read.words[4] == read.words[-1] == "¶"
    assert [text[a:b] for a, b in zip(read.starts, read.ends, strict=True)] == [
        "" if word == "¶" else word for word in read.words
    ]
    assert tagger.paragraphs(read) == [(1, 4), (5, 14)]


def test_knows_where_a_quotation_opens_and_closes() -> None:
    read = page("She said “no, never” twice.")
    quote = dict(zip(read.words, read.place.tolist(), strict=True))

    assert [quote[w] for w in ("said", "“", "never", "”", "twice")] == [0, 1, 2, 3, 0]


def test_nearest_marked_token_stays_in_its_sentence() -> None:
    read = page("Kim said so. Rain fell.")
    mask = np.array([word == "said" for word in read.words])

    assert columns.left(read, mask).tolist() == [-1, -1, -1, 2, 2, -1, -1, -1, -1]
    assert columns.right(read, mask).tolist() == [-1, 2, -1, -1, -1, -1, -1, -1, -1]


@given(st.text(st.sampled_from(' ab.\n“”"‘’,:—5'), max_size=60))
def test_any_text_has_a_page(text: str) -> None:
    read = page(text)

    assert len({len(column) for column in read.columns.values()}) <= 1
    assert len(read.words) == len(read.starts)


def test_a_text_outside_every_sentence_is_one_paragraph() -> None:
    read = columns.read("Rain fell", (), ())

    assert read.words == ["¶", "Rain", "fell", "¶"]


def test_a_sentence_may_begin_late() -> None:
    read = columns.read("Rain fell", (Sentence(Span(5, 9), 0),), ())

    assert read.words == ["¶", "Rain", "fell", "¶"]
