"""Document mentioned, not linked

The report rests on a study, a ruling, a letter or another document, and none of the
page's links was found to lead to it.

## Why it matters

Whoever can open the document can see what it says, how it knows, and what was left out.
A link is the least trouble a page can take.

## What it does not mean

The document may be on paper, or behind a wall. Many newsrooms link to nothing, as a rule
of the house. Nothing is said of how well the document is told.

## Marked

> Page: no links
>
> <mark>A report by the Orsolt audit office</mark> found that the bridge at Hadley had not
> been looked at for nine years.

> Page: link "The mayor's page" https://orsolt.example/mayor
>
> The bridge is unsafe, according to <mark>the Tamrin Institute study of March</mark>.

## Not marked

It is linked:

> Page: link "audit office found" https://audit.example/2025-14.pdf
>
> A report by the Orsolt audit office found that the bridge at Hadley had not been looked
> at for nine years.

It is given with its title and date, or is not out:

> Page: no links
>
> A report by the Orsolt audit office, “Bridges and Their Keepers”, found in March 2025
> that nobody had looked. A letter from the mayor, seen by the Courier, said so too.

Pasted text, which brings no links along:

> A report by the Orsolt audit office found that nobody had looked.

## Known misses

A document that is named and not quoted from:

> Page: no links
>
> The council had the audit of the Hadley bridge in its drawer for a year.
"""

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from sidelight.messages import counted, message, sentences
from sidelight.model import Comparison, Document, Finding, Link, Reading
from sidelight.readings.words import STOP_WORDS, stem

ID = "document-not-linked"
LABEL = "Document mentioned, not linked"
FAMILY = "what-it-rests-on"
VERSION = 1
NEEDS = frozenset({"links"})

# Where documents are kept: any link there may be the one.
_KEPT = re.compile(
    r"(?:^|\.)(?:gov|mil|int|edu)(?:$|\.)|(?:^|\.)(?:ac|gc|gob|gouv)\.|court|parliament|"
    r"congress|europa\.eu|doi\.org|arxiv|ssrn|pubmed|nature\.com|sciencemag|science\.org|"
    r"thelancet|nejm|bmj|plos|jamanetwork|springer|wiley|tandfonline|researchgate|"
    r"documentcloud|scribd|un\.org|oecd|worldbank|imf\.org|pewresearch|rand\.org|nber"
)
_PAPER = re.compile(r"\.(?:pdf|docx?|xlsx?|csv)(?:$|[?#])", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]{3,}")
FEWEST_COMMON = 2  # stems in common between a link's words and the sentence
SHORTEST_ANCHOR = 4  # code points of a link's words that stand in the sentence


def check(reading: Reading, _: Comparison) -> Iterator[Finding]:
    """Mark each document that no link of the page was found to lead to."""
    links = reading.article.links
    if links is None or any(_may_be_kept(link) for link in links):
        return
    for document in reading.documents:
        if document.told or not document.obtainable:
            continue
        if any(_leads_to(link, document, reading) for link in links):
            continue
        yield Finding(
            span=document.span,
            message=sentences(
                message("The report rests on this document."),
                counted(
                    "The %(number)d link in its text was not found to lead there.",
                    "None of the %(number)d links in its text was found to lead there.",
                    len(links),
                )
                if links
                else message("There is no link in its text."),
            ),
            next=message(
                "Search for the %(document)s by who wrote it and when.",
                document=document.noun,
            ),
        )


def _may_be_kept(link: Link) -> bool:
    """Tell whether a link leads to a file, or to where documents are kept."""
    try:
        host = urlsplit(link.href).hostname or ""
    except ValueError:
        return False
    return bool(_KEPT.search(host) or _PAPER.search(link.href))


def _leads_to(link: Link, document: Document, reading: Reading) -> bool:
    """Tell whether a link may lead to a document: by its words or its address."""
    sentence = reading.sentences[document.sentence].span.of(reading.text)
    words = link.text.strip()
    if len(words) >= SHORTEST_ANCHOR and words.lower() in sentence.lower():
        return True
    if stem(document.noun.split()[-1]) in _stems(words) | _stems(link.href):
        return True
    return len(_stems(words) & _stems(sentence)) >= FEWEST_COMMON


def _stems(text: str) -> set[str]:
    words = (word.lower() for word in _WORD.findall(text))
    return {stem(word) for word in words if word not in STOP_WORDS}
