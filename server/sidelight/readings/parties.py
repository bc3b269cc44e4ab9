"""Parties: the sides that people and institutions in a report speak for.

A state, a bloc or a body goes by many names (its own, its people's, its seat's);
those stand in data/parties.tsv. Any other organisation is a party under its own
name. A common noun with "the" ("the union", "the alliance") means the party of
that kind last named, or is itself the name.
"""

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from sidelight.model import Span
from sidelight.readings.names import Name, without_titles

_STATE_ORGANS = frozenset(
    "Armed Army Navy Guard Force Forces Ministry Minister Government Parliament Senate "
    "Assembly Congress Embassy Police Court Staff Administration Treasury State".split()
)
# Common nouns that stand for an organisation, by the words in the names they mean.
METONYMS = {
    "alliance": ("alliance",),
    "bloc": ("bloc",),
    "union": ("union", "federation", "association", "guild"),
    "council": ("council",),
    "company": ("company", "corporation", "corp", "inc", "ltd", "plc", "holdings"),
    "firm": ("company", "corporation", "corp", "inc", "ltd", "plc", "holdings"),
    "ministry": ("ministry",),
    "department": ("department",),
    "agency": ("agency",),
    "authority": ("authority",),
    "commission": ("commission",),
    "club": ("club", "fc", "united", "rovers", "athletic"),
    "police": ("police",),
    "hospital": ("hospital", "clinic"),
    "university": ("university", "college"),
    "school": ("school", "academy"),
    "museum": ("museum", "gallery"),
    "bank": ("bank",),
    "party": ("party",),
    "court": ("court",),
    "government": ("government",),
    "opposition": (),
    "prosecution": (),
    "prosecutors": (),
    "defence": (),
    "management": (),
    "teachers": (),
    "workers": (),
    "protesters": (),
    "family": (),
    "operator": (),
    "manufacturer": (),
    "developer": (),
    "district": (),
    "city": (),
    "town": (),
    "county": (),
    "plant": (),
    "mill": (),
    "airline": (),
    "charity": (),
    "federation": ("federation",),
    "league": ("league",),
    "board": ("board",),
}
_THE_NOUN = re.compile(rf"\b[Tt]he\s+({'|'.join(METONYMS)})\b")
_NOUN_AFTER = re.compile(
    rf"\s(?:(?:city|town|county|district|teachers['’]?|state)\s)?({'|'.join(METONYMS)})\b"
)


@dataclass(frozen=True, slots=True)
class Party:
    """A party, and its kind: state, bloc, alliance, …, or organisation."""

    name: str
    kind: str


@dataclass(frozen=True, slots=True)
class PartyMention:
    """Where a party is named or meant in the text."""

    span: Span
    party: Party


@cache
def by_alias() -> dict[str, Party]:
    """Return the parties of data/parties.tsv by each of their names."""
    table = files("sidelight.readings").joinpath("data/parties.tsv")
    lines = table.read_text(encoding="utf-8").splitlines()
    rows = (line.split("\t") for line in lines if not line.startswith("#"))
    return {
        alias: Party(name, kind)
        for name, kind, aliases in rows
        for alias in aliases.split(",")
    }


def read(text: str, names: tuple[Name, ...]) -> tuple[PartyMention, ...]:
    """Return where parties are named in `text`, in order."""
    named = [mention for name in names if (mention := _mention(text, name))]
    nouns = [(Span(*match.span()), match[1]) for match in _THE_NOUN.finditer(text)]
    last: dict[str, Party] = {}  # the party that each noun means, as far as read
    mentions = []
    for span, what in sorted([*((m.span, m.party) for m in named), *nouns], key=_start):
        if isinstance(what, Party):
            last.update(dict.fromkeys(_nouns_for(what), what))
            mentions.append(PartyMention(span, what))
        elif not mentions or mentions[-1].span.end <= span.start:
            own = Party(f"the {what}", "organisation")
            mentions.append(PartyMention(span, last.get(what, own)))
    return tuple(mentions)


def _start(item: tuple[Span, object]) -> Span:
    return item[0]


def _mention(text: str, name: Name) -> PartyMention | None:
    noun = _NOUN_AFTER.match(text, name.span.end) if name.kind == "other" else None
    if noun:
        return PartyMention(Span(name.span.start, noun.end()), _called(name, noun[1]))
    party = of_name(name)
    return PartyMention(name.span, party) if party else None


def of_name(name: Name) -> Party | None:
    """Return the party that a proper name is the name of, or belongs to."""
    aliases = by_alias()
    bare = without_titles(name.words)
    if party := aliases.get(name.words) or aliases.get(bare):
        return party
    words = (
        name.words.removesuffix(bare).split() if name.kind == "person" else bare.split()
    )
    of_a_state = name.kind != "organisation" or any(w in _STATE_ORGANS for w in words)
    if of_a_state and (party := next(filter(None, map(aliases.get, words)), None)):
        return party  # "Russian Foreign Minister", "the Chilean Navy"
    if name.kind == "organisation":
        return Party(bare, "organisation")
    return None


def _called(name: Name, noun: str) -> Party:
    """Return the party of "the Orsolt council", "Russian prosecutors"."""
    state = by_alias().get(name.words)
    return state or Party(f"{name.words} {noun}", "organisation")


@cache
def _nouns_for(party: Party) -> tuple[str, ...]:
    """Return the common nouns that, with "the", can mean a party."""
    words = set(party.name.lower().split())
    return tuple(
        noun
        for noun, heads in METONYMS.items()
        if noun == party.kind
        or (noun == "government" and party.kind == "state")
        or not words.isdisjoint(heads)
    )
