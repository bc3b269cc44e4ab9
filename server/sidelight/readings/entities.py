"""What kind of thing each name of a report is: a person, a body, or a place.

A name says little by itself: "Kessock Homes" and "Orla Whitmarsh" have one shape,
and an invented state stands in no list. What stands around a name tells, at all its
mentions together: an age or "who" for a person, "which" or "its chief executive" for
a body, "in" or "the government of" for a place, and a name beside its own adjective
("Quorrin", "Quorrian") for a land.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from sidelight.readings.names import (
    HUMAN,
    ORGANISATION_WORDS,
    Name,
    is_somebody,
    without_titles,
)

EntityKind = Literal["person", "organisation", "place", "people", "unknown"]

_LOOK_BACK = 40  # code points before a name that tell its kind
_LOOK_AHEAD = 60  # code points after it
_MOST_ALIKE = 20  # names of one beginning that are looked at
_SHORTEST_STEM = 3  # letters that a land and its people share

_BODY = (
    r"(?:company|firm|maker|manufacturer|producer|operator|supplier|retailer|bank|start-?up|"
    r"group|charity|agency|newspaper|station|club|team|side|union|party|developer|builder|"
    r"airline|carrier|chain|lender|insurer|brewer\w*|utility|consultancy|think-?tank|movement|"
    r"organi[sz]ation|association|foundation|trust|provider|brand|giant|laboratory|body)"
)
_OWNED_BY_A_BODY = (
    r"(?:owners?|shareholders?|chief\sexecutive|spokes\w+|board|lawyers?|management|shares?|"
    r"boss(?:es)?|chair\w*|staff|workers|employees|plant|factory|headquarters|customers|"
    r"managers?|directors?|players|fans|supporters|founder|investors|members|profits?)"
)
_OF_A_LAND = (
    r"(?:(?:\w+\s)?(?:government|(?:prime\s|foreign\s)?ministers?|minist(?:er|ry)|army|"
    r"soldiers|troops|parliament|border|ambassador|embassy|navy|forces|delegation|capital|"
    r"cabinet|military|premier|diplomats?|senators?|warships?|jets|side))"
)
_OF_ANYTHING = re.compile(r"\b(?:at|from|of|to|between)\s$")
_BEFORE: tuple[tuple[EntityKind, re.Pattern[str]], ...] = (
    ("place", re.compile(r"\b(?:in|near|across|outside|around|throughout|into)\s$")),
    ("place", _OF_ANYTHING),
    ("organisation", re.compile(rf"\b{_BODY}\s$")),
    ("place", re.compile(rf"\bthe\s{_OF_A_LAND}\sof\s$", re.IGNORECASE)),
    ("person", re.compile(rf"(?:{HUMAN.pattern}),?\s$", re.IGNORECASE)),
    ("person", re.compile(r"\b(?:named|called\sup)\s$")),
)
_SAID = re.compile(
    r",?\s(?:said|says|told|added|wrote|warned|argued|asked|recalled|replied)\b"
)
_THE = re.compile(r"\b[Tt]he\s$")
_IN = re.compile(r"\b(?:in|near|of|at|from|to)\s$")
_SAID_BEFORE = re.compile(r"\b(?:said|says|added|asked|recalled|replied)\s$")
_AFTER: tuple[tuple[EntityKind, re.Pattern[str]], ...] = (
    ("person", re.compile(r",\s\d\d\b(?!\s?%)|,?\swho\b|,\swhose\b|\s\(\d\d\)")),
    (
        "person",
        re.compile(
            rf",\s(?:an?|the|one|her|his|their|its)\s(?:[\w’'-]+\s){{0,4}}?(?:{HUMAN.pattern})"
        ),
    ),
    (
        "organisation",
        re.compile(rf",\s(?:an?|the|its|one)\s(?:[\w’'-]+\s){{0,4}}?{_BODY}\b"),
    ),
    ("organisation", re.compile(r",\s(?:which|whose\s(?:shares|owner|workers))\b")),
    ("organisation", re.compile(rf"['’]s?\s(?:[\w-]+\s)?{_OWNED_BY_A_BODY}\b")),
    ("organisation", re.compile(r"\s(?:employs|makes|sells|operates|runs|owns)\s")),
    ("place", re.compile(rf"['’]s?\s{_OF_A_LAND}\b")),
)
# The pronoun that follows a name, with no other name between.
_HE_OR_SHE = re.compile(
    r"(?:[^“”\"A-Z\n]|(?<=\sto\s)[A-Z]|(?<=\sin\s)[A-Z]|(?<=\sat\s)[A-Z]){0,120}"
    r"(?:(?<=[.!?]\s)(?:He|She)\s|\b(?:his|her)\s(?=[a-z]))"
)
_TO_A_PRONOUN = 140  # code points
_PEOPLE_ENDINGS = frozenset(
    "n an ian ean en ese i ish er ite ic nian ns ans ians eans ers ites is ese ish".split()
)
_POLITICAL = re.compile(rf"\s{_OF_A_LAND}\b")
_MOST_PARTS = 4  # words in a person's name
_STRONG = 2  # votes of an outright clue


@dataclass(frozen=True, slots=True)
class Entities:
    """The kind of every name by its words, and the land of every adjective.

    `kinds` and `lands` are keyed by a name's words without titles; `lands` leads
    from "Quorrian" to "Quorrin", and from a capital to its land. `political` are
    lands that act: those with a government, a minister, soldiers in the text.
    """

    kinds: dict[str, EntityKind]
    lands: dict[str, str]
    political: frozenset[str]

    def kind(self, name: Name) -> EntityKind:
        """Return the kind of a name, as far as it is known."""
        return self.kinds.get(without_titles(name.words), "unknown")


def read(text: str, names: tuple[Name, ...]) -> Entities:
    """Return what the names of `text` are names of."""
    votes: dict[str, Counter[EntityKind]] = defaultdict(Counter)
    somebodies = frozenset(
        without_titles(name.words).split()[-1]
        for name in names
        if is_somebody(name.words)
    )
    for name in names:
        if name.kind == "time":
            continue
        count = votes[without_titles(name.words)]  # there, if without a clue
        for kind, weight in _clues(text, name, somebodies):
            count[kind] += weight
    _vote_for_short_names(votes)
    bares = {without_titles(name.words) for name in names if name.kind != "time"}
    kinds = {bare: _elected(votes[bare]) for bare in bares - {""}}
    kinds |= {bare.split()[-1]: "person" for bare in bares if _is_whole(bare, kinds)}
    kinds |= {bare: "person" for bare in bares if _has_known_name(bare, kinds)}
    lands = dict(_lands(kinds))
    kinds.update(dict.fromkeys(lands, "people"))
    kinds.update(dict.fromkeys(lands.values(), "place"))
    lands |= dict(_capitals(text, kinds, lands))
    return Entities(kinds, lands, _political(text, names, kinds, lands))


def _clues(
    text: str, name: Name, somebodies: frozenset[str]
) -> Iterator[tuple[EntityKind, int]]:
    """Yield each kind that one mention speaks for, and how loudly.

    `somebodies` are the last names of people who stand with a given name elsewhere.
    """
    parts = without_titles(name.words).split()
    if name.kind in {"organisation", "person"}:
        yield name.kind, _STRONG
    if is_somebody(name.words):
        yield "person", _STRONG
        return
    if len(parts) > _MOST_PARTS or any(p in {"of", "and", "for"} for p in parts):
        yield "organisation", 1
    before = text[max(0, name.span.start - _LOOK_BACK) : name.span.start]
    if len(parts) > 1 and _THE.search(before):
        yield "organisation", 1
    yield from _clues_before(before, of_somebody=name.words in somebodies)
    yield from _clues_after(text, name.span.end, before)
    after = text[name.span.end : name.span.end + _LOOK_AHEAD]
    if len(parts) > 1 and (_SAID.match(after) or _SAID_BEFORE.search(before)):
        yield "person", 1


def _clues_before(
    before: str, *, of_somebody: bool
) -> Iterator[tuple[EntityKind, int]]:
    for kind, pattern in _BEFORE:
        if pattern.search(before) and not (of_somebody and pattern is _OF_ANYTHING):
            yield kind, 1 if kind == "place" else _STRONG


def _clues_after(text: str, end: int, before: str) -> Iterator[tuple[EntityKind, int]]:
    after = text[end : end + _LOOK_AHEAD]
    lies_in = _IN.search(before)
    for kind, pattern in _AFTER:
        if pattern.match(after) and not (lies_in and kind == "person"):
            yield kind, _STRONG
    opens_phrase = lies_in or _THE.search(before)
    if not opens_phrase and _HE_OR_SHE.match(text, end, end + _TO_A_PRONOUN):
        yield "person", 1


def _vote_for_short_names(votes: dict[str, Counter[EntityKind]]) -> None:
    """Let "Whitmarsh" and "Orla Whitmarsh" speak for each other."""
    for long in [bare for bare in votes if " " in bare]:
        parts = long.split()
        if len(parts) > _MOST_PARTS or parts[-1].lower() in ORGANISATION_WORDS:
            continue
        short = votes.get(parts[-1])
        if short is not None and not votes[long]["organisation"]:
            votes[long]["person"] += 1
            both = votes[long] + short
            votes[long].update(short)
            short.update(both - short)


def _is_whole(bare: str, kinds: dict[str, EntityKind]) -> bool:
    """Tell whether a name is a person's with a last name that no body bears alone."""
    last = bare.rsplit(maxsplit=1)[-1] if bare else ""
    return last != bare and kinds[bare] == "person" and kinds.get(last) == "unknown"


