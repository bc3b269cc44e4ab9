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
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from sidelight.model import Attribution, Quotation, Sentence, Span
from sidelight.readings import columns, lexicon, model_file, tagger
from sidelight.readings.columns import INSIDE, OUTSIDE, Ints, Page
from sidelight.readings.hashing import number
from sidelight.readings.tagger import BEGINS, CONTENT, CUE, OUT, PART, SOURCE, Tagger

MODEL = "attributions"
BITS = 15
FARTHEST = 250  # tokens between two pieces of one attribution
MOST_EACH_WAY = 4  # candidates
LETTERS = "-SQC"

_DENYING = frozenset(
    ["deny", "reject", "refute", "rebut", "dispute", "disavow", "repudiate"]
)
_REFUSING = frozenset(
    ["declined", "declines", "declining", "refused", "refuses", "refusing"]
)
_SILENT = frozenset(
    ["comment", "say", "respond", "reply", "answer", "elaborate", "discuss"]
)
_ANSWERING = frozenset("comment respond reply answer elaborate".split())
_NOT = frozenset({"not", "n't", "never"})


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of tokens of one part: `first` up to but not `after`.

    The rest is what pairs are judged by: `head` its cue word or last word, `kind`
    the class of that word, `opens` and `closes` whether it begins and ends a
    sentence, and so on.
    """

    part: int
    first: int
    after: int
    paragraph: int
    sentence: int
    last_sentence: int
    head: str
    kind: str
    opening: str
    before: str
    following: str
    quoted: bool
    all_quoted: bool
    within_quotation: bool
    opens: bool
    closes: bool
    opens_paragraph: bool
    is_pronoun: bool


@dataclass(frozen=True, slots=True)
class Link:
    """One attribution as token runs: content pieces with their cue and source."""

    source: Piece | None
    cue: Piece | None
    content: tuple[Piece, ...]


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
        attribution(page, link)
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


# --- Pieces -------------------------------------------------------------------


def pieces_of(page: Page, labels: Ints) -> list[Piece]:
    """Return the runs of tokens with one part, in text order."""
    part = PART[labels]
    changes = (np.diff(part, prepend=OUT) != 0) | (BEGINS[labels] & (part != OUT))
    starts = np.flatnonzero(changes & (part != OUT)).tolist()
    stops = np.append(np.flatnonzero(changes), len(page))
    ends = stops[np.searchsorted(stops, starts, side="right")].tolist()
    return [
        _piece(page, int(part[first]), first, after)
        for first, after in zip(starts, ends, strict=True)
    ]


def _piece(page: Page, part: int, first: int, after: int) -> Piece:
    words = [_fold(word) for word in page.words[first:after]]
    head, kind = _head(words)
    place = page.place[first:after]
    sentence, last_sentence = (
        int(page.sentence[first]),
        int(page.sentence[after - 1]),
    )
    following = page.words[after]
    return Piece(
        part=part,
        first=first,
        after=after,
        paragraph=int(page.paragraph[first]),
        sentence=sentence,
        last_sentence=last_sentence,
        head=head,
        kind=kind,
        opening=words[0],
        before=_fold(page.words[first - 1]),
        following=_fold(following),
        quoted=bool(place[0] > OUTSIDE),
        all_quoted=bool((place > OUTSIDE).all()),
        within_quotation=bool(place[0] in (INSIDE, INSIDE + 4)),
        opens=_opens(page, first),
        closes=following in _ENDS or int(page.sentence[after]) != last_sentence,
        opens_paragraph=bool(page.is_break[first - 1] or page.is_break[first - 2]),
        is_pronoun=after - first == 1 and words[0] in _PRONOUNS,
    )


_ENDS = frozenset(".!?”\"’'")
_MARKS = frozenset("“\"‘'")
_PRONOUNS = frozenset(
    [
        "he",
        "she",
        "they",
        "i",
        "we",
        "it",
        "you",
        "who",
        "him",
        "her",
        "them",
        "me",
        "us",
        "that",
        "this",
    ]
)


def _opens(page: Page, first: int) -> bool:
    """Tell whether a sentence begins here, but for an opening mark."""
    at = first - 1 if page.words[first - 1] in _MARKS else first
    return int(page.first[first]) >= at


def _head(words: Sequence[str]) -> tuple[str, str]:
    """Return the dictionary form and the class of the last word of the list."""
    if "according" in words:
        return "according", "other"
    for word in reversed(words):
        if entry := lexicon.entries().get(word):
            return entry.lemma, entry.kind + entry.inflection
    return words[-1], "-"


def _fold(word: str) -> str:
    return word.lower().replace("’", "'")


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
    between = [_fold(w) for w in page.words[pieces[low].after : pieces[high].first]]
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


# --- Attributions -------------------------------------------------------------


def links(page: Page, labels: Ints, linker: Linker) -> list[Link]:
    """Return the attributions that the labels make up."""
    pieces = pieces_of(page, labels)

    def fits(one: int, part: int) -> list[tuple[float, int]]:
        return [
            (linker.score(page, pieces, one, other), other)
            for other in candidates(pieces, one, part)
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
    for at in bare:
        free = [pair for pair in fits(at, SOURCE) if pair[1] not in sources.values()]
        source = _best(free, linker.bare_source_from)
        found.append(Link(_at(pieces, source), None, (pieces[at],)))
    return found


def _best(scored: Iterable[tuple[float, int]], threshold: float) -> int | None:
    """Return the candidate that fits best, if one fits well enough."""
    score, best = max(scored, default=(threshold, -1))
    return best if score > threshold else None


def _at(pieces: Sequence[Piece], at: int | None) -> Piece | None:
    return None if at is None else pieces[at]


def attribution(page: Page, link: Link) -> Attribution | None:
    """Return a link as spans of the text; nothing where it is a refusal to answer."""
    cue = _words(page, link.cue.first, link.cue.after) if link.cue else []
    if link.cue and _refuses(cue, _words(page, link.cue.after, link.cue.after + 2)):
        return None
    verb = _verb(cue)
    denies = verb in _DENYING and _NOT.isdisjoint(cue)
    return Attribution(
        type=_type(page, link.content),
        source=_span(page, link.source) if link.source else None,
        cue=_span(page, link.cue) if link.cue else None,
        content=tuple(_span(page, piece) for piece in link.content),
        sentence=(link.cue or link.content[0]).sentence,
        verb=verb,
        act="denies" if denies else "says",
    )


def _words(page: Page, first: int, after: int) -> list[str]:
    return [_fold(word) for word in page.words[first:after]]


def _refuses(cue: Sequence[str], following: Sequence[str]) -> bool:
    """Tell whether a cue is a refusal to answer: "declined to comment"."""
    if not _REFUSING.isdisjoint(cue):
        return not _SILENT.isdisjoint((*cue, *following))
    return not _NOT.isdisjoint(cue) and not _ANSWERING.isdisjoint(cue)


_LOOSE = frozenset(",;:—–--")
_RELATIVE = frozenset("who which that whom whose".split())


def _span(page: Page, piece: Piece) -> Span:
    """Return where a piece stands, without commas and a relative at its edges."""
    first, last = piece.first, piece.after - 1
    loose = _LOOSE | _RELATIVE if piece.part == SOURCE else _LOOSE
    while last > first and _fold(page.words[last]) in loose:
        last -= 1
    while first < last and page.words[first] in _LOOSE:
        first += 1
    return Span(int(page.starts[first]), int(page.ends[last]))


def _type(
    page: Page, content: Sequence[Piece]
) -> Literal["direct", "indirect", "mixed"]:
    """Tell direct content (all of it quoted) from indirect (none) and mixed."""
    quoted = [
        page.place[at] > OUTSIDE
        for piece in content
        for at in range(piece.first, piece.after)
        if page.words[at][0].isalnum()
    ]
    if not any(quoted):
        return "indirect"
    return "direct" if all(quoted) else "mixed"


def _verb(cue: Sequence[str]) -> str | None:
    """Return the dictionary form of the cue's verb: of saying, if it has one."""
    if "according" in cue:
        return "according to"
    verbs = [e for word in cue if (e := lexicon.entries().get(word)) and e.is_verb]
    saying = [e for e in verbs if e.kind in {"say", "argue", "fault", "deny"}]
    return next((entry.lemma for entry in saying or verbs), None)
