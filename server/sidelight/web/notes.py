"""An AnnotationPage as its reader sees it: numbered notes, and a text cut at them.

Notes overlap as they like. The text is cut wherever one begins or ends, so that each
piece of it knows all the notes that lie on it and nothing ever has to nest.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from sidelight.model import Part, Span

LISTED = frozenset({"corroborated"})
"""Checks that note agreement: listed beside the text, and not underlined."""

_BETWEEN_PARAGRAPHS = re.compile(r"\n[^\S\n]*\n\s*")
_NOT_IN_A_CLASS = re.compile(r"[^a-z0-9]+")
_PARTS = {"title": 0, "article": 1, "text": 2}


@dataclass(frozen=True, slots=True)
class Note:
    """One annotation. `span` is into its part, and `None` for the whole of it.

    `family` is the family as the style sheet names it; `tier` is its check's.
    """

    number: int
    check: str
    label: str
    family: str
    tier: str
    message: str
    next: str
    help: str
    evidence: tuple[Mapping[str, Any], ...]
    part: Part
    span: Span | None
    id: str = ""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text under the same notes; `ending` are those that end with it."""

    text: str
    notes: tuple[Note, ...]
    ending: tuple[Note, ...]

    @property
    def families(self) -> list[str]:
        """The families of its notes, each once."""
        return list(dict.fromkeys(note.family for note in self.notes))

    @property
    def nearest(self) -> Note:
        """The note with the shortest passage: the one that a click is meant for."""
        return min(self.notes, key=_length)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph in pieces, and the notes whose passages begin in it."""

    pieces: tuple[Piece, ...]
    notes: tuple[Note, ...]


def notes_of(page: Mapping[str, Any], title: str) -> list[Note]:
    """Return the notes of an AnnotationPage, numbered in reading order.

    Those on the title come first, then those on the whole article, then those on
    the text, longer passages before what lies within them; what is listed apart
    comes last of all.
    """
    placed = [(_span(item, title), item) for item in page["items"]]
    placed.sort(key=lambda pair: _order(*pair))
    return [_note(number, span, item) for number, (span, item) in enumerate(placed, 1)]


def family_class(family: str) -> str:
    """Return the name that the style sheet knows a family by."""
    return _NOT_IN_A_CLASS.sub("-", family.lower()).strip("-")


def paragraphs(text: str, notes: Iterable[Note]) -> list[Paragraph]:
    """Cut a text at its blank lines, and each paragraph at its notes."""
    placed = [note for note in notes if note.part == "text" and note.span]
    waiting = list(placed)
    made = []
    for span in paragraph_spans(text):
        begun = [n for n in waiting if n.span and n.span.start < span.end]
        waiting = waiting[len(begun) :]
        made.append(Paragraph(tuple(pieces(text, span, placed)), tuple(begun)))
    return made


def pieces(text: str, span: Span, notes: Iterable[Note]) -> Iterator[Piece]:
    """Yield the pieces of one stretch of `text`, in order; none is empty."""
    here = [note for note in notes if note.span and note.span.overlaps(span)]
    places = [note.span for note in here if note.span]
    cuts = {span.start, span.end}
    cuts |= {max(place.start, span.start) for place in places}
    cuts |= {min(place.end, span.end) for place in places}
    for start, end in pairwise(sorted(cuts)):
        piece = Span(start, end)
        yield Piece(
            piece.of(text),
            tuple(n for n in here if n.span and n.span.covers(piece)),
            tuple(n for n in here if n.span and n.span.end == end),
        )


def paragraph_spans(text: str) -> Iterator[Span]:
    """Yield the paragraphs of a text: what stands between blank lines."""
    start = len(text) - len(text.lstrip())
    end = len(text.rstrip())
    for gap in _BETWEEN_PARAGRAPHS.finditer(text, start, end):
        yield Span(start, gap.start())
        start = gap.end()
    if start < end:
        yield Span(start, end)


def _span(item: Mapping[str, Any], title: str) -> Span | None:
    """Return where an annotation lies in the text or in `title`, if it does."""
    selectors = {s["type"]: s for s in item["target"].get("selector") or ()}
    if position := selectors.get("TextPositionSelector"):
        return Span(position["start"], position["end"])
    quote = selectors.get("TextQuoteSelector")
    if quote is None or not quote["exact"]:
        return None
    before = title.find(quote["prefix"] + quote["exact"] + quote["suffix"])
    start = before + len(quote["prefix"]) if before >= 0 else title.find(quote["exact"])
    return Span(start, start + len(quote["exact"])) if start >= 0 else None


def _order(span: Span | None, item: Mapping[str, Any]) -> tuple[bool, int, int, int]:
    start, end = (span.start, span.end) if span else (0, 0)
    listed = _said(item)["classifying"] in LISTED
    return listed, _PARTS[item["sidelight:part"]], start, -end


def _said(item: Mapping[str, Any]) -> dict[str, str]:
    """Return an annotation's bodies by their purpose."""
    return {body["purpose"]: body["value"] for body in item["body"]}


def _note(number: int, span: Span | None, item: Mapping[str, Any]) -> Note:
    said = _said(item)
    return Note(
        number=number,
        check=said["classifying"],
        label=item["sidelight:label"],
        family=family_class(item["sidelight:family"]),
        tier=item["sidelight:tier"],
        message=said["commenting"],
        next=item["sidelight:next"],
        help=item["sidelight:help"],
        evidence=tuple(item["sidelight:evidence"]),
        part=item["sidelight:part"],
        span=span,
        id=item["id"],
    )


def _length(note: Note) -> int:
    return note.span.end - note.span.start if note.span else 0
