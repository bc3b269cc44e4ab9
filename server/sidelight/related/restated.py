"""Words that are a quotation in one report and somebody else's in another.

Nearly the same words stand between quotation marks in one report, and in the other
the writer has them for their own, or quotes another speaker with them. Credited
indirect speech ("she said that ...") is no difference, nor is a set phrase.
"""

from collections.abc import Iterator, Sequence

from sidelight.model import Attribution, Restated, Span, Voice
from sidelight.readings.cues import SAYING
from sidelight.readings.terms import rarity
from sidelight.related.alignment import Block, changed, grams
from sidelight.related.quotes import (
    Pair,
    Reach,
    Seeds,
    carries,
    lined_up,
    seeds,
)
from sidelight.related.set_off import is_post, is_set_off, loses_a_mark, paragraph
from sidelight.related.sides import NOT_QUOTED, Side
from sidelight.related.speakers import name_of
from sidelight.related.turns import Told, Turn

CLOSELY = Reach(seed=4, far=2, anchor=2)
FEWEST_WORDS = 6
FEWEST_OF_A_PART = 10  # where neither the whole quotation nor a whole sentence agrees
FEWEST_TELLING = 3
FEWEST_TELLING_QUOTED = 2  # quoted in both
LEAST_WEIGHT = 12.0
LEAST_COVERED = 0.7
WORDS_TO_A_CHANGE = 5
MOST_CAPITALS = 0.6
_FIRST_PERSON = frozenset(
    "i we me us my our mine ours myself ourselves you your".split()
)
_GROUPS = frozenset({"group", "crowd"})
_SPEAKERS = frozenset({"person", "institution", "group"})
_TEXTS = frozenset(
    "law act treaty article rule rules code motto song slogan anthem".split()
)
_CUES = frozenset(SAYING) | {"according", "quoted", "words", "phrase", "statement"}


def compare(
    here: Told, reports: Sequence[Told], quoted: Sequence[Sequence[Pair]]
) -> tuple[Restated, ...]:
    """Return what is quoted on one side and not, or of another, on the other.

    `quoted` are the pairs of turns with each report.
    """
    own, plain = seeds(here.turns, CLOSELY.seed), seeds(here.plain, CLOSELY.seed)
    return tuple(
        restated
        for number, there in enumerate(reports)
        for restated in (
            *_other_speaker(here.side, there.side, number, quoted[number]),
            *_quoted_here(here, own, there, number),
            *_quoted_there(here, plain, there, number),
        )
    )


def _other_speaker(
    here: Side, there: Side, number: int, quoted: Sequence[Pair]
) -> Iterator[Restated]:
    for pair in quoted:
        kept = close(pair.blocks) if pair.relation == "other" else []
        if not kept or not _is_telling(here, pair.here, kept, FEWEST_TELLING_QUOTED):
            continue
        if not (
            _is_whole(pair.here, [(b.here, b.here_end) for b in kept])
            or _is_whole(pair.there, [(b.there, b.there_end) for b in kept])
        ):
            continue
        span, span_there = _spans(here, there, pair, kept)
        voice, voice_there = pair.here.voice, pair.there.voice
        if _is_named(voice_there, here, span, 0) or _is_named(
            voice, there, span_there, 0
        ):
            continue
        speaker = voice_there.name if voice_there else None
        yield Restated(span, number, span_there, "other-speaker", speaker)


def _quoted_here(
    here: Told, known: Seeds, there: Told, number: int
) -> Iterator[Restated]:
    for pair in lined_up(here.turns, known, there.plain, CLOSELY):
        kept = close(pair.blocks)
        if kept and _is_whole(pair.here, [(b.here, b.here_end) for b in kept]):
            span, span_there = _spans(here.side, there.side, pair, kept)
            voice = pair.here.voice
            if not (
                _is_telling(here.side, pair.here, kept)
                and _may_speak(here.side, span, voice)
            ):
                continue
            if _is_writers(there, span_there, voice):
                yield Restated(span, number, span_there, "quoted-here")
            elif others := _others(there, span_there, voice):
                yield Restated(span, number, span_there, "told-there", others)


def _quoted_there(
    here: Told, known: Seeds, there: Told, number: int
) -> Iterator[Restated]:
    for pair in lined_up(here.plain, known, there.turns, CLOSELY):
        kept = close(pair.blocks)
        if kept and _is_whole(pair.there, [(b.there, b.there_end) for b in kept]):
            span, span_there = _spans(here.side, there.side, pair, kept)
            voice = pair.there.voice
            if not (
                _is_telling(here.side, pair.here, kept)
                and _may_speak(there.side, span_there, voice)
            ):
                continue
            name = voice.name if voice else None
            if _is_writers(here, span, voice):
                yield Restated(span, number, span_there, "quoted-there", name)
            elif _others(here, span, voice):
                yield Restated(span, number, span_there, "told-here", name)


def close(blocks: Sequence[Block]) -> list[Block]:
    """Return the blocks that are nearly word for word, or none."""
    kept = list(blocks)
    while kept:
        words = sum(block.length for block in kept)
        if words < FEWEST_WORDS:
            return []
        if changed(kept) * WORDS_TO_A_CHANGE <= words:
            return kept
        del kept[0 if kept[0].length < kept[-1].length else -1]
    return []


