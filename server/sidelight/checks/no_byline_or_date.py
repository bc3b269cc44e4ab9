"""No author or date found

The page names no author, or no day of publication, where such things are told.

## Why it matters

A name can be looked up and asked. A date says whether "this week" is this week. Old
stories travel again as new ones, and lose their date on the way.

## What it does not mean

Many good newsrooms print reports without a name, agencies above all. The author or
the date may stand on the page where no machine looks for it.

## Marked

> <mark>Page</mark>: published 2025-06-27
>
> The bridge at Hadley was closed on Monday. A crack had been found.

> <mark>Page</mark>: author Mara Ellis
>
> The bridge at Hadley was closed on Monday. A crack had been found.

## Not marked

Both are there:

> Page: author Mara Ellis; published 2025-06-27
>
> The bridge at Hadley was closed on Monday. A crack had been found.

The text itself opens with them:

> Page: publisher Orsolt Courier
>
> By Mara Ellis
>
> 27 June 2025
>
> The bridge at Hadley was closed on Monday. A crack had been found.

Pasted text, which brings no page along:

> The bridge at Hadley was closed on Monday. A crack had been found.

## Known misses

A name that is nobody's:

> Page: author Web Desk; published 2025-06-27
>
> The bridge at Hadley was closed on Monday. A crack had been found.
"""

import re
from collections.abc import Iterator

from sidelight.messages import Message, message, row, sentences
from sidelight.model import Article, Comparison, Finding, Reading, Sentence, Span

ID = "no-byline-or-date"
LABEL = "No author or date found"
FAMILY = "page"
VERSION = 1
NEEDS: frozenset[str] = frozenset()

AT_THE_EDGE = 3  # paragraphs at either end in which a byline or a date may stand
LONGEST_LINE = 120  # code points of a line that is a byline and no paragraph
_BYLINE = re.compile(
    r"(?i:(?:words |written |reported |reporting |story )?by[\s:]+)"
    r"[A-ZÀ-Þ][\w.’'-]*\s+(?:\w{1,3}\s+)?[A-ZÀ-Þ]"
)
_PLACES = {
    "json-ld": "JSON-LD",
    "meta": message("meta tags"),
    "byline": message("the byline"),
    "time": message("time elements"),
}


_LACKING = {
    ("author", "date"): message(
        "No author and no publication date were found on this page."
    ),
    ("author",): message("No author was found on this page."),
    ("date",): message("No publication date was found on this page."),
}


def check(reading: Reading, _: Comparison) -> Iterator[Finding]:
    """Say which of author and date was not found on a page, and where we looked."""
    if not _is_page(reading.article):
        return
    lacking = [
        what
        for what, is_known in (
            ("author", reading.article.author or _has_byline(reading)),
            ("date", reading.article.published or _has_date(reading)),
        )
        if not is_known
    ]
    if not lacking:
        return
    yield Finding(
        span=None,
        part="article",
        message=sentences(
            _LACKING[tuple(lacking)],
            message("Looked at: %(places)s.", places=_looked_in(reading.article)),
        ),
        next=(
            message(
                "Look for a name at the foot of the page or in the publisher's imprint."
            )
            if lacking == ["author"]
            else message("Search for the headline to see when it first appeared.")
        ),
    )


def _is_page(article: Article) -> bool:
    """Tell whether a page was seen: pasted text and feeds bring none along."""
    return article.kind == "page" or (article.kind is None and bool(article.looked_in))


def _looked_in(article: Article) -> Message:
    places = [_PLACES.get(p.lower(), p) for p in article.looked_in]
    return row(places or [message("what was sent")])


def _edges(reading: Reading) -> Iterator[list[Sentence]]:
    """Yield the short paragraphs at both ends of the text, each as its sentences."""
    last = reading.sentences[-1].paragraph if reading.sentences else 0
    for number in sorted(
        {*range(AT_THE_EDGE), *range(last - AT_THE_EDGE + 1, last + 1)}
    ):
        inside = [s for s in reading.sentences if s.paragraph == number]
        if inside and inside[-1].span.end - inside[0].span.start <= LONGEST_LINE:
            yield inside


def _has_byline(reading: Reading) -> bool:
    """Tell whether a line such as "By Mara Ellis" opens or ends the text."""
    for line in _edges(reading):
        span = Span(line[0].span.start, line[-1].span.end)
        is_sentence = span.of(reading.text).endswith((".", "!", "?"))
        if _BYLINE.match(reading.text, span.start) and not is_sentence:
            return True
    return False


def _has_date(reading: Reading) -> bool:
    """Tell whether a line that opens or ends the text holds a date in full."""
    lines = list(_edges(reading))
    return any(
        date.known == "day"
        and not date.counted
        and line[0].span.start <= date.span.start < line[-1].span.end
        for date in reading.dates
        for line in lines
    )
