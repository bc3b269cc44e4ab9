"""Who the sources are: one voice for all the ways a report names somebody.

"Foreign Minister Sergei Lavrov", "Lavrov", "the minister" and "he" are one voice,
with the role and the party that the report gives anywhere.
"""

import re
from dataclasses import dataclass, field, replace

from sidelight.model import Attribution, Sentence, Span, Voice, VoiceKind
from sidelight.readings.names import (
    HONORIFICS,
    ORGANISATION_WORDS,
    TITLES,
    Name,
    without_titles,
)
from sidelight.readings.parties import Party, PartyMention
from sidelight.readings.spans import BySpan

_PRONOUN = {"he", "she", "they", "it", "i", "we"}
_CROWD = re.compile(
    r"\b(?:critics|experts|observers|analysts|commentators|many|some|others|opponents|"
    r"supporters|sceptics|skeptics|pundits|people|insiders|reports|rumours|rumors|"
    r"media|studies|campaigners|activists|watchers|scientists|researchers|historians|"
    r"economists|lawyers|doctors|scholars)$",
    re.IGNORECASE,
)
_CROWD_QUALIFIED = re.compile(
    r"^(?:(?:the|some|many|most|several|a few|other|various|recent|local|unconfirmed|"
    r"multiple|numerous|political|military|legal|industry|security|independent|media|"
    r"press|few|foreign|market|international|health|media)\s+)*\w+$",
    re.IGNORECASE,
)
_INSIDER = re.compile(
    r"\b(?:sources?|insiders?|officials?|aides?|advis[eo]rs?|diplomats?|executives?|"
    r"employees?|staffers?|operatives?|strategists?|lawmakers?|ministers?|officers?|"
    r"engineers?|managers?|members?|colleagues?|negotiators?|investigators?|"
    r"(?:person|people)\s+(?:familiar|close|with|briefed|involved|in\s+the\s+room))\b",
    re.IGNORECASE,
)
_DOCUMENT = re.compile(
    r"\b(?:report|study|document|documents|statement|ruling|letter|memo|email|survey|"
    r"poll|filing|complaint|indictment|analysis|paper|audit|review|estimates|data|"
    r"figures|declaration|communiqu[eé]|lawsuit|records)$",
    re.IGNORECASE,
)
_INSTITUTION = re.compile(
    r"\b(?:ministry|government|council|police|court|company|firm|union|department|"
    r"agency|authority|hospital|university|school|committee|commission|club|party|"
    r"bank|kremlin|house|office|alliance|bloc|parliament|spokes(?:man|woman|person|"
    r"people)|prosecution|prosecutors|defence|administration|board|association|service)$",
    re.IGNORECASE,
)
# "Lavrov's remarks" are Lavrov's; "a trajectory" is nobody's.
_THOUGHT = (
    r"(?:comments?|remarks?|words|perspective|statements?|message|narrative|stance|view|"
    r"views|argument|position|assessment|claims?|assertion|rhetoric|testimony|speech|"
    r"trajectory|approach|move|moves|decision|sentiment|development|discrepancy|gap|figures?)"
)
_OWNED = re.compile(
    rf"(his|her|their|its|.+?(?=['’]s\s|s['’]\s))(?:['’]s|s['’])?\s(?:\w+\s)?{_THOUGHT}",
    re.IGNORECASE,
)
_OWNER = {"his": "he", "her": "she", "their": "they", "its": "it"}
_ABSTRACT = re.compile(rf"^(?:an?|this|that|these|those|such|the)\s(?:\w+\s)?{_THOUGHT}$", re.IGNORECASE)
_PLURAL_PERSON = re.compile(r"(?:s|people|police|men|women|children)$", re.IGNORECASE)
_ASKED = r"(?:anonym\w+|\bbackground\b|\b(?:named|identified|withheld)\b)[^.;]{0,40}?"
_REASON = re.compile(
    r"\bnot\s(?:been\s|being\s)?(?:authori[sz]ed|allowed|permitted|cleared)\b[^.;]{0,60}"
    r"|\b(?:for\sfear\sof|fearing|out\sof\sfear|who\s(?:fears?|feared))\b[^.;]{0,60}"
    r"|\bcannot\sbe\s(?:named|identified)\sfor\slegal\b[^.;]{0,30}"
    rf"|{_ASKED}\b(?:because|as|since|citing|given|due\sto|owing\sto|to\s(?:protect|"
    r"discuss|describe|speak|avoid)|for\s(?:safety|security|legal|their|his|her))\b[^.;]{0,60}"
    r"|\b(?:because|as|since|given)\b[^.;]{0,60}\b(?:private|confidential|sensitiv\w+|secret)\b",
    re.IGNORECASE,
)
_APPOSITION = re.compile(
    r",\s+((?:(?:a|an|the|its|their|his|her|one|who)\s+|[A-Z])[^,.;:]{3,90}?)(?=[,.;:]|\s(?:said|told|has|have|was|is)\b)"
)
_MOST_APPOSITION = 120  # code points looked at on each side of a name


