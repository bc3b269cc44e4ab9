"""What each token of a page looks like, as columns of numbers for the tagger.

A page is its tokens with a pseudo-token (¶) before, between and after the
paragraphs, so that a look at the neighbours sees where a paragraph ends and also
what stands beyond.
"""

import re
from dataclasses import dataclass, field
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from sidelight.model import Quotation, Sentence
from sidelight.readings import lexicon, tokens
from sidelight.readings.hashing import Column, number

Ints = NDArray[np.int64]
Mask = NDArray[np.bool_]

BREAK = "¶"
OUTSIDE, OPENS, INSIDE, CLOSES = 0, 1, 2, 3  # a token's place in a quotation
_SINGLE = 4  # added to the place where the marks are single ones
_SINGLE_MARKS = "‘'"
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
        "one",
        "everyone",
        "everybody",
    ]
)
_ENDINGS = (("ied", "y"), ("ies", "y"), ("ing", ""), ("ed", ""), ("es", ""), ("s", ""))
_SHORTEST_STEM = 3
_LETTER = re.compile(r"[^\W\d_]")
_DIGIT = re.compile(r"\d")
_REPEATED = re.compile(r"(.)\1{2,}")
# One column for each of these facts about a word, whatever stands beside it.
_WORD_FACTS = (
    "word",
    "ending3",
    "ending2",
    "beginning3",
    "shape",
    "stem",
    "cue",
    "case",
    "is_cue",
)
# A distance in tokens is one of few steps: 0, 1, 2, 3, to 6, to 11, to 24, more.
_STEPS = np.array([1, 2, 3, 4, 7, 12, 25])


@dataclass(slots=True)
class Page:
    """The tokens of a text and where each stands.

    `starts` and `ends` are code points; `sentence` and `paragraph` number them (-1
    at a ¶); `first` and `last` are the indices of the first and last token of the
    token's sentence; `quotation` numbers the quotation a token is in (-1: none), and
    `chains[quotation]` the chain of quotations that run on over paragraphs;
    `place` is OUTSIDE, OPENS, INSIDE or CLOSES, four more within single marks.
    `classes` are the word classes, once the tagger has found them; `columns` holds
    the numbers it looks at, by name.
    """

    words: list[str]
    starts: Ints
    ends: Ints
    sentence: Ints
    paragraph: Ints
    first: Ints
    last: Ints
    quotation: Ints
    place: Ints
    chains: tuple[int, ...] = ()
    classes: list[str] = field(default_factory=list)
    columns: dict[str, Column] = field(default_factory=dict)

    def __len__(self) -> int:
        return len(self.words)

    @property
    def is_break(self) -> Mask:
        """Where the pseudo-tokens between paragraphs are."""
        return self.sentence < 0


def read(
    text: str, sentences: tuple[Sentence, ...], quotations: tuple[Quotation, ...]
) -> Page:
    """Return the page of `text` with the columns that need no tagger."""
    page = _placed(text, sentences)
    _quote(page, text, quotations)
    table = np.array([_facts(word) for word in page.words], dtype=np.uint32)
    page.columns.update(zip(_WORD_FACTS, table.T.copy(), strict=True))
    _describe_sentences(page)
    return page


# --- Where each token stands --------------------------------------------------


def _placed(text: str, sentences: tuple[Sentence, ...]) -> Page:
    """Put the tokens into their sentences and a ¶ around every paragraph."""
    found = tokens.read(text)
    starts = np.array(found.starts, dtype=np.int64)
    ends = np.array(found.ends, dtype=np.int64)
    sentence = _numbered(starts, sentences)
    paragraph = np.array([s.paragraph for s in sentences] or [0], dtype=np.int64)[
        sentence
    ]
    new = np.flatnonzero(np.diff(paragraph, prepend=-1, append=-1))
    if not len(new):
        new = np.zeros(1, dtype=np.int64)  # no tokens: one ¶
    words = np.insert(np.array(found.words, dtype=object), new, BREAK).tolist()
    edges = np.append(ends, len(text))[new - 1]
    edges[0] = 0
    sentence = np.insert(sentence, new, -1)
    first, last = _bounds(sentence)
    return Page(
        words=words,
        starts=np.insert(starts, new, edges),
        ends=np.insert(ends, new, edges),
        sentence=sentence,
        paragraph=np.insert(paragraph, new, -1),
        first=first,
        last=last,
        quotation=np.full(len(words), -1),
        place=np.zeros(len(words), dtype=np.int64),
    )


