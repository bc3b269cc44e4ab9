"""How well same-event ranking does on a news set with known events.

    python -m sidelight.training.measure_related DATA_DIR

`DATA_DIR` holds Giveme5W1H (its news_cluster data: 383 reports, 69 events). Prints
mean average precision, precision at 1, and pair F1: the threshold chosen on the
events of even number, the figure from the odd ones, and the other way round.
"""

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

import orjson

from sidelight.model import Article, Reading
from sidelight.readings import clauses, names, parties, sentences, terms
from sidelight.related.ranking import LEAST_SIMILARITY, similarity

_FOLDER = "Giveme5W1H/Giveme5W1H/examples/datasets/news_cluster/data"


@dataclass(frozen=True, slots=True)
class Report:
    """A report's terms and the number of its event."""

    reading: Reading
    event: int


def articles(data_dir: Path) -> Iterator[tuple[int, Article]]:
    """Yield the reports of the set, each with the number of its event."""
    for path in sorted((data_dir / _FOLDER).glob("*.json")):
        data = orjson.loads(path.read_bytes())
        yield (
            int(data["newsCluster"]["EventId"]),
            Article(
                text=data.get("text") or data.get("title") or "",
                id=path.stem,
                title=data.get("title"),
                published=(data.get("date_publish") or "")[:10] or None,
            ),
        )


def reports(data_dir: Path) -> Iterator[Report]:
    """Yield the reports of the set, with their terms and names alone read."""
    for event, article in articles(data_dir):
        text = article.text
        of_sentences = sentences.read(text)
        of_names = names.read(text, of_sentences, parties.by_alias())
        yield Report(
            Reading(
                article,
                terms=terms.read(article.title or "", text, of_sentences),
                names=terms.of_names(clauses.read(text, of_sentences, of_names)),
            ),
            event,
        )


def measure(data_dir: Path) -> dict[str, float]:
    """Return map, p_at_1, pair_f1 and pair_f1 at the threshold in use."""
    every = list(reports(data_dir))
    likeness = {
        (a, b): similarity(every[a].reading, every[b].reading)
        for a, b in combinations(range(len(every)), 2)
    }
    precisions, firsts = [], []
    for here, report in enumerate(every):
        others = [n for n in range(len(every)) if n != here]
        others.sort(key=lambda n: -likeness[min(here, n), max(here, n)])
        hits = [every[n].event == report.event for n in others]
        if any(hits):
            precisions.append(_average_precision(hits))
            firsts.append(hits[0])
    pairs = [
        (
            score,
            every[a].event == every[b].event,
            every[a].event % 2,
            every[b].event % 2,
        )
        for (a, b), score in likeness.items()
    ]
    folds = [[(s, y) for s, y, a, b in pairs if a == b == fold] for fold in (0, 1)]
    crossed = [
        _f1(
            folds[1 - fold],
            max((n / 100 for n in range(5, 60)), key=lambda t: _f1(folds[fold], t)),
        )
        for fold in (0, 1)
    ]
    return {
        "map": sum(precisions) / len(precisions),
        "p_at_1": sum(firsts) / len(firsts),
        "pair_f1": sum(crossed) / 2,
        "pair_f1_in_use": _f1([(s, y) for s, y, *_ in pairs], LEAST_SIMILARITY),
    }


def _average_precision(hits: list[bool]) -> float:
    seen, total = 0, 0.0
    for rank, hit in enumerate(hits, start=1):
        if hit:
            seen += 1
            total += seen / rank
    return total / seen


def _f1(pairs: list[tuple[float, bool]], threshold: float) -> float:
    found = sum(score >= threshold for score, _ in pairs)
    right = sum(score >= threshold and same for score, same in pairs)
    return 2 * right / (found + sum(same for _, same in pairs))


if __name__ == "__main__":
    for name, value in measure(Path(sys.argv[1])).items():
        sys.stdout.write(f"{name:16} {value:.3f}\n")
