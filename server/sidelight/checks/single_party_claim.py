"""Attributed to one party

The report gives a disputable statement on one party's word. No other party
speaks to the same point here.

## Why it matters

What caused something, who is to blame, what is a threat: on such points the
parties often differ. A second voice is how a reader tells a fact from a position.

## What it does not mean

The statement may well be right, and the reporter may have asked others who did
not answer. The note says who was quoted, not who is right.

## Marked

> The Orsolt council said <mark>the leak was caused by the mill’s old valve</mark>. The
> mill reopened on Monday.

Whoever blames a party that is not heard here is one party, too:

> Kessock Homes bought the flats in 2019. <mark>“They left us in the dark all winter,”</mark> said
> Orla Whitmarsh, a tenant. “Kessock Homes has let the boilers rot.”

Once for a point, at its first mention. Where another report quotes another party
on the point, that passage is shown with the note:

> The Orsolt council said <mark>the leak was caused by the mill’s old valve</mark>. The
> mill reopened on Monday.
>
> > The Hadley union said the leak was caused by the council’s own pump at the mill.

## Not marked

Another party speaks to it:

> The Orsolt council said the leak was caused by the mill’s old valve. The Hadley
> union said the leak was not caused by the valve.

Nobody would dispute it:

> The Orsolt council said the bridge would reopen on Monday.

## Known misses

A statement that is disputable for what it says, not for how:

> The Orsolt council said the mill had known of the crack since the spring.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache

from sidelight.messages import Message, message, sentences
from sidelight.model import (
    Attribution,
    Comparison,
    Evidence,
    Finding,
    Reading,
    Span,
)
from sidelight.readings.standing import Standing
from sidelight.readings.words import STOP_WORDS, stem

ID = "single-party-claim"
LABEL = "Attributed to one party"
FAMILY = "who-says-so"
VERSION = 2
NEEDS: frozenset[str] = frozenset()

# Cause, motive and blame where nobody is named who is blamed.
_DISPUTABLE = re.compile(
    r"\b(?:to\sblame\b(?!\s(?!for\b|and\b|in\b)\w)|at\sfault\b|a\s(?:bluff|ploy|stunt|"
    r"pretext|smokescreen|charade|farce|sham|witch[-\s]hunt)\b|sabotag(?:e|ed)\b|"
    r"(?:meant|designed|intended)\sto\s(?:turn|divide|silence|punish|intimidate|frighten|"
    r"distract|weaken|mislead|discredit|provoke|destroy|break|humiliate))",
    re.IGNORECASE,
)
SAME_POINT = 0.2  # share of the content words of the shorter that two statements share
FEWEST_SHARED = 2  # content words; one alone is the name of what both speak of


def check(reading: Reading, comparison: Comparison) -> Iterator[Finding]:
    """Mark each disputable point, once, that one party alone speaks to."""
    if reading.article.is_opinion:
        return
    faulting = _faulting(reading)
    marked: list[frozenset[str]] = []
    for number, attribution in enumerate(reading.attributions):
        fault = faulting.get(number)
        party = _party(reading, attribution, blames=fault is not None)
        content = fault or _disputable(reading, attribution)
        if party is None or content is None:
            continue
        words = _content_words(content.of(reading.text))
        if any(_is_one_point(words, other) for other in marked):
            continue
        marked.append(words)
        if _others_speak(reading, attribution, party, words, blames=fault is not None):
            continue
        evidence = tuple(_elsewhere(attribution, party, comparison))
        yield Finding(
            span=content,
            message=sentences(*_said(party, elsewhere=bool(evidence))),
            next=message(
                "Ask who else could speak to this point, and look for them elsewhere."
            ),
            evidence=evidence,
            party=party,
        )


def _said(party: str, *, elsewhere: bool) -> list[Message]:
    said = [
        message(
            "This rests on %(party)s’s word. No other party was found to speak to the "
            "same point in this report.",
            party=party,
        )
    ]
    if elsewhere:
        said.append(message("Another report quotes another party on it."))
    return said


def _faulting(reading: Reading) -> dict[int, Span]:
    """Return the statements that fault a party which is not heard, by their number.

    Each with the part of its content that does so.
    """
    standing = Standing(reading)
    unheard = cache(
        lambda party, kind: (
            standing.is_central(party) and not standing.is_heard(party, kind)
        )
    )
    found: dict[int, Span] = {}
    by_voice = defaultdict[int | None, list[tuple[Span, int]]](list)
    for number, attribution in enumerate(reading.attributions):
        by_voice[attribution.voice] += [(part, number) for part in attribution.content]
    for criticism in reading.criticisms:
        party, kind = criticism.party, criticism.kind
        if criticism.voice is None or kind == "region" or not unheard(party, kind):
            continue
        for part, number in by_voice[criticism.voice]:
            if part.overlaps(criticism.span):
                found.setdefault(number, part)
    return found


def _party(reading: Reading, attribution: Attribution, *, blames: bool) -> str | None:
    """Return on whose word a statement is: who blames another is a party."""
    if attribution.voice is None or attribution.act != "says":
        return None
    voice = reading.voices[attribution.voice]
    if voice.party is None and blames and voice.kind in {"person", "institution"}:
        return voice.name
    return voice.party


def _disputable(reading: Reading, attribution: Attribution) -> Span | None:
    """Return the part of the content that puts cause, motive, threat or blame."""
    for content in attribution.content:
        if _DISPUTABLE.search(content.of(reading.text)):
            return content
    return None


def _others_speak(
    reading: Reading,
    claim: Attribution,
    party: str,
    words: frozenset[str],
    *,
    blames: bool,
) -> bool:
    """Tell whether another voice speaks to the point, or right beside it.

    Where the statement `blames` somebody, others who blame are no second side, and a
    voice beside it is not yet an answer.
    """
    critics = {c.voice for c in reading.criticisms} if blames else set()
    for other in reading.attributions:
        if other.voice is None or other.voice in critics or other is claim:
            continue
        voice = reading.voices[other.voice]
        if voice.party == party or voice.kind == "crowd" or _lies_within(other, claim):
            continue
        if voice.name == reading.voices[claim.voice or 0].name:
            continue
        said = frozenset[str]().union(
            *(_content_words(part.of(reading.text)) for part in other.content)
        )
        if _is_one_point(words, said):
            return True
        if not blames and abs(other.sentence - claim.sentence) <= 1:
            return True
    return False


def _lies_within(inner: Attribution, outer: Attribution) -> bool:
    return any(
        part.covers(inner.source) for part in outer.content if inner.source is not None
    )


def _elsewhere(
    claim: Attribution, party: str, comparison: Comparison
) -> Iterator[Evidence]:
    """Yield where other reports quote another party on the point, one for each."""
    seen = set[int]()
    for point in comparison.points:
        if point.here != claim.sentence or point.report in seen:
            continue
        report = comparison.reports[point.report].reading
        for other in report.attributions:
            if other.sentence != point.there or other.voice is None:
                continue
            if report.voices[other.voice].party not in {None, party}:
                seen.add(point.report)
                yield Evidence(point.report, report.sentences[point.there].span)
                break


def _content_words(text: str) -> frozenset[str]:
    words = re.findall(r"[^\W\d_]+", text.lower())
    return frozenset(stem(word) for word in words if word not in STOP_WORDS)


def _is_one_point(one: frozenset[str], other: frozenset[str]) -> bool:
    fewer, shared = min(len(one), len(other)), len(one & other)
    return shared >= FEWEST_SHARED and shared / fewer >= SAME_POINT
