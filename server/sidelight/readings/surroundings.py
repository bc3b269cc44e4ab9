"""The words around a date or a figure, weighed: rare ones and near ones say most.

A word is rare in two ways: in news at large (the background of `terms`), and in the
report itself, where what its every sentence speaks of tells no sentence from another.
"""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from math import exp, log
from typing import NamedTuple

from sidelight.model import Clause, Sentence, Span, Words
from sidelight.readings.terms import rarity
from sidelight.readings.words import STOP_WORDS, stem

REACH = 7.0  # words; a word that far off counts e times less than the next one
CLAUSE, SENTENCE, BESIDE = 0, 1, 2

Around = tuple[tuple[str, int, int, int], ...]


class _Word(NamedTuple):
    number: int  # in `Words`
    stem: str
    named: bool  # a capital inside the sentence


class Surroundings:
    """The content words of one text by sentence, dates and figures left out."""

    def __init__(
        self,
        text: str,
        words: Words,
        sentences: Sequence[Sentence],
        clauses: Sequence[Clause],
        left_out: Sequence[Span],
    ) -> None:
        """Take the layers of a text; `left_out` are its dates and figures."""
        self._words = words
        self._sentences = sentences
        self._starts = [sentence.span.start for sentence in sentences]
        self._clauses = clauses
        taken = _numbers(words, left_out)
        self._by_sentence = [
            tuple(_content(text, words, sentence.span, taken)) for sentence in sentences
        ]
        self._spread = Counter(
            term
            for found in self._by_sentence
            for term in {word.stem for word in found}
        )

    def sentence(self, span: Span) -> int:
        """Return the number of the sentence that `span` begins in, -1 without one."""
        return bisect_right(self._starts, span.start) - 1

    def span(self, sentence: int) -> Span:
        """Return where a sentence stands; an empty span for -1."""
        return self._sentences[sentence].span if sentence >= 0 else Span(0, 0)

    def names(self, span: Span) -> tuple[str, ...]:
        """Return the stems of what is written with a capital in its sentence."""
        found = self._of(self.sentence(span))
        return tuple(dict.fromkeys(word.stem for word in found if word.named))

    def around(self, span: Span) -> Around:
        """Return stem, weight, nearness and place of each word around `span`.

        Weight and nearness are hundredths; a stem that comes twice is kept where it
        is nearest. See `Context`.
        """
        home = self.sentence(span)
        first = bisect_left(self._words.starts, span.start)
        end = bisect_left(self._words.starts, span.end)
        clause = self._clause(span)
        found: dict[str, tuple[int, int, int]] = {}
        for number in (home, home - 1, home + 1):
            for word in self._of(number):
                gap = (
                    first - word.number
                    if word.number < first
                    else word.number - end + 1
                )
                near = round(100 * exp(-max(gap, 0) / REACH))
                if number != home:
                    place = BESIDE
                elif clause.start <= self._words.starts[word.number] < clause.end:
                    place = CLAUSE
                else:
                    place = SENTENCE
                known = found.get(word.stem)
                if known is None or (known[2] == place and known[1] < near):
                    found[word.stem] = (self._weight(word.stem), near, place)
        return tuple((term, *told) for term, told in found.items())

    def _of(self, number: int) -> tuple[_Word, ...]:
        return self._by_sentence[number] if 0 <= number < len(self._by_sentence) else ()

    def _clause(self, span: Span) -> Span:
        at = bisect_right(self._clauses, span.start, key=lambda c: c.span.end)
        clause = self._clauses[at].span if at < len(self._clauses) else span
        return clause if clause.start < span.end else span

    def _weight(self, term: str) -> int:
        sentences = len(self._by_sentence)
        here = log(1 + sentences / self._spread[term]) / log(1 + sentences)
        return round(100 * rarity(term) * here)


def _numbers(words: Words, spans: Sequence[Span]) -> frozenset[int]:
    """Return the numbers of the words that lie in one of the spans."""
    return frozenset(
        number
        for span in spans
        for number in range(
            bisect_left(words.starts, span.start), bisect_left(words.starts, span.end)
        )
    )


def _content(
    text: str, words: Words, sentence: Span, taken: frozenset[int]
) -> Iterator[_Word]:
    first = bisect_left(words.starts, sentence.start)
    for number in range(first, bisect_left(words.starts, sentence.end)):
        folded = words.folded[number]
        if len(folded) < 2 or folded.isdigit() or folded in STOP_WORDS:  # noqa: PLR2004
            continue
        if number not in taken:
            start = words.starts[number]
            named = start != sentence.start and text[start].isupper()
            yield _Word(number, stem(folded), named)
