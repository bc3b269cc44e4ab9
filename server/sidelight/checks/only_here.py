"""Not found in the reports compared

A quotation of somebody who speaks in at least three other reports of the event, or of a
source without a name; none of them has these words, or words near them. Or an occasion
that is behind closed doors here, and in the open in two others.

## Why it matters

What one newsroom alone has can be its own good work, and it can be a slip. It is the
first thing to look for in a second place.

## What it does not mean

It does not mean that the words were not said. The other reports may have had less room,
or the reporter alone was there.

## Marked

> The mill at Orsolt will shut in May, its owner Mara Hadley said. <mark>“Whoever weeps
> for looms has never paid for one,”</mark> Mara Hadley said.
>
> > The mill at Orsolt will shut in May, its owner Mara Hadley said. Sixty workers heard it.
>
> > Mara Hadley, the owner, told workers that the mill at Orsolt will shut in May.
>
> > At Orsolt the mill will shut, the owner Mara Hadley said on a Monday in May.

A source without a name, whom nobody else can ask:

> The mill at Orsolt will shut in May, its owner Mara Hadley said. <mark>“Whoever weeps
> for looms has never paid for one,”</mark> a senior ministry official said.
>
> > The mill at Orsolt will shut in May, its owner Mara Hadley said. Sixty workers heard it.
>
> > Mara Hadley, the owner, told workers that the mill at Orsolt will shut in May.
>
> > At Orsolt the mill will shut, the owner Mara Hadley said on a Monday in May.

Closed doors that others do not tell of:

> The mill at Orsolt will shut, Mara Hadley said <mark>at a closed-door briefing</mark> for
> foreign buyers.
>
> > At a briefing for foreign buyers Mara Hadley said that the mill at Orsolt will shut.
>
> > The mill at Orsolt will shut in May. Mara Hadley told a briefing for foreign buyers so.

## Not marked

Two other reports are too few:

> The mill at Orsolt will shut in May, its owner Mara Hadley said. “Whoever weeps
> for looms has never paid for one,” Mara Hadley said.
>
> > The mill at Orsolt will shut in May, its owner Mara Hadley said. Sixty workers heard it.
>
> > Mara Hadley, the owner, told workers that the mill at Orsolt will shut in May.

One of them has it in other words:

> The mill at Orsolt will shut in May, its owner Mara Hadley said. “Whoever weeps
> for looms has never paid for one,” Mara Hadley said.
>
> > The mill at Orsolt will shut in May, its owner Mara Hadley said. Sixty workers heard it.
>
> > Mara Hadley, the owner, told workers that the mill at Orsolt will shut in May.
>
> > At Orsolt the mill will shut in May, the owner Mara Hadley said. Those who weep for
> > looms, she added, never paid for them.

## Known misses

A speaker whom the other reports do not hear:

> The mill at Orsolt will shut in May, its owner Mara Hadley said. “Whoever weeps
> for looms has never paid for one,” said Jon Ellis, the bookkeeper.
>
> > The mill at Orsolt will shut in May, its owner Mara Hadley said. Sixty workers heard it.
>
> > Mara Hadley, the owner, told workers that the mill at Orsolt will shut in May.
>
> > At Orsolt the mill will shut, the owner Mara Hadley said on a Monday in May.
"""

from collections.abc import Iterator

from sidelight.messages import message, sentences
from sidelight.model import Comparison, Evidence, Finding, Reading, Span
from sidelight.related.elsewhere import is_unnamed, quoted_here_alone
from sidelight.related.occasions import closed_here_alone

ID = "only-here"
LABEL = "Not found in the reports compared"
FAMILY = "other-reports"
VERSION = 2
NEEDS = frozenset({"reports"})


def check(reading: Reading, comparison: Comparison) -> Iterator[Finding]:
    """Mark each quotation that no other report has, though they hear its speaker."""
    if reading.article.is_opinion:
        return
    found = [
        *_quotations(reading, comparison),
        *_settings(reading, comparison),
    ]
    yield from sorted(found, key=lambda finding: finding.span or Span(0, 0))


def _quotations(reading: Reading, comparison: Comparison) -> Iterator[Finding]:
    for quotation, voice in quoted_here_alone(reading, comparison):
        if is_unnamed(reading, voice):
            said = message(
                "These words of a source without a name were not found in the "
                "%(reports)d reports compared.",
                reports=len(comparison.reports),
            )
            following = message("Ask who would know: does anybody confirm it by name?")
            said = sentences(
                said, message("This does not say that they were not said.")
            )
        else:
            said = message(
                "These words were not found in the %(reports)d reports "
                "compared, though at least three of them quote the speaker or hand on "
                "what was said. This does not say that they were not said.",
                reports=len(comparison.reports),
            )
            following = message(
                "Search for the words, or for a recording of the occasion."
            )
        yield Finding(span=quotation.span, message=said, next=following)


def _settings(reading: Reading, comparison: Comparison) -> Iterator[Finding]:
    for closed in closed_here_alone(reading, comparison):
        yield Finding(
            span=closed.span,
            message=sentences(
                message(
                    "At least two other reports seem to tell of this occasion and do "
                    "not call it closed or private."
                ),
                message("This does not say which is right."),
            ),
            next=message("Look for an announcement: who was let in?"),
            evidence=tuple(Evidence(number, span) for number, span in closed.places),
        )
