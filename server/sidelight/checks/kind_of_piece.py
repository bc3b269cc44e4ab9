"""Labelled opinion / sponsored / agency

The page itself says that it is more or other than a news report by its own staff:
opinion, paid for, from a news agency.

## Why it matters

An opinion piece argues, a sponsored one sells, and an agency's report stands in many
papers at once. The label is often small, and lost when a link is passed on.

## What it does not mean

The label is the publisher's own and is repeated here. Nothing is said about what the
piece is worth; most opinion pieces are signed and careful.

## Marked

> <mark>Page</mark>: label opinion
>
> The council has dithered for two years, and the tram is late again.

> <mark>Page</mark>: label sponsored
>
> A weekend in Orsolt begins with a good breakfast.

## Not marked

A piece that argues and has no label; Sidelight never guesses:

> Page: author Mara Ellis
>
> In this writer's opinion the council has dithered for two years.

A page that calls itself news:

> Page: label NewsArticle
>
> The council voted on Monday to close the bridge.

## Known misses

A label that stands in the text alone:

> Page: author Mara Ellis
>
> Advertisement feature
>
> A weekend in Orsolt begins with a good breakfast.
"""

import re
from collections.abc import Iterator

from sidelight.messages import message
from sidelight.model import Comparison, Finding, Reading

ID = "kind-of-piece"
LABEL = "Labelled opinion / sponsored / agency"
FAMILY = "page"
VERSION = 1
NEEDS: frozenset[str] = frozenset()

LONGEST = 60  # code points; what is longer is a sentence and no label
_PLAIN_NEWS = re.compile(
    r"(?:news|report|reportage|article|story|page|web ?page|blog ?posting)"
    r"(?: ?(?:news|report|article|story))?",
    re.IGNORECASE,
)
_NEXT = {
    "opinion": message(
        "Find a news report of the event, and see which facts the piece rests on."
    ),
    "sponsored": message(
        "Find out who paid for the piece, and what it would have you do."
    ),
    "agency": message(
        "See which other papers carry the agency's report, and what each left out."
    ),
}
_KINDS = {
    "opinion": re.compile(
        r"opinion|comment|editorial|column|analysis|review", re.IGNORECASE
    ),
    "sponsored": re.compile(r"sponsor|advert|paid|partner|promot|brand", re.IGNORECASE),
    "agency": re.compile(r"agency|wire|syndicat", re.IGNORECASE),
}


def check(reading: Reading, _: Comparison) -> Iterator[Finding]:
    """Repeat the label of the page, if it has one beside "news"."""
    label = (reading.article.label or "").strip()
    if not label or len(label) > LONGEST or _PLAIN_NEWS.fullmatch(label):
        return
    kind = next((name for name, words in _KINDS.items() if words.search(label)), "")
    yield Finding(
        span=None,
        part="article",
        message=message("The page labels this piece “%(label)s”.", label=label),
        next=_NEXT.get(
            kind, message("Find out what the publisher means by this label.")
        ),
    )
