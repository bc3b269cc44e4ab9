"""A report of a lesson as a page shows it: text in pieces, notes beside it, and heat.

The text is cut wherever a note or a step of the heat map begins or ends, so that
nothing has to nest, and each paragraph says at which code point it begins: that is
how a script finds its way back.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from sidelight.lessons import (
    Agreement,
    Heat,
    Lesson,
    LessonNote,
    LessonReport,
    Mark,
    Tally,
    agreement,
    heat,
    notes_on,
    tallies,
)
from sidelight.lessons.notes import QUESTION_CHECK
from sidelight.model import Span
from sidelight.web.language import texts
from sidelight.web.notes import Note, notes_of, paragraph_spans

LISTED = 12
"""Passages in the table of the board."""


@dataclass(frozen=True, slots=True)
class LessonPiece:
    """A stretch of text under the same notes and as many marks."""

    text: str
    notes: tuple[Note, ...] = ()
    ending: tuple[Note, ...] = ()
    pupils: int = 0
    step: int = 0

    @property
    def families(self) -> list[str]:
        """The families of its notes, each once."""
        return list(dict.fromkeys(note.family for note in self.notes))

    @property
    def nearest(self) -> Note:
        """The note with the shortest passage."""
        return min(self.notes, key=lambda n: n.span.end - n.span.start if n.span else 0)


@dataclass(frozen=True, slots=True)
class LessonParagraph:
    """A paragraph; `start` is the code point at which it begins."""

    start: int
    pieces: tuple[LessonPiece, ...]
    notes: tuple[Note, ...]


@dataclass(frozen=True, slots=True)
class ShownReport:
    """A report with what may be seen of it.

    `known` holds what became of each note by its id, `counted` who marked there.
    """

    report: LessonReport
    title: list[LessonPiece]
    paragraphs: list[LessonParagraph]
    notes: list[Note]
    known: Mapping[str, LessonNote]
    counted: Mapping[str, Agreement] = field(default_factory=dict)
    passages: Sequence[Tally] = ()
    markers: int = 0

    def notes_on(self, part: str) -> list[Note]:
        """Return the notes on the "title" or on the whole "article"."""
        return [note for note in self.notes if note.part == part]

    def is_question(self, note: Note) -> bool:
        """Tell whether a note is a question of the teacher's own."""
        return note.check == QUESTION_CHECK


def shown(
    lesson: Lesson,
    report: LessonReport,
    *,
    which: Iterable[LessonNote] | None = None,
    marks: Collection[Mark] = (),
    with_heat: bool = True,
) -> ShownReport:
    """Arrange a report with some of its notes (all of them unless named), and marks.

    `marks` are the class's on this report.
    """
    kept = list(notes_on(lesson, report) if which is None else which)
    title = report.article.title or ""
    notes = notes_of({"items": [note.item for note in kept]}, title)
    here = [mark for mark in marks if mark.report == report.number]
    pupils = len({mark.pupil for mark in here})
    text = report.article.text
    warm = heat(here, len(text), pupils) if with_heat else ()
    return ShownReport(
        report=report,
        title=list(_title(title, notes)),
        paragraphs=list(_paragraphs(text, notes, warm)),
        notes=notes,
        known={note.id: note for note in kept},
        counted=_counted(notes, here, len(text)),
        passages=tallies(here, report.sentences)[:LISTED],
        markers=pupils,
    )


def page_of(report: LessonReport, which: Iterable[LessonNote]) -> dict[str, Any]:
    """Return the AnnotationPage of a report with these notes and no others.

    What the page says of voices and checks goes with it once a note does: before,
    it is left out.
    """
    items = [
        {**note.item, "sidelight:label": texts().say(note.item["sidelight:label"])}
        for note in which
    ]
    return {
        "@context": report.page["@context"],
        "id": report.page["id"],
        "type": "AnnotationPage",
        "items": items,
        "sidelight:article": report.page["sidelight:article"],
        "sidelight:voices": [],
        "sidelight:compared": report.page["sidelight:compared"],
        "sidelight:checked": [],
        "sidelight:engine": report.page["sidelight:engine"],
    }


def _counted(
    notes: Iterable[Note], marks: Collection[Mark], length: int
) -> dict[str, Agreement]:
    whole = Span(0, length)
    return {
        note.id: agreement(
            marks, note.span if note.part == "text" and note.span else whole
        )
        for note in notes
        if note.part == "text"
    }


def _title(title: str, notes: Sequence[Note]) -> Iterator[LessonPiece]:
    if title:
        on_title = [note for note in notes if note.part == "title"]
        yield from _pieces(title, Span(0, len(title)), on_title, ())


def _paragraphs(
    text: str, notes: Sequence[Note], warm: Sequence[Heat]
) -> Iterator[LessonParagraph]:
    placed = [note for note in notes if note.part == "text" and note.span]
    waiting = list(placed)
    for span in paragraph_spans(text):
        begun = [n for n in waiting if n.span and n.span.start < span.end]
        waiting = [n for n in waiting if n not in begun]
        yield LessonParagraph(
            span.start, tuple(_pieces(text, span, placed, warm)), tuple(begun)
        )


def _pieces(
    text: str, span: Span, notes: Sequence[Note], warm: Sequence[Heat]
) -> Iterator[LessonPiece]:
    here = [note for note in notes if note.span and note.span.overlaps(span)]
    hot = [one for one in warm if one.span.overlaps(span)]
    cuts = {span.start, span.end}
    for place in [*(note.span for note in here if note.span), *(h.span for h in hot)]:
        cuts |= {max(place.start, span.start), min(place.end, span.end)}
    for start, end in pairwise(sorted(cuts)):
        piece = Span(start, end)
        step = next((h for h in hot if h.span.covers(piece)), None)
        yield LessonPiece(
            piece.of(text),
            tuple(n for n in here if n.span and n.span.covers(piece)),
            tuple(n for n in here if n.span and n.span.end == end),
            step.pupils if step else 0,
            step.step if step else 0,
        )
