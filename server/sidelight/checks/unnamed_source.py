"""Source not named

A person or a small group inside the affair is cited without a name, and the
report does not say why the name is withheld.

## Why it matters

A source without a name cannot be asked, checked or held to what it said. Many
newsrooms therefore tell their readers why a name is kept back.

## What it does not mean

There may be a good reason, and the reporter knows who it is. What the source
says may be right.

## Marked

> The tank was never inspected, said <mark>a senior plant official</mark> on Monday.

> <mark>High-level sources within the ministry</mark> said the dam would be closed.

Somebody who tells of their own work, even where no verb such as "said" is near:

> As <mark>one aide</mark> put it, the phones never stopped.

> The paper understands from <mark>a source inside the council</mark> that the vote
> will be put off.

Words such as "anonymously" tell that a name is missing, not why:

> "We saw it coming," <mark>a company engineer</mark> said anonymously.

## Not marked

A reason is given:

> "We saw it coming," said an official who was not authorised to speak publicly.

An institution, or somebody who speaks for one on the record:

> The police said the road was closed. A spokeswoman for the council said it would
> open on Friday.

A name that follows:

> A nurse at the clinic said the ward was full. "We had beds in the corridor," said
> Mara Ellis, who has worked there since 2011.

People who happened to be there:

> "It shook the house," a neighbour said.

## Known misses

A source that stands in no sentence with a verb such as "said":

> The first hint of trouble was dropped by a senior official at the plant.
"""

import re
from collections.abc import Iterator

from sidelight.messages import message
from sidelight.model import Comparison, Finding, Reading, Unnamed

ID = "unnamed-source"
LABEL = "Source not named"
FAMILY = "who-says-so"
VERSION = 2
NEEDS: frozenset[str] = frozenset()

_COUNTS = frozenset("a an one the two three four five six several some".split())
NEAR = 2  # sentences within which a name answers who is meant


def check(reading: Reading, _: Comparison) -> Iterator[Finding]:
    """Mark each unnamed insider once, where it is first cited."""
    seen = set[str]()
    for source in reading.unnamed:
        if source.kind not in {"insider", "person"} or _is_repeated(
            source, reading, seen
        ):
            continue
        if (
            source.reason
            or _is_on_record(reading, source)
            or _is_named_near(reading, source)
        ):
            continue
        words = " ".join(source.span.of(reading.text).split())
        yield Finding(
            span=source.span,
            message=message(
                "This is credited to “%(words)s”, without a name. No reason "
                "for leaving the name out was found near it.",
                words=words,
            ),
            next=message(
                "See whether another report names this source, or says why it "
                "is not named."
            ),
            party=_party(reading, source),
        )


def _is_repeated(source: Unnamed, reading: Reading, seen: set[str]) -> bool:
    """Tell whether the words came before, or a bare "sources" behind other sources."""
    words = source.span.of(reading.text).lower().split()
    key = " ".join(word for word in words if word not in _COUNTS)
    bare = len(words) <= 2 and f"{source.head}s" in seen  # noqa: PLR2004
    known = key in seen or (bare and key.endswith("s"))
    seen |= {key, f"{source.head}s" if key.endswith("s") or " " in key else key}
    return known


_IN_PUBLIC = re.compile(
    r"\bin an? (?:\w+ )?(?:statement|letter|press release|speech)\b|\b(?:news|press) conference\b",
    re.IGNORECASE,
)


def _is_on_record(reading: Reading, source: Unnamed) -> bool:
    """Tell whether an institution speaks through the source: "in a statement"."""
    home = reading.sentences[source.sentence].span.of(reading.text)
    return bool(_IN_PUBLIC.search(home))


def _is_named_near(reading: Reading, source: Unnamed) -> bool:
    """Tell whether somebody who may be the source is cited by name right after it.

    Anybody new may be "a nurse at the clinic", or whoever the first sentence speaks of;
    an official has to be called one.
    """
    for other in reading.attributions:
        if not 0 <= other.sentence - source.sentence <= NEAR or other.voice is None:
            continue
        voice = reading.voices[other.voice]
        is_new = other.source in voice.mentions[:1]
        if other.source and other.source.overlaps(source.span):
            continue
        if not (is_new and voice.named and voice.kind == "person"):
            continue
        anybody = source.kind == "person" or source.sentence == 0
        if anybody or source.head in (voice.role or "").lower():
            return True
    return False


def _party(reading: Reading, source: Unnamed) -> str | None:
    for voice in reading.voices:
        if voice.party and any(source.span.overlaps(m) for m in voice.mentions):
            return voice.party
    return None