def _numbered(starts: Ints, sentences: tuple[Sentence, ...]) -> Ints:
    begins = np.array([s.span.start for s in sentences], dtype=np.int64)
    return np.maximum(np.searchsorted(begins, starts, side="right") - 1, 0)


def _bounds(sentence: Ints) -> tuple[Ints, Ints]:
    """Return for each token the first and the last token of its sentence."""
    index = np.arange(len(sentence))
    begins = np.diff(sentence, prepend=-2) != 0
    ends = np.append(begins[1:], True)
    first = np.maximum.accumulate(np.where(begins, index, 0))
    last = np.minimum.accumulate(np.where(ends, index, len(index))[::-1])[::-1]
    return first, last


def _quote(page: Page, text: str, quotations: tuple[Quotation, ...]) -> None:
    """Note which tokens stand in which quotation, and how long it is."""
    length = np.zeros(len(page), dtype=np.int64)
    new = np.array([not quotation.continues for quotation in quotations], dtype=int)
    page.chains = tuple(np.cumsum(new).tolist())
    for order, quotation in enumerate(quotations):
        start, end = np.searchsorted(
            page.starts, (quotation.span.start, quotation.span.end)
        )
        inside = np.arange(start, end)
        inside = inside[page.sentence[start:end] >= 0]
        if not len(inside):
            continue
        single = _SINGLE * (text[quotation.span.start] in _SINGLE_MARKS)
        page.quotation[inside] = order
        page.place[inside] = INSIDE + single
        page.place[inside[0]] = OPENS + single
        if quotation.inner.end < quotation.span.end:
            page.place[inside[-1]] = CLOSES + single
        length[inside] = step(np.array(max(len(inside) - 2, 0)))
    page.columns["quote"] = _column(page.place + 1)
    page.columns["quote_length"] = _column(length * 9 + page.place + 1)


# --- What each word looks like ------------------------------------------------


@lru_cache(maxsize=30_000)
def _facts(word: str) -> tuple[int, ...]:
    """Return the numbers of `_WORD_FACTS` for a word."""
    folded = word.lower().replace("’", "'")
    entry = lexicon.entries().get(folded)
    stem = entry.lemma if entry and entry.is_verb else _stem(folded)
    case = folded if folded in _PRONOUNS else str(word[:1].isupper())
    return (
        number("word", folded),
        number("ending3", folded[-3:]),
        number("ending2", folded[-2:]),
        number("beginning3", folded[:3]),
        number("shape", _shape(word)),
        number("stem", stem),
        number("cue", entry.kind + entry.inflection) if entry else 0,
        number("case", case),
        int(entry is not None and entry.kind not in {"noun", "think", "hear"}),
    )


def _stem(folded: str) -> str:
    for ending, instead in _ENDINGS:
        if folded.endswith(ending) and len(folded) >= len(ending) + _SHORTEST_STEM:
            return folded[: -len(ending)] + instead
    return folded


def _shape(word: str) -> str:
    """Return "Xxx" for "Kyiv", "dd" for "2035", at most six signs long."""
    lettered = _LETTER.sub(lambda m: "X" if m[0].isupper() else "x", word[:40])
    return _REPEATED.sub(r"\1\1", _DIGIT.sub("d", lettered))[:6]


# --- What the sentence around it looks like -----------------------------------


