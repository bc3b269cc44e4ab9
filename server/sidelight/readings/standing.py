"""Who may speak for whom: whether a party has been heard in a report.

Better silent than wrong: whoever may speak for a party, for all that the report says,
has spoken for it. Who faults the party does not speak for it, nor does a bystander, a
crowd, or somebody who speaks for another party by name. What a critic says that the
party has said is the critic's statement, not the party's.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from operator import itemgetter

from sidelight.model import Attribution, Reading, Voice
from sidelight.readings.cues import is_statement
from sidelight.readings.names import TITLES
from sidelight.readings.parties import METONYMS, own_words
from sidelight.readings.words import STOP_WORDS

# Offices that speak for a state; who holds one may speak for any state.
_STATE_OFFICE = re.compile(
    r"\b(?:president|prime minister|ministers?|minist(?:ry|ries)|chancellor|premier|general|"
    r"admiral|colonel|king|queen|ambassador|secretary of state|government|army|navy|"
    r"military|embassy|officials?|state (?:media|television|news)|cabinet|"
    r"presidency|parliament|police|delegation)\b",
    re.IGNORECASE,
)
# Offices that any organisation has.
_ANY_OFFICE = re.compile(
    r"\b(?:spokes\w+|directors?|executives?|managers?|management|owners?|founders?|chair\w*|"
    r"lawyers?|attorneys?|solicitors?|counsel|representatives?|officials?|officers?|"
    r"secretar(?:y|ies)|chief|head|president|vice-president|leaders?|members?|boss(?:es)?|"
    r"staff|deputy|superintendent|inspector|"
    r"sergeant|constable|detective|commissioner|partner|treasurer|captain|coach|"
    r"principal|rector|bishop|editor|delegates?)\b",
    re.IGNORECASE,
)
# Offices that speak for a person.
_FOR_A_PERSON = re.compile(
    r"\b(?:spokes\w+|lawyers?|attorneys?|solicitors?|counsel|barrister|representatives?|"
    r"agents?|famil(?:y|ies)|father|mother|wife|husband|son|daughter|brother|sister|widow|"
    r"parents|friends?|aides?|campaign|manager|publicist|defence|defense|ally|allies|"
    r"relatives?|office)\b",
    re.IGNORECASE,
)
_PAPER = re.compile(
    r"\b(?:statements?|letters?|e-?mails?|filings?|posts?|tweets?|release)\b",
    re.IGNORECASE,
)
# What kind of body a name or a noun is for: two of different kinds are two bodies.
_CLASSES = {
    "firm": "company firm corporation corp inc ltd plc holdings operator manufacturer maker "
    "developer builder landlord supplier retailer contractor employer airline carrier "
    "insurer lender management group homes estates motors foods steel industries "
    "systems pharma drugmaker utility factory network energy owners shareholders investors bosses plant mill bank rail railways railway airlines airways",
    "union": "union unions guild federation workers strikers teachers association",
    "police": "police constabulary force officers superintendent detective",
    "court": "court courts judge tribunal jury",
    "school": "school academy schools college university",
    "hospital": "hospital clinic infirmary",
    "club": "club fc united rovers athletic team",
    "league": "league",
    "office": "government ministry minister department agency authority commission council "
    "city town county district province administration regulator office bureau army navy parliament municipality",
    "growers": "farmers growers fishermen",
    "board": "board committee",
    "sky": "forecasters meteorologists forecaster brigade firefighters crews",
    "party": "party opposition list coalition",
    "church": "church diocese",
    "press": "newspaper paper times post herald journal gazette magazine lantern mirror",
}
_CLASS = {word: name for name, words in _CLASSES.items() for word in words.split()}
# Where somebody works, by what they are.
_AT_WORK = {
    "club": "captain coach player players goalkeeper striker midfielder defender",
    "police": "superintendent sergeant constable detective inspector officer officers",
    "hospital": "nurse nurses surgeon doctor doctors physician midwife consultant",
    "school": "teacher pupil headteacher principal lecturer student students professor",
    "office": "minister premier chancellor president mayor councillor councilor senator governor ambassador",
    "court": "judge magistrate",
    "church": "bishop priest vicar",
}
_ROLES = {word: name for name, words in _AT_WORK.items() for word in words.split()}
_BARE = frozenset({"firm", "club"})  # whose names need no word for what they are
_GENERAL = frozenset({"he", "she", "they", "it"})
_FEWEST_SENTENCES = 2  # that speak of whoever a report is about; see ADR 17
_MOST_NESTED = 6  # statements before one that it may stand inside
_BEFORE_NAME, _BEHIND_NAME = 80, 110  # code points that may tell what somebody is
_MOST_BEFORE = 600  # code points of a paragraph that may tell for whom somebody speaks
_ENDS = re.compile(r"[.!?“”\"\n;]")
_FEWEST_WORDS = 4  # of a quotation that nobody is credited with


class Standing:
    """Who is heard in one report; made once, asked for every party that is faulted."""

    def __init__(self, reading: Reading) -> None:
        """Gather the statements of the report, each with its voice."""
        self._reading = reading
        self._statements = list(_statements(reading))
        self._outlets = {
            number
            for number, voice in enumerate(reading.voices)
            if _is_outlet(reading, voice)
        }
        self._spoken_in = {
            self._paragraph(a) for a in self._statements if a.voice is not None
        }

    def is_central(self, party: str) -> bool:
        """Tell whether a report is about a party: more than one sentence names it.

        Where the writer alone faults it, more than two.
        """
        reading = self._reading
        names, kind = own_words(party), _class_of(party)
        nouns = {noun for noun in METONYMS if kind and _CLASS.get(noun) == kind}
        sentences = {c.sentence for c in reading.criticisms if c.party == party}
        starts = [sentence.span.start for sentence in reading.sentences]
        before = ""
        for start, word in zip(reading.words.starts, reading.words.folded, strict=True):
            if word in names or (word in nouns and before == "the"):
                sentences.add(bisect_right(starts, start) - 1)
            before = word
        voices = {c.voice for c in reading.criticisms if c.party == party}
        return len(sentences) >= _FEWEST_SENTENCES + (voices == {None})

    def is_heard(self, party: str, kind: str) -> bool:
        """Tell whether a party speaks, is silent when asked, or may do so.

        `party` and `kind` are a `Criticism`'s.
        """
        voices = self._reading.voices
        critics = {c.voice for c in self._reading.criticisms if c.party == party}
        for attribution in self._statements:
            number = attribution.voice
            if number is None:
                if self._may_be_anyone(attribution):
                    return True
            elif number in self._outlets:
                continue
            elif _speaks_for(voices[number], party, kind) or (
                number not in critics
                and _may_speak_for(self._reading, voices[number], party, kind)
            ):
                return True
        return any(_unclaimed(self._reading, party))

    def _may_be_anyone(self, attribution: Attribution) -> bool:
        """Tell whether a statement is somebody's, and the report does not say whose.

        A quotation without a source is that of whoever speaks in its paragraph, or in
        the one before.
        """
        if attribution.act == "declines":
            return True
        if attribution.source is None:
            here = self._paragraph(attribution)
            return attribution.type == "direct" and self._spoken_in.isdisjoint(
                {here - 1, here}
            )
        words = attribution.source.of(self._reading.text).lower()
        return words in {"he", "she"} or (
            words in _GENERAL and attribution.type != "indirect"
        )

    def _paragraph(self, attribution: Attribution) -> int:
        return self._reading.sentences[attribution.sentence].paragraph


def _is_outlet(reading: Reading, voice: Voice) -> bool:
    """Tell whether a voice is the paper itself: "the Courier can reveal"."""
    if voice.kind != "institution":
        return False
    if own_words(voice.name) <= own_words(reading.article.publisher or ""):
        return True
    name = re.escape(re.sub(r"^[Tt]he\s", "", voice.name))
    return bool(
        re.search(
            rf"\b(?:told|tells)\s(?:the\s)?{name}\b"
            rf"|\b{name}\s(?:can|has|understands)\s(?:now\s)?(?:reveal|learn|seen)",
            reading.text,
        )
    )


def _statements(reading: Reading) -> Iterator[Attribution]:
    """Yield the statements, but for those inside somebody else's statement."""
    parts = sorted(
        (part.start, part.end, a.voice)
        for a in reading.attributions
        for part in a.content
        if a.voice is not None
    )
    for attribution in reading.attributions:
        if not is_statement(attribution):
            continue
        source = attribution.source or attribution.cue
        if source is None or attribution.act != "says":
            yield attribution
            continue
        last = bisect_right(parts, source.start, key=itemgetter(0))
        if not any(
            end >= source.end and voice != attribution.voice
            for _, end, voice in parts[max(0, last - _MOST_NESTED) : last]
        ):
            yield attribution


