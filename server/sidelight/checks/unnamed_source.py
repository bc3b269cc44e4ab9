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

Words such as "anonymously" tell that a name is missing, not why:

> "We saw it coming," <mark>a company engineer</mark> said anonymously.

## Not marked

A reason is given:

> "We saw it coming," said an official who was not authorised to speak publicly.

An institution, or somebody who speaks for one on the record:

> The police said the road was closed. A spokeswoman for the council said it would
> open on Friday.

People who happened to be there:

> "It shook the house," a neighbour said.

## Known misses

A source that stands in no sentence with a verb such as "said":

> From a senior official at the plant came the first hint of trouble.
"""

import re
from collections.abc import Iterator

from sidelight.model import Comparison, Finding, Reading, Voice

ID = "unnamed-source"
LABEL = "Source not named"
FAMILY = "who-says-so"
VERSION = 1
NEEDS: frozenset[str] = frozenset()

_INSIDE = re.compile(
    r"\b(?:sources?|insiders?|whistle-?blowers?)\b"
    r"|^(?:an?|one|another|two|three|four|several|some)\b.*\b(?:officials?|aides?|"
    r"advis[eo]rs?|diplomats?|executives?|employees?|staffers?|staff\smembers?|operatives?|"
    r"strategists?|insiders?|officers?|engineers?|managers?|negotiators?|colleagues?|"
    r"members?\sof\sthe\s(?:team|board|cabinet|staff))\b"
    r"|\b(?:senior|top|high-ranking|high-level|unnamed|unidentified|anonymous)\b.*"
    r"\b(?:officials?|aides?|advis[eo]rs?|diplomats?|executives?|officers?|figures?|"
    r"ministers?|lawmakers?|employees?)\b"
    r"|^(?:an?|one|another)\s(?:[\w-]+\s){0,2}?member\sof\sthe\s(?:[\w-]+\s){0,2}?"
    r"(?:board|team|cabinet|staff)\b"
    r"|^(?:an?|one)\sformer\s(?:[\w-]+\s)?(?:worker|employee|manager|director|engineer|"
    r"team-?mate|colleague)\b"
    r"|^(?:an?|one)\s(?:man|woman|person)\swho\s(?:used|works?|worked)\b"
    r"|\b(?:person|people|officials?|executives?|those)\s(?:familiar|close|with|briefed|"
    r"involved|who)\b",
    re.IGNORECASE,
)
_ON_RECORD = re.compile(
    r"\bspokes(?:man|woman|person|people)\b|\bpress\s(?:officer|office|secretary)\b"
    r"|\bopen[- ]source\b|\bpolice\sofficers?\b",
    re.IGNORECASE,
)
_WITHHELD = re.compile(
    r"\banonym\w+|\bon\s(?:deep\s)?background\b|\b(?:not\s(?:to\s)?be|declined\sto\sbe|"
    r"without\sbeing|refused\sto\sbe)\s(?:named|identified)\b",
    re.IGNORECASE,
)


def check(reading: Reading, _: Comparison) -> Iterator[Finding]:
    """Mark each unnamed insider once, where it is first cited."""
    for voice in reading.voices:
        if voice.named or voice.reason or not voice.mentions:
            continue
        if _is_insider(reading, voice):
            yield Finding(
                span=voice.mentions[0],
                message=(
                    f"This is credited to “{voice.name}”, without a name. No reason "
                    "for leaving the name out was found near it."
                ),
                next=(
                    "See whether another report names this source, or says why it "
                    "is not named."
                ),
                party=voice.party,
            )


def _is_insider(reading: Reading, voice: Voice) -> bool:
    if voice.kind not in {"person", "group"} or _ON_RECORD.search(voice.name):
        return False
    return bool(_INSIDE.search(voice.name)) or (
        voice.kind == "person" and _says_withheld(reading, voice)
    )


def _says_withheld(reading: Reading, voice: Voice) -> bool:
    """Tell whether the sentence of the first mention says the name is withheld."""
    first = voice.mentions[0]
    home = next((s.span for s in reading.sentences if s.span.covers(first)), first)
    return bool(_WITHHELD.search(home.of(reading.text)))
