"""Who the sources are: one voice for all the ways a report names somebody.

"Foreign Minister Sergei Lavrov", "Lavrov", "the minister" and "he" are one voice,
with the role and the party that the report gives anywhere.
"""

import re
from dataclasses import replace

from sidelight.deadline import each
from sidelight.model import Attribution, Sentence, Span, Voice, VoiceKind
from sidelight.readings import anonymity, hearsay, people
from sidelight.readings.names import ORGANISATION_WORDS
from sidelight.readings.offices import Offices
from sidelight.readings.parties import Party, PartyMention
from sidelight.readings.people import Person
from sidelight.readings.pronouns import Pronouns
from sidelight.readings.spans import BySpan

_FEW_WORDS = 2  # "the ministry", "Moscow": a party by one of its names
_BEHIND_THE_HEAD = re.compile(
    r"\s(?:of|by|on|into|at|in|for|from|with|within|inside|near|familiar|close|who|which|whose)\s"
)
_ANYBODY = frozenset("many some others most several".split())
_RELATIVE = re.compile(r"(?:who|which)\b", re.IGNORECASE)
_FAR = 80  # code points between a noun phrase's beginning and its "who"
_NOUN_PHRASE = re.compile(
    r"(?:^|[.,;:—–(“”\"]\s?|\b(?:from|by|of|to|with|for|and|or|that|in|on|at|as|is|was|"
    r"were|are|among|\w+ed)\s)((?:(?!from\b|by\b|of\b|to\b|with\b|for\b|and\b|that\b|as\b)"
    r"[\w’'-]+\s?){1,6}?(?<=\S)),?\s?$",
    re.IGNORECASE,
)
_PRONOUN = {"he", "she", "they", "it", "i", "we"}
_NOBODY = frozenset(
    "each all both another which this that those these you me him them us one none "
    "everyone everybody anyone nobody somebody someone who".split()
)
_CROWD = re.compile(
    r"\b(?:critics|experts|observers|analysts|commentators|pundits|sceptics|skeptics|"
    r"many|some|others|(?<!the )(?:reports|rumours|rumors|studies))$",
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
_ABSTRACT = re.compile(
    rf"^(?:an?|this|that|these|those|such|the)\s(?:\w+\s)?{_THOUGHT}$", re.IGNORECASE
)
_PLURAL_PERSON = re.compile(r"(?:s|people|police|men|women|children)$", re.IGNORECASE)


def read(
    text: str,
    sentences: tuple[Sentence, ...],
    attributions: tuple[Attribution, ...],
    persons: tuple[Person, ...],
    parties: tuple[PartyMention, ...],
) -> tuple[tuple[Voice, ...], tuple[Attribution, ...]]:
    """Return the voices, and the attributions with their `voice` set."""
    listener = _Listener(text, sentences, attributions, persons, parties)
    credits_ = _Credits()
    resolved = []
    for attribution in each(attributions):
        voice = listener.voice(attribution)
        if voice is None:
            resolved.append(attribution)
            continue
        mention = attribution.source and antecedent(text, attribution.source)
        number = credits_.give(voice, mention or attribution.span)
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


class _Listener:
    """Goes through the attributions in order and tells whose each one is."""

    def __init__(
        self,
        text: str,
        sentences: tuple[Sentence, ...],
        attributions: tuple[Attribution, ...],
        persons: tuple[Person, ...],
        parties: tuple[PartyMention, ...],
    ) -> None:
        self._text = text
        self._sentences = sentences
        self._parties = BySpan(parties, lambda mention: mention.span)
        self._people = [(person, _as_voice(person)) for person in persons]
        self._named = BySpan(
            [(m, voice) for person, voice in self._people for m in person.mentions],
            lambda pair: pair[0],
        )
        self._pronouns = Pronouns(text, sentences, self._people, attributions)
        self._offices = Offices(text, self._people, self._pronouns)
        self._last_body: Voice | None = None

    def voice(self, attribution: Attribution) -> Voice | None:
        """Return whose word an attribution is, or `None` where nobody can be meant."""
        if attribution.source is None:
            return _hearsay(self._text, attribution)
        voice = self._of_source(attribution.source, attribution.sentence)
        if voice is None:
            return None
        if voice.kind == "person" or people.sex_of(voice.name):
            if _is_somebody(voice):
                self._pronouns.note(voice, attribution.source)
            if not voice.named:
                self._offices.note(voice)
        elif voice.kind != "crowd":
            self._last_body = voice
        return voice

    def _of_source(self, source: Span, sentence: int) -> Voice | None:
        source = antecedent(self._text, source)
        words = " ".join(source.of(self._text).split())
        if owner := _OWNED.fullmatch(words):
            words = _OWNER.get(owner[1].lower(), owner[1])
        elif _ABSTRACT.search(words):
            return None
        if words.lower() in _NOBODY:
            return None
        pronoun = _OWNER.get(words.lower(), words.lower())
        if pronoun in _PRONOUN:
            return self._meant(pronoun, source)
        if named := self._named_in(source):
            return named
        party = people.party_in((source,), self._parties)
        if again := self._offices.holder(words, source.start, party):
            return again
        return _unnamed(self._text, words, self._sentences[sentence].span, party)

    def _meant(self, pronoun: str, source: Span) -> Voice | None:
        """Return whom a pronoun means: the person or body last heard or named."""
        if pronoun in {"i", "we"}:
            return None
        if pronoun in {"it", "they"}:
            return self._last_body
        return self._pronouns.meant(pronoun, source.start)

    def _named_in(self, source: Span) -> Voice | None:
        """Return the first person named in a source, but for a "spokesman for Kim"."""
        for span, voice in self._named.overlapping(source):
            before = self._text[source.start : span.start]
            behind = self._text[span.end : source.end]
            if _FOR_SOMEBODY.search(before):
                return None
            if not _OF_SOMEBODY.match(behind):
                return voice
        return None


def _is_somebody(voice: Voice) -> bool:
    """Tell whether "he" or "she" may mean a voice; "the video" is no person."""
    head = people.head_of(voice.name)
    return voice.named or people.is_office(head) or bool(people.sex_of(voice.name))


_FOR_SOMEBODY = re.compile(
    r"\b(?:lawyers?|attorneys?|spokes\w+|aides?|friends?|family|agent|colleagues?|relatives?|"
    r"person|people|sources?|officials?|advis[eo]rs?|close|supporters?)\s(?:\w+\s)?"
    r"(?:for|of|to|with)\s(?:[\w’'-]+\s){0,3}$",
    re.IGNORECASE,
)
_OF_SOMEBODY = re.compile(
    r"['’]s?\s(?:[\w-]+\s){0,2}(?:lawyers?|attorneys?|spokes\w+|office|campaign|team|"
    r"family|mother|father|brother|sister|wife|husband|son|daughter|agent|party|widow|"
    r"government|administration|company|aides?)\b",
    re.IGNORECASE,
)


def antecedent(text: str, source: Span) -> Span:
    """Return the noun phrase that a "who" refers to; any other source as it is.

    From "fuelled by officials, who" it is "officials".
    """
    if not _RELATIVE.match(source.of(text)):
        return source
    return _before(text, source)


def _before(text: str, relative: Span) -> Span:
    before = Span(max(0, relative.start - _FAR), relative.start)
    match = _NOUN_PHRASE.search(text, before.start, before.end)
    return Span(*match.span(1)) if match else relative


def _hearsay(text: str, attribution: Attribution) -> Voice | None:
    """Return the cue as a voice where it says that nobody in particular speaks."""
    cue = attribution.cue.of(text) if attribution.cue else ""
    return Voice(cue, "crowd", named=False) if hearsay.is_cue(cue) else None


def _as_voice(person: Person) -> Voice:
    return Voice(
        name=person.name,
        kind="person",
        named=True,
        role=person.role,
        party=person.party.name if person.party else None,
        mentions=(),
    )


def _unnamed(text: str, words: str, sentence: Span, party: Party | None) -> Voice:
    kind, named = _kind(words)
    reason = None
    if kind in {"person", "group"}:
        reason = anonymity.reason(text, sentence)
    is_the_party = party and kind == "institution" and len(words.split()) <= _FEW_WORDS
    told = words.split(", ", maxsplit=1)[0] if kind == "institution" else words
    name = party.name if party and is_the_party else told
    return Voice(name, kind, named, party=party.name if party else None, reason=reason)


def _kind(words: str) -> tuple[VoiceKind, bool]:
    """Return what kind of voice a source's words are for, and whether it is named."""
    head = _BEHIND_THE_HEAD.split(words)[0].rstrip(",")
    several = bool(_PLURAL_PERSON.search(head))
    if _CROWD.search(head) and _CROWD_QUALIFIED.match(head):
        known = head != words and head.lower() not in _ANYBODY
        return ("group" if known else "crowd"), False
    if _INSIDER.search(words):
        return ("group" if several else "person"), False
    if _DOCUMENT.search(head):
        return "document", any(word[0].isupper() for word in words.split()[1:])
    parts = [word for word in head.split() if word.lower() not in {"the", "a", "an"}]
    is_name = bool(parts) and all(word[0].isupper() for word in parts)
    is_body = any(word.lower() in ORGANISATION_WORDS for word in parts)
    if is_name or is_body or _INSTITUTION.search(head):
        return "institution", True
    return ("group" if several else "person"), False
