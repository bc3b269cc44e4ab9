"""Which source and which cue belong to which content: attributions from labels.

The tagger says which words are sources, cues and content. Here each piece of
content finds its cue, each cue its source, and content without a cue its source.
Candidates are the nearest pieces in the same paragraph and the paragraphs beside
it; how likely two belong together was learned from what stands between them.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from sidelight.deadline import each
from sidelight.model import Attribution, Quotation, Sentence
from sidelight.readings import columns, loose_ends, model_file, statements, tagger
from sidelight.readings.columns import Ints, Page
from sidelight.readings.hashing import number
from sidelight.readings.pieces import Link, Piece, fold, pieces_of
from sidelight.readings.tagger import CONTENT, CUE, SOURCE, Tagger

MODEL = "attributions"
BITS = 15
FARTHEST = 250  # tokens between two pieces of one attribution
MOST_EACH_WAY = 4  # candidates
LETTERS = "-SQC"


@dataclass(frozen=True, slots=True)
class Linker:
    """What was learned: a weight for each hashed feature, and three thresholds.

    A pair is linked if its score is above the threshold: content to cue, cue to
    source, content (that has no cue) to source.
    """

    weights: NDArray[np.float32]
    bias: float
    cue_from: float
    source_from: float
    bare_source_from: float

    def score(self, page: Page, pieces: Sequence[Piece], one: int, other: int) -> float:
        """Return how well two pieces fit, as a log-odds."""
        counted = features(page, pieces, one, other)
        return float(self.weights[counted].sum()) + self.bias


def read(
    text: str, sentences: tuple[Sentence, ...], quotations: tuple[Quotation, ...]
) -> tuple[Attribution, ...]:
    """Return who says what in `text`, in text order; voices are not yet known.

    An attribution has content and a source or a cue. Refusals to answer are left
    to `silences`. Raises ModelFileError where the trained file is not usable.
    """
    page = columns.read(text, sentences, quotations)
    trained = _trained()
    labels = tagger.tag(page, trained.tagger)
    found = (
        statements.attribution(page, link)
        for link in links(page, labels, trained.linker)
        if link.source or link.cue
    )
    return tuple(sorted(filter(None, found), key=lambda a: a.span))


# --- The trained file ---------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Trained:
    tagger: Tagger
    linker: Linker


@cache
def _trained() -> _Trained:
    """Return the trained tagger and linker, unpacked once for the whole process."""
    arrays = model_file.load(MODEL)
    return _Trained(tagger.unpack(arrays), unpack(arrays["links"]))


def unpack(arrays: Mapping[str, Any]) -> Linker:
    """Return the linker that a trained file holds."""
    return Linker(
        weights=arrays["weights"].astype(np.float32),
        bias=float(arrays["bias"]),
        cue_from=float(arrays["cue_from"]),
        source_from=float(arrays["source_from"]),
        bare_source_from=float(arrays["bare_source_from"]),
    )


# --- Pairs --------------------------------------------------------------------


def candidates(pieces: Sequence[Piece], one: int, part: int) -> Iterator[int]:
    """Yield the nearest pieces of a part, before and after, that may belong to one."""
    piece = pieces[one]
    for order in (range(one - 1, -1, -1), range(one + 1, len(pieces))):
        found = 0
        for other in order:
            there = pieces[other]
            far = max(piece.first - there.after, there.first - piece.after)
            beside = abs(there.paragraph - piece.paragraph) <= 1
            if not beside or far > FARTHEST or found == MOST_EACH_WAY:
                break
            if there.part == part:
                found += 1
                yield other


_WIDTHS = np.array([1, 2, 3, 4, 5, 6, 9, 14, 22, 40, 80])
_CLOSE = 3


def features(
    page: Page, pieces: Sequence[Piece], one: int, other: int
) -> NDArray[np.int64]:
    """Return the hashed features of a pair: a content or cue, and its candidate."""
    piece, there = pieces[one], pieces[other]
    low, high = (one, other) if one < other else (other, one)
    between = [fold(w) for w in page.words[pieces[low].after : pieces[high].first]]
    sequence = "".join(LETTERS[p.part] for p in pieces[low + 1 : high])[:5]
    marks = "".join(sorted({_KIND_OF_MARK.get(word, "") for word in between}))
    apart = _sentences_apart(piece, there)
    wide = int(np.searchsorted(_WIDTHS, len(between), side="right"))
    long = int(np.searchsorted(_WIDTHS, piece.after - piece.first, side="right"))
    paragraphs = there.paragraph - piece.paragraph
    own = piece.head if piece.part == CUE else piece.opening
    close = "_".join(between) if len(between) <= _CLOSE else "+"
    named = (
        "",
        f"wide {wide}",
        f"apart {apart}",
        f"paragraphs {paragraphs}",
        f"sequence {sequence}",
        f"marks {marks}",
        f"sequence {sequence} {apart}",
        f"sequence {sequence} {marks}",
        f"wide {wide} {apart}",
        f"head {there.head} {apart}",
        f"kind {there.kind} {apart}",
        f"own {own}",
        f"quoted {piece.all_quoted} {piece.quoted} {apart}",
        f"within {there.within_quotation} {piece.within_quotation} {apart}",
        f"edges {piece.opens} {piece.closes} {apart}",
        f"its edges {there.opens} {there.closes} {apart}",
        f"first {between[0] if between else '-'}",
        f"last {between[-1] if between else '-'}",
        f"close {close}",
        f"long {long}",
        f"pronoun {there.is_pronoun} {piece.is_pronoun} {apart}",
        f"following {there.following} {apart}",
        f"before {there.before} {apart}",
        f"paragraph {piece.opens_paragraph} {there.opens_paragraph} {apart}",
    )
    side = "<" if other < one else ">"
    kind = f"{LETTERS[piece.part]}{LETTERS[there.part]}{side}"
    return np.array([number(kind, name) & (2**BITS - 1) for name in named])


_KIND_OF_MARK = {
    **dict.fromkeys(".!?", "."),
    **dict.fromkeys(";—–-", ";"),
    **dict.fromkeys('“”"‘', "q"),
    **dict.fromkeys("()", "("),
    "--": ";",
    ",": ",",
    ":": ":",
    "¶": "¶",
}
_MOST_APART = 3


def _sentences_apart(piece: Piece, there: Piece) -> str:
    if there.sentence <= piece.last_sentence and piece.sentence <= there.last_sentence:
        return "same"
    if there.first > piece.first:
        apart = there.sentence - piece.last_sentence
    else:
        apart = there.last_sentence - piece.sentence
    return str(max(-_MOST_APART, min(_MOST_APART, apart)))


# --- Links -------------------------------------------------------------------


def links(page: Page, labels: Ints, linker: Linker) -> list[Link]:
    """Return the attributions that the labels make up."""
    pieces = pieces_of(page, labels)

    def fits(one: int, part: int) -> list[tuple[float, int]]:
        return [
            (linker.score(page, pieces, one, other), other)
            for other in each(candidates(pieces, one, part))
        ]

    by_cue: dict[int, list[Piece]] = defaultdict(list)
    bare = []
    for at, piece in enumerate(pieces):
        if piece.part == CONTENT:
            cue = _best(fits(at, CUE), linker.cue_from)
            if cue is None:
                bare.append(at)
            else:
                by_cue[cue].append(piece)
    sources = {cue: _best(fits(cue, SOURCE), linker.source_from) for cue in by_cue}
    found = [
        Link(_at(pieces, sources[cue]), pieces[cue], tuple(content))
        for cue, content in by_cue.items()
    ]
    taken = set(sources.values())
    for at in bare:
        free = [pair for pair in fits(at, SOURCE) if pair[1] not in taken]
        source = _best(free, linker.bare_source_from)
        found.append(Link(_at(pieces, source), None, (pieces[at],)))
    for at, piece in enumerate(pieces):
        if piece.part == CUE and at not in by_cue:
            source = _best(fits(at, SOURCE), linker.source_from)
            if source is not None:
                found += loose_ends.with_content(page, piece, pieces[source])
    return [
        loose_ends.whose(page, loose_ends.told(page, link))
        for link in loose_ends.run_on(page, found)
    ]


def _best(scored: Iterable[tuple[float, int]], threshold: float) -> int | None:
    """Return the candidate that fits best, if one fits well enough."""
    score, best = max(scored, default=(threshold, -1))
    return best if score > threshold else None


def _at(pieces: Sequence[Piece], at: int | None) -> Piece | None:
    return None if at is None else pieces[at]
