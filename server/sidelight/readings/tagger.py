"""Finds sources, cues and content, token by token, as it has learned to.

Four passes over a page, each seeing what the last one found:

1. the word class of each token (the Penn tags: VBD, NNP …),
2. its relation to its head (nsubj, ccomp … with the side the head is on),
3. a draft of the labels, as a chain (a linear-chain conditional random field,
   Lafferty 2001) over each paragraph,
4. the labels, by another chain that also sees the draft: which cues, sources and
   pieces of content the sentence, its neighbours and the quotation already have.

Passes 1 and 2 stand in for a parser; they look at each token by itself. A token's
label is one of `LABELS`: B begins a span, I is inside one, O is outside.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray

from sidelight.deadline import look
from sidelight.errors import ModelFileError
from sidelight.readings import lexicon
from sidelight.readings.columns import (
    BREAK,
    OUTSIDE,
    Ints,
    Page,
    add_nearest,
    left,
    neighbours,
    right,
    step,
)
from sidelight.readings.hashing import Column, Template, number, scores

Floats = NDArray[np.float32]

LABELS = (
    "O",
    "B-source",
    "I-source",
    "B-cue",
    "I-cue",
    "B-content",
    "I-content",
)
OUT, SOURCE, CUE, CONTENT = 0, 1, 2, 3  # what a label says, without B and I
PART = np.array([OUT, SOURCE, SOURCE, CUE, CUE, CONTENT, CONTENT])
BEGINS = np.array([False, True, False, True, False, True, False])
INSIDE_LABELS = (2, 4, 6)
# A label of INSIDE_LABELS goes on with what the token before it has.
IMPOSSIBLE = np.array(
    [
        [
            after in INSIDE_LABELS and before not in (after, after - 1)
            for after in range(7)
        ]
        for before in range(7)
    ]
)
NEVER = -1e6


# --- What each pass looks at --------------------------------------------------


def _one(*names: str, at: tuple[int, ...] = (0,)) -> list[Template]:
    """Return one template for each column and place."""
    return [((name, offset),) for offset in at for name in names]


def _both(*places: tuple[str, int]) -> Template:
    """Return the template that combines several places."""
    return places


def _run(name: str, start: int, end: int) -> Template:
    """Return the template that combines a column's values from start to end."""
    return tuple((name, offset) for offset in range(start, end + 1))


_BIAS: list[Template] = [()]

CLASS_TEMPLATES: tuple[Template, ...] = (
    *_BIAS,
    *_one("word", "ending3", "ending2", "beginning3", "shape", "stem"),
    *_one("word", "ending2", "shape", at=(-2, -1, 1, 2)),
    *_one("ending3", at=(-1, 1)),
    *(_run("word", a, b) for a, b in ((-1, 0), (0, 1), (-2, -1), (1, 2))),
    _run("ending2", -1, 1),
    _both(("word", -1), ("ending2", 0), ("word", 1)),
    _both(("from_start", 0), ("shape", 0)),
)

RELATION_TEMPLATES: tuple[Template, ...] = (
    *_BIAS,
    *_one("word", "ending3", "shape", "stem", "class", "from_start", "to_end"),
    *_one("quote", "cue"),
    *_one("class", "word", at=(-4, -3, -2, -1, 1, 2, 3, 4)),
    *(
        _run("class", a, b)
        for a, b in (
            (-1, 0),
            (0, 1),
            (-1, 1),
            (-2, 0),
            (0, 2),
            (-2, 2),
            (1, 3),
            (-3, -1),
        )
    ),
    _both(("word", -1), ("class", 0)),
    _both(("class", 0), ("word", 1)),
    _both(("word", 0), ("class", 1)),
    _both(("word", 0), ("class", -1)),
    *(
        _both((name, 0), ("class", 0))
        for name in (
            "cue_left_far",
            "cue_right_far",
            "cue_left",
            "cue_right",
            "from_start",
            "verb_left",
            "verb_right",
            "verb_left_far",
            "verb_right_far",
        )
    ),
    _both(("verb_left_far", 0), ("verb_right_far", 0), ("class", 0)),
    _both(("finite_left_far", 0), ("finite_right_far", 0), ("class", 0)),
    _both(("mark_left_far", 0), ("mark_right_far", 0), ("class", 0)),
)