def _has_known_name(bare: str, kinds: dict[str, EntityKind]) -> bool:
    """Tell whether a name of unknown kind ends in a known person's last name."""
    parts = bare.split()
    return (
        kinds.get(bare) == "unknown"
        and 1 < len(parts) <= _MOST_PARTS
        and kinds.get(parts[-1]) == "person"
    )


def _elected(count: Counter[EntityKind]) -> EntityKind:
    """Return the kind most clues speak for; a club bears the name of its town."""
    most = max(count.values(), default=0)
    best = [kind for kind, votes in count.items() if votes == most]
    if set(best) == {"organisation", "place"}:
        return "organisation"
    return best[0] if len(best) == 1 else "unknown"


def _lands(kinds: dict[str, EntityKind]) -> Iterator[tuple[str, str]]:
    """Yield each adjective with the land that it is made from."""
    alike = defaultdict[str, list[str]](list)  # by the letters that both begin with
    for bare, kind in sorted(kinds.items()):
        if " " not in bare and kind != "person":
            alike[bare[: _SHORTEST_STEM + 1]].append(bare)
    for several in alike.values():
        for people in several[:_MOST_ALIKE]:
            land = next((b for b in several if is_people_of(people, b)), None)
            if land is not None:
                yield people, land


def is_people_of(people: str, land: str) -> bool:
    """Tell whether one word is made from the name of a land: "Quorrian", "Quorrin"."""
    if len(people) < len(land) or people == land or not land[:1].isupper():
        return False
    for kept in range(len(land), max(_SHORTEST_STEM, len(land) - 3), -1):
        stem = land[:kept]
        if people.startswith(stem) and people[kept:] in _PEOPLE_ENDINGS:
            lost = land[kept:]
            return not lost or lost[0] in "aeiouy" or len(lost) <= 1
    return False


