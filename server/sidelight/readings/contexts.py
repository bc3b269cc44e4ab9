"""What a date or a figure is said of: the words it hangs on.

"the March 2024 vote", "voted on March 12" and "On March 12, the council voted" all
date a vote; so the head of a date is the noun after it, or the last verb or noun
before its preposition, or the first verb after it where it opens the clause.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from sidelight.deadline import each
from sidelight.model import Clause, Context, DateMention, Figure, Span
from sidelight.readings import marks
from sidelight.readings.surroundings import Surroundings
from sidelight.readings.things import Thing, carried_over
from sidelight.readings.words import STOP_WORDS, stem

_WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
_PREPOSITION = re.compile(
    r"\b(?:on|in|by|since|during|from|until|till|of|for|before|after|between|at|as\sof)"
    r"(?:\s(?:the|early|late|mid))?\s*$",
    re.IGNORECASE,
)
_FOLLOWING = re.compile(r"\s([^\W\d_]+(?:[-’'][^\W\d_]+)*)(?=\W|$)")
_IRREGULAR = {
    ("person", "people"),
    ("child", "children"),
    ("man", "men"),
    ("woman", "women"),
}
_FAR_NOUN = 4  # words from a figure to the noun it counts
_LEAD = 20  # code points looked at for the word before a mention
_LAST_WORD = re.compile(r"([^\W\d_]+)\s\Z")
_FEW_WORDS = 6  # lower-case words between a date and what it dates
_WINDOW = 160  # code points looked at before or after a date for its head
_NO_HEAD = STOP_WORDS | frozenset(
    "said says say told tell announced statement according reported report news "
    "monday tuesday wednesday thursday friday saturday sunday january february march "
    "april may june july august september october november december local time night "
    "morning evening afternoon early late held took place takes taking last next".split()
)


def of_dates(
    text: str,
    dates: Sequence[DateMention],
    clauses: Sequence[Clause],
    surroundings: Surroundings,
) -> tuple[Context, ...]:
    """Return the context of every date, in their order."""
    return tuple(
        replace(
            context := _context(
                text,
                date.span,
                Thing(_date_head(text, date.span, clauses), None, carried=False),
                clauses,
                surroundings,
            ),
            marks=tuple(
                marks.of_date(text, date.span, surroundings.span(context.sentence))
            ),
        )
        for date in each(dates)
    )


def of_figures(
    text: str,
    figures: Sequence[Figure],
    clauses: Sequence[Clause],
    surroundings: Surroundings,
) -> tuple[Context, ...]:
    """Return the context of every figure, in their order."""
    things = carried_over(text, figures, surroundings.sentence)
    return tuple(
        replace(
            context := _context(text, figure.span, thing, clauses, surroundings),
            phrase=_phrase(text, figure),
            marks=tuple(
                marks.of_figure(text, figure.span, surroundings.span(context.sentence))
            ),
        )
        for figure, thing in each(zip(figures, things, strict=True))
    )


def _phrase(text: str, figure: Figure) -> Span:
    """Return the figure with the noun it counts, where that follows at once."""
    noun = stem(figure.counts.split()[-1]) if figure.counts else ""
    at = figure.span.end
    for _ in range(_FAR_NOUN):
        match = _FOLLOWING.match(text, at)
        if not match or not noun:
            break
        if stem(match[1].lower()) == noun or (noun, match[1].lower()) in _IRREGULAR:
            return Span(figure.span.start, match.end())
        at = match.end()
    return figure.span


def _home(span: Span, clauses: Sequence[Clause]) -> int | None:
    number = bisect_right(clauses, span.start, key=lambda clause: clause.span.end)
    at_home = number < len(clauses) and clauses[number].span.start < span.end
    return number if at_home else None


def _context(
    text: str,
    span: Span,
    thing: Thing,
    clauses: Sequence[Clause],
    surroundings: Surroundings,
) -> Context:
    home = _home(span, clauses)
    lead = _LAST_WORD.search(text, max(0, span.start - _LEAD), span.start)
    return Context(
        phrase=span,
        head=thing.head,
        sentence=surroundings.sentence(span),
        unit=thing.unit,
        carried=thing.carried,
        lead=lead[1].lower() if lead else "",
        verbs=clauses[home].verbs if home is not None else (),
        names=surroundings.names(span),
        around=surroundings.around(span),
    )


def _date_head(text: str, span: Span, clauses: Sequence[Clause]) -> str:
    home = _home(span, clauses)
    clause = clauses[home].span if home is not None else span
    start = min(clause.start, span.start)
    lead = text[max(start, span.start - _WINDOW) : span.start]
    preposition = _PREPOSITION.search(lead)
    opens = not _heads(lead[: preposition.start()] if preposition else lead)
    if not preposition:
        following = _WORD.match(text, span.end + 1)
        if following and text[span.end].isspace() and _may_head(following[0]):
            return stem(following[0].lower())
    verbs = clauses[home].verbs if home is not None else ()
    around = (
        _heads(text[span.end : span.end + _WINDOW])[:_FEW_WORDS]
        if opens
        else (_heads(lead)[: -_FEW_WORDS - 1 : -1])
    )
    head = next((s for s in around if s in KIND or s in verbs), "")
    return head or _kind_before(text, start)


def _kind_before(text: str, start: int) -> str:
    """Return the happening named last before a clause: "the vote, held on May 2"."""
    before = text[max(0, start - _WINDOW) : start].rsplit(". ", 1)[-1]
    return next((s for s in _heads(before)[: -_FEW_WORDS - 1 : -1] if s in KIND), "")


def _heads(stretch: str) -> list[str]:
    return [
        stem(match[0].lower())
        for match in _WORD.finditer(stretch)
        if _may_head(match[0])
    ]


def _may_head(word: str) -> bool:
    return word[0].islower() and word not in _NO_HEAD and not word.endswith("ly")


# Words for one kind of happening; the first names the kind.
_KINDS = """
meet summit meeting conference talks gathering session congress
vote votes voted runoff ballot referendum poll election elected
die died death deaths dead killed kill kills
crash crashed collision collided derailed derailment accident
fire blaze wildfire burned burnt
close closed closure shut shutdown shuttered
sign signed signing ratified deal agreement accord treaty
arrest arrested detained detention
resign resigned resignation quit
steal stole stolen theft robbery heist raid burglary
rule ruled ruling judgment judgement verdict
open opened opening began begin start started launch launched
strike struck walkout stoppage
attack attacked assault bombing shelled
recall recalled withdrawn
spill spilled spilt leak leaked burst ruptured rupture
flood flooded flooding
buy bought acquired acquisition takeover purchase
appoint appointed appointment named
release released published publication issued
sue sued lawsuit
charge charged indicted indictment
try trial tried hearing heard
sentence sentenced jailed convicted conviction
marry married wedding wed
bear born birth
bury buried funeral burial
hire hired joined joins recruited
founded founding established
build built completed completion construction
arrive arrived arrival landed landing
leave departed departure
return returned
visit visited visits tour toured
flee fled evacuated evacuation
debate debated debates
play played match game final kick-off
win won victory
lose lost defeat defeated
earthquake quake tremor
storm hurricane landfall cyclone
explode exploded explosion blast
discover discovered discovery
search searched
disclose disclosed disclosure
invent patented
test tested
inspect inspected inspection audit audited
approve approved passed adopted accepted
reject rejected refused vetoed
expire expires expired expiry
protest protested demonstration march rally
shoot shot shooting gunned
kidnap kidnapped abducted
rescue rescued freed
disappear disappeared vanished missing
deliver delivered delivery
file filed
suspend suspended suspension
ban banned
"""
KIND = {
    stem(word): stem(line.split()[0])
    for line in _KINDS.strip().splitlines()
    for word in line.split()
}


def kind(head: str) -> str:
    """Return the kind of happening a head's stem names, or the stem itself."""
    return KIND.get(head, head)