def _unclaimed(reading: Reading, party: str) -> Iterator[bool]:
    """Yield whether a quotation of nobody's stands in a paragraph on the party."""
    claimed = [part for a in reading.attributions for part in a.content]
    names = own_words(party)
    for quotation in reading.quotations:
        if len(quotation.inner.of(reading.text).split()) < _FEWEST_WORDS:
            continue
        if any(part.overlaps(quotation.span) for part in claimed):
            continue
        start = reading.text.rfind("\n", 0, quotation.span.start) + 1
        around = reading.text[start : quotation.span.end].lower()
        yield any(name in around for name in names)


def _speaks_for(voice: Voice, party: str, kind: str) -> bool:
    """Tell whether a voice is the party, or speaks for it by name."""
    if party in {voice.party, voice.name}:
        return True
    said = _said_to_be(voice)
    if kind == "person" and voice.role and not _FOR_A_PERSON.search(said):
        return bool(own_words(voice.name) & own_words(party))
    named = own_words(f"{voice.name} {voice.role or ''} {voice.party or ''}")
    return bool(named & own_words(party))


def _may_speak_for(reading: Reading, voice: Voice, party: str, kind: str) -> bool:
    """Tell whether a voice may speak for the party, for all that is said of it."""
    if voice.kind in {"crowd", "document"}:
        is_paper = voice.kind == "document" and _PAPER.search(voice.name)
        return voice.party is None and bool(is_paper)
    if kind == "person":
        said = _said_to_be(voice)
        return (
            voice.party is None
            and bool(_FOR_A_PERSON.search(said))
            and not _names_another(said, party)
        )
    if voice.kind == "group" and voice.party is None:
        return bool(own_words(voice.name) & own_words(party))
    if voice.party is not None or voice.kind == "institution":
        return _may_be_one(voice.party or voice.name, party, kind)
    if kind in {"organisation", "state"}:
        return _holds_office(reading, voice, party, kind)
    return voice.named and voice.role is None


