"""What kind of source an unnamed noun phrase is: insider, person, or crowd."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from sidelight.model import UnnamedKind
from sidelight.readings import source_phrases, speakers
from sidelight.readings.source_phrases import ALL, Phrase
from sidelight.readings.speakers import Word
from sidelight.readings.word_lists import in_order, word_lists

_LISTS = word_lists("source_words")
# Endings of words for a country's people: "Western analysts" are no one firm's.
_NATION = ("ian", "ean", "ish", "ese", "ern", "can", "li", "ch", "ani", "qi")


@dataclass(frozen=True, slots=True)
class Noun:
    """A noun for a source: its class, its singular, and its number."""

    kind: str
    singular: str
    is_plural: bool


_PEOPLE = Noun("person", "person", is_plural=True)


@cache
def _nouns() -> Mapping[str, tuple[Noun, ...]]:
    """Return what each form may be, in the order of the file."""
    found: dict[str, tuple[Noun, ...]] = {}
    for kind, entries in in_order("source_nouns"):
        for entry in entries:
            singular, _, plural = entry.lower().partition("/")
            for form, several in ((singular, False), (plural or singular + "s", True)):
                found[form] = (*found.get(form, ()), Noun(kind, singular, several))
    return found


def nouns_of(words: Sequence[Word], at: int) -> tuple[Noun, ...]:
    """Return the nouns for a source that a word may be, the likeliest first."""
    nouns = _nouns().get(words[at].lower, ())
    if not nouns and words[max(0, at - 1)].lower == "former":
        singular = words[at].lower.removesuffix("s")
        return (Noun("worker", singular, words[at].lower != singular),)
    if nouns or not _ends_quantified(words, at):
        return nouns
    return (Noun("anybody", words[at].lower, is_plural=True),)


def _ends_quantified(words: Sequence[Word], at: int) -> bool:
    """Tell whether a word may be "many", or the noun that "many" goes with."""
    word = words[at].lower
    if word in _LISTS["lone"]:
        return at + 1 < len(words) and words[at + 1].lower != "of"
    near = {w.lower for w in words[max(0, at - 3) : at]}
    return word.endswith(("s", "people", "men", "women")) and not near.isdisjoint(ALL)


def kind_of(phrase: Phrase, noun: Noun) -> UnnamedKind | None:
    """Return what kind of unnamed source a phrase is if its head is `noun`."""
    if phrase.shows and noun.kind not in {"paper", "mass", "crowd"}:
        return None
    return _TELL[noun.kind](phrase, noun)


# --- Insiders ----------------------------------------------------------------


def _inside(phrase: Phrase, noun: Noun) -> UnnamedKind | None:
    other_sense = not _LISTS["not_a_source"].isdisjoint(phrase.before[-1:])
    if phrase.is_definite or other_sense:
        return None
    return "insider" if noun.is_plural or phrase.is_counted else None


def _role(phrase: Phrase, noun: Noun) -> UnnamedKind | None:
    high = not _LISTS["high"].isdisjoint(phrase.before)
    if phrase.is_definite or (_is_on_record(phrase) and not high):
        return None
    if not _is_role_here(phrase, noun, high=high):
        return None
    if phrase.opens in {"many", "most"}:
        return "crowd" if noun.is_plural and _holds_opinion(phrase) else None
    told_how = _is_close(phrase) or (noun.is_plural and _did(phrase))
    return "insider" if phrase.is_counted or high or told_how else None


def _is_role_here(phrase: Phrase, noun: Noun, *, high: bool) -> bool:
    """Tell a member of the board, a party figure and a civil servant from others."""
    if noun.singular == "member":
        return _is_of_a_body(phrase)
    if noun.singular == "figure":
        return high or "party" in phrase.before
    return noun.singular != "servant" or "civil" in phrase.before


def _is_of_a_body(phrase: Phrase) -> bool:
    bodies = _LISTS["of_a_body"]
    behind = phrase.tail[:1] == ["of"] and not bodies.isdisjoint(phrase.tail[:7])
    return behind or not bodies.isdisjoint(phrase.before)


def _is_on_record(phrase: Phrase) -> bool:
    """Tell a press officer and a police officer from other officers."""
    return not _LISTS["on_record"].isdisjoint(phrase.before)


def _worker(phrase: Phrase, noun: Noun) -> UnnamedKind | None:
    high = not _LISTS["high"].isdisjoint(phrase.before)
    if not phrase.is_counted or (_is_on_record(phrase) and not high):
        return None
    for_somebody = phrase.tail[:1] in (["for"], ["representing"])
    if noun.singular in {"lawyer", "accountant"} and for_somebody:
        return None
    knows = phrase.is_part or _is_close(phrase) or _did(phrase) or _tells_paper(phrase)
    return "person" if knows or _is_at_work(phrase) else None


def _is_at_work(phrase: Phrase) -> bool:
    """Tell "a nurse at the clinic", "a former nurse", "one nurse" from "a nurse"."""
    before = set(phrase.before)
    alone = phrase.opens == "one" and not phrase.tail and len(before) == 1
    behind = len(phrase.tail) > 1 and phrase.tail[0] in _LISTS["at_work"]
    anonymous = {"anonymity", "anonymously"} & {w.lower for w in phrase.words}
    return (
        alone
        or behind
        or bool(anonymous)
        or bool(before & (_LISTS["once"] | _LISTS["body_before"]))
    )


def _tells_paper(phrase: Phrase) -> bool:
    """Tell whether somebody talks to a paper, not to a court: "told the Echo"."""
    if phrase.verb is None or phrase.cue is None or phrase.verb.lemma != "tell":
        return False
    listener = phrase.words[phrase.cue + 1 : phrase.cue + 3]
    return (
        len(listener) > 1
        and listener[0].lower in {"the", "this"}
        and (listener[1].is_capital or listener[1].lower in _LISTS["papers"])
    )


def _is_close(phrase: Phrase) -> bool:
    """Tell whether what follows ties the source to the affair."""
    tail = phrase.tail
    comma = tail[:1] == [","]
    if not _LISTS["close"].isdisjoint(tail[1:3] if comma else tail[:1]):
        return True
    return tail[:1] == ["with"] and not _LISTS["knows"].isdisjoint(tail[:5])


def _did(phrase: Phrase) -> bool:
    """Tell whether what follows says how the source knows: "who worked on the deal"."""
    tail = phrase.tail
    if "who" not in tail[:3]:
        return False
    who = tail.index("who")
    if "seen" in tail[who + 1 : who + 3] and not _LISTS["documents"].isdisjoint(tail):
        return True
    return not _LISTS["did"].isdisjoint(tail[who + 1 : who + 4])


def _person(phrase: Phrase, noun: Noun) -> UnnamedKind | None:
    if phrase.is_definite and phrase.opens != "those":
        return None
    if _is_close(phrase) or _did(phrase) or phrase.tail[:3] == ["in", "the", "room"]:
        return "insider"
    return _anybody(phrase, noun) if noun == _PEOPLE else None


# --- Crowds ------------------------------------------------------------------


def _crowd(phrase: Phrase, noun: Noun) -> UnnamedKind | None:
    whole = noun.is_plural and not (phrase.is_definite or phrase.is_part)
    counted = phrase.opens[0].isdigit() or _LISTS["counted"] & set(phrase.before)
    if not whole or counted or _is_inside(phrase):
        return None
    if phrase.shows and phrase.words[phrase.stop].lower not in {"are", "remain"}:
        return None
    return None if _is_known_group(phrase, noun) or _was_surprised(phrase) else "crowd"


def _is_inside(phrase: Phrase) -> bool:
    """Tell "a union of experts" and "on many occasions" from who speaks."""
    if phrase.led in {"to", "by", "from"}:
        return not phrase.behind
    after = [word.lower for word in phrase.words[phrase.head + 1 : phrase.head + 2]]
    suffers = phrase.cue is None and not speakers.BE.isdisjoint(after)
    if suffers and source_phrases.shows(phrase.words, phrase.head) is None:
        return True
    return phrase.led in _LISTS["prepositions"]


def _is_known_group(phrase: Phrase, noun: Noun) -> bool:
    """Tell whether a reader could find out who they are: "experts at the ministry"."""
    if not _LISTS["no_crowd"].isdisjoint(phrase.tail):
        return True
    names = phrase.words[max(phrase.first, 1) : phrase.head]
    if any(w.is_capital and not w.lower.endswith(_NATION) for w in names):
        return True
    whose = {"at", "from", "with", "by"}
    if noun.singular not in _LISTS["for_or_against"]:
        whose |= {"of", "for"}
    behind = phrase.words[phrase.head + 1 : phrase.stop]
    return any(
        word.lower in whose and _is_definite_body(word, behind[at + 1 : at + 3])
        for at, word in enumerate(behind[:-1])
    )


def _is_definite_body(preposition: Word, after: Sequence[Word]) -> bool:
    placed = preposition.lower in {"at", "from"} and after[0].lower in {"the", "its"}
    return placed or any(word.is_capital for word in after)


def _was_surprised(phrase: Phrase) -> bool:
    """Tell "analysts had expected": a figure of record, not a word."""
    return phrase.cue is not None and phrase.words[phrase.cue - 1].lower == "had"


def _trade(phrase: Phrase, noun: Noun) -> UnnamedKind | None:
    if _crowd(phrase, noun) is None or _is_about_themselves(phrase):
        return None
    loose = not _LISTS["loose_trade"].isdisjoint(phrase.before)
    if noun.singular in _LISTS["tied_trade"] and not loose:
        return None
    quantified = phrase.opens in ALL
    if noun.singular in _LISTS["particular"] and not quantified:
        return None
    says = _is_in_general(phrase) or (quantified and _holds_opinion(phrase))
    return "crowd" if says else None


def _is_about_themselves(phrase: Phrase) -> bool:
    """Tell "scientists say they have found", some of them, from all of them."""
    if phrase.cue is None:
        return False
    said = phrase.words[phrase.cue + 1 : phrase.cue + 3]
    return any(word.lower.startswith(("they", "their")) for word in said)


def _is_in_general(phrase: Phrase) -> bool:
    """Tell "historians say", "have argued" and "according to" from "said"."""
    verb = phrase.verb
    if phrase.cue is None or verb is None:
        return phrase.led == "to"
    helpers = [w.lower for w in phrase.words[phrase.head + 1 : phrase.cue]]
    return verb.inflection == "base" or "have" in helpers


def _holds_opinion(phrase: Phrase) -> bool:
    verb = phrase.verb
    if verb is None:
        return _is_in_general(phrase)
    if verb.lemma not in _LISTS["opinion"]:
        return False
    return _is_in_general(phrase) or verb.lemma not in _LISTS["by_eye"]


def _anybody(phrase: Phrase, noun: Noun) -> UnnamedKind | None:
    """Tell "many in the town think" from "many voters stood in line"."""
    head = phrase.words[phrase.head].lower
    if head == "everyone":
        return "crowd" if phrase.led == "not" and phrase.cue is not None else None
    words = [*phrase.before, head]
    quantified = words[0] == "others" or not ALL.isdisjoint(words)
    if words[0] == "people":
        quantified = _is_hearsay(phrase)
    narrowed = phrase.tail[:1] == ["that"] or "who" in phrase.tail[:2]
    if not quantified or narrowed or phrase.is_definite or phrase.is_part:
        return None
    known = head in _LISTS["nobodys"] or any(word[0].isdigit() for word in words)
    if known or _is_inside(phrase) or _is_known_group(phrase, noun):
        return None
    return "crowd" if _holds_opinion(phrase) else None


def _is_hearsay(phrase: Phrase) -> bool:
    """Tell "people say" from "people call it"."""
    verb = phrase.verb
    near = phrase.cue == phrase.head + 1
    return near and verb is not None and verb.lemma in {"say", "think", "believe"}


def _paper(phrase: Phrase, noun: Noun) -> UnnamedKind | None:
    bare = set(phrase.before) <= _LISTS["loose_paper"]
    if not bare or not (noun.is_plural or noun.kind == "mass"):
        return None
    if noun.singular in {"media", "press"} and not phrase.before:
        return None
    according = phrase.led == "to" and phrase.behind
    showing = source_phrases.shows(phrase.words, phrase.head) is not None
    if not (according or showing) or _is_known_group(phrase, noun):
        return None
    return "crowd"


_TELL: Mapping[str, Callable[[Phrase, Noun], UnnamedKind | None]] = {
    "inside": _inside,
    "role": _role,
    "worker": _worker,
    "person": _person,
    "crowd": _crowd,
    "trade": _trade,
    "paper": _paper,
    "mass": _paper,
    "anybody": _anybody,
}
