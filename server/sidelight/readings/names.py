"""Proper names: runs of capitalised words, and what kind of thing each names."""

import re
from collections.abc import Container, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from sidelight.model import Sentence, Span
from sidelight.readings.given_names import is_given
from sidelight.readings.words import STOP_WORDS

NameKind = Literal["person", "organisation", "time", "other"]

_CAPITAL = r"[A-ZÀ-ÖØ-ÞĀ-Ž][\w&]*(?:[-’'.&][A-Za-zÀ-ž]\w*)*(?:\.(?=[A-Z])|(?<=s)['’](?=\s[A-Z]))?"
# "Sen.", "Col.": a title whose full stop ends no name; and "J." within one.
_SHORTENED = (
    r"(?:Mr|Mrs|Ms|Dr|Prof|Rev|Hon|Sens?|Reps?|Gov|Gen|Col|Maj|Capt|Cmdr|Lt|Sgt|Cpl|Adm|"
    r"Det|Supt|Insp|Pres|[A-Z])\.(?=\s[A-Z])"
)
_PART = rf"(?:{_SHORTENED}|{_CAPITAL})"
_RUN = re.compile(
    rf"{_PART}(?:(?:\s|\s(?:of|of\sthe|for|for\sthe|and|de|la|van|von|der|bin|al)\s)"
    rf"{_PART}){{0,7}}"
)
_POSSESSIVE = re.compile(r"(?:['’]s|(?<=s)['’])$")
_SOMEBODY_OF = re.compile(r"((?:\S+\s){1,4}?\S+)\sof\s(?:the\s)?(?=[A-Z])")
_MOST_PARTS = 4  # words in a person's name
_SUFFIXES = frozenset("jr sr ii iii iv".split())
_BETWEEN = re.compile(r"\sand\s|['’]s\s")
_TIME = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march "
    "april may june july august september october november december".split()
)
HONORIFICS = frozenset(
    "mr mrs ms miss mx dr prof professor sir dame lord lady rev".split()
)
TITLES = frozenset(
    "president premier chancellor king queen prince princess minister secretary general "
    "colonel major captain lieutenant sergeant admiral marshal commander senator "
    "congressman congresswoman representative governor mayor councillor councilor judge "
    "justice chief deputy vice prime foreign defence defense finance interior health "
    "education justice environment transport energy trade army navy air police "
    "professor doctor inspector superintendent detective constable bishop archbishop "
    "cardinal pope rabbi imam ambassador director chairman chairwoman chair "
    "commissioner coach manager attorney spokesman spokeswoman spokesperson sheriff "
    "executive first lady former acting speaker "
    "sen sens rep reps gov gen col maj capt cmdr lt sgt cpl adm det supt insp pres hon".split()
)
# Heads of a phrase for one person: an ending of doers, or one of these words.
HUMAN = re.compile(
    r"\b(?:father|mother|parent|son|daughter|brother|sister|wife|husband|widow\w*|uncle|aunt|"
    r"cousin|neighbou?r|friend|colleague|team-?mate|man|woman|boy|girl|nurse|clerk|baker|"
    r"captain|coach|agent|student|pupil|resident|tenant|guard|chef|cook|surgeon|doctor|"
    r"physician|professor|official|insider|witness|diplomat|lawmaker|worker|mayor|judge|king|queen|priest|monk|bishop|poet|"
    r"(?:\w{2,}(?:man|woman|person|keeper|grower|ist|ician|graph?er|eer))|"
    r"(?:farm|teach|work|driv|writ|report|play|lead|own|manag|sing|danc|build|paint|clean|"
    r"lawy|offic|speak|own|found|fish|minist|command|garden|strik|keep|research|plumb|"
    r"roof|butch|carpent|broadcast|pension|bank|trad|commission|council|govern|"
    r"senat|direct|act|edit|profess|invest|doct|prosecut|solicit|counsell|creat|"
    r"translat|conduct|inspect|auditor|survey)(?:er|or)|chair\w*|president|executive|"
    r"chief|head|secretary|treasurer|economist|engineer|analyst|veteran|survivor|victim|"
    r"attorney|counsel|aide|deputy|pollster|speech-?writer|detective|superintendent|sergeant|general|colonel|"
    r"chancellor|premier|commander|admiral|marshal|ambassador|envoy|sheriff|constable|inspector)s?\b",
    re.IGNORECASE,
)
ORGANISATION_WORDS = frozenset(
    "council ministry department office agency authority commission committee board "
    "bureau service services court parliament senate assembly congress government "
    "administration union unions federation association alliance league club society "
    "institute institution university college school academy hospital clinic trust "
    "foundation party group company corporation corp inc ltd llc plc gmbh co holdings "
    "industries bank fund partners systems technologies labs laboratories motors "
    "airlines airways railways rail railway energy water power media news times post "
    "police force forces army navy guard brigade fc united rovers athletic museum "
    "gallery church mission centre center chamber confederation guild team staff "
    "leather foods pharma pharmaceuticals mining steel oil gas insurance capital homes "
    "estates properties developments construction builders farms dairies stores "
    "supermarkets shipping shipyards logistics lines telecom networks software digital "
    "studios records publishing finance financial savings securities investments "
    "ventures brothers works mills logging chemicals plastics textiles breweries "
    "show channel magazine newspaper journal tribune herald gazette network project "
    "initiative campaign constabulary infirmary academies diocese parish embassy tribunal inspectorate".split()
)
_NO_NAMES = STOP_WORDS | frozenset(
    "according meanwhile despite amid yet still however moreover ask asked here today "
    "yesterday tomorrow last next earlier later speaking officials critics experts "
    "residents police people many two three four five six seven eight nine ten yes no "
    "well but and or so if when while after before".split()
)
_LEADING = re.compile(
    rf"(?:(?:{'|'.join(sorted(_NO_NAMES, key=len, reverse=True))})(?:\s+|$))+",
    re.IGNORECASE,
)
_ROLE_FIRST = re.compile(rf"(?:{HUMAN.pattern})\s(?=[A-Z]\S+\s[A-Z])", re.IGNORECASE)
_SHORT_FOR_NO_ONE = frozenset(
    "GDP CEO CFO TV AI DNA CCTV MP MPs PM PhD ID GPS IT".split()
)