@dataclass(slots=True)
class _Person:
    """A named person, gathered over the report."""

    name: str
    role: str | None = None
    party: Party | None = None
    mentions: list[Span] = field(default_factory=list)

    @property
    def last(self) -> str:
        return self.name.split()[-1]


def read(
    text: str,
    sentences: tuple[Sentence, ...],
    attributions: tuple[Attribution, ...],
    names: tuple[Name, ...],
    parties: tuple[PartyMention, ...],
) -> tuple[tuple[Voice, ...], tuple[Attribution, ...]]:
    """Return the voices, and the attributions with their `voice` set."""
    mentioned = BySpan(parties, lambda mention: mention.span)
    people = _people(text, names, mentioned, attributions)
    named = BySpan(
        [(m, p) for p in people.values() for m in p.mentions], lambda pair: pair[0]
    )
    credits_ = _Credits()
    resolved = []
    last_person: Voice | None = None
    last_body: Voice | None = None
    for attribution in attributions:
        voice = _voice(
            text, sentences, attribution, people, named, mentioned, last_person, last_body
        )
        if voice is None:
            resolved.append(attribution)
            continue
        if voice.kind == "person":
            last_person = voice
        elif voice.kind != "crowd":
            last_body = voice
        number = credits_.give(voice, attribution.source or attribution.span)
        resolved.append(replace(attribution, voice=number))
    return credits_.voices(), tuple(resolved)


class _Credits:
    """The voices in the order they are first credited, each with its mentions."""

    def __init__(self) -> None:
        self._place: dict[str, int] = {}
        self._voices: list[Voice] = []
        self._mentions: list[list[Span]] = []

    def give(self, voice: Voice, mention: Span) -> int:
        """Note that `voice` is credited at `mention`; return its number."""
        number = self._place.setdefault(_key(voice), len(self._voices))
        if number == len(self._voices):
            self._voices.append(voice)
            self._mentions.append([])
        elif voice.reason and not self._voices[number].reason:
            self._voices[number] = replace(self._voices[number], reason=voice.reason)
        self._mentions[number].append(mention)
        return number

    def voices(self) -> tuple[Voice, ...]:
        """Return the voices with their mentions in text order."""
        return tuple(
            replace(voice, mentions=tuple(sorted(set(mentions))))
            for voice, mentions in zip(self._voices, self._mentions, strict=True)
        )


def _key(voice: Voice) -> str:
    return re.sub(r"^(?:the|a|an)\s+", "", voice.name.lower())


# --- People named anywhere in the report -------------------------------------


def _people(
    text: str,
    names: tuple[Name, ...],
    parties: BySpan[PartyMention],
    attributions: tuple[Attribution, ...],
) -> dict[str, _Person]:
    """Return the people by their last name; the fullest form of each counts."""
    people: dict[str, _Person] = {}
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
            person = people[last] = _Person(bare)
        elif len(bare) > len(person.name):
            person.name = bare
        person.mentions.append(name.span)
        if person.role is None or person.party is None:
            role, around = _role(text, name, bare)
            person.role = person.role or role
            person.party = person.party or _party_in(around, parties)
    return people


def _may_be_person(
    text: str, name: Name, bare: str, sources: BySpan[Span]
) -> bool:
    parts = bare.split()
    if not parts or name.kind in {"organisation", "time"} or len(parts) > 4:
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
    return any(s.covers(name.span) for s in sources.overlapping(name.span)) or after.startswith((", ", " sa", " to"))


def _role(text: str, name: Name, bare: str) -> tuple[str | None, tuple[Span, ...]]:
    """Return a person's role as written, and the stretches that may tell the party."""
    titles = name.words[: len(name.words) - len(bare)].strip()
    start = name.span.start
    before = Span(max(0, start - 60), start)
    lead = re.search(r"(?:^|[.,;:—(“\"]|\b(?:and|but|that|said|by|to|from|with)\b)([^.,;:—(“\"]*)$", before.of(text))
    before = Span(start - len(lead[1]), name.span.end) if lead else name.span
    apposition = _APPOSITION.match(text, name.span.end, name.span.end + _MOST_APPOSITION)
    around = (before,)
    role = titles if any(t.strip(".").lower() not in HONORIFICS for t in titles.split()) else ""
    if apposition and not re.match(r"[A-Z]\w+\s(?:said|told)", apposition[1]):
        around = (before, Span(*apposition.span(1)))
        role = role or apposition[1]
    lowered = re.search(r"((?:[\w’'-]+\s){1,5})$", text[before.start : start])
    if not role and lowered and any(w.lower() in TITLES for w in lowered[1].split()):
        role = lowered[1].strip()
    return role.strip() or None, around


