"""Not found in the reports compared

A quotation of somebody who speaks in at least three other reports of the event; none
of them has these words, or words near them.

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

from sidelight.messages import message
from sidelight.model import Comparison, Finding, Reading
from sidelight.related.elsewhere import quoted_here_alone

ID = "only-here"
LABEL = "Not found in the reports compared"
FAMILY = "other-reports"
VERSION = 1
NEEDS = frozenset({"reports"})


def check(reading: Reading, comparison: Comparison) -> Iterator[Finding]:
    """Mark each quotation that no other report has, though they hear its speaker."""
    if reading.article.is_opinion:
        return
    for quotation in quoted_here_alone(reading, comparison):
        yield Finding(
            span=quotation.span,
            message=message(
                "These words were not found in the %(reports)d reports "
                "compared, though at least three of them quote the speaker or hand on "
                "what was said. This does not say that they were not said.",
                reports=len(comparison.reports),
            ),
            next=message("Search for the words, or for a recording of the occasion."),
        )
