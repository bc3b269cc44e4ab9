"""How attributions are scored against the corpus.

*Strict*: a source, cue or piece of content counts if both its ends are right.
*Linked*: a whole attribution counts if its content overlaps the gold content by at
least half (tokens shared, of the tokens of either) and its source touches the gold
source; pairs are matched one to one, the best overlap first, and attributions
without a source are left out. *All* takes every attribution, *say* those whose cue
is one of the words of reporting below, or "according to".
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from sidelight.readings.columns import Ints
from sidelight.readings.pieces import Link, Piece, pieces_of
from sidelight.training.attributions.gold import GoldPage, GoldTokens

LEAST_OVERLAP = 0.5

# The words of reporting: a fixed list, so that figures can be compared over time.
_REPORTING = re.compile(
    r"\b(?:said|says|say|saying|told|tells|telling|tell|added|adds|adding|wrote|writes"
    r"|asked|according to|tweeted|announced|explained|argued|argues|noted|stated|claimed"
    r"|insisted|warned|suggested|reported|reports|acknowledged|declared|continued"
    r"|responded|replied|denied|confirmed|promised|tweeting|testified|recalled)\b",
    re.IGNORECASE,
)


@dataclass(slots=True)
class Tally:
    """Right, found and gold; adds up over articles."""

    right_found: int = 0
    right_gold: int = 0
    found: int = 0
    gold: int = 0

    def figures(self) -> dict[str, float]:
        """Return precision, recall and F1 in percent, and how many gold ones."""
        precision = self.right_found / self.found if self.found else 0.0
        recall = self.right_gold / self.gold if self.gold else 0.0
        both = precision + recall
        return {
            "precision": round(100 * precision, 1),
            "recall": round(100 * recall, 1),
            "f1": round(200 * precision * recall / both, 1) if both else 0.0,
            "gold": self.gold,
        }


@dataclass(slots=True)
class Scores:
    """The scores over a set of articles: strict by part, linked by class of cue."""

    strict: dict[str, Tally] = field(
        default_factory=lambda: {name: Tally() for name in ("source", "cue", "content")}
    )
    linked: dict[str, Tally] = field(
        default_factory=lambda: {name: Tally() for name in ("all", "say", "other")}
    )

    def add(self, gold: GoldPage, labels: Ints, links: Iterable[Link]) -> None:
        """Count one article: its labels and its attributions, against the gold."""
        self._add_strict(gold, labels)
        found = [_tokens(link) for link in links]
        right = _matches(list(gold.attributions), found)
        for name, tally in self.linked.items():
            golden = [a for a in gold.attributions if _counts(gold, a, name)]
            ours = [a for a in found if _counts(gold, a, name)]
            tally.gold += len(golden)
            tally.found += len(ours)
            tally.right_gold += sum(id(a) in right for a in golden)
            tally.right_found += sum(id(a) in right for a in ours)

    def _add_strict(self, gold: GoldPage, labels: Ints) -> None:
        golden = set(_spans(pieces_of(gold.page, gold.labels)))
        ours = set(_spans(pieces_of(gold.page, labels)))
        for part, name in enumerate(self.strict, start=1):
            tally = self.strict[name]
            right = sum(span[0] == part for span in golden & ours)
            tally.gold += sum(span[0] == part for span in golden)
            tally.found += sum(span[0] == part for span in ours)
            tally.right_gold += right
            tally.right_found += right

    def figures(self) -> dict[str, dict[str, dict[str, float]]]:
        """Return the figures by kind of score and part or class."""
        return {
            "strict": {name: tally.figures() for name, tally in self.strict.items()},
            "linked": {name: tally.figures() for name, tally in self.linked.items()},
        }


def _spans(pieces: Iterable[Piece]) -> Iterator[tuple[int, int, int]]:
    return ((piece.part, piece.first, piece.after) for piece in pieces)


def _tokens(link: Link) -> GoldTokens:
    return GoldTokens(*map(_of, ((link.source,), (link.cue,), link.content)))


def _of(pieces: Iterable[Piece | None]) -> frozenset[int]:
    return frozenset(at for p in pieces if p for at in range(p.first, p.after))


def _matches(golden: list[GoldTokens], ours: list[GoldTokens]) -> set[int]:
    """Return the ids of the attributions on both sides that are right."""
    overlaps = [
        (len(g.content & o.content) / len(g.content | o.content), i, j)
        for i, g in enumerate(golden)
        for j, o in enumerate(ours)
        if g.content & o.content
    ]
    right: set[int] = set()
    matched_gold: set[int] = set()
    matched_ours: set[int] = set()
    for overlap, i, j in sorted(overlaps, reverse=True):
        if overlap < LEAST_OVERLAP or i in matched_gold or j in matched_ours:
            continue
        matched_gold.add(i)
        matched_ours.add(j)
        if golden[i].source & ours[j].source:
            right.update((id(golden[i]), id(ours[j])))
    return right


def _counts(gold: GoldPage, attribution: GoldTokens, name: str) -> bool:
    """Tell whether an attribution belongs to a class of cues and has a source."""
    if not attribution.source or not attribution.content:
        return False
    cue = " ".join(gold.page.words[at] for at in sorted(attribution.cue))
    reports = _REPORTING.search(cue) is not None
    return {"all": True, "say": reports, "other": not reports}[name]
