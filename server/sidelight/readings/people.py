"""The people a report names, each with the role, the party and the sex it gives.

A last name alone means the person of that name mentioned last. A role stands before
the name ("Board chairman Gerrit Haskow", "the union's president, Ilse Corrigane") or
behind it in apposition. He or she is told by a word of the role, by "Mr" or "Mrs", or
by the pronoun that follows the name in its own sentence.
"""

import re
from collections import Counter
from dataclasses import dataclass, field
from typing import NamedTuple

from sidelight.deadline import each
from sidelight.model import Attribution, Span
from sidelight.readings import given_names
from sidelight.readings.entities import Entities
from sidelight.readings.names import (
    HONORIFICS,
    HUMAN,
    ORGANISATION_WORDS,
    TITLES,
    Name,
    without_titles,
)
from sidelight.readings.parties import Party, PartyMention
from sidelight.readings.spans import BySpan

_OFFICE = (
    r"(?:[\w-]+\s){0,3}(?:secretary|director|chief|head|chair\w*|leader|spokes\w+|president|"
    r"manager|owner|minister|mayor|professor|founder|executive|officer|lawyer|captain|"
    r"coach|editor|deputy|chancellor|premier|commander|ambassador|member|commissioner|governor|treasurer|organi[sz]er)\b"
)
_APPOSITION = re.compile(
    rf"(?:,\s\d\d)?,\s+((?:(?:a|an|the|its|their|his|her|one|who)\s+|[A-Z]|(?={_OFFICE}))[^,.;:]{{3,90}}?)"
    r"(?=[,.;:]|\s(?:said|told|has|have|was|is)\b)"
)
# "the union's president, Ilse Corrigane", "his lawyer, Pim Vossler"
_ROLE_BEFORE = re.compile(
    r"(?:^|[.;:,—(“\"”’]\s|\b(?:and|but|that|said|by|to|from|with|of|for|when|while|as)\s)"
    rf"((?:(?!said\b)[\w’'-]+\s){{0,6}}?(?:{HUMAN.pattern})(?:\s(?:of|for|at|in)\s(?:[\w’'-]+\s?){{1,5}})?),\s$",
    re.IGNORECASE,
)
_PLAIN_ROLE = re.compile(
    rf"\b((?:[\w’'-]+\s){{0,4}}?(?:{HUMAN.pattern}))\s$", re.IGNORECASE
)
_LED_UP = re.compile(
    r".*\b(?:to|with|which|that|on|by|from|at|in|is|was|were|and|or|but|when|while)\s",
    re.IGNORECASE,
)
_MOST_APPOSITION = 120  # code points looked at on each side of a name
_MOST_BEFORE = 60
_MOST_PARTS = 4  # words in a person's name
_HE = re.compile(
    r"\b(?:he|his|him|himself|mr|sir|lord|king|prince|\w*(?<!wo)man|father|brother|son|husband|"
    r"uncle|grandfather|widower|boy|actor|priest)\b",
    re.IGNORECASE,
)
_SHE = re.compile(
    r"\b(?:she|her|herself|mrs|ms|miss|dame|lady|queen|princess|\w*woman|mother|sister|"
    r"daughter|wife|aunt|grandmother|widow|girl|actress)\b",
    re.IGNORECASE,
)
_FORMER = re.compile(
    r"\b(?:former|formerly|ex|retired|once|then|late)\b", re.IGNORECASE
)
_ELSEWHERE = re.compile(r"\b(?:at|for|from|in|of|with|whose)\s")
# "Cook Review editor Ada Ward": the first name is a body's.
_BESIDE_SOMEBODY = re.compile(r"\s(?:[a-z][\w-]*\s){1,3}[A-Z]")
_FAR_PRONOUN = 90  # code points from a name to the pronoun that tells its sex
_GIVEN = 3  # votes of a given name
_SURE = 5  # votes of a title or a role, against one for a pronoun nearby


@dataclass(slots=True)
class Person:
    """A named person, gathered over the report; `sex` is "m", "f", or not known.

    `role` is the first that is given, `offices` are all.
    """

    name: str
    role: str | None = None
    offices: set[str] = field(default_factory=set)
    party: Party | None = None
    mentions: list[Span] = field(default_factory=list)
    votes: Counter[str] = field(default_factory=Counter)

    @property
    def sex(self) -> str | None:
        """Return "m" or "f" where most clues agree."""
        he, she = self.votes["m"], self.votes["f"]
        return None if he == she else "m" if he > she else "f"


