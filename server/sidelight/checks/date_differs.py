"""Date differs from other reports

This report dates a happening otherwise than another report of the same event.

## Why it matters

When something happened is the easiest thing to check, and a wrong day or year
travels from report to report. Two dates side by side show where to look.

## What it does not mean

Neither date is called right. One of the two may have been corrected since, or
they may date two steps of one affair.

## Marked

> The Orsolt council approved the Hadley bridge at its <mark>March 2023</mark> vote.
>
> > The Orsolt council approved the Hadley bridge at its March 2024 vote.

In other words:

> The Hadley bridge was approved by Orsolt's council in <mark>March 2023</mark>.
>
> > Orsolt's councillors gave the Hadley bridge the go-ahead in March 2024.

## Not marked

A partial date that agrees:

> The Orsolt council approved the Hadley bridge at its March vote.
>
> > The Orsolt council approved the Hadley bridge at its March 2024 vote.

Dates of different things:

> The Orsolt council approved the Hadley bridge at its March 2023 vote.
>
> > The Orsolt council opened the Hadley bridge in June 2024.

A date of what was said, not of what happened:

> The Orsolt council said on March 4, 2024 that the Hadley bridge was safe.
>
> > The Orsolt council said on March 7, 2024 that the Hadley bridge was safe.

## Known misses

A happening that the other report has no word in common for:

> The vote on the Hadley bridge is on March 5, 2024.
>
> > On March 12, 2024, Orsolt makes up its mind.
"""

from collections import defaultdict
from collections.abc import Iterator

from sidelight.messages import counted, message
from sidelight.model import Aligned, Comparison, DateMention, Evidence, Finding, Reading
from sidelight.related.agreement import dates_agree

ID = "date-differs"
LABEL = "Date differs from other reports"
FAMILY = "other-reports"
VERSION = 2
NEEDS = frozenset({"reports"})


def check(reading: Reading, comparison: Comparison) -> Iterator[Finding]:
    """Mark each date that another report of the same happening does not have."""
    by_date = defaultdict[int, list[Aligned]](list)
    for aligned in comparison.dates:
        by_date[aligned.here].append(aligned)
    for here, others in sorted(by_date.items()):
        evidence = tuple(_differing(reading, here, others, comparison))
        if evidence:
            yield Finding(
                span=reading.dates[here].span,
                message=counted(
                    "Another report dates this differently. "
                    "This does not say which date is right.",
                    "%(number)d other reports date this differently. "
                    "This does not say which date is right.",
                    len(evidence),
                ),
                next=message(
                    "Look for a dated document or announcement of the happening itself."
                ),
                evidence=evidence,
            )


def _differing(
    reading: Reading, here: int, others: list[Aligned], comparison: Comparison
) -> Iterator[Evidence]:
    """Yield, for each report, the date it gives the same happening, if it disagrees."""
    mention = reading.dates[here]
    for pair in sorted(others, key=lambda pair: pair.report):
        report = comparison.reports[pair.report].reading
        other = report.dates[pair.there]
        if dates_agree(mention, other):
            continue
        if _spans_both(reading.dates, mention, [other]):
            continue
        yield Evidence(pair.report, other.span)


def _spans_both(
    own: tuple[DateMention, ...], mention: DateMention, others: list[DateMention]
) -> bool:
    """Tell whether this report itself has a date that agrees with both."""
    return any(
        date is not mention
        and dates_agree(date, mention)
        and date.first != date.last
        and date.known == "day"
        and any(dates_agree(date, other) for other in others)
        for date in own
    )
