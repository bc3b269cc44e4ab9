"""Quoted words differ

One remark of one speaker stands in quotation marks here and in another report, and
the words between the marks are not the same.

## Why it matters

Quotation marks say: these are the speaker's own words. When two reports quote one
remark in two ways, at least one of them is not word for word, and the difference can
be the point.

## What it does not mean

Neither wording is called right. A remark may have been heard twice, noted down in
haste, or translated by two people.

## Marked

> “<mark>Nobody drains a lake by mistake</mark>,” said Mara Ellis, the mayor of Orsolt.
>
> > Mayor Mara Ellis of Orsolt said: “Nobody empties a lake by mistake.”

Another end:

> “<mark>I have a week of coal left, and then I honestly cannot say what we will
> do</mark>,” said Jon Hadley, a baker in Orsolt.
>
> > “I have a week of coal left, and then they will have ruined us,” said Jon Hadley, who
> > bakes in Orsolt.

## Not marked

Trimmed, and split by the attribution:

> “Nobody,” said Mara Ellis, the mayor of Orsolt, “drains a lake by mistake.”
>
> > “Nobody drains a lake by mistake, and the mill knows it,” said Mayor Mara Ellis of
> > Orsolt.

Words left out with a mark for it, or filled in between brackets:

> “The mill … never asked the people of Orsolt,” said Mayor Mara Ellis.
>
> > “[It] and its owners never asked the people of Orsolt,” said Mayor Mara Ellis.

Two remarks:

> “We will fight this in court,” said Mara Ellis, the mayor of Orsolt.
>
> > “We will fight for every tree,” said Mara Ellis, the mayor of Orsolt.

## Known misses

A remark that was translated by two people with hardly a word in common:

> “Whoever sows wind will reap a storm,” said Mara Ellis, the mayor of Orsolt.
>
> > Mayor Mara Ellis of Orsolt said: “He that plants gales gathers tempests.”
"""

from collections import defaultdict
from collections.abc import Iterator

from sidelight.messages import counted, message
from sidelight.model import Comparison, Evidence, Finding, Reading, Remark, Span

ID = "quote-wording-differs"
LABEL = "Quoted words differ"
FAMILY = "other-reports"
VERSION = 1
NEEDS = frozenset({"reports"})


def check(_: Reading, comparison: Comparison) -> Iterator[Finding]:
    """Mark each remark that another report quotes in other words."""
    by_place = defaultdict[Span, list[Remark]](list)
    for remark in sorted(comparison.remarks, key=lambda remark: remark.here):
        place = next((p for p in by_place if p.overlaps(remark.here)), remark.here)
        by_place[place].append(remark)
    for place, remarks in by_place.items():
        reports = {remark.report: remark for remark in reversed(remarks)}
        yield Finding(
            span=place,
            message=counted(
                "Another report quotes what seems to be the same remark in other words. "
                "This does not say which wording is right.",
                "%(number)d other reports quote what seems to be the same remark in "
                "other words. This does not say which wording is right.",
                len(reports),
            ),
            next=message("Look for a recording or a transcript of the remark."),
            evidence=tuple(Evidence(n, r.there) for n, r in sorted(reports.items())),
        )
