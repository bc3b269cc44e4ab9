"""Passages that fault what a party did, does or wants.

A passage counts where the party, or the pronoun that means it, is the subject of a
predicate of fault ("NATO's build-up undermines …", "They left us in the dark") or
stands behind a verb that faults ("accused the company of", "condemned the council's
decision"). Where the party stands after a word of fault it is as likely the one who
was harmed. What a court finds is no criticism, nor what a party says of itself.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from sidelight.deadline import each
from sidelight.model import Attribution, Criticism, Quotation, Sentence, Span, Voice
from sidelight.readings import faults
from sidelight.readings.names import HUMAN
from sidelight.readings.parties import PartyMention, own_words
from sidelight.readings.people import Person
from sidelight.readings.pronouns import Pronouns
from sidelight.readings.spans import BySpan

# "accused the company of", "blames them for": what it is faulted for must follow.
_ACCUSING = re.compile(
    r"\b(?:accus(?:ed|es|e|ing)|blam(?:ed|es|e|ing)|condemn(?:ed|s|ing)?|"
    r"criticis(?:ed|es|ing)|criticiz(?:ed|es|ing)|denounc(?:ed|es|ing)|slammed|slams|"
    r"lambasted|attacked|blasted|faulted|faults|rebuked|chided|deplored|deplores|decried)\s",
    re.IGNORECASE,
)
_CAUSED = re.compile(
    r"\b(?:caused\sby|(?:the\s)?(?:fault|result|work|doing)\sof|blamed\son)\s",
    re.IGNORECASE,
)
_FAULT_OF = re.compile(
    r"['’]s?\s(?:own\s|sheer\s|total\s|utter\s|repeated\s|gross\s|criminal\s|long\s)?"
    r"(?:negligence|neglect|failures?|greed|silence|lies|carelessness|incompetence|arrogance|"
    r"indifference|mismanagement|recklessness|cowardice|contempt|cruelty|corruption|"
    r"misconduct|dithering|stalling|bungling|inaction|aggression|wrongdoing|cynicism|"
    r"hypocrisy|betrayal|broken\spromises?|cover-up|excuses|blunders?|meddling)\b",
    re.IGNORECASE,
)
_BY_WHOM = re.compile(
    r"(?:\b(?:ignored|abandoned|betrayed|cheated|misled|robbed|failed|let\sdown|lied\sto|"
    r"deceived|exploited|bullied|harassed|silenced|neglected|duped|fobbed\soff|"
    r"kept\sin\sthe\sdark|left\sto\s(?:die|rot|burn))\s(?:\w+\s)?by\s"
    r"|\b(?:nobody|no\sone|not\sone\s\w+)\s(?:at|from|in|of)\s)(?:the\s)?$",
    re.IGNORECASE,
)
_FOR_WHAT = re.compile(
    r"(?:['’]s?)?(?:\s[\w’'-]+){0,5}?\s(?:of|for|over|as)\s", re.IGNORECASE
)
_CLAUSE = re.compile(r"[,;:.!?“”\"]|\s(?:and|but|while|after|who|which)\s")
# A clause begins before its subject: with nothing, a mark, or a word that opens one.
_OPENS = re.compile(
    r"(?:^|[,;:—–“”\"‘(]\s?|\b(?:that|and|but|while|because|as|if|when|where|how|why|since|so|"
    r"then|say|said|says|believes?|believed|think|thinks|alleged|alleges|claimed|claims|know|"
    r"known|feel|feels|or|yet|although|though|whether|what|insists?|argues?|argued|complained|"
    r"adds|added|warns|warned|me|us|reporters)\s)"
    r"(?:(?:the|its|their|his|her|our|this|that|these|those|both|some|today|now|again|also)\s)?"
    r"(?:(?:former|new|current|big|rich|ruling|local|same|entire|whole|so-called|"
    r"[a-z]+(?:al|an|ic|ish|ese))\s){0,2}$",
    re.IGNORECASE,
)
_STOP = re.compile(r"[;:“”\"]|,\s+(?:and|but|while)\s(?!then\b)|[.!?]\s|\.$")
_ASIDE = re.compile(r",\s(?!and\b|but\b)[^,;“”\"]{2,90},\s")
# Between subject and fault: somebody else's words, or a new subject.
_TURNS = re.compile(
    r"\b(?:views?|sees?|saw|perceiv\w+|consider\w*|describ\w+|portray\w*|said|says|warn\w*|accus\w+|"
    r"condemn\w*|fears?|feared|against|countering|defensive|protect\w*|avoid\w*|prevent\w*|from|"
    r"that|who|whom|whose|when|because|if|after|before|than|whether|believ\w+|den(?:y|ies|ied)|"
    r"reject\w*|investigat\w+|victims?|told|asked|blam\w+|allegations?|insist\w*|hop\w+|"
    r"want(?:s|ed)?\sto\s(?:end|stop|fight|avoid|know|see)|sued|arrest\w*|charged|"
    r"combat\w*|fight(?:s|ing)?|tackl\w+|stop(?:s|ped|ping)?|expos\w+|report(?:ed|s)|"
    r"apolog\w+|criticis\w+|criticiz\w+|denounc\w+|could|might|may|should|must|rather|instead|"
    r"would(?:n['’]t)?|cannot|can['’]t)\b|\sfor\s$",
    re.IGNORECASE,
)
_HARMED = re.compile(
    r"['’]s?\s(?:[\w-]+\s){0,2}(?:fans|supporters|customers|children|pupils|patients|residents|"
    r"victims|members|workers|people|players|fields|harvest|borders?|airspace|security|"
    r"critics|opponents|enemies|rivals?|neighbou?rs?|interests|sovereignty|voters|"
    r"citizens|population|economy|father|mother|brother|sister|wife|husband|son|"
    r"daughter|widow|family|lawyers?|attorneys?)\b",
    re.IGNORECASE,
)
_OBJECT = re.compile(
    r"(?:(?:the|its|their|his|her|both|some|former|one\sof\sthe|[a-z]+(?:al|an|ic|ish))\s){0,3}"
    r"(?:[a-z]+,\s)?",
    re.IGNORECASE,
)
_NOT_FAULTED = re.compile(
    r"\b(?:not|never|n['’]t|refused\sto|declined\sto|without|avoid(?:s|ed|ing)?|"
    r"stop(?:s|ped)?\sshort\sof)\s(?:\w+\s)?$",
    re.IGNORECASE,
)
# A people's name before these is not the state: "the American media".
_NOT_THE_PARTY = re.compile(
    r"\s(?:media|press|newspapers?|people|public|voters|economy|culture|dream)\b"
)
# What bears a name and cannot answer.
_NO_ACTOR = re.compile(
    r"\b(?:War|Revolution|Uprising|Crisis|Treaty|Agreement|Accord|Act|Bill|Games|Cup|"
    r"Championships?|Election|Prize|Day|Week|Year|Eve|Street|Bridge)$"
)
_ARTICLE = re.compile(r"\bthe\s$", re.IGNORECASE)
_PRONOUN = re.compile(
    r"(?:^|[.!?;:,“”\"‘—–]\s?|\b(?:that|and|but|because|said|says)\s)"
    rf"(they|it|he|she|the\s(?:{HUMAN.pattern}))(?=['’\s])",
    re.IGNORECASE,
)
_PLURAL = re.compile(r"(?:they|it)\b", re.IGNORECASE)
_RULES = re.compile(
    r"\b(?:court|judges?|jury|tribunal|coroner|justice|ruling|verdict|judgment|magistrate)\b",
    re.IGNORECASE,
)
_NEAR = 60  # code points before a party that are looked at
_FAR = 160  # code points between a party and the end of its predicate
_FURTHEST = 9  # words between a subject and the fault told of it
_REACH = 1_200  # code points back to who was faulted, and still is by "they"
_NEARBY = 400  # code points back to whom else a pronoun means


@dataclass(frozen=True, slots=True)
class _Subject:
    """Whoever a clause may be about: a party or a person, by name or pronoun."""

    span: Span
    name: str
    kind: str


@dataclass(frozen=True, slots=True)
class Layers:
    """What was read of a text before its criticism is."""

    sentences: tuple[Sentence, ...]
    quotations: tuple[Quotation, ...]
    attributions: tuple[Attribution, ...]
    voices: tuple[Voice, ...]
    parties: tuple[PartyMention, ...]
    persons: tuple[Person, ...]


def read(text: str, layers: Layers) -> tuple[Criticism, ...]:
    """Return the passages that fault a party other than the one that speaks."""
    reader = _Reader(text, layers)
    found = [
        criticism
        for number, sentence in enumerate(each(layers.sentences))
        for criticism in reader.sentence(number, sentence.span)
    ]
    # Whom "they" means is sure where the party is faulted by its name as well.
    named = {c.party for c in found if not _PLURAL.match(text, c.span.start)}
    return tuple(c for c in found if c.party in named)


class _Reader:
    """Reads sentence by sentence who is faulted, and by whom."""

    def __init__(self, text: str, layers: Layers) -> None:
        self._text = text
        self._voices = layers.voices
        subjects = [
            _Subject(span, person.name, "person")
            for person in layers.persons
            for span in person.mentions
        ]
        named = BySpan(subjects, lambda subject: subject.span)
        subjects += [
            _Subject(mention.span, mention.party.name, mention.party.kind)
            for mention in layers.parties
            if not any(named.overlapping(mention.span))
            and not _NO_ACTOR.search(mention.party.name)
        ]
        self._subjects = BySpan(subjects, lambda subject: subject.span)
        self._said = defaultdict[int, list[Attribution]](list)
        for attribution in layers.attributions:
            for part in (*attribution.content, attribution.span):
                self._said[part.start // _FAR].append(attribution)
        self._sexes = {person.name: person.sex for person in layers.persons}
        self._quotations = BySpan(layers.quotations, lambda quotation: quotation.span)
        self._spoken = _spoken(text, layers)
        self._topic: _Subject | None = None  # who was faulted last

    def sentence(self, number: int, sentence: Span) -> Iterator[Criticism]:
        """Yield who is faulted in one sentence."""
        inside = list(self._subjects.inside(sentence))
        for subject in (*inside, *self._pronouns(sentence)):
            fault = (
                self._accused(sentence, subject)
                or self._caused(sentence, subject)
                or self._owned(sentence, subject)
                or self._predicate(sentence, subject, inside)
            )
            if fault is None:
                continue
            speaker = self._speaker(subject.span)
            voice = None if speaker is None else self._voices[speaker]
            if voice is None or not (
                _RULES.search(voice.name) or _speaks_of_itself(voice, subject)
            ):
                self._topic = subject
                yield Criticism(fault, subject.name, subject.kind, number, speaker)

    def _accused(self, sentence: Span, subject: _Subject) -> Span | None:
        """Return "accused the company": from the verb to the party."""
        start = max(sentence.start, subject.span.start - _NEAR)
        for verb in _ACCUSING.finditer(self._text, start, subject.span.start):
            between = self._text[verb.end() : subject.span.start]
            if not _OBJECT.fullmatch(between):
                continue
            if _NOT_THE_PARTY.match(self._text, subject.span.end):
                continue
            what = _FOR_WHAT.match(self._text, subject.span.end, sentence.end)
            if what and not _NOT_FAULTED.search(
                self._text[sentence.start : verb.start()]
            ):
                end = _CLAUSE.search(self._text, what.end(), sentence.end)
                stop = end.start() if end else sentence.end
                return Span(verb.start(), min(stop, what.end() + _FAR))
        return None

    def _owned(self, sentence: Span, subject: _Subject) -> Span | None:
        """Return "the firm's negligence", "ignored by the firm", "nobody at the firm"."""
        owned = _FAULT_OF.match(self._text, subject.span.end, sentence.end)
        if owned:
            return Span(subject.span.start, owned.end())
        start = max(sentence.start, subject.span.start - _NEAR)
        before = _BY_WHOM.search(self._text, start, subject.span.start)
        if before:
            end = _CLAUSE.search(self._text, subject.span.end, sentence.end)
            stop = end.start() if end and before[0][:1] in "nN" else subject.span.end
            return Span(before.start(), min(stop, subject.span.end + _FAR))
        return None

    def _caused(self, sentence: Span, subject: _Subject) -> Span | None:
        """Return "was caused by the mill's old valve", in somebody's words."""
        start = max(sentence.start, subject.span.start - _NEAR)
        for cause in _CAUSED.finditer(self._text, start, subject.span.start):
            between = self._text[cause.end() : subject.span.start]
            if _OBJECT.fullmatch(between) and self._speaker(subject.span) is not None:
                return Span(cause.start(), subject.span.end)
        return None

    def _predicate(
        self, sentence: Span, subject: _Subject, inside: list[_Subject]
    ) -> Span | None:
        """Return "the company failed to": from the party to the words of fault."""
        before = self._text[
            max(sentence.start, subject.span.start - _NEAR) : subject.span.start
        ]
        in_brackets = self._text[subject.span.end : subject.span.end + 1] == ")"
        if (
            in_brackets
            or not _OPENS.search(before)
            or _HARMED.match(self._text, subject.span.end)
        ):
            return None
        stop = min(sentence.end, subject.span.end + _FAR)
        start = subject.span.end
        if aside := _ASIDE.match(self._text, start, stop):
            if faults.first_in(self._text, Span(start, aside.end()), 2):
                pass
            else:
                start = aside.end()
        if end := _STOP.search(self._text, start, stop):
            stop = end.start()
        found = faults.first_in(self._text, Span(start, stop), _FURTHEST)
        if found is None:
            return None
        if found[1] == "said" and self._speaker(subject.span) is None:
            return None
        between = Span(start, found[0].start)
        if any(between.covers(other.span) for other in inside):
            return None
        if _TURNS.search(between.of(self._text)):
            return None
        article = _ARTICLE.search(before)
        return Span(
            subject.span.start - (len(article[0]) if article else 0), found[0].end
        )

    def _pronouns(self, sentence: Span) -> Iterator[_Subject]:
        """Yield whom each "they", "it", "he" and "she" of a quotation means."""
        for match in _PRONOUN.finditer(self._text, sentence.start, sentence.end):
            span = Span(*match.span(1))
            speaker = self._speaker(span)
            if speaker is None:
                if match[1] in {"He", "She"} and not self._quoted_at(span):
                    yield from self._person(match[1].lower(), span)
                continue
            voice = self._voices[speaker]
            if match[1].lower() in {"he", "she"} and not self._opens(span):
                continue
            if self._may_mean_itself(span, match[1].lower(), voice):
                continue
            meant = self._meant(match[1].lower(), span.start, voice)
            if meant:
                yield _Subject(span, meant.name, meant.kind)

    def _person(self, pronoun: str, place: Span) -> Iterator[_Subject]:
        """Yield whom the writer means by a pronoun that opens a sentence."""
        voice = self._spoken.meant(pronoun, place.start)
        if voice is not None and voice.named:
            yield _Subject(place, voice.name, "person")

    def _opens(self, place: Span) -> bool:
        """Tell whether a sentence, a quotation or a statement begins here."""
        before = self._text[max(0, place.start - 12) : place.start]
        return bool(
            re.search(r"(?:^|[.!?“”\"‘’'\n]\s?|\b(?:said|says)\s(?:that\s)?)$", before)
        )

    def _may_mean_itself(self, place: Span, pronoun: str, voice: Voice) -> bool:
        """Tell whether "she", in words that are not quoted, may be the speaker."""
        if self._quoted_at(place):
            return False
        if pronoun.startswith("the "):
            return False
        if pronoun in {"it", "they"}:
            return voice.kind != "person"
        other = {"he": "f", "she": "m"}[pronoun]
        return self._sexes.get(voice.name) != other

    def _quoted_at(self, place: Span) -> bool:
        return any(self._quotations.overlapping(place))

    def _meant(self, pronoun: str, at: int, voice: Voice) -> _Subject | None:
        """Return who was faulted last, or the one party or person spoken of nearby."""
        topic = self._topic
        if pronoun.startswith("the "):
            pronoun = "he"
            if topic is None or at - topic.span.end > _REACH:
                return None
        if topic and _fits(pronoun, topic, voice) and at - topic.span.end <= _REACH:
            return topic
        if pronoun in {"he", "she"}:
            person = self._spoken.meant(pronoun, at, but=voice.name)
            if person is None or not person.named:
                return None
            return _Subject(Span(at, at), person.name, "person")
        before = self._subjects.inside(Span(max(0, at - _NEARBY), at))
        fit = {s.name: s for s in before if _fits(pronoun, s, voice)}
        return next(iter(fit.values())) if len(fit) == 1 else None

    def _speaker(self, place: Span) -> int | None:
        """Return whose statement a passage stands in."""
        near = {
            id(a): a
            for at in range(place.start // _FAR - 2, place.start // _FAR + 1)
            for a in self._said[at]
        }
        for attribution in near.values():
            if any(content.overlaps(place) for content in attribution.content):
                return attribution.voice
        return None


def _spoken(text: str, layers: Layers) -> Pronouns:
    """Return who is spoken of where, the speakers among them."""
    people = [
        (person, Voice(person.name, "person", named=True)) for person in layers.persons
    ]
    spoken = Pronouns(text, layers.sentences, people, layers.attributions)
    for attribution in layers.attributions:
        if attribution.voice is not None and attribution.source is not None:
            voice = layers.voices[attribution.voice]
            if voice.kind == "person":
                spoken.note(voice, attribution.source)
    return spoken


def _fits(pronoun: str, subject: _Subject, voice: Voice) -> bool:
    """Tell whether a pronoun in a voice's mouth can mean somebody else's party."""
    of_a_person = pronoun in {"he", "she"}
    return (subject.kind == "person") == of_a_person and not _speaks_of_itself(
        voice, subject
    )


def _speaks_of_itself(voice: Voice, subject: _Subject) -> bool:
    """Tell whether a voice is the subject, or of its party."""
    if subject.name in {voice.name, voice.party}:
        return True
    return bool(voice.party and own_words(voice.party) & own_words(subject.name))
