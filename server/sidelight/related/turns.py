"""What somebody says in one go, as it is quoted: the words, and where it breaks off.

A turn may be split by its cue ("Nobody," she said, "shuts a river"), run over
paragraphs, and leave out words (an ellipsis, square brackets).
"""

import re
from dataclasses import dataclass, field

from sidelight.model import Reading, Span, Voice
from sidelight.readings.spans import BySpan
from sidelight.related.sides import Side

FAR = 300  # code points between two quotations of one turn: no more than a cue
_SENTENCE_END = re.compile(r"[.?!][”’\"')\]]*\s+[“‘\"'(\[]*[A-Z0-9]|\n")
_WITHIN = frozenset({" ", ", ", "’", "'", "-"})  # between words of one clause
_LEFT_OUT = re.compile(r"…|\.\s?\.\s?\.|\[|\]|\(|\)")
_BRACKETED = re.compile(r"\[[^\]\n]{0,120}\]|\([^)\n]{0,120}\)")


@dataclass(slots=True)
class Turn:
    """Words of one speaker, by their numbers in the reading, with normal forms.

    `ends[i]` is whether a sentence or a quotation ends after word `i` of the turn,
    `open[i]` whether words are left out there.
    """

    voice: Voice | None = None
    words: list[int] = field(default_factory=list)
    normal: list[str] = field(default_factory=list)
    ends: list[bool] = field(default_factory=list)
    open: list[bool] = field(default_factory=list)

    def breaks(self, after: int) -> bool:
        """Tell whether the quotation may break off after word `after`."""
        outside = after < 0 or after >= len(self.words) - 1
        return outside or self.ends[after] or self.open[after]

    def sentence(self, at: int) -> tuple[int, int]:
        """Return the first word of the sentence of word `at`, and the one after it."""
        first = at
        while first > 0 and not self.ends[first - 1]:
            first -= 1
        end = at + 1
        while end < len(self.words) and not self.ends[end - 1]:
            end += 1
        return first, end


@dataclass(frozen=True, slots=True)
class Told:
    """A report with what is quoted in it, and what its writer says outright."""

    side: Side
    turns: tuple[Turn, ...]
    plain: tuple[Turn, ...]

    def quotation(self, turn: Turn, at: int) -> Span:
        """Return the quotation that word `at` of a turn stands in."""
        number = self.side.quoted[turn.words[at]]
        return self.side.reading.quotations[number].span


def told(side: Side) -> Told:
    """Return a report with its turns, and its words outside quotation marks."""
    plain = (
        Turn(words=list(range(start, end)), normal=list(side.normal[start:end]))
        for start, end in side.plain()
    )
    return Told(side, tuple(turns(side)), tuple(plain))


def turns(side: Side) -> list[Turn]:
    """Return the turns of a report, in text order."""
    reading = side.reading
    voices = _voices(reading)
    found: list[Turn] = []
    last: Span | None = None
    for number, quotation in enumerate(reading.quotations):
        voice = voices.get(number)
        near = last is not None and _goes_on(reading, last, quotation.span)
        if found and near and (voice is None or found[-1].voice in {None, voice}):
            turn = found[-1]
            turn.voice = turn.voice or voice
        else:
            turn = Turn(voice)
            found.append(turn)
        _add(turn, side, quotation.inner)
        last = quotation.span
    return [turn for turn in found if turn.words]


def _goes_on(reading: Reading, last: Span, span: Span) -> bool:
    between = reading.text[last.end : span.start]
    return len(between) <= FAR and between.count("\n\n") <= 1


def _voices(reading: Reading) -> dict[int, Voice]:
    """Return who is credited with each quotation."""
    numbered = BySpan(list(enumerate(reading.quotations)), lambda pair: pair[1].span)
    found: dict[int, Voice] = {}
    for attribution in reading.attributions:
        if attribution.voice is None:
            continue
        for content in attribution.content:
            for number, _ in numbered.overlapping(content):
                found.setdefault(number, reading.voices[attribution.voice])
    return found


def _add(turn: Turn, side: Side, inner: Span) -> None:
    """Add the words of a quotation to a turn; what stands in brackets is left out."""
    text, words = side.reading.text, side.reading.words
    left_out = [
        Span(*match.span())
        for match in _BRACKETED.finditer(text, inner.start, inner.end)
    ]
    for at in side.inside(inner):
        word = Span(words.starts[at], words.ends[at])
        if left_out and any(stretch.covers(word) for stretch in left_out):
            if turn.words:
                turn.open[-1] = True
            continue
        turn.words.append(at)
        turn.normal.append(side.normal[at])
        following = words.starts[at + 1] if at + 1 < len(words) else len(text)
        between = text[word.end : min(following + 1, inner.end)]
        within = following < inner.end and between[:-1] in _WITHIN
        turn.open.append(not within and bool(_LEFT_OUT.search(between)))
        turn.ends.append(
            not within
            and (following >= inner.end or bool(_SENTENCE_END.match(between)))
        )
