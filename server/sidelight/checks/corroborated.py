"""Also in other reports

At least two other reports, independent of each other and of this one, give this
date, figure or quotation the same way.

## Why it matters

Agreement is worth as much as difference: it shows what several newsrooms stand
behind, and that an unmarked sentence was not simply passed over.

## What it does not mean

Reports can agree and all be mistaken. Reports that share wording are counted once.

## Marked

> The mill at Orsolt will cut <mark>240 jobs</mark> by the summer, the owner Hadley said.
>
> > Hadley, the owner, will cut 240 jobs at its Orsolt mill.
>
> > At Orsolt the mill's owner will cut 240 jobs, a union for Hadley workers said.

## Not marked

One other report alone:

> The mill at Orsolt will cut 240 jobs by the summer, the owner Hadley said.
>
> > Hadley, the owner, will cut 240 jobs at its Orsolt mill.

The same number of another thing:

> The mill at Orsolt will cut 240 jobs by the summer, the owner Hadley said.
>
> > Hadley, the owner, had 240 guests at its Orsolt mill.
>
> > At Orsolt the mill's owner sold 240 tonnes, a union for Hadley workers said.

## Known misses

> The mill at Orsolt will cut 240 jobs by the summer, the owner Hadley said.
>
> > Hadley will let 240 people go.
>
> > For 240 workers of the Orsolt mill the summer will be their last.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from sidelight.messages import counted, message
from sidelight.model import (
    Aligned,
    Comparison,
    Context,
    Evidence,
    Figure,
    Finding,
    Reading,
    Span,
)
from sidelight.readings.words import STOP_WORDS

ID = "corroborated"
LABEL = "Also in other reports"
FAMILY = "other-reports"
VERSION = 2
NEEDS = frozenset({"reports"})

FEWEST_WITNESSES = 2
# How sure two equal counts must be to be of one thing; by eye over 199 notes on real
# reports: below these most were wrong (21 parents, 21 girls; thousands here and there).
LEAST_COUNT = 0.2
LEAST_VAGUE = 0.6  # "hundreds of fans"
SMALL = 3
TELLING = 100.0  # 340 comes twice by chance less often than 21
_SIDE = {
    "exact": "",
    "about": "",
    "at-least": "up",
    "more-than": "up",
    "at-most": "down",
    "less-than": "down",
    "nearly": "down",
}
_SPOKEN_OF = frozenset("the these those both other".split())  # "the two firms"


def check(reading: Reading, comparison: Comparison) -> Iterator[Finding]:
    """Mark each date, figure and quotation that independent reports share."""
    found = [
        *_in_layer(comparison.dates, _same_dates(reading, comparison), comparison),
        *_in_layer(comparison.figures, _same_figures(reading, comparison), comparison),
        *_in_layer(comparison.quotations, _same_words(reading, comparison), comparison),
    ]
    yield from sorted(found, key=lambda finding: finding.span or Span(0, 0))


Same = dict[Aligned, tuple[Span, Span]]  # the pairs that agree: span here, span there


def _in_layer(
    layer: Sequence[Aligned], same: Same, comparison: Comparison
) -> Iterator[Finding]:
    by_mention = defaultdict[int, dict[int, Aligned]](dict)
    for pair in sorted(layer, key=lambda p: -p.agreement):
        if pair in same:
            by_mention[pair.here].setdefault(pair.report, pair)
    for pairs in by_mention.values():
        groups = {comparison.witness[report] for report in pairs} - {0}
        if len(groups) < FEWEST_WITNESSES:
            continue
        evidence = tuple(Evidence(n, same[p][1]) for n, p in sorted(pairs.items()))
        yield Finding(
            span=next(same[pair][0] for pair in pairs.values()),
            message=counted(
                "%(number)d independent report of the %(compared)d compared gives this "
                "the same way.",
                "%(number)d independent reports of the %(compared)d compared give this "
                "the same way.",
                len(groups),
                compared=len(comparison.reports),
            ),
            next=message(
                "Ask where those reports have it from: one source may stand behind all."
            ),
            evidence=evidence,
        )


def _is_sure(pair: Aligned, here: Figure, context: Context) -> bool:
    """Tell whether two equal figures are of one thing: a sum seldom agrees by chance."""
    if here.unit is not None:
        return True
    if here.high <= SMALL and context.lead in _SPOKEN_OF:
        return False
    if here.low == here.high >= TELLING and f"{here.high:.0f}".rstrip("0")[1:]:
        return True
    vague = here.bound == "about" and here.low < here.high
    return pair.agreement >= (LEAST_VAGUE if vague else LEAST_COUNT)


def _same_dates(reading: Reading, comparison: Comparison) -> Same:
    same: Same = {}
    for pair in comparison.dates:
        here = reading.dates[pair.here]
        there = comparison.reports[pair.report].reading.dates[pair.there]
        if here.known == there.known and (here.first, here.last) == (
            there.first,
            there.last,
        ):
            same[pair] = (here.span, there.span)
    return same


def _same_figures(reading: Reading, comparison: Comparison) -> Same:
    same: Same = {}
    for pair in comparison.figures:
        here = reading.figures[pair.here]
        report = comparison.reports[pair.report].reading
        there = report.figures[pair.there]
        equal = (here.low, here.high) == (there.low, there.high)
        agree = equal and not {_SIDE[here.bound], _SIDE[there.bound]} >= {"up", "down"}
        if agree and _is_sure(pair, here, reading.counted[pair.here]):
            same[pair] = (
                reading.counted[pair.here].phrase,
                report.counted[pair.there].phrase,
            )
    return same


def _same_words(reading: Reading, comparison: Comparison) -> Same:
    same: Same = {}
    for pair in comparison.quotations:
        here = reading.quotations[pair.here]
        report = comparison.reports[pair.report].reading
        there = report.quotations[pair.there]
        if _is_title(here.inner.of(reading.text)):
            continue
        if _folded(reading, here.inner) == _folded(report, there.inner):
            same[pair] = (here.span, there.span)
    return same


def _is_title(words: str) -> bool:
    """Tell whether what is quoted is a title or a chant: "Go, Orsolt, Go"."""
    telling = [word for word in re.findall(r"[^\W_]+", words) if len(word) > 1]
    telling = [word for word in telling if word.lower() not in STOP_WORDS]
    return bool(telling) and all(word[0].isupper() for word in telling)


def _folded(reading: Reading, span: Span) -> tuple[str, ...]:
    words = reading.words
    return tuple(
        folded
        for start, end, folded in zip(
            words.starts, words.ends, words.folded, strict=True
        )
        if span.start <= start and end <= span.end
    )
