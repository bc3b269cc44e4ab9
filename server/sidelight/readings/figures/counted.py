"""What a figure counts: the head of the noun phrase beside it, in the singular.

There is no parser: a phrase goes as far as the words that can stand in one, and its
head is its first plural, or its last word where something else shows that it is a
phrase. Where nothing does, nothing is said.
"""

from collections.abc import Iterable, Sequence
from itertools import dropwhile, takewhile
from typing import Final

from sidelight.readings.figures import units
from sidelight.readings.figures.listed import word_set
from sidelight.readings.figures.nouns import (
    Word,
    following,
    is_plural,
    preceding,
    singular,
)
from sidelight.readings.figures.quantities import Quantity
from sidelight.readings.figures.vocabulary import (
    AUXILIARY,
    MOVED,
    STOOD,
    SUFFERED,
    goes_past,
    leads_in,
    stops,
)

_MOST_WORDS = 3  # of a noun phrase that is kept
_REACH = 7  # words looked at on either side
_DETERMINERS: Final = word_set("""
    a an the its their his her our this that new proposed another
""")
_EMPTY_HEADS: Final = (["number"], ["total"], ["amount"])  # ... of what matters
_SAYS_NOTHING: Final = word_set(
    "total number average maximum minimum instead front maker most sum amount figure"
)
_RATES: Final = frozenset(("a", "an", "per", "each", "every"))
_LINKS: Final = frozenset(("to", "by", "at", "from", "of", "for"))
_MOST_TIED = 2  # prepositional phrases between a head and its verb
_INTO: Final = frozenset(("of", "in", "for", "at", "among", "on", "from", "across"))


def counts(text: str, quantity: Quantity, start: int, end: int) -> str:
    """Return the head of what `quantity` counts, one to three words, or "".

    `start` and `end` are those of the figure, bound words included.
    """
    if quantity.age:
        return "age"
    words = list(following(text, end, _REACH))
    if quantity.unit is None and quantity.kind != "fraction":
        after = _plain(words, one=quantity.high == 1)
    else:
        after = _measured(text, quantity, start, words)
    return after or _rate(words) or _suffered(words) or _subject(text, start)


# --- After the figure --------------------------------------------------------


def _plain(words: Sequence[Word], *, one: bool) -> str:
    """Read "340 job cuts", "two of the ministers"."""
    if words and words[0].written == "of":
        words = list(dropwhile(lambda word: word.written[0].isdigit(), words[1:]))
    phrase = _phrase(words)
    return _to_plural(phrase) or (_to_end(phrase) if one else "")


def _measured(text: str, quantity: Quantity, start: int, words: Sequence[Word]) -> str:
    """Read "5% of GDP", "the 2% spending target", "$3 billion in military aid"."""
    if not words:
        return ""
    first = words[0].written
    if first == "of" or (quantity.kind == "fraction" and leads_in(first)):
        phrase = _phrase(words[first == "of" :])
        return _to_plural(phrase) or _to_end(phrase)
    if quantity.kind == "fraction":
        return _to_plural(_phrase(words))
    if first == "for" or (first == "in" and quantity.unit != "percent"):
        return _purpose(words[1:])
    if text[quantity.end : quantity.end + 1] == "-" or _is_led_in(text, start):
        phrase = _phrase(words)
        return _to_plural(phrase) or _to_end(phrase)
    return ""


def _purpose(words: Sequence[Word]) -> str:
    """Read "in military aid", "for core defence"; not "for months", "in the north"."""
    if not words or not words[0].written.islower() or leads_in(words[0].written):
        return ""
    phrase = _phrase(words)
    purpose = _to_plural(phrase) or _to_end(phrase)
    return "" if purpose in units.TIMES else purpose


def _is_led_in(text: str, start: int) -> bool:
    before = preceding(text, start, 1)
    return bool(before) and before[0].lower() in _DETERMINERS


def _rate(words: Sequence[Word]) -> str:
    """Read "a barrel", "per week"."""
    if len(words) > 1 and words[0].written in _RATES and words[1].written.islower():
        return f"per {singular(words[1].written)}"
    return ""


def _suffered(words: Sequence[Word]) -> str:
    """Read "12 dead", "at least 40 were injured"."""
    rest = dropwhile(lambda word: word.written in AUXILIARY, words)
    first = next(rest, None)
    return first.written if first and first.written in SUFFERED else ""


