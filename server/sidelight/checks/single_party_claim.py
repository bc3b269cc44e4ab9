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
> bridge reopened on Monday.

Once for a point, at its first mention. Where another report quotes another party
on the point, that passage is shown with the note:

> The Orsolt council said <mark>the leak was caused by the mill’s old valve</mark>.
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
from collections.abc import Iterator

from sidelight.model import (
    Attribution,
    Comparison,
    Evidence,
    Finding,
    Reading,
    Span,
)
from sidelight.readings.words import STOP_WORDS, stem

ID = "single-party-claim"
LABEL = "Attributed to one party"
FAMILY = "who-says-so"
VERSION = 1
NEEDS: frozenset[str] = frozenset()

# Cause, motive, threat, blame, effect.
_DISPUTABLE = re.compile(
    r"\b(?:caus(?:ed|es|ing)\b|blame\w*|at fault|responsib(?:le|ility) for|because of|"
    r"due to (?:the|its|their|a)|result of|consequence of|led to|threat\w*|provocat\w+|"
    r"destabili[sz]\w+|undermin\w+|endanger\w*|aggress(?:ion|ive)\w*|reckless\w*|negligen\w+|"
    r"failed to|failure to|illegal\w*|unlawful\w*|violat\w+|in order to|aim(?:ed|s) (?:to|at)|"
    r"want(?:s|ed)? to (?:destroy|break|silence|punish|weaken)|deliberate\w*|intention\w*|"
    r"unsafe|dangerous|harm(?:s|ed|ful)?\b|damag(?:e|ed|es|ing) (?:to|the|our|their)|"
    r"counterproductive|escalat\w+|arms race|encircl\w+|sabotag\w+|cover[- ]up|misled|lied|"
    r"(?:did|does|do|will|would) not work|will destroy|would destroy|will cost|ruin\w*)",
    re.IGNORECASE,
)
SAME_POINT = 0.2  # share of the content words of the shorter that two statements share


def check(reading: Reading, comparison: Comparison) -> Iterator[Finding]:
    """Mark each disputable point, once, that one party alone speaks to."""
    if reading.article.is_opinion:
        return
    marked: list[frozenset[str]] = []
    for attribution in reading.attributions:
        party = _party(reading, attribution)
        content = _disputable(reading, attribution)
        if party is None or content is None:
            continue
        words = _content_words(content.of(reading.text))
        if any(_is_one_point(words, other) for other in marked):
            continue
        marked.append(words)
        if _others_speak(reading, attribution, party, words):
            continue
        evidence = tuple(_elsewhere(attribution, party, comparison))
        yield Finding(
            span=content,
            message=(
                f"This rests on {party}’s word. No other party was found to speak to "
                "the same point in this report."
                + (" Another report quotes another party on it." if evidence else "")
            ),
            next="Ask who else could speak to this point, and look for them elsewhere.",
            evidence=evidence,
            party=party,
        )


def _party(reading: Reading, attribution: Attribution) -> str | None:
    if attribution.voice is None or attribution.act == "declines":
        return None
    return reading.voices[attribution.voice].party


def _disputable(reading: Reading, attribution: Attribution) -> Span | None:
    """Return the part of the content that puts cause, motive, threat or blame."""
    for content in attribution.content:
        if _DISPUTABLE.search(content.of(reading.text)):
            return content
    return None


def _others_speak(
    reading: Reading, claim: Attribution, party: str, words: frozenset[str]
) -> bool:
    """Tell whether another voice speaks to the point, or right beside it."""
    for other in reading.attributions:
        if other.voice is None or other is claim:
            continue
        voice = reading.voices[other.voice]
        if voice.party == party or voice.kind == "crowd":
            continue
        if voice.name == reading.voices[claim.voice or 0].name:
            continue
        said = frozenset[str]().union(
            *(_content_words(part.of(reading.text)) for part in other.content)
        )
        if _is_one_point(words, said) or abs(other.sentence - claim.sentence) <= 1:
            return True
    return False


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
    fewer = min(len(one), len(other))
    return bool(fewer) and len(one & other) / fewer >= SAME_POINT
