"""Whom "the minister" and "the Florida senator" mean: who was introduced as one.

A role means who bore it last, in a title or behind the name. What describes somebody
by origin or past ("the retired surgeon", "the Democratic frontrunner") and names no
post is another word for the person spoken of, where nobody was introduced as that.
"""

import re
from collections.abc import Sequence

from sidelight.model import Voice
from sidelight.readings import people
from sidelight.readings.parties import Party
from sidelight.readings.people import Person
from sidelight.readings.pronouns import Pronouns

_THE = re.compile(r"the\s((?:[\w’'-]+\s){0,4}?[\w-]+)(?:['’]s?)?", re.IGNORECASE)
# What somebody is besides his or her post.
_DESCRIBES = frozenset(
    "republican democrat conservative liberal frontrunner front-runner nominee hopeful "
    "candidate challenger incumbent billionaire millionaire businessman businesswoman "
    "mogul tycoon entrepreneur lawmaker senator congressman congresswoman governor "
    "model actor actress singer rapper star striker midfielder forward defender "
    "goalkeeper champion native veteran surgeon neurosurgeon author comedian novelist "
    "politician socialist populist outsider newcomer father mother grandfather "
    "grandmother widow widower".split()
)
_LONG_FORMS = {
    "sen": "senator",
    "rep": "representative",
    "gov": "governor",
    "gen": "general",
    "col": "colonel",
    "maj": "major",
    "capt": "captain",
    "cmdr": "commander",
    "lt": "lieutenant",
    "sgt": "sergeant",
    "cpl": "corporal",
    "adm": "admiral",
    "det": "detective",
    "supt": "superintendent",
    "insp": "inspector",
    "pres": "president",
    "prof": "professor",
    "rev": "reverend",
    "dr": "doctor",
    "congressman": "representative",
    "congresswoman": "representative",
}


class Offices:
    """The people of a report by what they are called, those without a name too."""

    def __init__(
        self, text: str, held: Sequence[tuple[Person, Voice]], pronouns: Pronouns
    ) -> None:
        """Take the named people, each with the voice that is theirs."""
        self._text = text
        self._pronouns = pronouns
        self._unnamed: list[Voice] = []
        self._held = [
            (person, voice, {_head(office) for office in person.offices})
            for person, voice in held
        ]

    def note(self, voice: Voice) -> None:
        """Remember somebody without a name who was heard."""
        self._unnamed.append(voice)

    def holder(self, words: str, at: int, party: Party | None) -> Voice | None:
        """Return whom a role that stands at `at` means; `party` is one it names."""
        match = _THE.fullmatch(words)
        if match is None:
            return None
        name = people.head_of(match[1])
        if not people.is_office(name) and name not in _DESCRIBES:
            return None
        head = _head(name)
        for voice in reversed(self._unnamed):
            if _head(voice.name) == head and _agree(voice.party, party):
                return voice
        held = [
            (max((m.start for m in person.mentions if m.start < at), default=-1), n)
            for n, (_, voice, heads) in enumerate(self._held)
            if head in heads and _agree(voice.party, party)
            for person in (self._held[n][0],)
        ]
        latest = max(held, default=(-1, 0))
        if latest[0] >= 0:
            return self._held[latest[1]][1]
        return self._described(match[1], name, at)

    def _described(self, phrase: str, head: str, at: int) -> Voice | None:
        """Return who was spoken of last, where a phrase describes a single person."""
        if head not in _DESCRIBES or " " not in phrase.strip():
            return None
        if re.search(
            rf"(?i)\ban?\s(?:[\w-]+\s){{0,3}}{re.escape(head)}\b", self._text[:at]
        ):
            return None
        pronoun = {"m": "he", "f": "she", None: ""}[people.sex_of(phrase)]
        return self._pronouns.meant(pronoun, at, named=True)


def _head(role: str) -> str:
    """Return what a role is headed by, in full: "senator" of "Sen.", singular."""
    head = people.head_of(role)
    return _LONG_FORMS.get(head, head)


def _agree(one: str | None, other: Party | None) -> bool:
    """Tell whether two voices can be of one party, as far as it is known."""
    return one is None or other is None or one == other.name