def _is_whole(turn: Turn, ranges: list[tuple[int, int]]) -> bool:
    """Tell whether much agrees: a long part, or about all of the sentences quoted."""
    words = sum(end - start for start, end in ranges)
    first, end = turn.sentence(ranges[0][0])[0], turn.sentence(ranges[-1][1] - 1)[1]
    return words >= FEWEST_OF_A_PART or words >= LEAST_COVERED * (end - first)


def _is_telling(
    here: Side, turn: Turn, kept: Sequence[Block], fewest: int = FEWEST_TELLING
) -> bool:
    """Tell whether the words that agree are no phrase, title or list of names."""
    at = [turn.words[n] for b in kept for n in range(b.here, b.here_end)]
    telling = [n for n in at if carries(here.normal[n])]
    weight = sum(rarity(word) for word in {here.normal[n] for n in telling})
    words, text = here.reading.words, here.reading.text
    capitals = sum(text[words.starts[n]].isupper() for n in telling)
    return (
        len(telling) >= fewest
        and weight >= LEAST_WEIGHT
        and capitals <= MOST_CAPITALS * len(telling)
    )


def _is_writers(told: Told, span: Span, speaker: Voice | None) -> bool:
    """Tell whether words outside quotation marks are the writer's own.

    `speaker` is who is quoted with them in the other report.
    """
    reading = told.side.reading
    around = _sentences(told.side, span)
    set_off = (
        is_set_off(reading.text, around)
        or is_set_off(reading.text, span)
        or is_post(reading.text, span)
        or loses_a_mark(reading, span)
    )
    return not (
        set_off
        or any(
            _credits(attribution, span, around) for attribution in reading.attributions
        )
        or _beside(told.side, span) & _CUES
        or _speaks_for_itself(told, span)
        or _is_named(speaker, told.side, span)
        or _is_quoted_too(told, span)
    )


def _others(told: Told, span: Span, speaker: Voice | None) -> str | None:
    """Return the group that words outside quotation marks are credited to, if any.

    They are somebody's by name in the other report, who is not named near them here.
    """
    if speaker is None or not speaker.named or _is_named(speaker, told.side, span):
        return None
    reading = told.side.reading
    found = [
        reading.voices[attribution.voice]
        for attribution in reading.attributions
        if attribution.voice is not None
        and any(content.covers(span) for content in attribution.content)
    ]
    if len(found) != 1 or found[0].named or found[0].kind not in _GROUPS:
        return None
    return found[0].name


def _sentences(side: Side, span: Span) -> Span:
    found = [s.span for s in side.reading.sentences if s.span.overlaps(span)]
    return Span(found[0].start, found[-1].end) if found else span


def _beside(side: Side, span: Span) -> set[str]:
    """Return the other words of the sentences that a passage stands in."""
    around = _sentences(side, span)
    return {
        *side.folded(Span(around.start, span.start)),
        *side.folded(Span(span.end, around.end)),
    }


def _is_quoted_too(told: Told, span: Span) -> bool:
    """Tell whether a part of a passage stands between quotation marks as well."""
    side = told.side
    runs = set(grams([side.normal[n] for n in side.inside(span)], CLOSELY.seed))
    return any(
        gram in runs for turn in told.turns for gram in grams(turn.normal, CLOSELY.seed)
    )


def _may_speak(side: Side, span: Span, voice: Voice | None) -> bool:
    """Tell whether a quotation is somebody's words, and no law's, title's or song's."""
    if voice is not None and voice.kind not in _SPEAKERS:
        return False
    return not _TEXTS & _beside(side, span)


def _speaks_for_itself(told: Told, span: Span) -> bool:
    """Tell whether a paragraph says "I" or "we": no report's own words."""
    if told.side.reading.article.is_opinion:
        return False
    side = told.side
    numbers = side.inside(paragraph(side.reading.text, span))
    return any(
        side.quoted[n] == NOT_QUOTED and side.reading.words.folded[n] in _FIRST_PERSON
        for n in numbers
    )


def _credits(attribution: Attribution, span: Span, around: Span) -> bool:
    """Tell whether somebody is credited in the sentence of a passage.

    A cue within the passage itself credits a part of it at most.
    """
    if attribution.cue and span.covers(attribution.cue):
        return False
    parts = (attribution.source, attribution.cue, *attribution.content)
    return any(part.overlaps(around) for part in parts if part)


def _is_named(voice: Voice | None, side: Side, span: Span, around: int = 1) -> bool:
    """Tell whether a speaker is named in the sentences of a passage, or `around` it."""
    name = name_of(voice)[-1:] if voice else []
    sentences = side.reading.sentences
    at = [n for n, s in enumerate(sentences) if s.span.overlaps(span)]
    if not name or not at:
        return False
    within = sentences[at[0]].paragraph
    first, last = max(0, at[0] - around), min(len(sentences) - 1, at[-1] + around)
    return any(
        sentences[n].paragraph == within and name[0] in side.folded(sentences[n].span)
        for n in range(first, last + 1)
    )


def _spans(
    here: Side, there: Side, pair: Pair, kept: Sequence[Block]
) -> tuple[Span, Span]:
    """Return the stretch that the blocks cover in both reports."""
    own, theirs = pair.here.words, pair.there.words
    return (
        here.span(own[kept[0].here], own[kept[-1].here_end - 1] + 1),
        there.span(theirs[kept[0].there], theirs[kept[-1].there_end - 1] + 1),
    )