def read(
    text: str,
    names: tuple[Name, ...],
    entities: Entities,
    parties: BySpan[PartyMention],
    attributions: tuple[Attribution, ...],
) -> tuple[Person, ...]:
    """Return the people, each under the fullest form of the name."""
    speakers = _Speakers.of(names, attributions)
    persons = []
    lasts = set[str]()
    for name in each(names):
        bare = without_titles(name.words)
        is_last = bare in lasts and entities.kind(name) in {"unknown", "place"}
        if is_last or _may_be_person(text, name, bare, entities, speakers):
            persons.append((name, bare))
            lasts.add(bare.split()[-1])
    roll = _Roll()
    for number, (name, bare) in enumerate(persons):
        person = roll.called(bare)
        person.mentions.append(name.span)
        stop = persons[number + 1][0].span.start if number + 1 < len(persons) else None
        _learn(text, name, bare, person, parties)
        _learn_sex(text, name, person, stop)
    return tuple(roll.people)


class _Speakers(NamedTuple):
    """The sources of a report, and the lone names that are one by themselves."""

    sources: BySpan[Span]
    alone: frozenset[str]

    @classmethod
    def of(
        cls, names: tuple[Name, ...], attributions: tuple[Attribution, ...]
    ) -> "_Speakers":
        every = list({a.source for a in attributions if a.source})
        whole = set(every)
        return cls(
            BySpan(every, lambda source: source),
            frozenset(
                name.words
                for name in names
                if " " not in name.words and name.span in whole
            ),
        )


class _Roll:
    """The people so far, and whom each last name means by itself.

    That is whoever was called by it alone before; else whoever was named last.
    """

    def __init__(self) -> None:
        self.people: list[Person] = []
        self._latest: dict[str, Person] = {}
        self._by_last_name: dict[str, Person] = {}

    def called(self, bare: str) -> Person:
        """Return whom a name without titles means, somebody new where nobody fits."""
        last = bare.rsplit(maxsplit=1)[-1]
        person = self._known(bare, last)
        if person is None:
            person = Person(bare)
            self.people.append(person)
        elif len(bare) > len(person.name):
            person.name = bare
        if bare == last:
            self._by_last_name[last] = person
        self._latest[last] = self._by_last_name.get(last, person)
        return person

    def _known(self, bare: str, last: str) -> Person | None:
        latest = self._latest.get(last)
        if latest is not None and _is_form_of(bare, latest.name):
            return latest
        whole = [p for p in self.people if " " in p.name and " " in bare]
        return next(
            (
                person
                for person in reversed(whole)
                if person.name.rsplit(maxsplit=1)[-1] == last
                and _is_form_of(bare, person.name)
            ),
            None,
        )


def sex_of(words: str) -> str | None:
    """Return "m" or "f" where a word for somebody tells: "a spokeswoman"."""
    he, she = _HE.search(words), _SHE.search(words)
    return None if bool(he) == bool(she) else "m" if he else "f"


def _is_form_of(bare: str, known: str) -> bool:
    """Tell whether two forms of one last name are one person's."""
    parts, others = bare.split()[:-1], known.split()[:-1]
    return not parts or not others or parts[0][0] == others[0][0]


def _learn(
    text: str, name: Name, bare: str, person: Person, parties: BySpan[PartyMention]
) -> None:
    """Take role and party from this mention, where they are not known yet."""
    titles = name.words[: -len(bare)].strip()
    if titles:
        person.offices.add(titles)
    if person.role is not None and person.party is not None:
        return
    roles, around = _roles(text, name, bare)
    role = roles[0] if roles else None
    person.role = person.role or role
    person.offices.update(roles)
    if _FORMER.search(role or ""):
        return
    party = party_in(around, parties)
    if party is None and role and role.lower().startswith(("its ", "their ")):
        last = parties.before(name.span.start)
        party = last.party if last else None
    person.party = person.party or party


def _learn_sex(text: str, name: Name, person: Person, stop: int | None) -> None:
    if sex := given_names.sex_of(without_titles(name.words)):
        person.votes[sex] = max(person.votes[sex], _GIVEN)
    if sex := sex_of(f"{name.words} {head_of(person.role or '')}"):
        person.votes[sex] = max(person.votes[sex], _SURE)
    end = min(name.span.end + _FAR_PRONOUN, stop or len(text))
    after = re.split(r"[“\"\n]|[.!?]\s", text[name.span.end : end])[0]
    first = re.search(r"\b(?:he|his|she|her(?=\s[a-z]))\b", after)
    if first:
        person.votes["m" if first[0] in {"he", "his"} else "f"] += 1


