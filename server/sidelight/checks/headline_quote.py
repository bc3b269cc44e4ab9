"""Headline quote not in the text

The headline has words in quotation marks that the text does not have in that form.

## Why it matters

Quotation marks say: these are the speaker's own words. Many readers see the
headline alone.

## What it does not mean

Headlines are short, and somebody other than the reporter often writes them. The
text may carry the sense of the words, and the speaker may have said them.

## Marked

> # Mayor: <mark>‘Bridge will never open’</mark>
>
> The mayor, Mara Ellis, said on Monday that the bridge would stay shut for the time
> being. She gave no date.

## Not marked

The words stand in the text, but for capitals and punctuation:

> # Mayor: ‘Bridge Will Never Open’
>
> "The bridge will never open," said the mayor, Mara Ellis, on Monday.

One word at arm's length:

> # Mayor shuts ‘temporary’ bridge
>
> The mayor, Mara Ellis, shut the bridge on Monday.

## Known misses

A quotation without quotation marks:

> # Mayor: Bridge will never open
>
> The mayor, Mara Ellis, said on Monday that the bridge would stay shut for the time
> being.
"""

import re
from collections.abc import Iterator

from sidelight.messages import counted, message
from sidelight.model import Comparison, Finding, Quotation, Reading

ID = "headline-quote"
LABEL = "Headline quote not in the text"
FAMILY = "time-and-headline"
VERSION = 1
NEEDS = frozenset({"title", "whole-text"})

FEWEST_WORDS = 2  # one word in marks holds a word at arm's length
_WORD = re.compile(r"[^\W_]+")
_LEFT_OUT = re.compile(r"…|\.\.\.|\[[^\]]*\]")


def check(reading: Reading, _: Comparison) -> Iterator[Finding]:
    """Mark each quotation of the headline that the text does not have."""
    title = reading.article.title or ""
    for quotation in reading.headline:
        pieces = _pieces(title, quotation)
        if sum(map(len, pieces)) < FEWEST_WORDS or _stands(pieces, reading):
            continue
        yield Finding(
            span=quotation.span,
            part="title",
            message=counted(
                "These words stand in quotation marks in the headline. They were not "
                "found in that form in the %(number)d word read.",
                "These words stand in quotation marks in the headline. They were not "
                "found in that form in the %(number)d words read.",
                len(reading.words),
            ),
            next=message("Find who is quoted in the text, and compare the words."),
        )


def _pieces(title: str, quotation: Quotation) -> list[tuple[str, ...]]:
    """Return the words of a quotation, apart where words were left out."""
    parts = _LEFT_OUT.split(quotation.inner.of(title))
    found = [tuple(w.lower() for w in _WORD.findall(part)) for part in parts]
    return [words for words in found if words]


def _stands(pieces: list[tuple[str, ...]], reading: Reading) -> bool:
    """Tell whether the text has all the pieces, each word for word."""
    text = f" {' '.join(reading.words.folded)} "
    return all(f" {' '.join(words)} " in text for words in pieces)
