"""Unclear who says this

Something is credited to a crowd that no reader could look up: critics, experts,
observers, recent reports, or nobody at all ("is believed to").

## Why it matters

"Experts say" may stand for one person or for a thousand. Without a name or a
document, a reader cannot ask who they are, how many, or what they know.

## What it does not mean

The statement may be common knowledge, or right. Reporters use such words for
what is too well known to need a source, too.

## Marked

> <mark>Critics</mark> say the plan will raise rents across the city.

> <mark>Recent reports</mark> indicate a sharp rise in thefts near the harbour.

> The captain <mark>is believed</mark> to have left the country in the spring.

## Not marked

A name follows within two sentences:

> Experts warn that the dam may fail. "The wall is cracked," said Mara Ellis, a
> professor of engineering.

A group whose members could be found:

> Residents of Hill Street say the noise has doubled since the spring.

## Known misses

> There has been criticism that the plan will raise rents.
"""

import re
from collections.abc import Iterator

from sidelight.model import Attribution, Comparison, Finding, Reading

ID = "vague-source"
LABEL = "Unclear who says this"
FAMILY = "who-says-so"
VERSION = 1
NEEDS: frozenset[str] = frozenset()

_EXPERT = re.compile(
    r"\b(?:professor|lecturer|teach\w*|stud(?:y|ies)|research\w*|expert|analyst|economist|"
    r"engineer|scientist|historian|doctor|lawyer|fellow|institute|university|critic|author)",
    re.IGNORECASE,
)
NEAR = 2  # sentences within which a name answers who is meant


def check(reading: Reading, _: Comparison) -> Iterator[Finding]:
    """Mark each crowd once, where it is first cited."""
    seen = set[int]()
    for attribution in reading.attributions:
        number = attribution.voice
        if number is None or number in seen:
            continue
        if reading.voices[number].kind != "crowd" or _is_named_near(
            reading, attribution
        ):
            continue
        seen.add(number)
        name = reading.voices[number].name
        yield Finding(
            span=attribution.source or attribution.cue,
            message=(
                f"“{name}” does not tell who says this. No name or document was "
                f"found within {NEAR} sentences."
            ),
            next="See whether another report names who says this.",
        )


def _is_named_near(reading: Reading, crowd: Attribution) -> bool:
    """Tell whether somebody named, or a document, is cited right after the crowd."""
    for other in reading.attributions:
        away = other.sentence - crowd.sentence
        if other.voice is None or other is crowd or not 0 <= away <= NEAR:
            continue
        if _belongs(reading, other, away):
            return True
    return False


def _belongs(reading: Reading, other: Attribution, away: int) -> bool:
    """Tell whether a source may be one of the crowd: new here, and named.

    In the next sentence anybody may be; after that, who is said to know the field.
    """
    voice = reading.voices[other.voice or 0]
    if voice.kind == "document":
        return away <= 1
    is_new = other.source is not None and voice.mentions[0] == other.source
    if not is_new or not (voice.kind == "person" and voice.named):
        return False
    return away <= 1 or bool(_EXPERT.search(voice.role or ""))