def _describe_sentences(page: Page) -> None:
    """Add where in its sentence a token stands, and which cue words are near."""
    index = np.arange(len(page))
    real = ~page.is_break
    outside = (page.place != INSIDE) & (page.place != INSIDE + _SINGLE)
    cue = (page.columns["is_cue"] > 0) & outside & real
    quoted = page.place > OUTSIDE
    kind = 1 + (
        _any(page, cue) + 2 * _any(page, quoted) + 2 * ~_any(page, ~quoted)
    ).astype(np.int64)
    kind[~real] = 0
    before, after = neighbours(page, kind)
    columns = page.columns
    columns["from_start"] = _column(np.where(real, step(index - page.first) + 1, 0))
    columns["to_end"] = _column(np.where(real, step(page.last - index) + 1, 0))
    columns["sentence"] = _column(kind)
    columns["sentence_before"] = before
    columns["sentence_after"] = after
    columns["lead"] = _column(1 + (page.paragraph == page.paragraph[:2][-1]))
    add_nearest(page, "cue", cue)


def neighbours(page: Page, kind: NDArray[np.integer]) -> tuple[Column, Column]:
    """Return the `kind` of the sentence before and of the one after, for each token.

    Another number where a paragraph ends in between, and 0 where there is none.
    """
    tops = np.flatnonzero((np.diff(page.sentence, prepend=-2) != 0) & ~page.is_break)
    if not len(tops):
        nothing = np.zeros(len(page), dtype=np.uint32)
        return nothing, nothing
    kinds = np.asarray(kind)[tops].astype(np.uint32)
    paragraph = page.paragraph[tops]
    change = paragraph[1:] != paragraph[:-1]
    before = np.zeros(len(tops), dtype=np.uint32)
    after = np.zeros(len(tops), dtype=np.uint32)
    before[1:] = kinds[:-1] + np.where(change, 21, 1).astype(np.uint32)
    after[:-1] = kinds[1:] + np.where(change, 21, 1).astype(np.uint32)
    order = np.searchsorted(tops, np.arange(len(page)), side="right") - 1
    real = ~page.is_break
    return (
        np.where(real, before[order], 0).astype(np.uint32),
        np.where(real, after[order], 0).astype(np.uint32),
    )


def add_nearest(page: Page, name: str, mask: Mask) -> None:
    """Add the word of and the distance to the nearest marked token on each side.

    Columns `<name>_left`, `<name>_left_far`, `<name>_right`, `<name>_right_far`; 0
    where the sentence has none on that side.
    """
    index = np.arange(len(page))
    word = page.columns["word"]
    for side, at in (("left", left(page, mask)), ("right", right(page, mask))):
        there = at >= 0
        page.columns[f"{name}_{side}"] = np.where(there, word[at], 0).astype(np.uint32)
        far = step(np.abs(index - at)) + 1
        page.columns[f"{name}_{side}_far"] = _column(np.where(there, far, 0))


def left(page: Page, mask: Mask) -> Ints:
    """Return the index of the nearest marked token before each, in its sentence."""
    index = np.arange(len(page))
    at = np.maximum.accumulate(np.where(mask, index, -1))
    at = np.concatenate(([-1], at[:-1]))
    return np.where((at >= page.first) & ~page.is_break, at, -1)


def right(page: Page, mask: Mask) -> Ints:
    """Return the index of the nearest marked token after each, in its sentence."""
    length = len(page)
    index = np.arange(length)
    at = np.minimum.accumulate(np.where(mask, index, length)[::-1])[::-1]
    at = np.append(at[1:], length)
    return np.where((at <= page.last) & ~page.is_break, at, -1)


def step(distance: Ints) -> Ints:
    """Return distances in few steps: 0 to 3 as they are, then ever wider."""
    return np.searchsorted(_STEPS, distance, side="right").astype(np.int64)


def _any(page: Page, mask: Mask) -> Mask:
    """Tell for each token whether its sentence has a marked one."""
    count = np.concatenate(([0], np.cumsum(mask)))
    return np.asarray(count[page.last + 1] > count[page.first])


def _column(values: NDArray[np.integer]) -> Column:
    return np.asarray(values).astype(np.uint32)
