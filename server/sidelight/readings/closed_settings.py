"""Where words are said that are not meant for all: behind doors, to a few, off the record.

A setting is told by its nouns (`data/closed_settings.txt`): a room for a few, an occasion that
is closed or is held for insiders, a listener of the inner circle. Whether words are given from
it, and whether the report says how they became known, is for the check to tell.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from sidelight.model import Span
from sidelight.readings.word_lists import word_lists

_LISTS = word_lists("closed_settings")

CLOSED_WORDS = frozenset(
    part for word in _LISTS["closed"] for part in re.findall(r"\w+", word)
)
"""The words that say an occasion is closed, one by one: "closed", "door", "private"."""

SettingKind = Literal["closed", "place", "circle", "near"]


@dataclass(frozen=True, slots=True)
class Setting:
    """Words for a closed setting, and what kind it is.

    *closed* by what it is; a *place* that may be closed; the inner *circle*, or somebody
    *near*, as the listener.
    """

    span: Span
    kind: SettingKind


def _any(name: str) -> str:
    return "(?:" + "|".join(sorted(map(re.escape, _LISTS[name]), key=len)[::-1]) + ")"


_OCCASION = (
    rf"(?:(?:phone|telephone|conference|video|dinner|staff)[\s-])?{_any('occasion')}"
)
_IN = r"(?:in|at|during|on|over|inside|aboard|around)"
_A = r"(?:an?|the|that|this|one|another|his|her|their|its|last|major)"
_WORDS = r"(?:(?!(?:for|as|of|and|in|to|by|with)\s)[\w’'-]+\s){0,3}?"
_CLOSED_ONE = rf"(?:{_any('closed')}\s(?:[\w’'-]+\s){{0,2}}?(?:{_OCCASION}|part))"
_MADE_SO = rf"(?:{_any('kind_of')}\s(?:\w+\s)?{_OCCASION}|(?<=the\s)(?:weekly\s|daily\s)?{_any('self_closed')}(?=[,:]))"
_FOR_A_FEW = rf"(?:{_OCCASION}\s(?:with|of|for|between)\s(?:[\w’'-]+\s){{0,3}}?{_any('insiders')})"
_CLOSED = re.compile(
    rf"""(?<!\w)(?:
      behind\s(?:the\s)?(?:closed|locked|padded|shut)\sdoors
    | (?:once|when|after|as|until)\sthe\s(?:doors?|cameras?|microphones?|reporters|press)\s(?:had\s|have\s|was\s|were\s)?
        (?:been\s)?(?:closed|shut|gone|left|off|switched\soff|turned\soff)
    | (?:away\sfrom|out\sof\searshot\sof|far\sfrom|beyond)\sthe\s(?:cameras?|microphones?|press|reporters|public)
    | off[\s-](?:camera|mic|the[\s-]record),
    | {_IN}\s(?:{_A}\s)?{_WORDS}(?:{_CLOSED_ONE}|{_MADE_SO}|{_FOR_A_FEW})
    | in\sprivate(?=[\s,])(?!\s(?:hands|practice|schools?|sector|equity|ownership|homes?|clinics?|hospitals?|life|capital))
    | (?:in|inside)\s{_A}\s(?:[\w’'-]+\s)?(?:{_any("inner_room")}[\s-]?rooms?|back\srooms?)
    | (?:a)?round\sthe\s(?:cabinet|board|negotiating|conference)\stable
    | {_IN}\s(?:{_A}\s)?{_any("closed")}\s{_any("place")}
    | on\sthe\s(?:phone|telephone)\s(?:to|with)\s(?:his|her|their|the|an?|(?-i:[A-Z]))
    | (?<!hours\s)(?<!minutes\s)alone\swith\s(?:his|her|the)
    | in\sthe\sprivacy\sof
    | behind\sthe\sscenes | backstage(?=,)
    )(?!\w)""",
    re.IGNORECASE | re.VERBOSE,
)
_PLACE = re.compile(
    rf"(?<!\w)(?:in|inside|at|on|aboard|over|by|around)\s{_A}\s(?:[\w’'-]+\s){{0,3}}?(?:{_any('place')})(?!\w)"
    r"|(?<!\w)over\s(?:lunch|dinner|breakfast|drinks|coffee)(?!\w)|(?<!\w)privately(?!\w)",
    re.IGNORECASE,
)
_TO = (
    r"(?:told|tells|telling|confided\s(?:to|in)|(?:whispered|admitted|said|murmured|remarked|muttered|hissed|boasted"
    r"|complained|joked|confessed|conceded|shouted|turned)\sto|(?:snapped|shouted|yelled|screamed|barked)\sat|warned|asked"
    r"|ordered|instructed|assured|informed|reminded)"
)
_WHOSE = (
    r"(?:(?:an?|the|his|her|their|its|one|some|several|close|closest|senior|top|own|two|other|most|trusted"
    r"|campaign|palace|party|cabinet|chief|of|club|company|inner|long-time|longtime|eldest)\s){0,3}"
)
_LISTENS = re.compile(
    rf"(?<!\w){_TO}\s(?P<whose>{_WHOSE})(?:(?P<circle>{_any('inner_circle')}|fellow\s[\w-]+(?:\s[\w-]+)?)"
    rf"|(?P<near>{_any('near')}))(?!\w)(?!\s(?:of\s)?(?!that|in|at|on|after|before|during|when|he|she|they|to"
    r"|over|as|last|this|not|it|the)[a-z]+\s(?-i:[A-Z]|[a-z]+\s[A-Z]))",
    re.IGNORECASE,
)
_NOT_INSIDE = re.compile(
    r"\b(?:after|before|outside|following|ahead\sof|leaving|since|between|until|prior\sto|will\sbe|held|met|meet)"
    r"\s(?:\w+\s){0,3}$",
    re.IGNORECASE,
)


def read(text: str, stretch: Span) -> Iterator[Setting]:
    """Yield the settings in `stretch` of `text`, the surest kind first."""
    for match in _CLOSED.finditer(text, stretch.start, stretch.end):
        public = "public" in match[0].lower()
        if not (public or _NOT_INSIDE.search(text, stretch.start, match.start())):
            yield Setting(Span(*match.span()), "closed")
    for match in _LISTENS.finditer(text, stretch.start, stretch.end):
        if match["circle"]:
            yield Setting(Span(*match.span()), "circle")
    for match in _PLACE.finditer(text, stretch.start, stretch.end):
        if not _NOT_INSIDE.search(text, stretch.start, match.start()):
            yield Setting(Span(*match.span()), "place")
    for match in _LISTENS.finditer(text, stretch.start, stretch.end):
        if match["near"] and (match["whose"].strip() or match["near"] == "friends"):
            yield Setting(Span(*match.span()), "near")


def is_scene(words: str) -> bool:
    """Tell whether `words` show people among themselves: "she turned to her manager"."""
    return bool(_ADDRESSED.search(words) or _ACTED.search(words))


_ADDRESSED = re.compile(
    rf"\b(?!tells|telling){_TO}\s(?!(?:how|why|what|of|that|reporters|journalists|the\s[A-Z]|me|us|a\s(?:news|press))\b)"
    r"(?:(?:an?|the|his|her|their|its|one|two|some|another)\s)?(?:[\w’'-]+)",
)
_ACTED = re.compile(
    r"\b(?:stood\sup|(?:banged|thumped|pounded)\s(?:on\s)?the|leaned\s(?:back|over|in)|nobody\s(?:spoke|moved|looked)|silence"
    r"|put\sdown|laid\sit\sout|sighed|the\stalk\s(?:was|turned)|threw|slammed|looked\s(?:round|around|up)|shook\s(?:his|her)\shead"
    r"|asked\sa\s(?:single\s)?question|got\sup|raised\s(?:his|her))\b",
    re.IGNORECASE,
)
