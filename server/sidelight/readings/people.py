"""The people a report names, each with the role and the party it gives anywhere."""

import re
from dataclasses import dataclass, field

from sidelight.model import Attribution, Span
from sidelight.readings.names import HONORIFICS, TITLES, Name, without_titles
from sidelight.readings.parties import Party, PartyMention
from sidelight.readings.spans import BySpan

_OFFICE = (
    r"(?:[\w-]+\s){0,3}(?:secretary|director|chief|head|chair\w*|leader|spokes\w+|president|"
    r"manager|owner|minister|mayor|professor|founder|executive|officer|lawyer|captain|"
    r"coach|editor|deputy|member|commissioner|governor|treasurer|organi[sz]er)\b"
)
_APPOSITION = re.compile(
    rf",\s+((?:(?:a|an|the|its|their|his|her|one|who)\s+|[A-Z]|(?={_OFFICE}))[^,.;:]{{3,90}}?)"
    r"(?=[,.;:]|\s(?:said|told|has|have|was|is)\b)"
)
_MOST_APPOSITION = 120  # code points looked at on each side of a name
_MOST_PARTS = 4  # words in a person's name


@dataclass(slots=True)
class Person:
    """A named person, gathered over the report."""

    name: str
    role: str | None = None
    party: Party | None = None
    mentions: list[Span] = field(default_factory=list)


def read(
    text: str,
    names: tuple[Name, ...],
    parties: BySpan[PartyMention],
    attributions: tuple[Attribution, ...],
) -> dict[str, Person]:
    """Return the people by their last name; the fullest form of each counts."""
    people: dict[str, Person] = {}
    sources = BySpan(
        list({a.source for a in attributions if a.source}), lambda source: source
    )
    for name in names:
        bare = without_titles(name.words)
        if not _may_be_person(text, name, bare, sources):
            continue
        last = bare.split()[-1]
        person = people.get(last)
        if person is None:
            person = people[last] = Person(bare)
        elif len(bare) > len(person.name):
            person.name = bare
        person.mentions.append(name.span)
        if person.role is None or person.party is None:
            role, around = _role(text, name, bare)
            person.role = person.role or role
            person.party = person.party or party_in(around, parties)
    return people


def _may_be_person(text: str, name: Name, bare: str, sources: BySpan[Span]) -> bool:
    parts = bare.split()
    if not parts or name.kind in {"organisation", "time"} or len(parts) > _MOST_PARTS:
        return False
    if any(part.lower() in {"of", "the", "and", "for"} for part in parts):
        return False
    if name.kind == "person":
        return True
    if len(parts) == 1:
        return False
    before = text[max(0, name.span.start - 4) : name.span.start].lower()
    if re.search(r"\b(?:in|at|the)\s$", before):
        return False
    after = text[name.span.end : name.span.end + 3]
    return any(
        s.covers(name.span) for s in sources.overlapping(name.span)
    ) or after.startswith((", ", " sa", " to"))


def _role(text: str, name: Name, bare: str) -> tuple[str | None, tuple[Span, ...]]:
    """Return a person's role as written, and the stretches that may tell the party."""
    titles = name.words[: len(name.words) - len(bare)].strip()
    start = name.span.start
    before = Span(max(0, start - 60), start)
    lead = re.search(
        r"(?:^|[.,;:—(“\"]|\b(?:and|but|that|said|by|to|from|with)\b)([^.,;:—(“\"]*)$",
        before.of(text),
    )
    before = Span(start - len(lead[1]), name.span.end) if lead else name.span
    apposition = _APPOSITION.match(
        text, name.span.end, name.span.end + _MOST_APPOSITION
    )
    around: tuple[Span, ...] = (before,)
    role = (
        titles
        if any(t.strip(".").lower() not in HONORIFICS for t in titles.split())
        else ""
    )
    if apposition and not re.match(r"[A-Z]\w+\s(?:said|told)", apposition[1]):
        around = (before, Span(*apposition.span(1)))
        role = role or apposition[1]
    lowered = re.search(r"((?:[\w’'-]+\s){1,5})$", text[before.start : start])
    if not role and lowered and any(w.lower() in TITLES for w in lowered[1].split()):
        role = lowered[1].strip()
    return role.strip() or None, around


def party_in(around: tuple[Span, ...], parties: BySpan[PartyMention]) -> Party | None:
    """Return the party named first in one of the stretches, in their order."""
    for stretch in around:
        for mention in parties.inside(stretch):
            return mention.party
    return None
