"""Reports use different names for this

This report has one side's word for a thing, in the writer's own voice; another report
of the same event has the other side's word for it, or a word of neither.

## Why it matters

What a thing is called can settle in a word what the dispute is about. Beside the word
that another newsroom chose, the choice shows.

## What it does not mean

No word is called right. The list of such words is public and holds both sides' terms
for every dispute on it; it is short, and what is not on it is not compared.

## Marked

> At Orsolt the council taxed homes with a spare room; the <mark>bedroom tax</mark> came
> into force in May, and Hadley tenants will pay it.
>
> > At Orsolt the council cut the spare room subsidy in May. Hadley tenants with a spare
> > room will pay for it.

## Not marked

A term in a quotation:

> At Orsolt the council taxed homes with a spare room. “The bedroom tax is cruel,” said
> Hadley tenants in May.
>
> > At Orsolt the council cut the spare room subsidy in May. Hadley tenants with a spare
> > room will pay for it.

This report has the neutral word as well:

> Homes in Judea and Samaria were shut at Orsolt's wish. The West Bank homes will open in
> May, the Hadley council said.
>
> > Homes in the West Bank were shut at Orsolt's wish and open in May, the Hadley council
> > said.

Both reports use one word:

> At Orsolt the council taxed homes with a spare room; the bedroom tax came into force
> in May, and Hadley tenants will pay it.
>
> > Hadley tenants with a spare room at Orsolt will pay the bedroom tax to the council.

## Known misses

Words that are not on the list:

> At Orsolt the council shut its “play street” in May; the car-hating scheme had cost
> Hadley shops their trade.
>
> > At Orsolt the council shut its play street in May. The road safety scheme had cost
> > Hadley shops some trade.
"""

from collections.abc import Iterator

from sidelight.messages import message, sentences
from sidelight.model import Comparison, Evidence, Finding, PartyTerm, Reading
from sidelight.readings.own_voice import OwnVoice
from sidelight.related.namings import Use, neutral, uses

ID = "naming-differs"
LABEL = "Reports use different names for this"
FAMILY = "other-reports"
VERSION = 1
NEEDS = frozenset({"reports"})


def check(reading: Reading, comparison: Comparison) -> Iterator[Finding]:
    """Mark each term of one side that another report has another word for."""
    own_voice = OwnVoice(reading)
    terms = [term for term in reading.party_terms if own_voice.has(term.span)]
    seen = set[str]()
    for term in terms:
        if term.names != "thing" or term.issue in seen:
            continue
        seen.add(term.issue)
        if any(t.issue == term.issue and t.side != term.side for t in terms):
            continue
        if neutral(reading, term, own_voice):
            continue
        found = list(_others(term, comparison))
        if found:
            yield _finding(term, term.span.of(reading.text), found, comparison)


def _others(term: PartyTerm, comparison: Comparison) -> Iterator[tuple[int, Use]]:
    """Yield, for each report, the word it has instead."""
    for number, report in enumerate(comparison.reports):
        use = uses(report.reading, term)
        if use is not None:
            yield number, use


def _finding(
    term: PartyTerm,
    words: str,
    found: list[tuple[int, Use]],
    comparison: Comparison,
) -> Finding:
    first = next((use for _, use in found if use.side), found[0][1])
    text = comparison.reports[next(n for n, use in found if use is first)].reading.text
    here, there = {"word": words, "side": message(term.side)}, first.span.of(text)
    if first.side:
        said = message(
            "“%(word)s” is a word used by %(side)s; another report has “%(other)s”, a "
            "word used by %(its_side)s.",
            **here,
            other=there,
            its_side=message(first.side),
        )
    else:
        said = message(
            "“%(word)s” is a word used by %(side)s; another report has “%(other)s”, a "
            "word of neither side.",
            **here,
            other=there,
        )
    return Finding(
        span=term.span,
        message=sentences(said, message("Neither word is called right.")),
        next=message(
            "See how a reference work introduces the dispute about %(issue)s.",
            issue=message(term.issue),
        ),
        evidence=tuple(Evidence(number, use.span) for number, use in found),
    )