DRAFT_TEMPLATES: tuple[Template, ...] = (
    *_BIAS,
    *_one("word", "ending3", "ending2", "beginning3", "shape", "quote", "stem", "cue"),
    *_one("case", "quote_length", "from_start", "to_end", "sentence"),
    *_one("sentence_before", "sentence_after", "lead"),
    _both(("cue", 0), ("quote", 0)),
    *_one("word", "shape", "quote", "cue", at=(-3, -2, -1, 1, 2, 3)),
    *_one("ending3", at=(-1, 1)),
    *(_run("word", a, b) for a, b in ((-1, 0), (0, 1), (-2, -1), (1, 2))),
    _run("quote", -1, 1),
    *_one("cue_left_far", "cue_left", "cue_right_far", "cue_right"),
    _both(("cue_left_far", 0), ("cue_right_far", 0)),
    _both(("cue_left", 0), ("cue_left_far", 0)),
    _both(("cue_left", 0), ("quote", 0)),
    _both(("cue_right", 0), ("quote", 0)),
    _both(("sentence", 0), ("sentence_before", 0), ("sentence_after", 0)),
    _both(("sentence", 0), ("quote", 0), ("from_start", 0)),
    _both(("sentence_before", 0), ("quote", 0), ("sentence", 0)),
    *_one("class", at=(-3, -2, -1, 0, 1, 2, 3)),
    *(_run("class", a, b) for a, b in ((-1, 0), (0, 1), (-1, 1), (-2, 0), (0, 2))),
    _both(("class", 0), ("quote", 0)),
    _both(("class", 0), ("cue_left_far", 0)),
    _both(("class", 0), ("cue_right_far", 0)),
    *_one("relation", at=(-3, -2, -1, 0, 1, 2, 3)),
    *(_run("relation", a, b) for a, b in ((-1, 0), (0, 1), (-1, 1))),
    *(
        _both(("relation", 0), (name, 0))
        for name in (
            "word",
            "cue_left",
            "cue_right",
            "quote",
            "cue_left_far",
            "cue_right_far",
        )
    ),
)

FINAL_TEMPLATES: tuple[Template, ...] = (
    *DRAFT_TEMPLATES,
    *_one("draft", at=(-5, -4, -3, -2, -1, 0, 1, 2, 3, 4, 5)),
    *(_run("draft", a, b) for a, b in ((-1, 0), (0, 1), (-1, 1), (-2, 0), (0, 2))),
    _both(("draft", -1), ("word", 0), ("draft", 1)),
    *(_both(("draft", 0), (name, 0)) for name in ("word", "relation", "class")),
    _both(("said_left", 0), ("said_left_far", 0)),
    _both(("said_right", 0), ("said_right_far", 0)),
    _both(("said_left_far", 0), ("said_right_far", 0)),
    *(
        _both((side, 0), (name, 0))
        for side in ("said_left", "said_right")
        for name in ("relation", "word", "quote")
    ),
    *(
        _both((side, 0), (name, 0))
        for side in ("said_left_far", "said_right_far")
        for name in ("relation", "draft")
    ),
    _both(("who_left_far", 0), ("who_right_far", 0), ("draft", 0)),
    _both(("who_left_far", 0), ("said_left_far", 0)),
    _both(("who_right_far", 0), ("said_right_far", 0)),
    _both(("pattern", 0), ("run", 0)),
    _both(("pattern", 0), ("run", 0), ("draft", 0)),
    _both(("pattern", 0), ("pattern_before", 0)),
    _both(("pattern", 0), ("pattern_after", 0)),
    _both(("pattern_before", 0), ("pattern", 0), ("pattern_after", 0)),
    _both(("pattern_before", 0), ("quote", 0), ("from_start", 0)),
    _both(("pattern_before", 0), ("draft", 0)),
    _both(("pattern_after", 0), ("draft", 0)),
    _both(("pattern", 0), ("quote", 0)),
    _both(("pattern", 0), ("draft", 0), ("word", 0)),
    *_one("quoted_share"),
    *(
        _both((f"said_{side}_{what}", 0), (name, 0))
        for side in ("left", "right")
        for what, names in (
            ("next", (f"said_{side}_far", "word", "relation", "draft")),
            ("marks", ("word", "relation", "draft", "quote")),
        )
        for name in names
    ),
    _both(("quoted_share", 0), ("draft", 0)),
    _both(("quoted_share", 0), ("pattern_before", 0)),
)

# --- The trained file, unpacked -----------------------------------------------


@dataclass(frozen=True, slots=True)
class Table:
    """What one pass has learned: whole-number weights and their unit.

    `labels` are the word classes or relations; empty for a chain, which has
    `transitions` (from, to) and `initial` scores instead. `bias` is added to every
    token's scores: it was set by hand, after training.
    """

    weights: NDArray[np.int8]
    unit: float
    labels: tuple[str, ...] = ()
    transitions: Floats | None = None
    initial: Floats | None = None
    bias: Floats | None = None


@dataclass(frozen=True, slots=True)
class Tagger:
    """The four passes."""

    word_class: Table
    relation: Table
    draft: Table
    final: Table