def _may_be_person(
    text: str, name: Name, bare: str, entities: Entities, speakers: _Speakers
) -> bool:
    parts = bare.split()
    if name.kind in {"organisation", "time"} or not 0 < len(parts) <= _MOST_PARTS:
        return False
    if any(part.lower() in {"of", "the", "and", "for"} for part in parts):
        return False
    if len(parts[-1]) == 1:
        return False
    kind = entities.kind(name)
    if kind != "unknown" or name.kind == "person":
        return kind in {"person", "unknown"}
    before = text[max(0, name.span.start - 4) : name.span.start]
    if len(parts) == 1 or re.search(r"\b(?:in|at|the)\s$", before, re.IGNORECASE):
        return False
    after = text[name.span.end : name.span.end + 3]
    return (
        parts[-1] in speakers.alone
        or after.startswith((", ", " sa", " to"))
        or any(
            _is_head(text, name.span, source)
            for source in speakers.sources.overlapping(name.span)
        )
    )


def _is_head(text: str, name: Span, source: Span) -> bool:
    """Tell whether a source is the one named, and not somebody of that body or place."""
    return (
        source.covers(name)
        and not _ELSEWHERE.search(text, source.start, name.start)
        and not _BESIDE_SOMEBODY.match(text, name.end, source.end)
    )


def _roles(
    text: str, name: Name, bare: str
) -> tuple[tuple[str, ...], tuple[Span, ...]]:
    """Return a person's roles as written, and the stretches that may tell the party."""
    titles = name.words[: len(name.words) - len(bare)].strip()
    if all(t.strip(".").lower() in HONORIFICS for t in titles.split()):
        titles = ""
    start = name.span.start
    around: list[Span] = []
    apposition = _APPOSITION.match(
        text, name.span.end, name.span.end + _MOST_APPOSITION
    )
    roles = [titles]
    before = _before(text, start)
    ahead = _ROLE_BEFORE.search(before)
    if ahead and not re.search(r"\b(?:said|told|and|but)\b", ahead[1]):
        around.append(Span(start - len(before) + ahead.start(1), name.span.end))
        roles.append(_trimmed(ahead[1]))
    else:
        around.append(_lead(name, before))
    if apposition and not re.match(r"[A-Z]\w+\s(?:said|told)", apposition[1]):
        around.append(Span(*apposition.span(1)))
        roles.append(apposition[1])
    plain = _PLAIN_ROLE.search(before)
    if not any(roles) and plain:
        roles.append(_trimmed(plain[1]))
    if titles and plain is None and (extra := re.search(r"(\b[\w’'-]+\s)$", before)):
        around.append(Span(start - len(extra[1]), name.span.end))
    return tuple(role.strip() for role in roles if role.strip()), tuple(around)


def _trimmed(role: str) -> str:
    """Return a role without words that led up to it: "according to the officer"."""
    head = HUMAN.search(role)
    lead = _LED_UP.match(role, 0, head.start() if head else 0)
    return role[lead.end() :] if lead else role


def _before(text: str, start: int) -> str:
    """Return the words before a name, no further than its paragraph's beginning."""
    return text[max(0, start - _MOST_BEFORE) : start].rsplit("\n", 1)[-1]


def _lead(name: Name, before: str) -> Span:
    """Return the name with the words of its phrase before it."""
    lead = re.search(
        r"(?:^|[.,;:—(“\"]|\b(?:and|but|that|said|by|to|from|with)\b)([^.,;:—(“\"]*)$",
        before,
    )
    start = name.span.start
    return Span(start - len(lead[1]), name.span.end) if lead else name.span


def is_office(word: str) -> bool:
    """Tell whether a word can be the head of what a person is."""
    folded = word.lower()
    return (
        bool(HUMAN.fullmatch(folded) or folded in TITLES)
        and folded not in ORGANISATION_WORDS
    )


def head_of(role: str) -> str:
    """Return the word that says what somebody is: "chairman" of "the board's chairman"."""
    phrase = re.split(
        r"\s(?:of|for|at|in|on|to|with|who|and|since|until|under)\s|,", role.strip()
    )[0]
    words = re.findall(r"[\w-]+", phrase)
    return words[-1].lower() if words else ""


def party_in(around: tuple[Span, ...], parties: BySpan[PartyMention]) -> Party | None:
    """Return the party named first in one of the stretches, in their order."""
    for stretch in around:
        for mention in parties.inside(stretch):
            return mention.party
    return None
