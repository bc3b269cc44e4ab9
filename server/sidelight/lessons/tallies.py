"""Counts of who marked what: no scores, and nobody is right or wrong."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sidelight.lessons.marks import QUESTIONS, Mark, MarkQuestion
from sidelight.model import Span


@dataclass(frozen=True, slots=True)
class Agreement:
    """How many pupils marked something of a passage, and with which questions.

    `questions` counts pupils too, in the order of `QUESTIONS`, none left out: one who
    asked two questions of a passage counts in both.
    """

    pupils: int
    questions: tuple[tuple[MarkQuestion, int], ...]

    @property
    def asked(self) -> tuple[tuple[MarkQuestion, int], ...]:
        """The questions that somebody asked."""
        return tuple((question, count) for question, count in self.questions if count)


@dataclass(frozen=True, slots=True)
class Tally:
    """A passage that somebody marked, usually a sentence."""

    span: Span
    counted: Agreement


def agreement(marks: Iterable[Mark], passage: Span) -> Agreement:
    """Count the pupils who marked at least one character of a passage."""
    here = [m for m in marks if not m.removed and m.span.overlaps(passage)]
    by_question = {
        question: len({mark.pupil for mark in here if mark.question == question})
        for question in QUESTIONS
    }
    return Agreement(len({mark.pupil for mark in here}), tuple(by_question.items()))


def tallies(marks: Sequence[Mark], passages: Iterable[Span]) -> Sequence[Tally]:
    """Return the passages that were marked, those most pupils marked first."""
    counted = [Tally(passage, agreement(marks, passage)) for passage in passages]
    found = [tally for tally in counted if tally.counted.pupils]
    return sorted(found, key=lambda tally: (-tally.counted.pupils, tally.span))
