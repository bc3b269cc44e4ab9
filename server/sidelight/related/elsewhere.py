"""What one report alone has, and what the others have and this one does not.

Nothing here is worked out before a check asks for it.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from sidelight.deadline import each
from sidelight.model import Comparison, Quotation, Reading, Span, Voice
from sidelight.readings import words as words_
from sidelight.readings.terms import rarity
from sidelight.readings.words import STOP_WORDS
from sidelight.related.alignment import grams, normal
from sidelight.related.points import sentence_vectors
from sidelight.related.quotes import carries
from sidelight.related.sides import side
from sidelight.related.speakers import name_of
from sidelight.related.turns import turns

FEWEST_REPORTS = 3  # that cover a point, before it can be said that none has a detail
FEWEST_QUOTED = 4  # telling words in a quotation
FEWEST_OF_A_CLAUSE = 3  # … that has so many words in all:
CLAUSE = 6
MOST_IN_OTHERS = 0.55  # of a quotation's telling words may stand together elsewhere
COPIED_RUN = 7  # running words that two sentences have from one hand
WINDOW = 20  # telling words that stand together, or more for a long quotation
ONE_STORY = 3  # days between reports that tell one state of an event
FEWEST_WITNESSES = 2
ALIKE = 0.4  # two sentences of other reports that carry one point
MOST_HERE = 0.35  # of a point's weight may stand in one sentence and the next here
MOST_ANYWHERE = 0.5  # of it may stand anywhere here
LEADING = 10  # sentences of a report in which a material point stands
FEWEST_SHARED = 6  # stems and names that make a point
FEWEST_IN_SENTENCE = 10  # words
_NO_PROSE = re.compile(
    r"\b(?:photo\w*|pictured?|images?|captions?|advertisement|copyright|updated|file|"
    r"reuters|subscribe|newsletter|click|read more)\b|https?:|\|",
    re.IGNORECASE,
)
A_NAME = "="  # marks a name among the terms of a sentence


# --- Found here alone --------------------------------------------------------


def quoted_here_alone(
    reading: Reading, comparison: Comparison
) -> Iterator[tuple[Quotation, Voice]]:
    """Yield the quotations that none of the others has, each with its speaker.

    Three reports hear the speaker; one who is not named, nobody else can hear, and it
    is enough that there are three.
    """
    texts = [_telling(report.reading) for report in comparison.reports]
    for quotation, voice in _spoken(reading):
        said = set(_words_of(reading, quotation.inner))
        shared = any(p.here.overlaps(quotation.inner) for p in comparison.passages)
        if shared or not _says_enough(reading, quotation, said):
            continue
        hearing = _hearing(reading, voice, comparison)
        if len(hearing) >= FEWEST_REPORTS and not any(
            _most_together(said, text) > MOST_IN_OTHERS for text in texts
        ):
            yield quotation, voice


def _says_enough(reading: Reading, quotation: Quotation, said: set[str]) -> bool:
    """Tell whether a quotation has many telling words, or is a clause with some."""
    long = len(quotation.inner.of(reading.text).split()) >= CLAUSE
    return len(said) >= (FEWEST_OF_A_CLAUSE if long else FEWEST_QUOTED)


def _spoken(reading: Reading) -> Iterator[tuple[Quotation, Voice]]:
    """Yield the quotations of people, each with its speaker."""
    here = side(reading)
    for turn in turns(here):
        voice = turn.voice
        if voice and (is_unnamed(reading, voice) or _is_somebody(voice)):
            for number in dict.fromkeys(here.quoted[at] for at in turn.words):
                yield reading.quotations[number], voice


def _is_somebody(voice: Voice) -> bool:
    return voice.kind == "person" and voice.named


def is_unnamed(reading: Reading, voice: Voice) -> bool:
    """Tell whether a voice is an insider whom no reader could look up."""
    return not voice.named and any(
        unnamed.kind == "insider" and unnamed.span.overlaps(mention)
        for unnamed in reading.unnamed
        for mention in voice.mentions
    )


def _hearing(reading: Reading, voice: Voice, comparison: Comparison) -> set[int]:
    """Return the independent reports in which a speaker speaks as well."""
    last = name_of(voice)[-1:]
    nobody = is_unnamed(reading, voice)
    return {
        comparison.witness[number]
        for number, report in enumerate(comparison.reports)
        if _of_one_story(reading, report.reading)
        and (nobody or (last and _is_heard(report.reading, last)))
    } - {0}


def _is_heard(reading: Reading, last: list[str]) -> bool:
    return any(name_of(voice)[-1:] == last for voice in reading.voices)


def _of_one_story(one: Reading, other: Reading) -> bool:
    """Tell whether no more than a few days are known to lie between two reports."""
    day, other_day = one.article.day, other.article.day
    return day is None or other_day is None or abs((day - other_day).days) <= ONE_STORY


def _telling(reading: Reading) -> list[str]:
    return [word for word in map(normal, reading.words.folded) if carries(word)]


def _words_of(reading: Reading, span: Span) -> Iterator[str]:
    words = reading.words
    for start, end, folded in zip(words.starts, words.ends, words.folded, strict=True):
        if span.start <= start and end <= span.end and carries(normal(folded)):
            yield normal(folded)


def _most_together(said: set[str], text: Sequence[str]) -> float:
    """Return the largest share of some words that stands within a few words."""
    whole = sum(map(_weight, said))
    window = max(WINDOW, 2 * len(said))
    places = [at for at, word in enumerate(text) if word in said]
    best = 0.0
    for first, start in enumerate(places):
        near = {text[at] for at in places[first:] if at - start < window}
        best = max(best, sum(map(_weight, near)))
    return best / whole if whole else 0.0


def _weight(word: str) -> float:
    """Return how rare a word is; "not" turns a sentence over, and is in every text."""
    return 1.0 if word in STOP_WORDS else rarity(word)


# --- Found elsewhere ---------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Point:
    """A sentence in each of some reports that says the same; `places` tell which."""

    places: tuple[tuple[int, Span], ...]
    weight: float


def missing_points(reading: Reading, comparison: Comparison) -> list[Point]:
    """Return the points that other reports lead with and this one lacks.

    At least two independent reports, published no later than this one, have each;
    what most of them have comes first.
    """
    earlier = [
        number
        for number, report in enumerate(comparison.reports)
        if comparison.witness[number] and _no_later(report.reading, reading)
    ]
    if len({comparison.witness[number] for number in earlier}) < FEWEST_WITNESSES:
        return []
    own = list(sentence_vectors(reading).values())
    held = {term for vector in own for term in vector}
    leads = {number: _lead(comparison.reports[number].reading) for number in earlier}
    found = []
    for one, other in combinations(earlier, 2):
        if comparison.witness[one] == comparison.witness[other]:
            continue
        for at, vector in each(leads[one].items()):
            for at_other, vector_other in leads[other].items():
                shared = vector.keys() & vector_other.keys()
                if not _is_point(vector, vector_other, shared) or _is_here(
                    {term: vector[term] for term in shared}, own, held
                ):
                    continue
                point = _point(comparison, {one: at, other: at_other}, shared)
                if not _is_copied(point, comparison):
                    found.append(point)
    return sorted(found, key=lambda point: -point.weight)


def _is_copied(point: Point, comparison: Comparison) -> bool:
    """Tell whether two reports have a point in the same words: one witness."""
    runs = [
        set(grams([normal(word) for word in words_.read(said).folded], COPIED_RUN))
        for number, span in point.places
        if (said := span.of(comparison.reports[number].reading.text))
    ]
    return len(runs) > 1 and bool(runs[0] & runs[1])


def _no_later(report: Reading, reading: Reading) -> bool:
    day, own = report.article.day, reading.article.day
    return day is not None and own is not None and 0 <= (own - day).days <= ONE_STORY


def _lead(reading: Reading) -> dict[int, dict[str, float]]:
    return {
        number: vector
        for number, vector in sentence_vectors(reading).items()
        if number < LEADING and _is_prose(reading, reading.sentences[number].span)
    }


def _is_prose(reading: Reading, span: Span) -> bool:
    """Tell a sentence from a caption, a line of small print or a headline."""
    words = span.of(reading.text)
    return (
        len(words.split()) >= FEWEST_IN_SENTENCE
        and words.rstrip("”’\"') ").endswith((".", "!", "?"))
        and not _NO_PROSE.search(words)
    )


def _is_point(one: dict[str, float], other: dict[str, float], shared: set[str]) -> bool:
    if len(shared) < FEWEST_SHARED:
        return False
    if all(term.startswith(A_NAME) for term in shared):
        return False
    return sum(one[term] * other[term] for term in shared) >= ALIKE


def _is_here(
    point: dict[str, float], own: Sequence[dict[str, float]], held: set[str]
) -> bool:
    """Tell whether an article has a point, in one place or scattered."""
    bare = {term.lstrip(A_NAME) for term in held}
    whole = sum(point.values())
    anywhere = sum(w for term, w in point.items() if term.lstrip(A_NAME) in bare)
    if anywhere > MOST_ANYWHERE * whole:
        return True
    return any(
        sum(w for term, w in point.items() if term in one or term in following)
        > MOST_HERE * whole
        for one, following in zip(own, [*own[1:], {}], strict=True)
    )


def _point(comparison: Comparison, at: dict[int, int], shared: set[str]) -> Point:
    places = tuple(
        (number, comparison.reports[number].reading.sentences[sentence].span)
        for number, sentence in at.items()
    )
    return Point(places, sum(rarity(term.lstrip(A_NAME)) for term in shared))
