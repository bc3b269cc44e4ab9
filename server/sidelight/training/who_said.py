"""How many attributions are found, and whether the right voice and party got them.

An attribution is *linked* where half the content is shared and the source touched.
Of those linked, a voice is right where it is called by the whole proper name that
the label has, so that a pronoun, a short name or a role has to be resolved; where
the label has no proper name ("a board spokeswoman"), the words of one must hold the
other's; and where it has no voice (a crowd), nobody who can be looked up.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from sidelight.model import Attribution, Reading, Span, Voice
from sidelight.training.gold import Mention, Said

Counts = Counter[str]

FORMS = ("full name", "short name", "pronoun", "role", "unnamed", "nobody")
"""How a source is written, beside the voice it means."""

_WORD = re.compile(r"[^\W_]+(?:[-’'.][^\W_]+)*")
_POSSESSIVE = re.compile(r"['’]s?$")
_BESIDE_A_NAME = frozenset(
    "a an the of for and in at on to one two some many people mr mrs ms dr premier "
    "president minister judge mayor chairman".split()
)
_DESCRIBED = re.compile(r"(?i:an?|one|two|some|many|people|those)\s+[^A-Z]")
_PRONOUN = frozenset("i he she it they we who him her them his their you".split())


def counted(
    reading: Reading, wanted: Sequence[Said], mentions: Sequence[Mention]
) -> Counts:
    """Return the counts of one report's attributions.

    `wanted`, `found` and `linked` attributions; of those linked how many voices are
    right of how many for each form of `FORMS` ("pronoun right", "pronoun"), and
    parties ("party right", "party found", "party wanted"). `mentions` are pronouns
    and names that are no source.
    """
    counts: Counts = Counter()
    with_content = [said for said in wanted if said.content]
    left = [a for a in reading.attributions if a.content and a.act != "declines"]
    counts["wanted"], counts["found"] = len(with_content), len(left)
    for said in with_content:
        match = next((a for a in left if _is_linked(a, said)), None)
        if match is not None:
            left.remove(match)
            counts["linked"] += 1
            counts.update(_of_voice(reading, match, said))
    for mention in mentions:
        counts["mentions"] += 1
        counts["mentions right"] += any(
            _is_right(voice, mention.voice)
            for voice in reading.voices
            if any(span.overlaps(mention.span) for span in voice.mentions)
        )
    return counts


def _is_linked(found: Attribution, said: Said) -> bool:
    if (found.source is None) != (said.source is None):
        return False
    if found.source and said.source and not found.source.overlaps(said.source):
        return False
    a, b = _points(found.content), _points(said.content)
    return len(a & b) >= 0.5 * len(a | b)


def _points(spans: Iterable[Span]) -> set[int]:
    return {place for span in spans for place in range(span.start, span.end)}


def _of_voice(reading: Reading, found: Attribution, said: Said) -> Counts:
    voice = None if found.voice is None else reading.voices[found.voice]
    form = _form(said.source.of(reading.text) if said.source else "", said.voice)
    party = voice.party if voice else None
    counts: Counts = Counter({form: 1, f"{form} right": _is_right(voice, said.voice)})
    counts["party found"] += party is not None
    counts["party wanted"] += said.party is not None
    if party and said.party:
        counts["party right"] += _is_one(party, said.party)
    return counts


def _form(source: str, voice: str | None) -> str:
    if voice is None:
        return "nobody"
    name, words = _proper(voice), _words(source)
    if words <= _PRONOUN:
        return "pronoun"
    if not name:
        return "unnamed"
    if name <= words:
        return "full name"
    return "short name" if name & words else "role"


def _is_right(voice: Voice | None, wanted: str | None) -> bool:
    if wanted is None:
        return voice is None or voice.kind == "crowd"
    if voice is None:
        return False
    found, name = _words(voice.name), _proper(wanted)
    return name <= found if name else _is_one(voice.name, wanted)


def _is_one(one: str, other: str) -> bool:
    """Tell whether the words of one name or description hold the other's."""
    a, b = _words(one) - _BESIDE_A_NAME, _words(other) - _BESIDE_A_NAME
    return bool(a and b) and (a <= b or b <= a)


def _words(name: str) -> set[str]:
    return {_POSSESSIVE.sub("", word.lower()) for word in _WORD.findall(name)}


def _proper(name: str) -> set[str]:
    """Return the words of a proper name; a description ("a man of Orsolt") has none."""
    if _DESCRIBED.match(name):
        return set()
    capitals = " ".join(word for word in _WORD.findall(name) if word[0].isupper())
    return _words(capitals) - _BESIDE_A_NAME
