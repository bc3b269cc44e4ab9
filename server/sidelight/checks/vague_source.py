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

A crowd may be told by its number alone, or by its trade when all of it is meant:

> <mark>Many in the town</mark> think the fire was no accident.

> <mark>Historians</mark> have long argued that the letter was never sent.

## Not marked

A name follows within two sentences:

> Experts warn that the dam may fail. "The wall is cracked," said Mara Ellis, a
> professor of engineering.

A group whose members could be found:

> Residents of Hill Street say the noise has doubled since the spring. Experts at the
> water board say that the pumps are to blame.

A crowd inside what somebody else says:

> Mara Ellis said experts had warned her in May.

## Known misses

> There has been criticism that the plan will raise rents.
"""

import re
from collections.abc import Iterator

from sidelight.messages import message
from sidelight.model import Attribution, Comparison, Finding, Reading, Unnamed

ID = "vague-source"
LABEL = "Unclear who says this"
FAMILY = "who-says-so"
VERSION = 2
NEEDS: frozenset[str] = frozenset()

_EXPERT = re.compile(
    r"\b(?:professor|lecturer|teach\w*|stud(?:y|ies)|research\w*|expert|analyst|economist|"
    r"engineer|scientist|historian|doctor|lawyer|fellow|institute|university|critic|author)",
    re.IGNORECASE,
)
_IN_OFFICE = re.compile(
    r"\b(?:minister|president|premier|chancellor|mayor|governor|spokes\w+|police|judge)",
    re.IGNORECASE,
)
NEAR = 2  # sentences within which a name answers who is meant


def check(reading: Reading, _: Comparison) -> Iterator[Finding]:
    """Mark each crowd once, where it is first cited."""
    seen = set[str]()
    for source in reading.unnamed:
        words = " ".join(source.span.of(reading.text).split())
        head = source.head or words.lower()
        if source.kind not in {"crowd", "nobody"} or head in seen:
            continue
        if _is_named_near(reading, source):
            continue
        seen.add(head)
        yield Finding(
            span=source.span,
            message=message(
                "“%(words)s” does not tell who says this. No name or document was "
                "found within %(near)d sentences.",
                words=words,
                near=NEAR,
            ),
            next=message("See whether another report names who says this."),
        )


def _is_named_near(reading: Reading, crowd: Unnamed) -> bool:
    """Tell whether somebody named, or a document, is cited right after the crowd."""
    for other in reading.attributions:
        away = other.sentence - crowd.sentence
        if other.voice is None or not 0 <= away <= NEAR:
            continue
        if other.source is None or other.source.overlaps(crowd.span):
            continue
        if _belongs(reading, other, crowd, away):
            return True
    return False


def _belongs(reading: Reading, other: Attribution, crowd: Unnamed, away: int) -> bool:
    """Tell whether a source may be one of the crowd: new here, and named.

    In the next sentence anybody may be but who holds an office; after that, who is said
    to know the field.
    """
    voice = reading.voices[other.voice or 0]
    if voice.kind == "document":
        return away <= 1
    is_new = other.source in voice.mentions[:1]
    if not (
        is_new and voice.named and (voice.kind == "person" or _is_one_of(voice.name))
    ):
        return False
    role = voice.role or ""
    in_office = _IN_OFFICE.search(role)
    if crowd.kind == "nobody" and not _is_one_paragraph(reading, crowd, other):
        return False
    return (away <= 1 and not in_office) or bool(_EXPERT.search(role))


def _is_one_of(name: str) -> bool:
    """Tell "Ruth Bell of Corvane Partners" from "Corvane Partners"."""
    return bool(re.match(r"[A-Z][\w’'-]+ [A-Z][\w’'-]+ (?:of|at|from) ", name))


def _is_one_paragraph(reading: Reading, crowd: Unnamed, other: Attribution) -> bool:
    sentences = reading.sentences
    return sentences[crowd.sentence].paragraph == sentences[other.sentence].paragraph