def _holds_office(reading: Reading, voice: Voice, party: str, kind: str) -> bool:
    """Tell whether somebody of no known party may hold an office of the party."""
    said = _said_to_be(voice)
    if kind == "state":
        return bool(said) and bool(_STATE_OFFICE.search(said))
    around = _introduction(reading, voice)
    if not said and voice.named:
        around += _paragraph_before(reading, voice)
    if own_words(party) & set(re.findall(r"\w+", around.lower())):
        return True
    of, bodies = _class_of(party), _bodies(f"{said} {around}")
    if of is not None and of in bodies:
        return True
    words = re.findall(r"[a-z]+", said.lower())
    if any(not _agree(_ROLES[word], of) for word in words if word in _ROLES):
        return False
    if not _ANY_OFFICE.search(said or around) or _names_another(said, party):
        return False
    return all(_agree(body, of) for body in bodies)


def _names_another(said: str, party: str) -> bool:
    """Tell whether a role holds a name, and not that of the party."""
    names = {name.lower() for name in re.findall(r"(?<![\w’'-])[A-Z][\w-]+", said)}
    names -= TITLES | STOP_WORDS
    return bool(names) and not names & own_words(party)


def _introduction(reading: Reading, voice: Voice) -> str:
    """Return what stands around a voice's name where it comes first."""
    at = reading.text.find(voice.name)
    if at < 0:
        return ""
    before = reading.text[max(0, at - _BEFORE_NAME) : at]
    end = at + len(voice.name)
    behind = reading.text[end : end + _BEHIND_NAME]
    before = _ENDS.split(before)[-1]
    behind = _ENDS.split(behind)[0]
    return (
        f"{before} {behind}"
        if behind.startswith((",", " of ", " from ", " for "))
        else before
    )


def _paragraph_before(reading: Reading, voice: Voice) -> str:
    """Return what stands in a paragraph before a voice's name comes first."""
    at = max(0, reading.text.find(voice.name))
    start = max(reading.text.rfind("\n", 0, at) + 1, at - _MOST_BEFORE)
    return reading.text[start:at]


def _bodies(words: str) -> set[str]:
    """Return the kinds of bodies that are named in some words."""
    found = re.findall(r"[^\W\d_]+", words.lower())
    return {_CLASS[word] for word in found if word in _CLASS}


def _said_to_be(voice: Voice) -> str:
    return voice.role or ("" if voice.named else voice.name)


def _may_be_one(one: str, other: str, kind: str) -> bool:
    """Tell whether two names may be one body's: one is a noun, and kinds agree."""
    if kind == "state":
        return one[:1].islower() and bool(_STATE_OFFICE.search(one))
    if not (_is_noun(one) or _is_noun(other)):
        return False
    return _agree(_class_of(one), _class_of(other))


def _agree(one: str | None, other: str | None) -> bool:
    """Tell whether kinds of body may be one; a bare name is a firm's or a club's."""
    if one is None or other is None:
        return {one, other} <= {None, *_BARE}
    return one == other


def _is_noun(name: str) -> bool:
    """Tell whether a party has no name of its own: "the board"."""
    return all(
        word.islower() or word in {"The", "A", "An"}
        for word in re.findall(r"[^\W\d_]+", name)
    ) or (
        name.rsplit(maxsplit=1)[-1].lower() in METONYMS
        and name.split(maxsplit=1)[0] in {"the", "The"}
    )


def _class_of(name: str) -> str | None:
    words = re.findall(r"[^\W\d_]+", name.lower())
    return next((_CLASS[word] for word in reversed(words) if word in _CLASS), None)