def unpack(arrays: Mapping[str, Any]) -> Tagger:
    """Return the tagger that a trained file holds.

    Raises ModelFileError where it was trained to look at other things than this
    program does.
    """
    if arrays.get("looks_at") != looks_at():
        message = (
            "The trained file of the attribution reading was made by another version"
            " of Sidelight. Install Sidelight again, or train the file anew with"
            " `sidelight train attributions`."
        )
        raise ModelFileError(message)
    return Tagger(*(_table(arrays[name]) for name in Tagger.__slots__))


def looks_at() -> int:
    """Return a number that changes with the templates and the list of cue words."""
    templates = (
        CLASS_TEMPLATES,
        RELATION_TEMPLATES,
        DRAFT_TEMPLATES,
        FINAL_TEMPLATES,
    )
    return number(repr(templates), repr(lexicon.entries()))


def _table(stored: Mapping[str, Any]) -> Table:
    return Table(
        weights=_aligned(stored["weights"]),
        unit=float(stored["unit"]),
        labels=tuple(stored.get("labels", ())),
        transitions=stored.get("transitions"),
        initial=stored.get("initial"),
        bias=stored.get("bias"),
    )


def _aligned(weights: NDArray[np.int8]) -> NDArray[np.int8]:
    """Return weights for fewer than eight labels with empty columns up to the eighth.

    Rows of eight bytes are fetched five times as fast as rows of seven.
    """
    missing = 8 - weights.shape[1]
    return np.pad(weights, ((0, 0), (0, max(missing, 0))))


# --- The passes ---------------------------------------------------------------


def tag(page: Page, tagger: Tagger) -> Ints:
    """Return each token's label, as an index into `LABELS`."""
    add_classes(page, best(page, CLASS_TEMPLATES, tagger.word_class))
    add_relations(page, best(page, RELATION_TEMPLATES, tagger.relation))
    add_draft(page, chain(page, DRAFT_TEMPLATES, tagger.draft))
    return chain(page, FINAL_TEMPLATES, tagger.final)


def best(page: Page, templates: tuple[Template, ...], table: Table) -> list[str]:
    """Return the best label of each token, taken by itself; "" at a ¶."""
    look()
    scored = scores(page.columns, templates, table.weights)[:, : len(table.labels)]
    order = scored.argmax(axis=1)
    return [
        "" if word == BREAK else table.labels[at]
        for word, at in zip(page.words, order, strict=True)
    ]


def chain(page: Page, templates: tuple[Template, ...], table: Table) -> Ints:
    """Return the best sequence of labels of each paragraph (Viterbi)."""
    look()
    whole = scores(page.columns, templates, table.weights)[:, : len(LABELS)]
    emitted = whole * np.float32(table.unit)
    if table.bias is not None:
        emitted += table.bias
    assert table.transitions is not None  # noqa: S101  a chain has them
    assert table.initial is not None  # noqa: S101
    return decode(emitted, table.transitions, table.initial, paragraphs(page))


LONGEST_CHAIN = 1_000  # tokens; a longer paragraph is labelled in stretches


def paragraphs(page: Page) -> list[tuple[int, int]]:
    """Return where each paragraph's tokens start and end."""
    breaks = np.flatnonzero(page.is_break).tolist()
    return [
        (start, min(start + LONGEST_CHAIN, end))
        for before, end in pairwise(breaks)
        for start in range(before + 1, end, LONGEST_CHAIN)
    ]


def decode(
    emitted: Floats,
    transitions: Floats,
    initial: Floats,
    spans: list[tuple[int, int]],
) -> Ints:
    """Return the highest-scoring label sequence of each span of tokens.

    All spans go side by side, one step for each token of the longest. Tokens in no
    span get label 0.
    """
    labels = np.zeros(len(emitted), dtype=np.int64)
    if not spans:
        return labels
    spans = sorted(spans, key=lambda span: span[0] - span[1])  # longest first
    start = np.array([a for a, _ in spans])
    length = np.array([b - a for a, b in spans])
    reached = np.searchsorted(-length, -np.arange(length[0]), side="left")
    score = emitted[start] + initial
    came_from = []
    for at in range(1, int(length[0])):
        alive = int(reached[at])
        step_to = score[:alive, :, None] + transitions
        came_from.append(step_to.argmax(axis=1))
        score[:alive] = step_to.max(axis=1) + emitted[start[:alive] + at]
    label = score.argmax(axis=1)
    for at in range(int(length[0]) - 1, -1, -1):
        alive = int(reached[at])
        labels[start[:alive] + at] = label[:alive]
        if at:
            label[:alive] = came_from[at - 1][np.arange(alive), label[:alive]]
    return labels


# --- What a pass tells the next -----------------------------------------------

_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_MARKS = frozenset(",;:—–--")


