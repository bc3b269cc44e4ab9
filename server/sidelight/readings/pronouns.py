"""Whom "he" and "she" mean: the person of that sex who was spoken of last.

Not whoever is nearest: a subject or a speaker is meant rather than somebody
mentioned in passing, an owner ("Marlish's office") or somebody inside a quotation.
"""

import re
from bisect import bisect_left, insort
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import accumulate

from sidelight.model import Attribution, Sentence, Span, Voice
from sidelight.readings.people import Person, sex_of
from sidelight.readings.spans import BySpan

_FURTHEST = 5  # sentences back
_MOST_SPOKEN_OF = 40  # mentions back
_MOST_BEFORE_SUBJECT = 45  # code points before a subject: "On Monday, the coach, "
# What a mention gains or loses, in sentences of distance.
_SPEAKS, _SUBJECT, _OWNER, _OBJECT, _QUOTED = 0.7, 1.5, -0.7, -0.5, -2.0

_NOT_TOLD = -1.0  # somebody of whom no sex is known

_SEX = {"he": "m", "his": "m", "she": "f", "her": "f"}
_PREPOSITION = re.compile(
    r"\b(?:of|to|by|with|for|from|at|on|in|against|about|after|behind|like|than)\s"
    r"(?:[\w’'-]+\s){0,3}$",
    re.IGNORECASE,
)
_VERB_BEFORE = re.compile(
    r"\b(?:said|was|were|is|are|has|have|had|will|would|told|which|who|that|\w{3,}ed)\b"
)
_VERB_AFTER = re.compile(
    r"(?:,[^,.;\n]{3,80}|\s—[^—.;\n]{3,120}—)?,?\s(?:told|has|had|was|is|will|would|says|lost|went|took|made|gave|came|saw|"
    r"left|stood|sat|held|met|ran|spoke|wrote|put|set|won|wants|\w{2,}ed)\b"
)


@dataclass(frozen=True, slots=True)
class _Spoken:
    """Somebody spoken of at a place, and how much that place tells."""

    at: int
    sentence: int
    weight: float
    voice: Voice


def _place_of(spoken: _Spoken) -> int:
    return spoken.at


class Pronouns:
    """The people of a report in the order they are spoken of."""

    def __init__(
        self,
        text: str,
        sentences: tuple[Sentence, ...],
        people: Iterable[tuple[Person, Voice]],
        attributions: tuple[Attribution, ...],
    ) -> None:
        """Take the people, each with the voice that is theirs."""
        self._text = text
        self._sentences = BySpan(list(enumerate(sentences)), lambda pair: pair[1].span)
        self._sources = BySpan(
            list({a.source for a in attributions if a.source}), lambda span: span
        )
        self._quoted = BySpan(
            [
                part
                for attribution in attributions
                if attribution.type == "direct"
                for part in attribution.content
            ],
            lambda span: span,
        )
        self._counted = list(
            accumulate(
                not any(
                    part.start < s.span.start
                    for part in self._quoted.overlapping(s.span)
                )
                for s in sentences
            )
        )
        people = list(people)
        self._sexes = {voice.name: person.sex for person, voice in people if person.sex}
        self._spoken = sorted(
            (
                self._place(span, voice)
                for person, voice in people
                for span in person.mentions
            ),
            key=_place_of,
        )

    def note(self, voice: Voice, source: Span) -> None:
        """Remember that somebody was heard at `source`, by whatever name."""
        number = self._number(source.start)
        words = source.of(self._text).lower()
        sex = _SEX.get(words) or self._sexes.get(voice.name) or sex_of(voice.name)
        if sex:
            self._sexes[voice.name] = sex
        weight = _SPEAKS + _SUBJECT
        spoken = _Spoken(source.start, number, weight, voice)
        insort(self._spoken, spoken, key=_place_of)

    def meant(
        self, pronoun: str, at: int, but: str | None = None, *, named: bool = False
    ) -> Voice | None:
        """Return whom "he" or "she" at `at` means, or `None`; not the one named `but`.

        Any other word means whoever was spoken of. `named` leaves out who has no name.
        """
        sex = _SEX.get(pronoun)
        here = self._number(at)
        last = bisect_left(self._spoken, at, key=_place_of)
        fit = [
            (
                self._fits(spoken, sex) - (here - spoken.sentence),
                spoken.at,
                spoken.voice,
            )
            for spoken in self._spoken[max(0, last - _MOST_SPOKEN_OF) : last]
            if spoken.voice.name != but
            and (spoken.voice.named or not named)
            and here - spoken.sentence <= _FURTHEST
            and (sex is None or self._sexes.get(spoken.voice.name, sex) == sex)
        ]
        return max(fit, key=lambda one: one[:2])[2] if fit else None

    def _fits(self, spoken: _Spoken, sex: str | None) -> float:
        """Return the weight of a mention, less where he or she is not told apart."""
        told = sex is None or spoken.voice.name in self._sexes
        return spoken.weight + (0.0 if told else _NOT_TOLD)

    def _number(self, at: int) -> int:
        """Return the number of a sentence, those within a quotation not counted."""
        found = self._sentences.before(at + 1)
        return self._counted[found[0]] if found else 0

    def _place(self, span: Span, voice: Voice) -> _Spoken:
        number = self._number(span.start)
        return _Spoken(span.start, number, self._weight(span), voice)

    def _weight(self, span: Span) -> float:
        sentence = self._sentences.before(span.start + 1)
        start = sentence[1].span.start if sentence else 0
        before = self._text[start : span.start]
        speaks = any(self._sources.overlapping(span))
        weight = _SPEAKS if speaks else 0.0
        if self._text[span.end : span.end + 2] in {"’s", "'s"}:
            weight += _OWNER
        elif not speaks and _PREPOSITION.search(before):
            weight += _OBJECT
        elif (
            speaks
            or _VERB_AFTER.match(self._text, span.end)
            or (len(before) <= _MOST_BEFORE_SUBJECT and not _VERB_BEFORE.search(before))
        ):
            weight += _SUBJECT
        if any(part.covers(span) for part in self._quoted.overlapping(span)):
            weight += _QUOTED
        return weight
