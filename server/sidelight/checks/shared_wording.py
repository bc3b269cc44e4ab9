"""Same wording as another report

Twelve or more running words of this report stand in another one too, outside
quotation marks and without a credit.

## Why it matters

Five reports in the same words may rest on one source. What looks confirmed by
many may have been written once.

## What it does not mean

Copying is ordinary: agencies sell their copy, and press releases are there to be
used. The note does not say who wrote the words first.

## Marked

> The council met late. <mark>The bridge over the river was shut after cracks were found
> in two of its pillars</mark> by a diver.
>
> > A crowd came. The bridge over the river was shut after cracks were found in two of
> > its pillars last week.

## Not marked

A quotation:

> "The bridge over the river was shut after cracks were found in two of its
> pillars," she said.
>
> > "The bridge over the river was shut after cracks were found in two of its
> > pillars," she said.

A title:

> Army General Mara Ellis, Chief of the Joint Staff of the Orsolt Armed Forces and
> Head of the Hadley War College, resigned.
>
> > It was Army General Mara Ellis, Chief of the Joint Staff of the Orsolt Armed
> > Forces and Head of the Hadley War College, who left.

## Known misses

The same words with every sixth one changed:

> The old bridge over the river was closed after deep cracks were found in two of
> its pillars.
>
> > The bridge over this river was shut after cracks were seen in two of the pillars.
"""

from collections.abc import Iterator

from sidelight.model import (
    Article,
    Comparison,
    Evidence,
    Finding,
    Reading,
    SharedPassage,
    Span,
)

ID = "shared-wording"
LABEL = "Same wording as another report"
FAMILY = "other-reports"
VERSION = 1
NEEDS = frozenset({"reports"})

FEWEST_WORDS = 12


def check(reading: Reading, comparison: Comparison) -> Iterator[Finding]:
    """Mark each long passage that other reports have word for word."""
    own = [p.here for p in comparison.passages if _credits(reading, p, comparison)]
    long = [
        passage
        for passage in comparison.passages
        if _counts(reading, passage, comparison)
        and not any(credited.overlaps(passage.here) for credited in own)
    ]
    for group in _overlapping(long):
        longest = max(group, key=lambda p: p.words)
        reports = {p.report: p for p in sorted(group, key=lambda p: p.words)}
        others = (
            "another report" if len(reports) == 1 else f"{len(reports)} other reports"
        )
        yield Finding(
            span=longest.here,
            message=(
                f"{longest.words} running words stand in {others} too. "
                "This does not say who wrote them first."
            ),
            next="Look for a press release or an agency report that both may rest on.",
            evidence=tuple(Evidence(n, p.there) for n, p in sorted(reports.items())),
        )


def _counts(reading: Reading, passage: SharedPassage, comparison: Comparison) -> bool:
    there = comparison.reports[passage.report].reading
    return (
        passage.words >= FEWEST_WORDS
        and not _credited(reading, there)
        and _unquoted_words(reading, passage.here) >= FEWEST_WORDS
        and _unquoted_words(there, passage.there) >= FEWEST_WORDS
    )


def _credits(reading: Reading, passage: SharedPassage, comparison: Comparison) -> bool:
    """Tell whether this report says where it has a passage from."""
    there = comparison.reports[passage.report].reading
    return passage.words >= FEWEST_WORDS and (
        _is_agency(there) or _names(reading, there.article)
    )


def _is_agency(reading: Reading) -> bool:
    return (reading.article.label or "").lower() == "agency"


def _credited(one: Reading, other: Reading) -> bool:
    """Tell whether one of two reports is agency copy, or names the other."""
    if _is_agency(one) or _is_agency(other):
        return True
    return _names(one, other.article) or _names(other, one.article)


def _names(reading: Reading, other: Article) -> bool:
    """Tell whether a report's text or byline names the other's publisher."""
    said = f"{reading.text}\n{reading.article.author or ''}".lower()
    publisher = (other.publisher or "").lower()
    return bool(publisher) and publisher in said


def _unquoted_words(reading: Reading, span: Span) -> int:
    """Return the longest run of words of `span` outside quotation marks."""
    words = reading.words
    quoted = [q.span for q in reading.quotations if q.span.overlaps(span)]
    longest = run = 0
    for start, end in zip(words.starts, words.ends, strict=True):
        if start < span.start or end > span.end:
            continue
        run = 0 if any(q.covers(Span(start, end)) for q in quoted) else run + 1
        longest = max(longest, run)
    return longest


def _overlapping(passages: list[SharedPassage]) -> Iterator[list[SharedPassage]]:
    """Yield the passages grouped by the stretch of this report they lie in."""
    group: list[SharedPassage] = []
    end = -1
    for passage in sorted(passages, key=lambda p: (p.here, p.report)):
        if group and passage.here.start >= end:
            yield group
            group = []
        group.append(passage)
        end = max(end, passage.here.end)
    if group:
        yield group
