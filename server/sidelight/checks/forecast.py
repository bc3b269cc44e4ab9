"""About the future

The writer says what may or will happen, and nobody is cited for it.

## Why it matters

Nobody knows the future. Who foresees something, and from what, lets a reader judge how
much to make of it; without a name it reads like a fact.

## What it does not mean

It may well come about. Writers who know their field often foresee rightly.

## Marked

> <mark>The schools could stay dark until Christmas</mark>.

> <mark>The defeat will haunt the coach for years</mark>.

> <mark>It is a matter of time before the old wall gives way</mark>.

## Not marked

What is scheduled or planned:

> The two sides will meet again on March 20. The museum will reopen in May.

What somebody foresees:

> The mayor said the schools could stay dark until Christmas.

The weather:

> Heavy rain could cause floods in the valley on Friday.

## Known misses

> Nobody in the village expects the spring.
"""

import re
from collections.abc import Iterator

from sidelight.messages import message
from sidelight.model import Comparison, Finding, Reading, Span
from sidelight.readings.spans import BySpan
from sidelight.readings.word_lists import word_lists

ID = "forecast"
LABEL = "About the future"
FAMILY = "what-it-rests-on"
VERSION = 1
NEEDS: frozenset[str] = frozenset()

_LISTS = word_lists("outlooks")


def _any(name: str, *without: str) -> str:
    words = _LISTS[name].difference(*(_LISTS[other] for other in without))
    return "(?:" + "|".join(sorted(words)) + ")"


_WELL = r"(?:(?:well|yet|still|also|even|soon|now|then|eventually|ultimately|once|again|easily|never)\s)?"
_AHEAD = (
    r"(?:by|before|until|within|for)\s(?:the\s)?(?:end\sof|years?|months?|decades?|generations?|weeks|spring|summer"
    r"|autumn|winter|christmas|easter|20\d\d|next|another|long)|(?:years|months|weeks|days)\saway"
    r"|in\s(?:the\s)?(?:coming|next)|in\s(?:\w+\s)?(?:years|decades)|again"
)
_FORECAST = re.compile(
    rf"""\b(?:
      (?:could|may|might)\s{_WELL}{_any("outcome")}\b
    | (?:could|may|might)\s{_WELL}be\b[^.;]{{0,60}}\b(?:{_AHEAD})\b
    | (?:could|may|might)\s{_WELL}(?:face(?!\s(?:up\sto|\d))|end\sup|take\s(?:\w+\s)?(?:years|months|weeks|time))\b
    | would\s(?:plunge|spell|unleash|cripple|doom|wreck|destroy|ruin|bankrupt|trigger|topple)\b
    | (?:will|['’]ll)\s(?:not\s)?{_WELL}{_any("outcome", "not_with_will")}\b
    | will\scost\s(?:him|her|them|it|the|many|thousands)\b | will\slead\sto\b | will\sdecide\swho\b
    | will\s(?:drive|push|bring|split|leave)\sthe\s\w+\s(?:under|over|down|apart|into|to)\w*\b
    | will\snot\s(?:go\sdown\swell|be\sthe\ssame|bring|end)\b
    | (?:will|['’]ll)\s(?:{_any("surely")}\s){{1,2}}(?!be\s(?:held|open|shown|played|able)\b)(?!{_any("timetable")}\b)\w+
    | won['’]t\s(?:be\s\w+\sfor\s(?:long|years)|survive|last|happen|change|work|help)\b
    | there\swill\sbe\s(?:more|no|fewer|less|another|\w+s)\b
    | will\sbe\s(?:forgotten|remembered|gone|empty|lost|worse|better|hotter|colder|poorer|harder|dead|over|the\ssame|felt)\b
    | it\s(?:will|could|may|might)\stake\s(?:\w+\s)?(?:years|months|decades|weeks|generations?|time|long)\b
    | (?:is|are|looks?|seems?|appears?)\s(?:\w+\s)?(?:un)?likely\sto\b
    | (?:is|are|looks?|seems?)\s(?:bound|sure|certain|poised|doomed|destined|on\scourse|on\strack|heading|headed)
        \s(?:to|for)\b
    | (?:is|are)\s(?:widely\s)?(?:set|expected)\sto\s{_any("outcome")}\b
    | (?:is|was)\s(?:only\s|just\s)?a\smatter\sof\stime\b
    | sooner\sor\slater\b | lies?\sahead\b | in\sall\s(?:likelihood|probability)\b | (?<=,\s)most\slikely\b
    | faces?\s(?:\w+\s)?(?:years|months|decades|a\slong|an\suphill|a\stough|ruin|defeat|collapse)\b
    | threatens?\sto\s{_any("outcome")}\b
    | may\sbe\sonly\s\w+\saway\b
    | expect\smore\b
    )""",
    re.IGNORECASE | re.VERBOSE,
)
_NO_OUTLOOK = re.compile(
    r"\?\W*$|\b(?:under\sthe\s(?:plan|deal|bill|law|rules|agreement|proposal|terms|contract)|could\snot|according\sto"
    r"|https?:|if\sconvicted|warn\w*|believe[sd]?|thinks?|thought|imagin\w+|fear(?:s|ed)?|hope[sd]?|wonder\w*|argu\w+|knew|the\sfact\s(?:that\s)?the|originally\sappeared|pleaded|is\sscheduled|was\sscheduled|due\sto\sbe|on\s(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b",
    re.IGNORECASE,
)
_BREAK = re.compile(r"[;:]\s|\s[—–]\s|,\s(?:and|but|while|so|or|who|which)\s|\sbut\s")
_WORD = re.compile(r"[a-z]+")


def check(reading: Reading, _: Comparison) -> Iterator[Finding]:
    """Mark each clause in which the writer foresees something."""
    quoted = BySpan(reading.quotations, lambda quotation: quotation.span)
    cited = {
        a.sentence
        for a in reading.attributions
        if a.source and a.verb not in {"threaten", "promise"}
    }
    for number, sentence in enumerate(reading.sentences):
        home = sentence.span.of(reading.text)
        if number in cited or _NO_OUTLOOK.search(home) or _is_weather(home):
            continue
        for match in _FORECAST.finditer(
            reading.text, sentence.span.start, sentence.span.end
        ):
            clause = _clause(reading.text, sentence.span, Span(*match.span()))
            if not any(quoted.overlapping(Span(*match.span()))):
                yield Finding(
                    span=clause,
                    message=message(
                        "This is about what may come, in the writer's voice. Nobody was "
                        "found to be cited for it in this sentence."
                    ),
                    next=message(
                        "Ask who foresees this, and look back at it when the time has "
                        "come."
                    ),
                )
                break


def _is_weather(sentence: str) -> bool:
    return not _LISTS["weather"].isdisjoint(_WORD.findall(sentence.lower()))


def _clause(text: str, home: Span, found: Span) -> Span:
    """Return the clause of a sentence that holds `found`, without its full stop."""
    start, end = home.start, home.end
    for gap in _BREAK.finditer(text, home.start, home.end):
        if gap.end() <= found.start:
            start = gap.end()
        elif gap.start() >= found.end:
            end = gap.start()
            break
    words = text[start:end].rstrip(" .!?”\"’'")
    lead = len(words) - len(words.lstrip(" “\"‘'"))
    return Span(start + lead, start + len(words))
