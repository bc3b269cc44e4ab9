"""Same wording as another report

Twelve or more running words of this report stand in another one too, or sixteen and
more with hardly a word exchanged, outside quotation marks and without a credit.

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

A word exchanged here and there:

> <mark>The storm tore the roofs from more than forty houses in the old quarter and left
> most of the town without power until the next morning</mark>, a shopkeeper said.
>
> > It was a bad night. The storm tore the roofs from over forty houses in the old
> > quarter and left most of the city without power until the next morning.

## Not marked

A quotation:

> "The bridge over the river was shut after cracks were found in two of its
> pillars," she said.
>
> > "The bridge over the river was shut after cracks were found in two of its
> > pillars," she said.

The line of a picture, which agencies send along:

> The bridge over the river was shut after cracks were found in two of its
> pillars. (Mara Ellis/Quill)
>
> > The bridge over the river was shut after cracks were found in two of its
> > pillars. (Mara Ellis/Quill)

A title:

> Army General Mara Ellis, Chief of the Joint Staff of the Orsolt Armed Forces and
> Head of the Hadley War College, resigned.
>
> > It was Army General Mara Ellis, Chief of the Joint Staff of the Orsolt Armed
> > Forces and Head of the Hadley War College, who left.

A long quotation with the words that say whose it is:

> "The bridge over the river was shut after cracks were found in two of its
> pillars," said Mara Ellis, an engineer and the author of a short history of bridges.
>
> > "The bridge over the river was shut after cracks were found in two of its
> > pillars," said Mara Ellis, an engineer and the author of a short history of bridges.

A place with all its names:

> It lay in the village of Lower Kelderby in the county of Marle, in Hadley’s Orsolt
> Province, at noon.
>
> > Nobody came to the village of Lower Kelderby in the county of Marle, in Hadley’s
> > Orsolt Province, on Monday.

## Known misses

The same words with every sixth one changed:

> The old bridge over the river was closed after deep cracks were found in two of
> its pillars.
>
> > The bridge over this river was shut after cracks were seen in two of the pillars.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from sidelight.messages import Message, counted, message, sentences
from sidelight.model import (
    Article,
    Comparison,
    Evidence,
    Finding,
    Reading,
    SharedPassage,
    Span,
)
from sidelight.readings.words import STOP_WORDS

ID = "shared-wording"
LABEL = "Same wording as another report"
FAMILY = "other-reports"
VERSION = 3
NEEDS = frozenset({"reports"})

FEWEST_WORDS = 12
FEWEST_NEARLY = 16  # where a word was changed on the way
FEWEST_TELLING = 3  # words with content and without a capital
MOSTLY_QUOTED = 0.4  # share of the words of a sentence
WHOLE_QUOTATION = 8  # words; who said so many of them, and where, is their credit

# "ORSOLT (Agency) - The bridge", or an agency's line at the end of its copy.
_DATELINE = re.compile(r"[^\n(]{2,60}\(([A-Z][\w.’' ]{1,30})\)\s?[-–—]")
_COPYRIGHT = re.compile(
    r"(?:Copyright|©|\(c\))\s?(?:\d{4})?\s?(?:The\s)?([A-Z][^\n.,]{1,30})"
)
# The small print, a caption, a post that was put into the page, somebody's own words.
_NOT_REPORTING = re.compile(
    r":\s*\n|\ball rights reserved\b|\bmay not be (?:published|reproduced)|https?://|\bpic\.\w|"
    r"\(@\w|\b(?:file|undated|handout) (?:photo|picture|image)\b|\bphoto(?:graph)? "
    r"(?:released|provided|taken)\b|\bI\b(?!\.)|\bsubscribe\b|\bsign up\b|\bnewsletter",
    re.IGNORECASE,
)

_BEFORE = 40  # code points before a passage
_COLON = re.compile(r"(?:\b[a-z]\w*:|:\s*\n)\s*[“‘\"']?$")
# A quotation that opens before a passage and does not close in it.
_OPENED = re.compile(r"(?:^|[\s(])['\"“‘]$")
_CLOSED = re.compile(r"['\"”’](?:[\s,.;:?!)]|$)")
# A picture's line: "(A. Name/Agency)" behind it, or how galleries count their pictures.
_PICTURED = re.compile(r"\([A-Z][^()\n]{1,40}/\s?[A-Z]")
_GALLERY = re.compile(
    r"\bhide caption\b|\b\d+ of \d+ (?:photos|images|pictures|slides)\b", re.IGNORECASE
)
_SIGNED = re.compile(r"[^\w\n]{0,3}\s?(?:pic\.|https?:|[—–-]+\s?[^\n]{1,40}\(@)")


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
        yield Finding(
            span=longest.here,
            message=sentences(
                _how_many(longest, len(reports)),
                message("This does not say who wrote them first."),
            ),
            next=message(
                "Look for a press release or an agency report that both may rest on."
            ),
            evidence=tuple(Evidence(n, p.there) for n, p in sorted(reports.items())),
        )


def _how_many(passage: SharedPassage, reports: int) -> Message:
    if passage.changed:
        return counted(
            "%(words)d words stand, nearly word for word, in another report too.",
            "%(words)d words stand, nearly word for word, in %(number)d other reports "
            "too.",
            reports,
            words=passage.words,
        )
    return counted(
        "%(words)d running words stand in another report too.",
        "%(words)d running words stand in %(number)d other reports too.",
        reports,
        words=passage.words,
    )


def _long(passage: SharedPassage) -> bool:
    return passage.words >= (FEWEST_NEARLY if passage.changed else FEWEST_WORDS)


def _counts(reading: Reading, passage: SharedPassage, comparison: Comparison) -> bool:
    there = comparison.reports[passage.report].reading
    own, theirs = _own_words(reading, passage.here), _own_words(there, passage.there)
    return (
        _long(passage)
        and not _credited(reading, there)
        and not _NOT_REPORTING.search(passage.here.of(reading.text))
        and not _is_caption(reading.text, passage.here)
        and not _is_caption(there.text, passage.there)
        and not _introduced(reading.text, passage.here)
        and not _introduced(there.text, passage.there)
        and min(len(own), len(theirs)) >= FEWEST_WORDS
        and (_tells(reading, own) or _tells(there, theirs))
    )


def _tells(reading: Reading, own: Sequence[int]) -> bool:
    """Tell whether words say something, and are not names alone."""
    words = reading.words
    telling = [
        n
        for n in own
        if words.folded[n] not in STOP_WORDS and reading.text[words.starts[n]].islower()
    ]
    return len(telling) >= FEWEST_TELLING


def _introduced(text: str, span: Span) -> bool:
    """Tell whether a passage is a document or a post set off, or somebody's words."""
    before = text[max(0, span.start - _BEFORE) : span.start]
    opened = _OPENED.search(before) and not _CLOSED.search(span.of(text))
    return bool(opened or _COLON.search(before) or _SIGNED.match(text, span.end))