def _capitals(
    text: str, kinds: dict[str, EntityKind], lands: dict[str, str]
) -> Iterator[tuple[str, str]]:
    """Yield each seat of government that the text calls one, with its land."""
    for match in _CAPITAL.finditer(text):
        whose = match["one"] or match["other"] or match["whose"]
        seat = match["seat"] or match["late"]
        land = lands.get(whose, whose)
        if kinds.get(land) in {"place", None, "unknown"} and seat != land:
            yield seat, land


_NAME = r"[A-Z][\w’'-]{2,30}"
_CAPITAL = re.compile(
    rf"(?P<seat>{_NAME}),\s(?:the\s(?P<one>{_NAME})\scapital|the\scapital\sof\s(?P<other>{_NAME}))"
    rf"|(?:[Tt]he\s)?(?P<whose>{_NAME}?)(?:['’]s)?\scapital,?\s(?P<late>{_NAME})"
)


def _political(
    text: str,
    names: tuple[Name, ...],
    kinds: dict[str, EntityKind],
    lands: dict[str, str],
) -> frozenset[str]:
    found = set()
    for name in names:
        bare = without_titles(name.words)
        land = lands.get(bare, bare)
        if kinds.get(land) != "place":
            continue
        after = text[name.span.end : name.span.end + _LOOK_AHEAD]
        owned = re.match(r"['’]s?", after)
        if _POLITICAL.match(after, owned.end() if owned else 0):
            found.add(land)
    return frozenset(found)
