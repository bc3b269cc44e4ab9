"""Which reports are of the same event: likeness of terms, decaying with the days."""

from collections.abc import Sequence
from math import exp

from sidelight.model import Reading, Related

# The best pair F1 on either half of the 69-event news set (docs/adr/0006); the sweep:
# python -m sidelight.training.measure_related DATA_DIR
LEAST_SIMILARITY = 0.16
# Share of the names in the likeness. At .20 and less one of the distractors of the
# look and tune events lies above the threshold, at .35 and more pair F1 falls.
NAMES = 0.25
DECAY_DAYS = 7.0
LEAST_DECAY = 0.5
MOST_REPORTS = 20


def same_event(reading: Reading, candidates: Sequence[Reading]) -> tuple[Related, ...]:
    """Return the candidates that report the same event, the nearest first."""
    near = [
        Related(candidate, round(similarity(reading, candidate), 4))
        for candidate in candidates
        if not _is_itself(reading, candidate)
    ]
    near = [report for report in near if report.similarity >= LEAST_SIMILARITY]
    near.sort(key=lambda report: (-report.similarity, report.reading.article.id))
    return tuple(near[:MOST_REPORTS])


def similarity(one: Reading, other: Reading) -> float:
    """Return the cosine of terms and names (0 to 1), less for each day between."""
    cosine = _cosine(one.terms, other.terms)
    if one.names and other.names:
        cosine += NAMES * (_cosine(one.names, other.names) - cosine)
    return min(1.0, cosine) * _decay(one, other)


def _cosine(
    one: Sequence[tuple[str, float]], other: Sequence[tuple[str, float]]
) -> float:
    weights = dict(other)
    return sum(weight * weights.get(term, 0.0) for term, weight in one)


def _decay(one: Reading, other: Reading) -> float:
    if one.article.day is None or other.article.day is None:
        return 1.0
    days = abs((one.article.day - other.article.day).days)
    return LEAST_DECAY + (1 - LEAST_DECAY) * exp(-days / DECAY_DAYS)


def _is_itself(reading: Reading, candidate: Reading) -> bool:
    one, other = reading.article.url, candidate.article.url
    return reading.text == candidate.text or (bool(one) and one == other)
