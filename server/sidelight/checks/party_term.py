"""One side's term

A label that one side of a dispute uses stands here in the writer's own words.

## Why it matters

Two sides seldom call a thing by the same name, and a name can settle a question before
it is asked. A term passes from a speaker to a report, and from there to its readers.

## What it does not mean

The term may be the usual one where the report was written, or the shorter one. Nothing
is said of which side is right. The list of terms is public, and every line of it has
terms of both sides.

## Marked

> The minister met <mark>union bosses</mark> on Monday, and the strike went on.

> Both were <mark>undocumented immigrants</mark>, and were set free on Monday.

> Both were <mark>illegal aliens</mark>, and were set free on Monday.

## Not marked

In quotation marks, or on somebody's word:

> The minister said he would never talk to union bosses while the strike went on.

> The new "death tax" comes into force in May.

An official name:

> The Marriage Equality Act was passed in May.

What the term is, and whose:

> The tax, called the bedroom tax by those who oppose it, comes into force in May.

## Known misses

A term that is not on the list:

> The minister met strike-happy agitators on Monday.
"""

from collections.abc import Iterator

from sidelight.messages import Message, either, message, sentences
from sidelight.model import Comparison, Finding, PartyTerm, Reading
from sidelight.readings.own_voice import OwnVoice

ID = "party-term"
LABEL = "One side's term"
FAMILY = "wording"
VERSION = 1
NEEDS: frozenset[str] = frozenset()

MOST_NAMED = 2  # terms of the other side in the message


def check(reading: Reading, _: Comparison) -> Iterator[Finding]:
    """Mark each term of one side where it first stands in the writer's voice."""
    if reading.article.is_opinion:
        return
    own_voice = OwnVoice(reading)
    seen = set[tuple[str, str]]()
    for term in reading.party_terms:
        if (term.issue, term.side) in seen or not own_voice.has(term.span):
            continue
        seen.add((term.issue, term.side))
        yield Finding(
            span=term.span,
            message=_message(term, term.span.of(reading.text)),
            next=(
                message(
                    "See which word another report uses, such as “%(word)s”.",
                    word=term.neutral[0],
                )
                if term.neutral and term.names == "thing"
                else message("See which word another report uses.")
            ),
        )


def _message(term: PartyTerm, words: str) -> Message:
    others = [message("“%(word)s”", word=other) for other in term.others[:MOST_NAMED]]
    return sentences(
        message(
            "“%(word)s” is a word used by %(side)s; %(others)s is used by %(other_side)s.",
            word=words,
            side=message(term.side),
            others=either(others),
            other_side=message(term.other),
        ),
        message("Neither word is called right."),
        message("(Public list of terms: %(issue)s.)", issue=message(term.issue)),
    )