def _phrase(words: Iterable[Word]) -> list[str]:
    """Return the words as far as a noun phrase may go, without what leads it in.

    Of "public and private schools" the "schools" is kept.
    """
    phrase: list[str] = []
    alone: list[str] | None = None
    for word in words:
        written = word.written
        if written.endswith(("’s", "'s")):
            phrase = []
        elif not phrase and leads_in(written):
            continue
        elif written == "and" and phrase and not any(map(_is_plural, phrase)):
            phrase, alone = [], phrase
        elif stops(written) or (phrase and written in SUFFERED):
            break
        else:
            phrase.append(written)
    if alone is None:
        return phrase
    return list(filter(_is_plural, phrase))[:1] or alone


def _is_plural(written: str) -> bool:
    return is_plural(written.lower())


def _to_plural(phrase: Sequence[str]) -> str:
    """Return the phrase up to its first run of plurals, or "" without one."""
    at = next((i for i, word in enumerate(phrase) if _is_plural(word)), None)
    if at is None:
        return ""
    at += sum(1 for _ in takewhile(_is_plural, phrase[at + 1 :]))
    return _named(phrase[: at + 1])


def _to_end(phrase: Sequence[str]) -> str:
    """Return the phrase up to a word that begins a clause ("debris | falling")."""
    goes_on = takewhile(lambda word: not goes_past(word), phrase[1:])
    return _named([*phrase[:1], *goes_on])


def _named(phrase: Sequence[str]) -> str:
    """Return the last words of a phrase in lower case, its head in the singular."""
    if not phrase:
        return ""
    *modifiers, head = [word.lower() for word in phrase[-_MOST_WORDS:]]
    if not head[0].isalpha():
        return ""
    return " ".join((*modifiers, singular(head)))


# --- Before the figure -------------------------------------------------------


def _subject(text: str, start: int) -> str:
    """Read "unemployment rose to", "raising the minimum wage to"."""
    words = preceding(text, start, 2 * _REACH)
    linked = bool(words) and words[0] in _LINKS
    of = linked and words[0] == "of"
    words = words[linked:]
    if words and (words[0] in MOVED or words[0] in STOOD):
        words = words[1:]
        while words and (words[0] in AUXILIARY or words[0].endswith("ly")):
            words = words[1:]
        return _name_before(_phrase_back(words))
    if linked and of:
        return _amount(words)
    return _object(words) if linked else ""


def _amount(words: Sequence[str]) -> str:
    """Read "a death toll of", "speeds of", from its end."""
    phrase = [word for word in takewhile(_goes_on, words) if word != "cent"][:2]
    if not phrase or phrase[0] in _SAYS_NOTHING:
        return ""
    return _name_before(phrase[::-1])


def _object(words: Sequence[str]) -> str:
    """Read "the minimum wage" of "raising the minimum wage to", from its end."""
    phrase = list(takewhile(lambda word: not stops(word) and word not in MOVED, words))
    rest = words[len(phrase) :]
    if rest and rest[0].lower() in _DETERMINERS:
        rest = rest[1:]
    return _name_before(phrase[::-1]) if rest and rest[0] in MOVED else ""


def _name_before(phrase: Sequence[str]) -> str:
    """Return the end of a phrase; a capital is no plural's ("Yates was 7")."""
    own = [word.removesuffix("’s").removesuffix("'s") for word in phrase[-_MOST_WORDS:]]
    if any(word[0].isdigit() for word in own) or (own and goes_past(own[-1])):
        return ""
    if own and own[-1][0].isupper():
        return " ".join(own).lower()
    return _named(own)


def _goes_on(written: str) -> bool:
    return not stops(written)


def _phrase_back(words: Sequence[str]) -> list[str]:
    """Return the noun phrase that ends where `words` (nearest first) begin.

    Of "growth in the euro zone" it is "growth": what "in" ties on is passed over.
    """
    phrase = list(takewhile(_goes_on, words))
    for _ in range(_MOST_TIED):
        words = words[len(phrase) :]
        if words and words[0].lower() in _DETERMINERS:
            words = words[1:]
        if not phrase or not words or words[0] not in _INTO:
            break
        head = list(takewhile(_goes_on, words[1:]))
        if head[:1] in _EMPTY_HEADS:
            break
        words, phrase = words[1:], head
    return [] if len(phrase) > _REACH else phrase[::-1]