def _party_in(
    around: tuple[Span, ...], parties: BySpan[PartyMention]
) -> Party | None:
    for stretch in around:
        for mention in parties.inside(stretch):
            return mention.party
    return None


# --- The voice of one attribution --------------------------------------------


def _voice(  # noqa: PLR0913 - the report as read so far
    text: str,
    sentences: tuple[Sentence, ...],
    attribution: Attribution,
    people: dict[str, _Person],
    named: BySpan[tuple[Span, _Person]],
    parties: BySpan[PartyMention],
    last_person: Voice | None,
    last_body: Voice | None,
) -> Voice | None:
    if attribution.source is None:
        if attribution.act == "declines" or attribution.cue is None:
            return None
        return Voice(attribution.cue.of(text), "crowd", named=False)
    source = attribution.source
    words = " ".join(source.of(text).split())
    if owner := _OWNED.fullmatch(words):
        words = _OWNER.get(owner[1].lower(), owner[1])
    elif _ABSTRACT.search(words):
        return None
    if words.lower() in _PRONOUN:
        return _pronoun(words.lower(), source, named, last_person, last_body)
    if person := _named_in(text, source, people, named):
        return _as_voice(person)
    party = _party_in((source,), parties)
    if last_person and _is_role_of(words, last_person):
        return last_person
    sentence = sentences[attribution.sentence].span
    return _unnamed(text, words, source, sentence, party)


def _pronoun(
    word: str,
    source: Span,
    named: BySpan[tuple[Span, _Person]],
    last_person: Voice | None,
    last_body: Voice | None,
) -> Voice | None:
    """Return whom a pronoun means: the person or body last heard or named."""
    if word in {"i", "we"}:
        return None
    if word in {"it", "they"}:
        return last_body
    nearest = named.before(source.start)
    return _as_voice(nearest[1]) if nearest else last_person


def _named_in(
    text: str,
    source: Span,
    people: dict[str, _Person],
    named: BySpan[tuple[Span, _Person]],
) -> _Person | None:
    for _, person in named.overlapping(source):
        return person
    words = re.findall(r"[^\W\d_]+", source.of(text))
    return next((people[w] for w in words if w in people and w[0].isupper()), None)


def _as_voice(person: _Person) -> Voice:
    return Voice(
        name=person.name,
        kind="person",
        named=True,
        role=person.role,
        party=person.party.name if person.party else None,
        mentions=(),
    )


def _is_role_of(words: str, person: Voice) -> bool:
    match = re.fullmatch(r"the\s+(.+)", words, re.IGNORECASE)
    return bool(
        match and person.role and match[1].lower().split()[-1] in person.role.lower().split()
    )


def _unnamed(
    text: str, words: str, source: Span, sentence: Span, party: Party | None
) -> Voice:
    kind, named = _kind(words)
    reason = None
    if kind in {"person", "group"} and (match := _REASON.search(text, sentence.start, sentence.end)):
        reason = Span(*match.span())
    name = party.name if party and kind == "institution" and len(words.split()) <= 2 else words
    return Voice(name, kind, named, party=party.name if party else None, reason=reason)


def _kind(words: str) -> tuple[VoiceKind, bool]:
    head = re.split(r"\s(?:of|by|on|into|at|in|for|from|with|within|inside|near|familiar|close)\s", words)[0]
    if _CROWD.search(head) and _CROWD_QUALIFIED.match(words):
        return "crowd", False
    if _INSIDER.search(words) and not words[0:1] == "":
        return ("group" if _PLURAL_PERSON.search(head) else "person"), False
    if _DOCUMENT.search(head):
        return "document", any(w[0].isupper() for w in words.split()[1:])
    capitals = [w for w in head.split() if w[0].isupper() and w.lower() not in {"the", "a", "an"}]
    organisation = any(w.lower() in ORGANISATION_WORDS for w in head.split())
    if _INSTITUTION.search(head) or organisation:
        return "institution", True
    if capitals and len(capitals) == len([w for w in head.split() if w.lower() != "the"]):
        return "institution", True
    return ("group" if _PLURAL_PERSON.search(head) else "person"), False
