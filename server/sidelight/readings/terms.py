"""The words an article is about: TF-IDF terms against a fixed background.

The background (models/background.json) is how many of a fixed set of news texts
hold each stem, so that one article's terms never depend on what else is stored.
Terms of the title and the first paragraph count twice: same-event ranking is
better on full text and title + lead averaged than on either (see ADR 6).
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from importlib.resources import files
from math import log, sqrt

import orjson

from sidelight.model import Clause, Sentence
from sidelight.readings import words as words_
from sidelight.readings.words import STOP_WORDS, stem

MOST_TERMS = 200  # kept for comparing; the store indexes the first 40
MOST_NAMES = 100


@cache
def _background() -> tuple[int, dict[str, int]]:
    raw = files("sidelight.models").joinpath("background.json").read_bytes()
    data = orjson.loads(raw)
    return data["documents"], data["stems"]


def read(
    title: str, text: str, sentences: tuple[Sentence, ...]
) -> tuple[tuple[str, float], ...]:
    """Return an article's terms with their weights, highest first, length 1.

    The vector is the average of full text and title + first paragraph, each
    scaled to length 1 (sublinear term frequency), scaled to length 1 again and cut
    at `MOST_TERMS`.
    """
    lead = [s for s in sentences if s.paragraph == 0]
    opening = text[: lead[-1].span.end] if lead else ""
    whole = _vector(f"{title}\n{text}")
    first = _vector(f"{title}\n{opening}")
    both = {term: whole[term] + first.get(term, 0.0) for term in whole}
    scaled = _scaled(both)
    ranked = sorted(scaled.items(), key=lambda item: (-item[1], item[0]))
    return tuple(ranked[:MOST_TERMS])


def of_names(clauses: Sequence[Clause]) -> tuple[tuple[str, float], ...]:
    """Return the words of an article's names with their weights, as `read` does.

    Two floods have most of their words in common, and few of their names.
    """
    counts = Counter(name for clause in clauses for name in clause.names)
    ranked = sorted(_weighed(counts).items(), key=lambda item: (-item[1], item[0]))
    return tuple(ranked[:MOST_NAMES])


@lru_cache(maxsize=50_000)
def rarity(term: str) -> float:
    """Return the inverse document frequency of a stem: 1 (in every text) and up."""
    documents, known = _background()
    return 1 + log((1 + documents) / (1 + known.get(term, 0)))


def _vector(text: str) -> dict[str, float]:
    counts = Counter(
        stem(word)
        for word in words_.read(text).folded
        if word not in STOP_WORDS and not word.isdigit() and len(word) > 1
    )
    return _weighed(counts)


def _weighed(counts: Mapping[str, int]) -> dict[str, float]:
    return _scaled(
        {term: (1 + log(count)) * rarity(term) for term, count in counts.items()}
    )


def _scaled(vector: dict[str, float]) -> dict[str, float]:
    length = sqrt(sum(weight * weight for weight in vector.values())) or 1.0
    return {term: weight / length for term, weight in vector.items()}
