"""Other reports add this

At least two reports of the event that are independent of each other lead with a point,
and were published no later than this one, which does not have it.

## Why it matters

What is left out cannot be seen in a report by itself. Two others that have it show that
it was there to be reported.

## What it does not mean

No report has room for everything, and the point may have been left out for a reason.
It may also stand here in words that were not recognised.

## Marked

> <mark>Page</mark>: published 2024-05-04
>
> The mill at Orsolt will shut in June. Its looms go to the museum at Hadley. The roof
> is for sale.
>
> > Page: published 2024-05-03
> >
> > The mill at Orsolt will shut in June. Its owner, Mara Ellis, had borrowed forty
> > million crowns from a bank in Velk against the advice of the auditors.
>
> > Page: published 2024-05-03
> >
> > At Orsolt the mill will shut in June. Against the advice of the auditors Mara Ellis
> > borrowed her forty million crowns at a Velk bank, it was learned.

## Not marked

One other report alone has a point:

> Page: published 2024-05-04
>
> The mill at Orsolt will shut in June. Its looms go to the museum at Hadley. The roof
> is for sale.
>
> > Page: published 2024-05-03
> >
> > The mill at Orsolt will shut in June. Its owner, Mara Ellis, had borrowed forty
> > million crowns from a bank in Velk against the advice of the auditors.

It was published before the others:

> Page: published 2024-05-02
>
> The mill at Orsolt will shut in June. Its looms go to the museum at Hadley. The roof
> is for sale.
>
> > Page: published 2024-05-03
> >
> > The mill at Orsolt will shut in June. Its owner, Mara Ellis, had borrowed forty
> > million crowns from a bank in Velk against the advice of the auditors.
>
> > Page: published 2024-05-03
> >
> > At Orsolt the mill will shut in June. Against the advice of the auditors Mara Ellis
> > borrowed her forty million crowns at a Velk bank, it was learned.

## Known misses

A point that two reports tell in words that have little in common:

> Page: published 2024-05-04
>
> The mill at Orsolt will shut in June. Its looms go to the museum at Hadley.
>
> > Page: published 2024-05-03
> >
> > The mill at Orsolt will shut in June. It was deep in debt to a bank in Velk.
>
> > Page: published 2024-05-03
> >
> > The mill at Orsolt will shut in June. What it owed had grown over the years.
"""

from collections.abc import Iterator

from sidelight.messages import message
from sidelight.model import Comparison, Evidence, Finding, Reading
from sidelight.related.elsewhere import missing_points

ID = "reported-elsewhere"
LABEL = "Other reports add this"
FAMILY = "other-reports"
VERSION = 1
NEEDS = frozenset({"reports", "whole-text"})


def check(reading: Reading, comparison: Comparison) -> Iterator[Finding]:
    """Note on the report the weightiest point that others have and it has not."""
    if reading.article.is_opinion:
        return
    for point in missing_points(reading, comparison)[:1]:
        yield Finding(
            span=None,
            part="article",
            message=message(
                "Of the %(reports)d reports compared, at least two that "
                "share no wording lead with a point that was not found in the "
                "%(words)d words read here.",
                reports=len(comparison.reports),
                words=len(reading.words),
            ),
            next=message("Read the passages in the other reports."),
            evidence=tuple(Evidence(n, span) for n, span in point.places),
        )
