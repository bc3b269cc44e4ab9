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
> Ellis, the mayor. She said the company had been asked in writing twice.

It is told in other words than "failed", and the party is a land that no list holds:

> Veltania closed its border with Quorrin on Monday. <mark>Quorrin’s soldiers moved the markers</mark> at
> night, said the Veltanian foreign minister, Irsa Domeny.

## Not marked

The party is quoted or paraphrased:

> The Orsolt Water Company has failed to repair the pipes, said Mara Ellis, the
> mayor. The company said the work would begin in May.

It was asked:

> The Orsolt Water Company has failed to repair the pipes, said Mara Ellis, the
> mayor. The company declined to comment.

Nobody is faulted:

> The Orsolt Water Company will repair the pipes in May, said Mara Ellis, the mayor.

A court says so:

> The Orsolt Water Company had ignored two warnings, a judge ruled on Monday. The
> company must pay 400.

The report is about something else:

> Mara Ellis, the mayor, opened the library. She recalled that the Orsolt Water Company
> had failed to repair its pipes.

## Known misses

Fault that is told without a word for it:

> Two years on, said Mara Ellis, the mayor, the Orsolt Water Company has not sent a
> single plumber.
"""

from collections.abc import Iterator

from sidelight.messages import counted, message
from sidelight.model import Comparison, Finding, Reading
from sidelight.readings.standing import Standing

ID = "party-not-heard"
LABEL = "No counter-source quoted"
FAMILY = "who-says-so"
VERSION = 2
NEEDS = frozenset({"whole-text"})


def check(reading: Reading, _: Comparison) -> Iterator[Finding]:
    """Mark the first passage that faults a party without a statement here."""
    if reading.article.is_opinion:
        return
    seen = set[str]()
    standing = Standing(reading)
    for criticism in reading.criticisms:
        if criticism.party in seen:
            continue
        seen.add(criticism.party)
        party, kind = criticism.party, criticism.kind
        if kind == "region" or not standing.is_central(party):
            continue
        if standing.is_heard(party, kind):
            continue
        yield Finding(
            span=criticism.span,
            message=counted(
                "No statement from %(party)s was found in the %(number)d word read.",
                "No statement from %(party)s was found in the %(number)d words read.",
                len(reading.words),
                party=criticism.party,
            ),
            next=message(
                "Look for what %(party)s says of this in another report.",
                party=criticism.party,
            ),
            party=criticism.party,
        )
