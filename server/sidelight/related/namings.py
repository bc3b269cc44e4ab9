"""What another report calls the thing for which this one has one side's term."""

from dataclasses import dataclass

from sidelight.model import PartyTerm, Reading, Span
from sidelight.readings import words as words_
from sidelight.readings.own_voice import OwnVoice


@dataclass(frozen=True, slots=True)
class Use:
    """A word for the thing: where it stands, and whose it is; `None`: nobody's."""

    span: Span
    side: str | None


def uses(reading: Reading, term: PartyTerm) -> Use | None:
    """Return the other side's word, or else a word of neither, in the writer's voice.

    `None` where the report has the same side's term as well, or no word for it.
    """
    own_voice = OwnVoice(reading)
    terms = [
        found
        for found in reading.party_terms
        if found.issue == term.issue and own_voice.has(found.span)
    ]
    if any(found.side == term.side for found in terms):
        return None
    if terms:
        return Use(terms[0].span, terms[0].side)
    first = neutral(reading, term, own_voice)
    return Use(first, None) if first else None


def neutral(reading: Reading, term: PartyTerm, own_voice: OwnVoice) -> Span | None:
    """Return where the writer first has a word of neither side for the thing."""
    spans = (span for word in term.neutral for span in _places(reading, word))
    return next((span for span in spans if own_voice.has(span)), None)


def _places(reading: Reading, phrase: str) -> list[Span]:
    """Return where a phrase stands, whatever its capitals and hyphens."""
    wanted = words_.read(phrase).folded
    words = reading.words
    return [
        Span(words.starts[at], words.ends[at + len(wanted) - 1])
        for at in range(len(words) - len(wanted) + 1)
        if words.folded[at : at + len(wanted)] == wanted
    ]
