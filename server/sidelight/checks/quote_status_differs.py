"""Quotation here, not there

Nearly the same words are a quotation in one report; in another they are the writer's
own, or another speaker's.

## Why it matters

A remark that loses its quotation marks turns from somebody's view into a fact, and one
that changes its speaker turns into somebody else's view. Side by side it shows.

## What it does not mean

It is not said which report has it right. Two people can use the same words, and
a writer may have had them from both.

## Marked

The writer's own words in another report:

> “<mark>The mill has been starved of money until it could no longer stand</mark>,” said
> Jon Hadley, its foreman at Orsolt.
>
> > The mill at Orsolt was starved of money until it could no longer stand.
> >
> > The foreman, Jon Hadley, will find other work.

Another speaker in another report:

> “<mark>It was a trap laid for honest people</mark>,” said the baker of Orsolt, Jon
> Hadley.
>
> > In Orsolt the mayor, Mara Ellis, said: “It was a trap laid for honest people.”

What one person is quoted with, handed on as what several people said:

> “<mark>The mill has been starved of money until it could no longer stand</mark>,” said
> Jon Hadley, its foreman at Orsolt.
>
> > Local officials said that the mill at Orsolt had been starved of money until it could
> > no longer stand.

## Not marked

Credited indirect speech:

> “The mill has been starved of money until it could no longer stand,” said Jon Hadley,
> its foreman at Orsolt.
>
> > The mill at Orsolt was starved of money until it could no longer stand, said its
> > foreman, Jon Hadley.

A set phrase:

> The baker of Orsolt, Jon Hadley, gets up “at the crack of dawn” and sleeps at noon.
>
> > The baker of Orsolt, Jon Hadley, was found at the crack of dawn.

## Known misses

Fewer words than six:

> “It was a trap,” said the baker of Orsolt, Jon Hadley.
>
> > In Orsolt the mayor, Mara Ellis, said: “It was a trap.”
"""

from collections import defaultdict
from collections.abc import Iterator

from sidelight.messages import Message, message, sentences
from sidelight.model import Comparison, Evidence, Finding, Reading, Restated, Span

ID = "quote-status-differs"
LABEL = "Quotation here, not there"
FAMILY = "other-reports"
VERSION = 2
NEEDS = frozenset({"reports"})


def check(_: Reading, comparison: Comparison) -> Iterator[Finding]:
    """Mark each passage that is a quotation on one side and not, or not of one speaker."""
    by_place = defaultdict[Span, list[Restated]](list)
    for restated in sorted(comparison.restated, key=lambda r: (r.here, r.report)):
        place = next((p for p in by_place if p.overlaps(restated.here)), restated.here)
        by_place[place].append(restated)
    for place, found in by_place.items():
        reports = {restated.report: restated for restated in reversed(found)}
        yield Finding(
            span=place,
            message=sentences(
                _how(found[0]),
                message("This does not say which report has it right."),
            ),
            next=message(
                "Look for a recording, a transcript or the full statement: whose words "
                "are they?"
            ),
            evidence=tuple(Evidence(n, r.there) for n, r in sorted(reports.items())),
        )


def _told(restated: Restated) -> Message:
    """Say how words stand that are handed on as a group's, in one of the two."""
    if restated.status == "told-there":
        return message(
            "These words are a quotation here; another report hands them on as what "
            "%(speaker)s said.",
            speaker=restated.speaker,
        )
    return message(
        "These words are handed on here as what several people said; in another report "
        "they are a quotation of %(speaker)s.",
        speaker=restated.speaker,
    )


def _how(restated: Restated) -> Message:
    speaker = restated.speaker
    if restated.status in {"told-there", "told-here"}:
        return _told(restated)
    if restated.status == "quoted-here":
        return message(
            "These words stand in quotation marks here; in another report they stand "
            "without marks and without a speaker."
        )
    if restated.status == "quoted-there":
        return (
            message(
                "These words stand here without quotation marks and without a speaker; "
                "in another report they are a quotation of %(speaker)s.",
                speaker=speaker,
            )
            if speaker
            else message(
                "These words stand here without quotation marks and without a speaker; "
                "in another report they are a quotation."
            )
        )
    return (
        message(
            "These words are one speaker's here and, in another report, a quotation of "
            "%(speaker)s.",
            speaker=speaker,
        )
        if speaker
        else message(
            "These words are one speaker's here and, in another report, a quotation."
        )
    )
