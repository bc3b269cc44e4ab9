"""Evaluative word in the writer's voice

A word that judges or alarms stands in the writer's own words, outside quotation marks
and what others are credited with.

## Why it matters

A judgement that a speaker makes can be weighed with the speaker. In the writer's voice
it comes along with the facts, and a reader may not notice having agreed to it.

## What it does not mean

The word may be deserved: some things are horrific. Style differs from house to house,
and a lively word is not a wrong one.

## Marked

> The mayor <mark>slammed</mark> the budget on Monday. The council's
> <mark>disastrous</mark> plan for the bridge was dropped.

## Not marked

On somebody's word:

> The mayor said the plan was disastrous. She spoke of “a shameful day” for the town.

In a plain sense:

> The car slammed into a wall. The blast left an impact crater near the nuclear plant.

An opinion piece, where judging is the point:

> Page: label opinion
>
> The council's disastrous plan for the bridge was dropped.

A name:

> The film Savage Waters and the band Brutal were shown in Orsolt.

## Known misses

A judgement in plain words:

> The council has once again done nothing at all for anybody.
"""

from collections.abc import Iterator

from sidelight.messages import message
from sidelight.model import Comparison, Finding, Reading
from sidelight.readings.own_voice import OwnVoice

ID = "strong-wording"
LABEL = "Evaluative word in the writer's voice"
FAMILY = "wording"
VERSION = 1
NEEDS: frozenset[str] = frozenset()


def check(reading: Reading, _: Comparison) -> Iterator[Finding]:
    """Mark each strong word where the writer first uses it."""
    if reading.article.is_opinion:
        return
    own_voice = OwnVoice(reading)
    seen = set[str]()
    for word in reading.strong_words:
        if word.name in seen or not own_voice.has(word.span):
            continue
        seen.add(word.name)
        yield Finding(
            span=word.span,
            message=message(
                "“%(word)s” judges or alarms, and nobody is credited with it here.",
                word=word.span.of(reading.text),
            ),
            next=message(
                "Say the sentence without the word, and see which facts are left."
            ),
        )
