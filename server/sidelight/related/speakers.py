"""Whether two quotations of two reports are of one speaker, of two, or nobody can tell.

Whose a quotation is goes wrong more often than two people say the same; so two
speakers are told apart by what stands beside the quotations alone: two names, "he"
and "she", or a name and an office that somebody else holds.
"""

import re
from typing import Literal

from sidelight.model import Attribution, Reading, Span, Voice
from sidelight.readings.names import HONORIFICS, TITLES

Relation = Literal["same", "other", "unknown"]

NEAR = 60  # code points between a quotation and who is credited with it
_BEHIND_THE_HEAD = re.compile(r",|\b(?:who|for|of|at|from|to|with|by|in|on)\b")
MOST_OFFICE = 4  # words of a role that name the office
_CAPITAL = re.compile(r"\b[A-Z][\w’'-]*\w")
_NO_NAMES = HONORIFICS | TITLES | {"the", "a", "an"}
_GENDER = {"he": "he", "she": "she"}


def relation(
    here: Reading, quotation: Span, there: Reading, quotation_there: Span
) -> Relation:
    """Return how the speakers of two quotations stand to each other."""
    one, other = credit(here, quotation), credit(there, quotation_there)
    if one is None or other is None:
        return "unknown"
    names, others = _names(here, one), _names(there, other)
    if names and others and names[-1] == others[-1]:
        apart = names[:-1] and others[:-1] and not set(names[:-1]) & set(others[:-1])
        return "unknown" if apart else "same"
    return "other" if _apart(here, one, there, other) else "unknown"


def credit(reading: Reading, quotation: Span) -> Attribution | None:
    """Return the one attribution that credits a quotation, or `None`."""
    found = [
        attribution
        for attribution in reading.attributions
        if any(content.overlaps(quotation) for content in attribution.content)
    ]
    return found[0] if len(found) == 1 else None


def name_of(voice: Voice) -> list[str]:
    """Return the words of a voice's name, in lower case, without titles."""
    if not voice.named:
        return []
    return _capitals(_BEHIND_THE_HEAD.split(voice.name)[0]) or _capitals(voice.name)


def _names(reading: Reading, attribution: Attribution) -> list[str]:
    if attribution.voice is None:
        return []
    return name_of(reading.voices[attribution.voice])


def _capitals(words: str) -> list[str]:
    found = (word.lower() for word in _CAPITAL.findall(words))
    bare = (word.removesuffix("'s").removesuffix("’s") for word in found)
    return [word for word in bare if word not in _NO_NAMES]


def _apart(here: Reading, one: Attribution, there: Reading, other: Attribution) -> bool:
    """Tell whether what stands beside two quotations names two people."""
    own, theirs = _beside(here, one), _beside(there, other)
    if not own or not theirs:
        return False
    gender, gender_there = _GENDER.get(own.lower()), _GENDER.get(theirs.lower())
    if gender and gender_there:
        return gender != gender_there
    if gender or gender_there:
        return False
    name, name_there = (
        _person(own, here, there, theirs),
        _person(theirs, there, here, own),
    )
    if not name or not name_there or set(name) & set(name_there):
        return False
    return not _one_name(name, name_there, here.text, there.text)


def _one_name(name: list[str], other: list[str], *texts: str) -> bool:
    """Tell whether one is the other's first name: "Sarah", "Silverman"."""
    both = {f"{name[-1]} {other[-1]}", f"{other[-1]} {name[-1]}"}
    return any(full in text.lower() for full in both for text in texts)


def _beside(reading: Reading, attribution: Attribution) -> str:
    """Return the words for the source, where they stand beside the quotation."""
    source = attribution.source
    if source is None:
        return ""
    near = any(
        max(source.start - content.end, content.start - source.end) <= NEAR
        for content in attribution.content
    )
    return " ".join(source.of(reading.text).split()) if near else ""


def _person(source: str, own: Reading, other: Reading, rival: str) -> list[str]:
    """Return the name of the person that a source is, or of who holds that office.

    Nobody does where a text calls the rival, the other source, by it, or where the
    rival is no more than a name.
    """
    head = _BEHIND_THE_HEAD.split(source)[0]
    names = _capitals(source if "," in source else head)
    if names:
        last = re.escape(names[-1].title())
        full = re.compile(rf"\b[A-Z][a-z]+ {last}\b")
        known = len(names) > 1 or any(full.search(r.text) for r in (own, other))
        return names if known and not _is_body(names, own) else []
    office = head.split()[-1].lower() if head.split() else ""
    if (
        office not in TITLES
        or not _has_office(rival)
        or any(_is_called(r.text, office, rival) for r in (own, other))
    ):
        return []
    holders = {
        tuple(name_of(voice))
        for reading in (own, other)
        for voice in reading.voices
        if voice.kind == "person" and _holds(voice.role or "", office)
    } - {()}
    return list(holders.pop()) if len(holders) == 1 else []


def _has_office(source: str, *readings: Reading) -> bool:
    """Tell whether it is known what a source is: "the judge, Mara Ellis"."""
    if any(word.strip(",").lower() in TITLES for word in source.split()):
        return True
    last = _capitals(source)[-1:]
    return any(
        voice.role and name_of(voice)[-1:] == last
        for reading in readings
        for voice in reading.voices
    )


def _is_called(text: str, office: str, source: str) -> bool:
    """Tell whether a text has an office beside a name: "Mayor Mara Ellis"."""
    for name in (re.escape(name.title()) for name in _capitals(source)[-1:]):
        before = rf"\b(?i:{office}),?\s(?:[A-Z][\w.’'-]*\s){{0,2}}{name}\b"
        after = rf"\b{name},\s(?:\w+\s){{0,3}}(?i:{office})\b"
        if re.search(f"{before}|{after}", text):
            return True
    return False


def _holds(role: str, office: str) -> bool:
    """Tell whether a role is that office: "Mayor", "the city's mayor"."""
    words = role.lower().split()[:MOST_OFFICE]
    return bool(office) and words[:1] != ["who"] and office in words


def _is_body(name: list[str], reading: Reading) -> bool:
    """Tell whether a name of several words is an institution's."""
    return len(name) > 1 and any(
        voice.kind != "person" and name_of(voice) == name for voice in reading.voices
    )
