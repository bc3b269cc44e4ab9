"""Figure differs from other reports

This report gives another number for the same thing than another report does.

## Why it matters

Numbers are copied, rounded and mixed up with the number next to them. Two of them
side by side, with the words around them, show which thing each one counts.

## What it does not mean

Neither number is called right. One report may be older, or count in another way.

## Marked

> The mill at Orsolt will cut <mark>340 jobs</mark> by the summer, the owner Hadley said.
>
> > The mill at Orsolt will cut 240 jobs by the summer, the owner Hadley said.

The same number tied to another thing:

> Members reaffirmed their commitment to the <mark>2% spending target</mark>.
>
> > Members reaffirmed their commitment to raising spending to 5% by 2035.

## Not marked

Rounding, and bounds that agree:

> The mill at Orsolt will cut about 240 jobs by the summer, the owner Hadley said.
>
> > The mill at Orsolt will cut 237 jobs by the summer, the owner Hadley said.

Another quantity:

> The mill at Orsolt will cut 340 jobs by the summer, the owner Hadley said.
>
> > The mill at Orsolt had 900 jobs before the fire, the owner Hadley said.

## Known misses

A number that the other report gives in other words:

> The mill at Orsolt will cut 340 jobs by the summer, the owner Hadley said.
>
> > By the summer 240 people at the Orsolt mill will be out of work.
"""

from collections import defaultdict
from collections.abc import Iterator

from sidelight.model import (
    Aligned,
    Article,
    Comparison,
    DateMention,
    Evidence,
    Figure,
    Finding,
    Reading,
)
from sidelight.related.agreement import dates_agree, figures_agree

ID = "figure-differs"
LABEL = "Figure differs from other reports"
FAMILY = "other-reports"
VERSION = 1
NEEDS = frozenset({"reports"})

_AREAS = frozenset({"hectare", "acre", "square-kilometre", "square-mile"})
_GROWING = [
    [noun]
    for noun in (
        "person victim death casualty injury arrest case evacuee home house building "
        "vote family patient passenger resident injured dead fatality firefighter dose"
    ).split()
]


def check(reading: Reading, comparison: Comparison) -> Iterator[Finding]:
    """Mark each figure that another report gives otherwise for the same thing."""
    by_figure = defaultdict[int, list[Aligned]](list)
    for aligned in comparison.figures:
        by_figure[aligned.here].append(aligned)
    for here, others in sorted(by_figure.items()):
        evidence = tuple(_differing(reading, here, others, comparison))
        if evidence:
            yield _finding(reading, here, evidence, comparison)


def _finding(
    reading: Reading, here: int, evidence: tuple[Evidence, ...], comparison: Comparison
) -> Finding:
    count = len(evidence)
    reports = "Another report gives" if count == 1 else f"{count} other reports give"
    updated = ""
    if _grows(reading.figures[here]) and not _all_dated(reading, evidence, comparison):
        updated = " It may have been updated between the reports."
    return Finding(
        span=reading.counted[here].phrase,
        message=(
            f"{reports} another figure for what seems to be the same thing.{updated} "
            "This does not say which is right."
        ),
        next="Read both sentences: do they count the same thing at the same time?",
        evidence=evidence,
    )


def _differing(
    reading: Reading, here: int, others: list[Aligned], comparison: Comparison
) -> Iterator[Evidence]:
    """Yield, for each report, the figure for the same thing, if it disagrees."""
    figure = reading.figures[here]
    by_report = defaultdict[int, list[Aligned]](list)
    for aligned in others:
        by_report[aligned.report].append(aligned)
    for number, pairs in sorted(by_report.items()):
        report = comparison.reports[number].reading
        best = max(pairs, key=lambda pair: pair.agreement)
        other = report.figures[best.there]
        if figures_agree(figure, other) or _is_update(
            figure, reading.article, other, report.article
        ):
            continue
        if not _at_one_time(reading, figure, report, other):
            continue
        if any(
            pair.agreement >= best.agreement
            and figures_agree(figure, report.figures[pair.there])
            for pair in pairs
        ):
            continue
        if _fits_better_here(reading, here, number, best, comparison):
            continue
        yield Evidence(number, report.counted[best.there].phrase)


def _fits_better_here(
    reading: Reading, here: int, number: int, best: Aligned, comparison: Comparison
) -> bool:
    """Tell whether another figure of this report is the partner of that one."""
    other = comparison.reports[number].reading.figures[best.there]
    return any(
        pair.report == number
        and pair.there == best.there
        and pair.here != here
        and pair.agreement >= best.agreement
        and figures_agree(reading.figures[pair.here], other)
        for pair in comparison.figures
    )


def _at_one_time(one: Reading, a: Figure, other: Reading, b: Figure) -> bool:
    """Tell whether no date in the two sentences sets the figures apart in time."""
    return all(
        dates_agree(date, date_b)
        for date in _dates_beside(one, a)
        for date_b in _dates_beside(other, b)
        if not (date.deadline or date_b.deadline)
    )


def _dates_beside(reading: Reading, figure: Figure) -> list[DateMention]:
    """Return the placed dates in the sentence of a figure."""
    sentence = next(s for s in reading.sentences if s.span.covers(figure.span))
    return [d for d in reading.dates if d.first and sentence.span.covers(d.span)]


def _grows(figure: Figure) -> bool:
    """Tell whether a figure counts what grows as an event goes on."""
    return figure.unit in _AREAS or figure.counts.split()[-1:] in _GROWING


def _is_update(one: Figure, of: Article, other: Figure, of_other: Article) -> bool:
    """Tell whether a growing count is simply higher in the later report.

    Where the order of the two is not known, it is taken for an update too if the
    two are of one day.
    """
    if not (_grows(one) and of.published and of_other.published):
        return False
    if (
        of.day == of_other.day
        and "T" not in of.published[:11] + of_other.published[:11]
    ):
        return True
    earlier, later = (one, other) if of.published < of_other.published else (other, one)
    return later.low >= earlier.low


def _all_dated(
    reading: Reading, evidence: tuple[Evidence, ...], comparison: Comparison
) -> bool:
    articles = [comparison.reports[e.report].reading.article for e in evidence]
    return all(article.published for article in (reading.article, *articles))
