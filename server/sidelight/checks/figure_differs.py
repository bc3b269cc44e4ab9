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

The same number for a whole and for what was added to it:

> The cost of the Hadley bridge has grown by <mark>186 million crowns</mark>.
>
> > The cost of the Hadley bridge has reached 186 million crowns.

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

from sidelight.messages import counted, message, sentences
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
VERSION = 2
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
    moved = {pair.here for pair in comparison.moved}
    for here in sorted({*by_figure, *moved}):
        evidence = tuple(_differing(reading, here, by_figure[here], comparison))
        if evidence:
            yield _finding(reading, here, evidence, comparison)
        elif here in moved:
            yield _moved(reading, here, comparison)


def _finding(
    reading: Reading, here: int, evidence: tuple[Evidence, ...], comparison: Comparison
) -> Finding:
    said = [
        counted(
            "Another report gives another figure for what seems to be the same thing.",
            "%(number)d other reports give another figure for what seems to be the same "
            "thing.",
            len(evidence),
        )
    ]
    if _may_be_updated(reading, here, evidence, comparison):
        said.append(message("It may have been updated between the reports."))
    said.append(message("This does not say which is right."))
    return Finding(
        span=reading.counted[here].phrase,
        message=sentences(*said),
        next=message(
            "Read both sentences: do they count the same thing at the same time?"
        ),
        evidence=evidence,
    )


def _moved(reading: Reading, here: int, comparison: Comparison) -> Finding:
    """Return the note on a value that another report ties to something else."""
    evidence = tuple(
        Evidence(pair.report, report.counted[pair.there].phrase)
        for pair in comparison.moved
        if pair.here == here
        for report in (comparison.reports[pair.report].reading,)
    )
    return Finding(
        span=reading.counted[here].phrase,
        message=sentences(
            message(
                "Another report has this number for something else: a change for a "
                "whole, or a part for a whole."
            ),
            message("This does not say which is right."),
        ),
        next=message("Read both sentences: what does the number count in each?"),
        evidence=evidence,
    )


def _differing(
    reading: Reading, here: int, others: list[Aligned], comparison: Comparison
) -> Iterator[Evidence]:
    """Yield, for each report, the figure for the same thing, if it disagrees."""
    figure = reading.figures[here]
    for pair in sorted(others, key=lambda pair: pair.report):
        report = comparison.reports[pair.report].reading
        other = report.figures[pair.there]
        if figures_agree(figure, other) or _is_update(
            figure, reading.article, other, report.article
        ):
            continue
        if _at_one_time(reading, figure, report, other):
            yield Evidence(pair.report, report.counted[pair.there].phrase)


def _at_one_time(one: Reading, a: Figure, other: Reading, b: Figure) -> bool:
    """Tell whether no date in the two sentences sets the figures apart in time."""
    date, date_b = _date_beside(one, a), _date_beside(other, b)
    return date is None or date_b is None or dates_agree(date, date_b)


def _date_beside(reading: Reading, figure: Figure) -> DateMention | None:
    """Return the nearest placed date in the sentence of a figure, if there is one.

    A deadline, or a day that something lasts from, does not say when it was counted.
    """
    sentence = next(s for s in reading.sentences if s.span.covers(figure.span))
    beside = [
        date
        for date, context in zip(reading.dates, reading.dated, strict=True)
        if date.first
        and not date.deadline
        and "since" not in context.marks
        and sentence.span.covers(date.span)
    ]
    return min(beside, key=lambda date: _apart(date, figure), default=None)


def _apart(date: DateMention, figure: Figure) -> int:
    return max(date.span.start - figure.span.end, figure.span.start - date.span.end)


def _grows(figure: Figure) -> bool:
    """Tell whether a figure counts what grows as an event goes on."""
    return figure.unit in _AREAS or figure.counts.split()[-1:] in _GROWING


def _is_update(one: Figure, of: Article, other: Figure, of_other: Article) -> bool:
    """Tell whether a growing count is simply higher in the later report.

    Where the order of the two is not known to the hour, it is taken for an update
    too if they are of one day or of two in a row.
    """
    if not (_grows(one) and of.published and of_other.published):
        return False
    by_the_hour = "T" in of.published[:11] and "T" in of_other.published[:11]
    apart = abs((of.day - of_other.day).days) if of.day and of_other.day else 0
    if not by_the_hour and apart <= 1:
        return True
    earlier, later = (one, other) if of.published < of_other.published else (other, one)
    return later.low >= earlier.low


def _may_be_updated(
    reading: Reading, here: int, evidence: tuple[Evidence, ...], comparison: Comparison
) -> bool:
    """Tell whether a count may have changed between the days of the reports."""
    days = {comparison.reports[e.report].reading.article.day for e in evidence}
    days.add(reading.article.day)
    if None in days or _grows(reading.figures[here]):
        return None in days and _grows(reading.figures[here])
    context = reading.counted[here]
    fixed = context.unit is not None or reading.figures[here].counts == "age"
    return len(days) > 1 and not fixed
