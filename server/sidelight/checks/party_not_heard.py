"""No counter-source quoted

The report faults what a party did or wants, and no statement from that party was
found anywhere in it.

## Why it matters

Someone who is criticised may know something that the critic does not. Most
newsrooms ask, and say so when there was no answer.

## What it does not mean

The criticism may be right. The party may have been asked, or may have spoken
elsewhere. The note says what was found in this text.

## Marked

> <mark>The Orsolt Water Company has failed</mark> to repair the pipes, said Mara
> Ellis, the mayor. She said the town had waited for two years.

## Not marked

The party is quoted or paraphrased:

> The Orsolt Water Company has failed to repair the pipes, said Mara Ellis, the
> mayor. The company said the work would begin in May.

It was asked:

> The Orsolt Water Company has failed to repair the pipes, said Mara Ellis, the
> mayor. The company declined to comment.

Nobody is faulted:

> The Orsolt Water Company will repair the pipes in May, said Mara Ellis, the mayor.

## Known misses

Fault that is told without a word for it:

> Two years on, said Mara Ellis, the mayor, the Orsolt Water Company has not sent a
> single plumber.
"""

import re
from collections.abc import Iterator

from sidelight.model import Comparison, Criticism, Finding, Reading, Voice
from sidelight.readings.cues import is_statement
from sidelight.readings.names import ORGANISATION_WORDS

ID = "party-not-heard"
LABEL = "No counter-source quoted"
FAMILY = "who-says-so"
VERSION = 1
NEEDS = frozenset({"whole-text"})

# Offices that speak for a state; who holds one may speak for any state.
_STATE_OFFICE = re.compile(
    r"\b(?:president|prime minister|minister|chancellor|premier|general|admiral|"
    r"colonel|king|queen|ambassador|secretary of state)\b",
    re.IGNORECASE,
)
# Offices that any organisation has.
_ANY_OFFICE = re.compile(
    r"\b(?:spokes\w+|director|executive|manager|management|owner|founder|chair\w*|"
    r"lawyer|attorney|solicitor|counsel|representative|official|secretary|chief|head|"
    r"president|leader|member|boss|staff)\b",
    re.IGNORECASE,
)
_ANY_FIRM = frozenset(
    "company firm operator manufacturer developer plant mill airline management".split()
)
_LITTLE = frozenset("the of and for a".split())


def check(reading: Reading, _: Comparison) -> Iterator[Finding]:
    """Mark the first passage that faults a party without a statement here."""
    if reading.article.is_opinion:
        return
    seen = set[str]()
    for criticism in reading.criticisms:
        if criticism.party in seen:
            continue
        seen.add(criticism.party)
        if criticism.kind == "region" or _is_heard(reading, criticism):
            continue
        yield Finding(
            span=criticism.span,
            message=(
                f"No statement from {criticism.party} was found in the "
                f"{len(reading.words)} words read."
            ),
            next=f"Look for what {criticism.party} says of this in another report.",
            party=criticism.party,
        )


def _is_heard(reading: Reading, criticism: Criticism) -> bool:
    """Tell whether a voice speaks for the party, or may for all that is said here."""
    heard = {a.voice for a in reading.attributions if is_statement(a)} - {None}
    return any(
        _may_speak_for(voice, criticism)
        for number, voice in enumerate(reading.voices)
        if number in heard
    )


def _may_speak_for(voice: Voice, criticism: Criticism) -> bool:
    if voice.party == criticism.party:
        return True
    if _words(voice.name, voice.role or "") & _own_words(criticism.party):
        return True
    if voice.kind in {"crowd", "document"} or voice.party is not None:
        return criticism.kind == "organisation" and _one_is_unresolved(
            voice.party, criticism.party
        )
    if voice.role and _STATE_OFFICE.search(voice.role):
        return criticism.kind == "state"
    if voice.role and not _ANY_OFFICE.search(voice.role):
        return False
    return voice.kind in {"person", "institution"}


def _one_is_unresolved(party: str | None, other: str) -> bool:
    """Tell whether one of two is "the company", and may be the other's name."""
    pairs = ((party or "", other), (other, party or ""))
    return any(
        one.startswith("the ")
        and (one.split()[-1] in _ANY_FIRM or one.split()[-1] in _words(name))
        for one, name in pairs
    )


def _own_words(party: str) -> set[str]:
    """Return the words of a party's name that another's would not have."""
    words = _words(party)
    return words - ORGANISATION_WORDS or words


def _words(*phrases: str) -> set[str]:
    words = {word.lower() for phrase in phrases for word in re.findall(r"\w+", phrase)}
    return words - _LITTLE
