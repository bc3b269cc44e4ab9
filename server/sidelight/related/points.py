"""Sentences of two reports that say the same: likeness of stems and of names."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from math import sqrt

from sidelight.deadline import each
from sidelight.model import Aligned, Reading
from sidelight.readings.terms import rarity

LEAST_AGREEMENT = 0.35
NAME_WEIGHT = 1.5
FEWEST_SHARED = 3  # stems and names; fewer agree by chance


def align(reading: Reading, reports: Sequence[Reading]) -> tuple[Aligned, ...]:
    """Return the pairs of sentences that speak to one point, the surest first.

    `Aligned.here` and `.there` are numbers of sentences.
    """
    vectors = sentence_vectors(reading)
    found = []
    for number, report in enumerate(reports):
        others = sentence_vectors(report)
        holding = defaultdict[str, list[int]](list)
        for there, vector in others.items():
            for term in vector:
                holding[term].append(there)
        for here, vector in each(vectors.items()):
            near = {there for term in vector for there in holding.get(term, ())}
            for there in near:
                agreement = _agreement(vector, others[there])
                if agreement >= LEAST_AGREEMENT:
                    found.append(Aligned(here, number, there, round(agreement, 4)))
    found.sort(key=lambda a: (-a.agreement, a.here, a.report, a.there))
    return tuple(found)


def sentence_vectors(reading: Reading) -> dict[int, dict[str, float]]:
    """Return what each sentence says as weighted stems, scaled to length 1."""
    raw = defaultdict[int, dict[str, float]](dict)
    for clause in reading.clauses:
        vector = raw[clause.sentence]
        for term in (*clause.verbs, *clause.words):
            vector[term] = rarity(term)
        for name in clause.names:
            vector[f"={name}"] = rarity(name) * NAME_WEIGHT
    return {number: _scaled(vector) for number, vector in raw.items()}


def _scaled(vector: Mapping[str, float]) -> dict[str, float]:
    length = sqrt(sum(value * value for value in vector.values())) or 1.0
    return {term: value / length for term, value in vector.items()}


def _agreement(one: Mapping[str, float], other: Mapping[str, float]) -> float:
    shared = one.keys() & other.keys()
    if len(shared) < FEWEST_SHARED:
        return 0.0
    return sum(one[term] * other[term] for term in shared)
