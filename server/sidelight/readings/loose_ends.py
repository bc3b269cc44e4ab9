"""What the labels leave open, tied up by the shape of the sentence.

A cue of reporting with a source but without content ("The mill is to close, its
owner said") gets the clause it must belong to; a quotation that runs on from the
paragraph before belongs to the same attribution; and who is told something is not
who says it.
"""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from sidelight.readings.columns import Page
from sidelight.readings.pieces import Link, Piece, fold, piece_at
from sidelight.readings.tagger import CONTENT, SOURCE

FEWEST_WORDS = 3  # a shorter clause is no content

_REPORTING = frozenset(
    "say tell add note warn announce explain argue report state write insist declare "
    "confirm predict claim suggest testify tweet acknowledge".split()
)
_TO_SOMEBODY = frozenset("tell inform assure notify remind brief advise warn".split())
_BE = frozenset("is are was were be been being".split())
_COMMAS = frozenset(",;—–")
_ENDS = frozenset(".!?")
_WHEN_OR_WHERE = frozenset(
    "on in at during after before late early last this today yesterday earlier later "
    "monday tuesday wednesday thursday friday saturday sunday".split()
)


def with_content(page: Page, cue: Piece, source: Piece) -> list[Link]:
    """Return the attribution of a cue and its source that found no content.

    Nothing where the sentence leaves no doubtless place for it.
    """
    span = None
    if cue.head == "according":
        span = _of_according(page, cue, source)
    elif cue.head in _REPORTING and not page.place[cue.first]:
        span = _after_that(page, cue) or _before(page, cue, source)
    if span is None or span[1] - span[0] < FEWEST_WORDS:
        return []
    return [Link(source, cue, (piece_at(page, CONTENT, *span),))]


def _of_according(page: Page, cue: Piece, source: Piece) -> tuple[int, int] | None:
    """Return the sentence without the phrase at its head or end."""
    start, stop = _sentence(page, cue.first)
    if cue.first == start:
        if page.words[source.after] not in _COMMAS:
            return None
        return source.after + 1, stop
    if source.after >= stop:
        before = cue.first - (page.words[cue.first - 1] in _COMMAS)
        return start, before
    return None


def _after_that(page: Page, cue: Piece) -> tuple[int, int] | None:
    _, stop = _sentence(page, cue.first)
    at = cue.after
    by_whom = _by_whom(page, cue)
    if by_whom is not None:
        at = by_whom.after
    return (at, stop) if fold(page.words[at]) == "that" else None


def _before(page: Page, cue: Piece, source: Piece) -> tuple[int, int] | None:
    """Return the clause before ", SOURCE said" or ", said SOURCE"."""
    start, stop = _sentence(page, cue.first)
    first, after = min(source.first, cue.first), max(source.after, cue.after)
    apart = max(source.first, cue.first) - min(source.after, cue.after)
    comma = first - 1
    ends = after >= stop or fold(page.words[after]) in _WHEN_OR_WHERE
    if apart or not ends or comma <= start or page.words[comma] not in _COMMAS:
        return None
    return start, comma


def _sentence(page: Page, at: int) -> tuple[int, int]:
    """Return the first token of a sentence and the one after its last word."""
    stop = int(page.last[at]) + 1
    while stop > at and page.words[stop - 1] in _ENDS:
        stop -= 1
    return int(page.first[at]), stop


def run_on(page: Page, links: Sequence[Link]) -> list[Link]:
    """Return the links, with the quotations that theirs run on from or into.

    A quotation over several paragraphs is one attribution: each paragraph opens it
    anew and the last one closes it.
    """
    chained = _chained(page)
    taken = {
        at for link in links for p in link.content for at in range(p.first, p.after)
    }
    longer = []
    for link in links:
        own = {int(page.quotation[piece.first]) for piece in link.content} - {-1}
        more = [
            piece_at(page, CONTENT, first, after)
            for chain in {page.chains[order] for order in own}
            for first, after in chained.get(chain, ())
            if taken.isdisjoint(range(first, after))
        ]
        taken.update(at for piece in more for at in range(piece.first, piece.after))
        content = sorted((*link.content, *more), key=lambda piece: piece.first)
        longer.append(replace(link, content=tuple(content)))
    return longer


def _chained(page: Page) -> dict[int, list[tuple[int, int]]]:
    """Return where the quotations of each chain of several stand."""
    chained: dict[int, list[tuple[int, int]]] = defaultdict(list)
    length = Counter(page.chains)
    quoted = np.flatnonzero(page.quotation >= 0)
    orders, first, count = np.unique(
        page.quotation[quoted], return_index=True, return_counts=True
    )
    for order, at, tokens in zip(orders, first, count, strict=True):
        if length[page.chains[order]] > 1:
            start, end = quoted[at], quoted[at + tokens - 1] + 1
            chained[page.chains[order]].append((int(start), int(end)))
    return chained


def whose(page: Page, link: Link) -> Link:
    """Return the link with the name that its "who" stands for: "Kim, who said"."""
    source = link.source
    if source is None or source.opening not in _WHO or source.after - source.first > 1:
        return link
    first = last = source.first - (2 if page.words[source.first - 1] == "," else 1)
    while first > page.first[source.first] and (
        page.classes[first - 1] in _OF_A_NAME or fold(page.words[first - 1]) in _OF
    ):
        first -= 1
    if not page.classes[last].startswith("NN") or first < page.first[source.first]:
        return link
    return replace(link, source=piece_at(page, SOURCE, first, source.after))


_WHO = frozenset({"who", "whom"})
_OF = frozenset({"of", "for"})
_OF_A_NAME = frozenset("NN NNS NNP NNPS JJ DT CD PRP$ POS".split())


def told(page: Page, link: Link) -> Link:
    """Return the link without a source that is told, not telling: "was told"."""
    if link.cue is None or link.source is None or link.source.first > link.cue.first:
        return link
    words = [fold(word) for word in page.words[link.cue.first : link.cue.after]]
    if (
        link.cue.head not in _TO_SOMEBODY
        or _BE.isdisjoint(words)
        or words[-1].endswith("ing")
    ):
        return link
    return replace(link, source=_by_whom(page, link.cue))


def _by_whom(page: Page, cue: Piece) -> Piece | None:
    """Return the words after "told by", as far as the content."""
    first = cue.after
    if fold(page.words[first]) == "by":
        first += 1
    elif fold(page.words[first - 1]) != "by":
        return None
    after = first
    while after <= int(page.last[cue.first]) and fold(page.words[after]) not in _STOPS:
        after += 1
    return piece_at(page, SOURCE, first, after) if after > first else None


_STOPS = frozenset(', . : ; that to about of — – “ "'.split())
