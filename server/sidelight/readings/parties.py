"""Parties: the sides that people and institutions in a report speak for.

A state, a bloc or a body goes by many names (its own, its people's, its seat's);
those of the world stand in data/parties.tsv, those of a report are read from its
words (see `entities`). Any other organisation is a party under its own name, by
its short name too. A common noun with "the" ("the union", "the alliance") means the
party of that kind last named, or is itself the name.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from sidelight.model import Span
from sidelight.readings.entities import Entities
from sidelight.readings.names import ORGANISATION_WORDS, Name, without_titles

_STATE_ORGANS = frozenset(
    "Armed Army Navy Guard Force Forces Ministry Minister Government Parliament Senate "
    "Assembly Congress Embassy Police Court Staff Administration Treasury State".split()
)
_FIRM = "company corporation corp inc ltd plc holdings".split()
# Common nouns that stand for an organisation, by the words in the names they mean.
METONYMS = {
    "alliance": ("alliance",),
    "bloc": ("bloc",),
    "union": ("union", "federation", "association", "guild"),
    "guild": ("guild",),
    "council": ("council",),
    "company": _FIRM,
    "firm": _FIRM,
    "ministry": ("ministry",),
    "department": ("department",),
    "agency": ("agency",),
    "authority": ("authority",),
    "regulator": ("authority", "agency", "commission"),
    "commission": ("commission",),
    "committee": ("committee",),
    "club": ("club", "fc", "united", "rovers", "athletic"),
    "police": ("police",),
    "army": ("army",),
    "hospital": ("hospital", "clinic", "infirmary"),
    "clinic": ("clinic",),
    "university": ("university", "college"),
    "college": ("college",),
    "school": ("school", "academy"),
    "museum": ("museum", "gallery"),
    "gallery": ("gallery",),
    "bank": ("bank",),
    "party": ("party",),
    "court": ("court",),
    "church": ("church",),
    "diocese": ("diocese",),
    "government": ("government",),
    "administration": ("administration",),
    "trust": ("trust",),
    "foundation": ("foundation",),
    "charity": ("charity", "trust", "foundation"),
    "federation": ("federation",),
    "association": ("association",),
    "league": ("league",),
    "board": ("board",),
    **dict.fromkeys(
        "opposition prosecution prosecutors defence management teachers workers strikers "
        "protesters family operator manufacturer maker developer builder landlord "
        "supplier retailer contractor employer employers district city town county "
        "province plant mill airline carrier insurer lender coalition rebels brigade "
        "ministries institute laboratory lab factory drugmaker utility railway "
        "inspectorate watchdog directorate municipality bureau garrison militia junta "
        "regime monarchy palace cabinet office service network bosses owners "
        "shareholders investors authorities officials farmers growers nurses doctors "
        "parents residents tenants students miners dockers fishermen drivers pilots "
        "inspectors engineers monastery convent newspaper broadcaster station".split(),
        (),
    ),
}
# Nouns for whatever firm the report is about, if it names one alone.
_ANY_FIRM = frozenset(
    "company firm operator manufacturer maker developer builder landlord supplier "
    "retailer contractor employer airline carrier insurer lender management drugmaker "
    "utility factory owners bosses shareholders investors".split()
)
_NOUNS = "|".join(sorted(METONYMS, key=len, reverse=True))
_THE_NOUN = re.compile(
    rf"\b[Tt]he\s(?:(?!{_NOUNS})[a-z-]{{3,20}}\s){{0,2}}?({_NOUNS})\b(?!\s(?:{_NOUNS})\b)"
    rf"|(?<![\w’'-])(?:a\s)?({_NOUNS})\s(?=(?:chair|spokes|president|official|boss|leader|"
    r"chief|secretary|director|owner|executive|lawyer|representative|negotiator)\w*\b)"
    r"|(?<![\w’'-]\s)(?<![\w’'-])(Police|Management)\s(?=\w)|(?<=[,.;“\"]\s)(police)\s(?=said|have|had)"
)
_NOUN_AFTER = re.compile(
    rf"\s(?:(?:city|town|county|district|provincial|teachers['’]?|state|local)\s)?({_NOUNS})\b"
)
# Bodies that are no firm, by a word of their names.
_NO_FIRM = frozenset(
    "council ministry department office authority commission committee board court "
    "parliament senate assembly congress government union unions federation "
    "association league society university college school police force forces army "
    "navy party church guild trust foundation confederation hospital bureau".split()
)
_LITTLE = frozenset("the of and for a".split())


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


def read(
    text: str, names: tuple[Name, ...], entities: Entities
) -> tuple[PartyMention, ...]:
    """Return where parties are named in `text`, in order."""
    report = _Report(names, entities)
    named = [m for name in names if (m := report.mention(text, name))]
    nouns = [
        (Span(*match.span()), next(filter(None, match.groups())).lower())
        for match in _THE_NOUN.finditer(text)
    ]
    report.explain(mention.party for mention in named)
    last: dict[str, Party] = {}  # the party that each noun means, as far as read
    mentions: list[PartyMention] = []
    for span, what in sorted([*((m.span, m.party) for m in named), *nouns], key=_start):
        if mentions and mentions[-1].span.end > span.start:
            continue
        if isinstance(what, Party):
            last.update(dict.fromkeys(_nouns_for(what), what))
            mentions.append(PartyMention(span, what))
        else:
            meant = last.get(what) or report.meant(what)
            mentions.append(PartyMention(_bare(text, span), meant))
    return tuple(mentions)


def _bare(text: str, span: Span) -> Span:
    """Return the span of a noun without the blank behind it."""
    return Span(span.start, span.start + len(span.of(text).rstrip()))


def _start(item: tuple[Span, object]) -> Span:
    return item[0]


class _Report:
    """The organisations and lands of one report, by all their names."""

    def __init__(self, names: tuple[Name, ...], entities: Entities) -> None:
        self._entities = entities
        bodies = {
            without_titles(name.words)
            for name in names
            if name.kind == "organisation" or entities.kind(name) == "organisation"
        }
        self._bodies = {bare for bare in bodies if bare and bare not in by_alias()}
        self._full = dict(self._short_names(names))
        firms = {
            self._full.get(bare, bare)
            for bare in self._bodies
            if _NO_FIRM.isdisjoint(bare.lower().split())
        }
        self._firm = next(iter(firms)) if len(firms) == 1 else None
        self._meanings = defaultdict[str, set[Party]](set)

    def _short_names(self, names: tuple[Name, ...]) -> Iterator[tuple[str, str]]:
        """Yield "Kessock" with "Kessock Homes": a name that one body's begins with."""
        firms = defaultdict[str, list[str]](list)
        for body in sorted(self._bodies):
            if _NO_FIRM.isdisjoint(body.lower().split()):
                firms[body.split()[0]].append(body)
        for bare in sorted({without_titles(name.words) for name in names} - {""}):
            if self._entities.kinds.get(bare) in {"person", "people"}:
                continue
            alike = firms[bare.split()[0]]
            longer = [body for body in alike if body.startswith(f"{bare} ")]
            if len(longer) == 1:
                yield bare, longer[0]

    def explain(self, parties: Iterable[Party]) -> None:
        """Note which nouns mean one party alone, in all of the report."""
        meanings = defaultdict[str, set[Party]](set)
        for party in parties:
            for noun in _nouns_for(party):
                meanings[noun].add(party)
        self._meanings = meanings

    def meant(self, noun: str) -> Party:
        """Return the party of a common noun that no party named before explains."""
        if len(meaning := self._meanings[noun]) == 1:
            return next(iter(meaning))
        if noun in _ANY_FIRM and self._firm:
            return Party(self._firm, "organisation")
        return Party(f"the {noun}", "organisation")

    def mention(self, text: str, name: Name) -> PartyMention | None:
        """Return the party that is named here, with a noun that follows it."""
        if name.kind != "organisation":
            noun = _NOUN_AFTER.match(text, name.span.end)
            if noun and self._entities.kind(name) != "person":
                span = Span(name.span.start, noun.end())
                return PartyMention(span, self._called(name, noun[1]))
        party = self._party(name)
        return PartyMention(name.span, party) if party else None

    def _called(self, name: Name, noun: str) -> Party:
        """Return the party of "the Orsolt council", "Russian prosecutors"."""
        known = by_alias().get(name.words) or self._land(name.words)
        if known:
            return known
        if full := self._full.get(name.words):
            return Party(full, "organisation")
        return Party(f"{name.words} {noun}", "organisation")

    def _party(self, name: Name) -> Party | None:
        bare = without_titles(name.words)
        if bare.lower() in METONYMS:  # "Board chairman Ivo Marr"
            return self.meant(bare.lower())
        if known := _known(name, bare, self._entities.kind(name) == "person"):
            return known
        if land := self._land(bare):
            return land
        if full := self._full.get(bare):
            return Party(full, "organisation")
        if bare in self._bodies:
            return self._of_a_land(bare) or Party(bare, "organisation")
        return self._land(name.words.removesuffix(bare).split(" ")[0])

    def _land(self, bare: str) -> Party | None:
        """Return the land of this report that a name or an adjective belongs to."""
        land = self._entities.lands.get(bare, bare)
        if land in by_alias():
            return by_alias()[land]
        return Party(land, "state") if land in self._entities.political else None

    def _of_a_land(self, bare: str) -> Party | None:
        words = bare.split()
        if any(word in _STATE_ORGANS for word in words):
            return next(filter(None, map(self._land, words)), None)
        return None


def _known(name: Name, bare: str, is_person: bool) -> Party | None:  # noqa: FBT001
    """Return the party of the world that a proper name names, or belongs to."""
    aliases = by_alias()
    if party := aliases.get(name.words) or aliases.get(bare):
        return party
    if name.kind == "person" or is_person:
        words = name.words.removesuffix(bare).split()
    else:
        words = bare.split()
    of_a_state = name.kind != "organisation" or any(w in _STATE_ORGANS for w in words)
    if of_a_state:  # "Russian Foreign Minister", "the Chilean Navy"
        return next(filter(None, map(aliases.get, words)), None)
    return None


def own_words(party: str) -> set[str]:
    """Return the words of a party's name that another's would not have."""
    words = {word.lower() for word in re.findall(r"\w+", party)} - _LITTLE
    return words - ORGANISATION_WORDS or words


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