@dataclass(frozen=True, slots=True)
class Name:
    """A mention of a proper name, its words without possessive, and its kind."""

    span: Span
    words: str
    kind: NameKind


def read(
    text: str, sentences: tuple[Sentence, ...], known: Container[str] = ()
) -> tuple[Name, ...]:
    """Return the proper names of `text` in order.

    A lone word that opens a sentence is a name if it is `known` as one, or stands
    capitalised inside some sentence as well, alone or in a longer name.
    """
    runs = [run for sentence in sentences for run in _runs(text, sentence.span)]
    inside = {words for _, words, opens in runs if not opens} | {
        word for _, words, _ in runs if " " in words for word in words.split()
    }
    return tuple(
        Name(span, words, kind_of(words))
        for span, words, opens in runs
        if not opens or " " in words or words in inside or words in known
    )


def _runs(text: str, sentence: Span) -> Iterator[tuple[Span, str, bool]]:
    """Yield span, words, and whether the run opens the sentence."""
    first = sentence.start
    while first < sentence.end and not text[first].isalnum():
        first += 1
    for match in _RUN.finditer(text, sentence.start, sentence.end):
        for start, end in _pieces(match):
            piece = text[start:end]
            leading = _LEADING.match(piece)
            left = start + (leading.end() if leading else 0)
            bare = _POSSESSIVE.sub("", text[left:end])
            if left == first and (role := _ROLE_FIRST.match(bare)):
                left += (
                    role.end()
                )  # "Shopkeeper Dora Finnick" at the head of a sentence
                bare = bare[role.end() :]
            if bare:
                opens = start == first and left == start
                yield Span(left, left + len(bare)), " ".join(bare.split()), opens


def _pieces(run: re.Match[str]) -> Iterator[tuple[int, int]]:
    """Yield where one name ends and another begins: at "and", and at "’s "."""
    one_name = run[0].split()[-1].lower() in ORGANISATION_WORDS
    start = run.start()
    for gap in _BETWEEN.finditer(run[0]):
        if gap[0].strip() == "and" and one_name:
            continue
        end = run.start() + gap.start() + (2 if gap[0][0] in "'’" else 0)
        yield from _without_origin(run.string, start, end)
        start = run.start() + gap.end()
    yield from _without_origin(run.string, start, run.end())


def _without_origin(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield "Ted Marsh" and "Orsolt" of "Ted Marsh of Orsolt", all else whole."""
    somebody = _SOMEBODY_OF.match(text, start, end)
    if somebody and is_somebody(somebody[1]):
        yield start, somebody.end(1)
        start = somebody.end()
    yield start, end


def is_somebody(words: str) -> bool:
    """Tell whether a name is a person's by its given name: "Ted Marsh", no "Marsh"."""
    parts = without_titles(words).split()
    if not 1 < len(parts) <= _MOST_PARTS or not is_given(parts[0]):
        return False
    return not any(part.lower() in ORGANISATION_WORDS for part in parts)


def kind_of(words: str) -> NameKind:
    """Tell what kind of thing a name is of, by its words alone."""
    parts = [part.strip(".").lower() for part in words.split()]
    if all(part in _TIME for part in parts):
        return "time"
    core = [part for part in parts if part not in TITLES | HONORIFICS]
    if any(part in ORGANISATION_WORDS for part in core):
        bare = without_titles(words).split()
        behind = len(bare) < len(core) and is_given(bare[0] if bare else "")
        is_body = any(part.lower() in ORGANISATION_WORDS for part in bare)
        return "person" if behind and not is_body else "organisation"
    if words in _SHORT_FOR_NO_ONE:
        return "other"
    if words.isupper() and len(parts) == 1 and len(words) > 1:
        return "organisation"
    if len(core) < len(parts) and core:
        return "person"
    return "other"


@lru_cache(maxsize=20_000)
def without_titles(words: str) -> str:
    """Return a person's name without what stands before it, and without "Jr"."""
    parts = words.split()
    titles = [
        n for n, p in enumerate(parts) if p.strip(".").lower() in TITLES | HONORIFICS
    ]
    bare = parts[titles[-1] + 1 :] if titles else parts
    if len(bare) > 1 and bare[-1].strip(".").lower() in _SUFFIXES:
        bare = bare[:-1]
    return " ".join(bare)
