"""Figure without a source

A number that people may dispute (of dead, of losses, of a change for the worse) stands in
the writer's voice, and neither this sentence nor the one before it says where it is from.

## Why it matters

Counts of the dead, costs and shares are somebody's count. Who counted, and how, decides
what the number is worth.

## What it does not mean

The number may be right, and well known to the reporter. Sources are left out for brevity.

## Marked

> The agent walks away with <mark>4.2 million florins</mark> for a month of work.

> The smog kills <mark>30,000 people</mark> a year.

> Rents in the town have risen by <mark>35 percent</mark> since the mill closed.

## Not marked

The source stands here, before, or right behind:

> The smog kills 30,000 people a year, the water board said.

> At least 14 people died in the blast on Monday. Police said the toll could rise.

Prices, ages, scores, and what a reporter can see:

> The ticket costs 12 crowns. Some sixty people stood in the lane. Ellis, 44, won by 3
> goals to 1.

## Known misses

> The raid left dozens dead. Crime has doubled since the new mayor took office.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator

from sidelight.messages import message
from sidelight.model import Comparison, Figure, Finding, Reading, Span
from sidelight.readings.spans import BySpan

ID = "unsourced-figure"
LABEL = "Figure without a source"
FAMILY = "who-says-so"
VERSION = 1
NEEDS: frozenset[str] = frozenset()

FEWEST_PEOPLE = 10  # a smaller count of dead or hurt is seldom in dispute
A_CROWD = 1_000  # people from which a count is an estimate
A_SUM = 100_000  # of money from which a loss is in dispute
NEAR = 70  # code points around a figure in which its context is looked for
LEAD = 3  # sentences that may have their source right behind them

_HARM = re.compile(
    r"\b(?:kill(?:s|ed|ing)?|dead|died|dies|deaths?|wounded|injured|missing|buried|drowned|fled|displaced|homeless"
    r"|hostages|jailed|starv\w+|hungry|poisoned|harmed|lives|perished|disappeared|executed|tortured|destroyed"
    r"|out\sof\swork|lost\stheir|jobs\s(?:were|have\sbeen|will\sbe)\slost|without\s(?:water|power|homes?))\b",
    re.IGNORECASE,
)
_LOSS = re.compile(
    r"\b(?:cost(?:s|ing)?|los(?:t|es|ing)|ow(?:es|ed)|debts?|over\sbudget|laundered|embezzled|stole|stolen|wasted"
    r"|squandered|losses|drained|siphoned|walks?\saway\swith|walked\saway\swith|pocket(?:s|ed)|defrauded|bribes?)\b",
    re.IGNORECASE,
)
_CHANGE = re.compile(
    r"\b(?:risen|rose|fallen|fell|jumped|soared|plunged|dropped|shrunk|climbed|collapsed|grown)\s(?:by\s)?(?:\w+\s){0,2}$",
    re.IGNORECASE,
)
_STANDS_AT = re.compile(
    r"\b(?:unemployment|inflation|poverty|illiteracy|crime|joblessness)\b[^.;]{0,40}\b(?:at|is|to)\s$",
    re.IGNORECASE,
)
_SHARE = re.compile(
    r"\s+of\s(?:the\s|all\s|its\s|his\s|her\s|[\w’']+\s){0,3}[^.;]{0,40}?\b(?:is|are|was|were|has|have|lack|live)\s(?:\w+\s)?"
    r"(?:lost|forged|poor|hungry|ill|illegal|stolen|unemployed|homeless|afraid|corrupt|wasted|in\s(?:poverty|debt|ruins))\b",
    re.IGNORECASE,
)
_CROWD = re.compile(
    r"\s+(?:\w+\s){0,3}?(?:marched|protested|rallied|demonstrated|took\sto\sthe\sstreets)\b",
    re.IGNORECASE,
)
_MARKET = re.compile(
    r"\b(?:shares?|stocks?|index|dow|nasdaq|ftse|dollar|pound|euro|yen|yield|bonds?|oil|barrel|crude|gold|price[sd]?"
    r"|tickets?|profits?|revenue|sales|quarter|earnings|analysts|fee|paid|pay|salary|wages?|contract|bought|sold"
    r"|votes?|voters|turnout|polls?|polling|seats?|majority|points?|games?|goals?|season|matches|score[sd]?|yards"
    r"|interest|rate|tax|temperature|degrees|recipe|calories|battery|screen|percentile|interval|if\syou|loan|tuition|obituary)\b",
    re.IGNORECASE,
)
_SOURCED = re.compile(
    r"\b(?:according\sto|data|figures?|statistics|census|survey|stud(?:y|ies)|reports?|reported|research|estimates?"
    r"|analysis|records|documents?|filings?|audit|said|says|say|shows?|showed|found|official|officials|police|ministry"
    r"|agency|told|announced|published|confirmed|count(?:ed)?|toll|coroner|court|indictment|charged|convicted"
    r"|prosecutors|admitted|by\sthe\s[A-Z]\w+)\b",
    re.IGNORECASE,
)
_PAST = re.compile(
    r"\b(?:1[0-9]\d\d|20\d\d|century|decades?\sago|years\sago|world\swar)\b",
    re.IGNORECASE,
)


def check(reading: Reading, _: Comparison) -> Iterator[Finding]:
    """Mark each disputable figure that nobody near is given for, one a sentence."""
    quoted = BySpan(reading.quotations, lambda quotation: quotation.span)
    cited = {a.sentence for a in reading.attributions if a.source}
    homes = _homes(reading)
    told = {
        (figure.low, figure.unit)
        for figure, number in zip(reading.figures, homes, strict=True)
        if number in cited
    }
    tolls = _has_sourced_toll(reading, cited)
    sourced = _sourced(reading, cited)
    marked = -1
    for number, figure, said in zip(
        homes, reading.figures, reading.counted, strict=True
    ):
        home = reading.sentences[number].span
        if number == marked or sourced[number] or (figure.low, figure.unit) in told:
            continue
        if any(quoted.overlapping(figure.span)) or not _is_disputable(
            reading, figure, home
        ):
            continue
        if tolls and _HARM.search(home.of(reading.text)):
            continue
        marked = number
        yield Finding(
            span=said.phrase,
            message=message(
                "No source for “%(figure)s” was found in this sentence or the one "
                "before it.",
                figure=said.phrase.of(reading.text),
            ),
            next=message(
                "See who counted: look for the figure and its source elsewhere."
            ),
        )


def _homes(reading: Reading) -> list[int]:
    """Return the number of the sentence that each figure stands in."""
    starts = [sentence.span.start for sentence in reading.sentences]
    return [bisect_right(starts, f.span.start) - 1 for f in reading.figures]


def _sourced(reading: Reading, cited: set[int]) -> list[bool]:
    """Tell of each sentence whether it has a source for its figures.

    A source stands in it, before it in its paragraph, in the sentence before, or right
    behind a lead; a year of the past makes a figure one of record.
    """
    texts = [sentence.span.of(reading.text) for sentence in reading.sentences]
    own = [n in cited or bool(_SOURCED.search(words)) for n, words in enumerate(texts)]
    found = []
    above = False  # in the paragraph so far
    for number, sentence in enumerate(reading.sentences):
        before = reading.sentences[number - 1] if number else None
        if before is None or before.paragraph != sentence.paragraph:
            above = False
        above = above or own[number]
        behind = number < LEAD and any(own[number + 1 : number + 2])
        near = above or behind or (number > 0 and own[number - 1])
        found.append(near or bool(_PAST.search(texts[number])))
    return found


def _is_disputable(reading: Reading, figure: Figure, home: Span) -> bool:
    """Tell whether people may dispute a figure: harm, loss, a share, a change, a crowd."""
    text = reading.text
    before = text[max(home.start, figure.span.start - NEAR) : figure.span.start]
    after = text[figure.span.end : min(home.end, figure.span.end + NEAR)]
    if _MARKET.search(home.of(text)):
        return False
    if figure.unit in {"percent", "percentage-points"}:
        rate = _CHANGE.search(before) or _STANDS_AT.search(before)
        return bool(rate or _SHARE.match(after))
    if figure.unit is None:
        return _is_loss(figure, before) or _is_count(reading, figure, before, after)
    return bool(re.fullmatch("[A-Z]{3}", figure.unit)) and _is_loss(figure, before)


def _is_loss(figure: Figure, before: str) -> bool:
    return figure.low >= A_SUM and bool(_LOSS.search(before))


def _is_count(reading: Reading, figure: Figure, before: str, after: str) -> bool:
    """Tell a large or estimated count of people harmed, or of a crowd."""
    if _CROWD.match(after):
        return figure.low >= A_CROWD
    dozens = figure.span.of(reading.text).lower() == "dozens"
    estimated = figure.bound != "exact" or figure.low >= A_CROWD
    if dozens or not estimated or figure.low < FEWEST_PEOPLE:
        return False
    return bool(_HARM.search(f"{before} {after}"))


def _has_sourced_toll(reading: Reading, cited: set[int]) -> bool:
    """Tell whether somebody is cited for the dead or hurt anywhere in the report."""
    harmed = (
        reading.sentences[number].span.of(reading.text) for number in sorted(cited)
    )
    return any(
        _HARM.search(words) and re.search(r"\d|\bdozens\b", words) for words in harmed
    )