def _is_caption(text: str, span: Span) -> bool:
    """Tell whether a passage is a picture's line, or any line that is no sentence."""
    end = text.find("\n", span.end)
    line = text[span.start : end if end >= 0 else len(text)].rstrip()
    return bool(
        _PICTURED.search(text, span.start, span.end + _BEFORE)
        or _GALLERY.search(text, max(0, span.start - _BEFORE), span.end + _BEFORE)
        or line[-1:].isalnum()
    )


def _credits(reading: Reading, passage: SharedPassage, comparison: Comparison) -> bool:
    """Tell whether this report says where it has a passage from."""
    there = comparison.reports[passage.report].reading
    return _long(passage) and (_is_agency(there) or _names(reading, there.article))


def _is_agency(reading: Reading) -> bool:
    return (reading.article.label or "").lower() == "agency"


def _credited(one: Reading, other: Reading) -> bool:
    """Tell whether one of two reports is agency copy, or names the other.

    So it is where both name one agency; and a publisher's own needs no credit.
    """
    if _is_agency(one) or _is_agency(other):
        return True
    if one.article.publisher and one.article.publisher == other.article.publisher:
        return True
    if _names_agency_of(one, other) or _names_agency_of(other, one):
        return True
    return _names(one, other.article) or _names(other, one.article)


def _names_agency_of(one: Reading, other: Reading) -> bool:
    """Tell whether a report names the agency that the other's copy is from."""
    said = f"{one.text}\n{one.article.author or ''}"
    lines = _DATELINE.match(other.text), _COPYRIGHT.search(other.text)
    return any(line and line[1].strip() in said for line in lines)


def _names(reading: Reading, other: Article) -> bool:
    """Tell whether a report's text or byline names the other's publisher."""
    said = f"{reading.text}\n{reading.article.author or ''}".lower()
    publisher = (other.publisher or "").lower()
    return bool(publisher) and publisher in said


def _own_words(reading: Reading, span: Span) -> list[int]:
    """Return the numbers of the words of `span` that are the writer's.

    These stand outside quotation marks, and are no credit of a long quotation.
    """
    words = reading.words
    not_own = [
        *(q.span for q in reading.quotations if q.span.overlaps(span)),
        *_credits_of_quotations(reading, span),
    ]
    first = bisect_left(words.starts, span.start)
    return [
        n
        for n in range(first, bisect_right(words.ends, span.end))
        if not any(q.covers(Span(words.starts[n], words.ends[n])) for q in not_own)
    ]


def _credits_of_quotations(reading: Reading, span: Span) -> Iterator[Span]:
    """Yield the sentences of `span` that are a long quotation with who said it."""
    for attribution in reading.attributions:
        sentence = reading.sentences[attribution.sentence].span
        cue = attribution.cue
        if attribution.type != "direct" or cue is None or not cue.overlaps(span):
            continue
        quoted = [q.span for q in reading.quotations if q.span.overlaps(sentence)]
        if any(q.covers(cue) for q in quoted):
            continue
        words = sum(len(q.of(reading.text).split()) for q in quoted)
        every = len(sentence.of(reading.text).split())
        if words >= max(WHOLE_QUOTATION, MOSTLY_QUOTED * every):
            yield sentence


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
