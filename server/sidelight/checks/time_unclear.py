"""When was this?

The report says "last week", "on Tuesday" or "recently", and no day of publication was
found to count from.

## Why it matters

"Last week" is another week for every day on which it may have been written. Old reports
travel again as new ones, and lose their date on the way.

## What it does not mean

The date may stand on the page where it was not found, or in the address. Whoever wrote
the report knew which day was meant.

## Marked

> The council voted on <mark>Tuesday</mark> to close the bridge. <mark>Last week</mark> a
> crack had been found.

> <mark>Recent</mark> floods have washed away the road to Hadley.

## Not marked

The day of publication is known:

> Page: published 2025-06-27
>
> The council voted on Tuesday to close the bridge. Last week a crack had been found.

A date stands in the same paragraph:

> On 24 June 2025 the council met. By Friday the bridge was closed.

Counted from the story, and not from the day of writing:

> The next day the council voted. Three days later the bridge was closed.

No day is meant:

> The market is held every Tuesday. Children of today know no other, and it is as loud
> today as it was in 1987.

## Known misses

A day and a month without the year:

> The council voted on June 24 to close the bridge.
"""

import re
from collections.abc import Iterator

from sidelight.messages import message
from sidelight.model import Comparison, DateMention, Finding, Reading, Span
from sidelight.readings.spans import BySpan

ID = "time-unclear"
LABEL = "When was this?"
FAMILY = "time-and-headline"
VERSION = 1
NEEDS: frozenset[str] = frozenset()

# An address such as /2025/06/27/ or 2025-06-27 dates the page.
_DATED_ADDRESS = re.compile(r"\b(?:19|20)\d\d([/-])(?:0?[1-9]|1[0-2])\1[0-3]?\d\b")
# Counted from another day of the story: "the next day", "three days later".
_FROM_THE_STORY = re.compile(
    r"(?:following|previous|preceding|same|that)\b|\w+ in the (?:day|week|month|year)|.*\d.*\b(?:later|earlier|before|after)$"
    r"|(?:an?|the|\w+)(?:-\w+)? (?:day|week|fortnight|weekend|month|year|decade)s? "
    r"(?:later|earlier|before|after)$",
    re.IGNORECASE,
)
_NEXT_UNIT = re.compile(r"(?:next|last) (?:day|week|month|year)s?$", re.IGNORECASE)
_THE = re.compile(r"\bthe\s$", re.IGNORECASE)
# "Children of today", "still there today", "as loud today as then": no day is meant.
_NO_DAY_BEFORE = re.compile(
    r"\b(?:of|than|like|until|even|from)\s$"
    r"|\b(?:still|even|remain\w*|as\s\w+|to\s(?:him|her|them|us))\b[^.!?]{0,40}$",
    re.IGNORECASE,
)
_NO_DAY_AFTER = re.compile(
    r"['’]s\b|\sas\s|\s(?:than|and\stomorrow)\b"
    r"|,\s(?:[\w’']+\s){1,5}(?:is|are|has|have|lives?|remains?)\s"
)
# "Recent graduates" are a kind of people, "recent memory" is no time.
_NO_TIME_AFTER = re.compile(
    r"\s(?:\w+\s)?(?:graduates?|grads?|immigrants?|migrants?|arrivals?|converts?|"
    r"retirees?|widow\w*|memory|history|times)\b",
    re.IGNORECASE,
)
HEAD = 60  # code points at the head of the text in which a dateline has its date
_REACH = 60


def check(reading: Reading, _: Comparison) -> Iterator[Finding]:
    """Mark each time that is counted from a day of writing nobody knows."""
    if _is_dated(reading):
        return
    sentences = BySpan(reading.sentences, lambda sentence: sentence.span)
    dated = {
        sentence.paragraph
        for date in reading.dates
        if _is_full(date)
        for sentence in sentences.overlapping(date.span)
    }
    for date in reading.dates:
        if date.known != "relative" or date.recurring:
            continue
        if any(s.paragraph in dated for s in sentences.overlapping(date.span)):
            continue
        if not _is_from_today(reading, date):
            continue
        yield Finding(
            span=date.span,
            message=message(
                "No day of publication was found, so that this time cannot be placed "
                "on the calendar."
            ),
            next=message(
                "Search for the headline to see when the report first appeared."
            ),
        )


def _is_dated(reading: Reading) -> bool:
    """Tell whether the report is dated: by its page, address, dateline or last line."""
    article = reading.article
    if article.published or _DATED_ADDRESS.search(article.url or ""):
        return True
    return any(
        _is_full(date) and (date.span.end <= HEAD or _stands_alone(reading, date.span))
        for date in reading.dates
    )


def _is_full(date: DateMention) -> bool:
    return date.known == "day" and not date.counted


def _stands_alone(reading: Reading, span: Span) -> bool:
    """Tell whether a date is a line of its own: "Published: 27 June 2025"."""
    start = reading.text.rfind("\n", 0, span.start) + 1
    end = reading.text.find("\n", span.end)
    line = reading.text[start : end if end >= 0 else len(reading.text)]
    return len(line) <= HEAD and not line.rstrip().endswith((".", "!", "?", "”", '"'))


def _is_from_today(reading: Reading, date: DateMention) -> bool:
    """Tell whether a time is counted from the day of writing."""
    text, words = reading.text, date.span.of(reading.text)
    before = text[max(0, date.span.start - _REACH) : date.span.start]
    after = text[date.span.end : date.span.end + _REACH]
    if _FROM_THE_STORY.match(words):
        return False
    if _NEXT_UNIT.match(words) and _THE.search(before):
        return False
    if words.lower() in {"recent", "recently"}:
        return not _NO_TIME_AFTER.match(after)
    quoted = [q.inner for q in reading.quotations if q.inner.covers(date.span)]
    if words.lower() in {"today", "tomorrow"}:
        if _NO_DAY_BEFORE.search(before) or _NO_DAY_AFTER.match(after):
            return False
        if words.lower() == "today" and quoted:  # "the challenge we face today"
            return False
    return date.span not in quoted  # "Yesterday" is a song