def add_classes(page: Page, classes: list[str]) -> None:
    """Add the columns of the word classes found: the nearest verbs and commas."""
    page.classes = classes
    page.columns["class"] = _numbered("class", classes)
    verb = np.array([c[:1] == "V" or c == "MD" for c in classes])
    finite = np.array([c in _FINITE for c in classes])
    mark = np.array([word in _MARKS for word in page.words])
    add_nearest(page, "verb", verb)
    add_nearest(page, "finite", finite)
    add_nearest(page, "mark", mark)


def add_relations(page: Page, relations: list[str]) -> None:
    """Add the column of the relations found."""
    page.columns["relation"] = _numbered("relation", relations)


def add_draft(page: Page, labels: Ints) -> None:
    """Add the columns that say what the draft found in and around the sentence."""
    part = PART[labels]
    columns = page.columns
    columns["draft"] = (labels + 1).astype(np.uint32)
    add_nearest(page, "said", part == CUE)
    add_nearest(page, "who", part == SOURCE)
    for side, at in (
        ("left", left(page, part == CUE)),
        ("right", right(page, part == CUE)),
    ):
        _add_between(page, f"said_{side}", at, part == CONTENT)
    _add_patterns(page, labels, part)
    _add_quoted_share(page, part == CONTENT)


def _add_between(page: Page, name: str, at: Ints, content: NDArray[np.bool_]) -> None:
    """Add what stands between each token and the cue at `at` (-1: none).

    `<name>_far`: the distance, and whether there is content in between;
    `<name>_marks`: how many commas and the like; `<name>_next`: the word beside the
    cue, on the token's side.
    """
    index = np.arange(len(page))
    there = at >= 0
    low, high = np.minimum(at, index), np.maximum(at, index)
    content_before = np.concatenate(([0], np.cumsum(content)))
    marks_before = np.concatenate(
        ([0], np.cumsum([word in _MARKS for word in page.words]))
    )
    between = content_before[high] > content_before[low + 1]
    marks = np.minimum(marks_before[high] - marks_before[low + 1], _MOST_MARKS)
    beside = np.clip(at + np.sign(index - at), 0, len(page) - 1)
    columns = {
        "far": step(np.abs(index - at)) * 2 + between + 1,
        "marks": marks + 1,
        "next": page.columns["word"][beside],
    }
    for column, values in columns.items():
        page.columns[f"{name}_{column}"] = np.where(there, values, 0).astype(np.uint32)


_LETTERS = np.array(["O", "S", "Q", "C", "D"])  # D: content that is quoted
_DIRECT = 4
_MOST_MARKS = 3
_LONGEST_PATTERN = 6
_MOST_RUNS = 8


def _add_patterns(page: Page, labels: Ints, part: Ints) -> None:
    """Add each sentence's pattern of spans ("CSQ") and which run a token is in."""
    index = np.arange(len(page))
    starts_sentence = (index == page.first) & ~page.is_break
    changes = (np.diff(part, prepend=-1) != 0) | (BEGINS[labels] & (part != OUT))
    changes |= starts_sentence
    run = np.cumsum(changes)
    page.columns["run"] = (np.minimum(run - run[page.first], _MOST_RUNS) + 1).astype(
        np.uint32
    )
    begins = np.flatnonzero(changes & (part != OUT))
    kind = np.where((part == CONTENT) & (page.place > OUTSIDE), _DIRECT, part)
    pattern: dict[int, str] = {}
    for at, letter in zip(
        page.sentence[begins].tolist(), _LETTERS[kind[begins]], strict=True
    ):
        pattern[at] = pattern.get(at, "") + str(letter)
    names = {number: name[:_LONGEST_PATTERN] for number, name in pattern.items()}
    known = {name: number("pattern", name) for name in {"", *names.values()}}
    kinds = np.array(
        [known[names.get(at, "")] if at >= 0 else 0 for at in page.sentence.tolist()],
        dtype=np.uint32,
    )
    page.columns["pattern"] = kinds
    before, after = neighbours(page, kinds)
    page.columns["pattern_before"] = before
    page.columns["pattern_after"] = after


def _add_quoted_share(page: Page, content: NDArray[np.bool_]) -> None:
    """Add how much of the quotation a token is in the draft calls content."""
    quoted = page.quotation >= 0
    order = page.quotation[quoted]
    share = np.zeros(len(page), dtype=np.uint32)
    if len(order):
        tokens = np.bincount(order)
        called = np.bincount(order, weights=content[quoted])
        share[quoted] = (4 * called[order] / tokens[order]).astype(np.uint32) + 1
    page.columns["quoted_share"] = share


def _numbered(kind: str, names: list[str]) -> Column:
    known = {name: number(kind, name) if name else 0 for name in set(names)}
    return np.array([known[name] for name in names], dtype=np.uint32)
