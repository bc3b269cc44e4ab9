"""Noun phrases that speak: from a head noun to its determiner and to its cue.

Beside the learned attributions, which follow the wording they were trained on: here a
noun phrase speaks if a reporting verb follows it ("two people briefed on the plan, who
asked for patience, said"), stands before it ("…," said a nurse) or it follows
"according to". No parser: what stands between head and verb is prepositional phrases,
relative clauses, and what commas enclose.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from sidelight.model import Quotation, Span
from sidelight.readings import lexicon
from sidelight.readings.spans import BySpan
from sidelight.readings.word_lists import word_lists

_WORD = re.compile(
    r"\d+(?:[.,]\d+)*|[^\W\d_]+(?:[.’'&-][^\W_]+)*['’]?|[^\w\s]", re.UNICODE
)
MOST_WORDS = 300  # of a sentence; a longer one is a list
_FAR = 30  # words between a head noun and its cue
_FEW = 7  # words between a determiner and its noun

_LISTS = word_lists("speaker_words")
BE = _LISTS["be"]
HELPERS = BE | _LISTS["helpers"]
_NO_SPEECH = _LISTS["no_speech"]
_AFTER_HEAD = _LISTS["after_head"]
_BEFORE_NOUN = _LISTS["before_noun"]
_ENDS_PHRASE = _LISTS["ends_phrase"]
_OF_SEVERAL = frozenset("number handful group couple pair host string".split())
_MARKS = frozenset({",", "–", "—"})


@dataclass(frozen=True, slots=True)
class Word:
    """A word or a mark of a sentence; `quoted` where it stands inside a quotation."""

    span: Span
    word: str
    lower: str
    quoted: bool

    @property
    def is_word(self) -> bool:
        """Tell a word or a number from a mark."""
        return self.word[0].isalnum()

    @property
    def is_capital(self) -> bool:
        """Tell whether it is written with a capital."""
        return self.word[0].isupper()


def words(text: str, sentence: Span, quotations: BySpan[Quotation]) -> tuple[Word, ...]:
    """Return the words and marks of a sentence, as far as `MOST_WORDS`."""
    near = [quotation.span for quotation in quotations.overlapping(sentence)]
    found = []
    for match in _WORD.finditer(text, sentence.start, sentence.end):
        span = Span(*match.span())
        quoted = any(quotation.covers(span) for quotation in near)
        found.append(Word(span, match[0], match[0].lower().replace("’", "'"), quoted))
        if len(found) == MOST_WORDS:
            break
    return tuple(found)


@dataclass(frozen=True, slots=True)
class Cue:
    """A finite reporting verb: its dictionary form and its inflection."""

    lemma: str
    inflection: str


# "As one aide put it", "they spoke of": reporting verbs with the word behind them.
_OF = frozenset({"of", "about"})
_WITH_PARTICLE = {
    "put": frozenset({"it"}),
    **dict.fromkeys(("spoke", "speak", "speaks", "talked", "talk"), _OF),
}
_MORE_CUES = {
    **dict.fromkeys(("liken", "compare"), "base"),
    **dict.fromkeys(("likens", "compares"), "s"),
    **dict.fromkeys(("likened", "compared"), "ed"),
}


@cache
def _cues() -> dict[str, Cue]:
    more = {form: Cue("compare", kind) for form, kind in _MORE_CUES.items()}
    return more | {
        form: Cue(entry.lemma, entry.inflection)
        for form, entry in lexicon.entries().items()
        if entry.kind in {"say", "argue", "fault", "deny", "think"}
        and entry.lemma not in _NO_SPEECH
    }


def cue(word: Word) -> Cue | None:
    """Return the reporting verb that a word is a form of, or `None`."""
    return _cues().get(word.lower) if word.word.islower() else None


def may_follow(word: Word) -> bool:
    """Tell whether a word may stand right behind a head noun."""
    known = word.lower in _AFTER_HEAD | HELPERS | _ENDS_PHRASE
    return known or cue(word) is not None or word.lower.endswith("day")


def first_of_phrase(sentence: Sequence[Word], head: int) -> int:
    """Return the number of the word a noun phrase begins with: its determiner.

    "At least two", "a number of" and "one of the" belong to it.
    """
    at = head
    while at > 0 and head - at < _FEW:
        left = sentence[at - 1]
        if left.quoted or not left.is_word or not _may_stand_before(sentence, at - 1):
            break
        at -= 1
        if left.lower in _BEFORE_NOUN:
            break
    while at > 0 and sentence[at - 1].lower in {"other", "least", "than", "at", "more"}:
        at -= 1
    if (
        at > 0
        and sentence[at].lower in _LISTS["numbers"]
        and _is_owner(sentence[at - 1])
    ):
        return at - 1
    return _over_of(sentence, at)


def _is_owner(word: Word) -> bool:
    owner = word.lower in {"the", "these", "those", "its", "his", "her", "their", "our"}
    return owner or word.lower.endswith(("'s", "s'"))


def _may_stand_before(sentence: Sequence[Word], at: int) -> bool:
    word = sentence[at]
    if word.lower in _BEFORE_NOUN:
        return True
    if word.lower == "and":  # "current and former"
        return at > 0 and sentence[at - 1].lower in {"current", "serving", "former"}
    if word.lower in _ENDS_PHRASE and word.word != "US":
        return False
    found = cue(word)
    return found is None or found.inflection == "ing"


def _over_of(sentence: Sequence[Word], at: int) -> int:
    """Return where "one of the", "a number of" begins, or `at`."""
    if at < 2 or sentence[at - 1].lower != "of":  # noqa: PLR2004
        return at
    before = sentence[at - 2].lower
    if before in _OF_SEVERAL:
        return first_of_phrase(sentence, at - 2)
    if before in _BEFORE_NOUN | {"none"}:
        return at - 2
    return at


def cue_after(sentence: Sequence[Word], head: int) -> int | None:
    """Return the number of the reporting verb whose subject the noun `head` is."""
    at, loose = head + 1, False
    stop = min(len(sentence), head + _FAR)
    while at < stop and not sentence[at].quoted:
        word = sentence[at]
        if word.lower == "who" or word.word in _MARKS:
            at, found = _over_clause(sentence, at)
            if found is not None:
                return found
            loose = word.lower == "who"
            continue
        found = _cue_at(sentence, at)
        loose = loose or word.lower in _AFTER_HEAD
        if found is not None or _is_other_verb(sentence, at):
            return found
        if not (word.is_word and (loose or _is_helper(word))):
            return None
        at += 1
    return None


def _cue_at(sentence: Sequence[Word], at: int) -> int | None:
    """Return where the finite reporting verb stands that begins at `at`, if one does."""
    word = sentence[at]
    particles = _WITH_PARTICLE.get(word.lower)
    if particles:
        after = [w.lower for w in sentence[at + 1 : at + 2]]
        return at if particles.intersection(after) else None
    if _is_helper(word):
        return _after_helpers(sentence, at)
    return at if _is_finite(sentence, at) and not _is_no_verb(sentence, at) else None


def _is_no_verb(sentence: Sequence[Word], at: int) -> bool:
    return sentence[at - 1].lower in {"to", "a", "an", "the"}


def _is_helper(word: Word) -> bool:
    return word.lower in HELPERS or (word.lower.endswith("ly") and word.is_word)


def _is_other_verb(sentence: Sequence[Word], at: int) -> bool:
    """Tell whether the subject does something else, so that no cue is its own."""
    word = sentence[at]
    if word.lower in BE | {"has", "have", "had", "did", "would", "will", "put"}:
        return True
    return cue(word) is not None and not _is_no_verb(sentence, at)


def _is_finite(sentence: Sequence[Word], at: int) -> bool:
    found = cue(sentence[at])
    return found is not None and found.inflection != "ing"


def _after_helpers(sentence: Sequence[Word], at: int) -> int | None:
    """Return the reporting verb behind its helpers: "have long argued"."""
    helpers = []
    while at < len(sentence) and _is_helper(sentence[at]):
        helpers.append(sentence[at].lower)
        at += 1
    found = cue(sentence[at]) if at < len(sentence) else None
    if found is None:
        return None
    passive = not BE.isdisjoint(helpers)
    return at if passive == (found.inflection == "ing") else None


def _over_clause(sentence: Sequence[Word], at: int) -> tuple[int, int | None]:
    """Return where to go on behind "who …" or ", …,", and the verb, if it speaks.

    The first verb of a relative clause is its own: "who worked on the deal said".
    """
    marked = sentence[at].lower != "who"
    who = at + 1 if marked else at
    if [word.lower for word in sentence[who : who + 1]] == ["who"]:
        verb = _after_helpers(sentence, who + 1)
        if not marked:
            return (who + 2 if verb is None else verb + 1), None
        if verb is not None:
            return verb, verb
    near = range(at + 1, min(len(sentence), at + _FAR))
    marks = (n for n in near if sentence[n].word in _MARKS and not sentence[n].quoted)
    return next(marks, len(sentence)) + 1, None


def is_behind_cue(sentence: Sequence[Word], first: int) -> bool:
    """Tell whether a noun phrase that begins at `first` speaks by what is before it."""
    if first == 0 or sentence[first - 1].quoted:
        return False
    before = sentence[first - 1]
    if before.lower == "from":
        heard = _LISTS["heard"]
        return any(word.lower in heard for word in sentence[max(0, first - 8) : first])
    earlier = sentence[first - 2] if first > 1 else None
    if earlier and before.lower == "by":
        found = cue(earlier)
        return found is not None and found.inflection == "ed"
    according = earlier is not None and earlier.lower == "according"
    if before.lower in {"citing", "quoting"} or (before.lower == "to" and according):
        return True
    found = cue(before)
    if found is None or found.inflection not in {"s", "ed"}:
        return False
    return earlier is None or _ends_content(earlier)


def _ends_content(word: Word) -> bool:
    return word.quoted or word.word in {",", "”", '"', "’", "'", "—", "–", "?", "!"}


def last_of_phrase(sentence: Sequence[Word], head: int, stop: int) -> int:
    """Return the number of the last word of a phrase that goes no further than `stop`.

    A comma ends it, and so do the helpers of the verb that follows.
    """
    last = head
    for at in range(head + 1, stop):
        word = sentence[at]
        if not word.is_word or word.quoted or word.lower in HELPERS | {"when", "as"}:
            break
        if word.lower == "on" and sentence[at + 1].lower.endswith("day"):
            break
        if word.lower == "that" or (cue(word) and at > head + 1 and word.is_word):
            break
        if at == head + 1 and word.lower not in _AFTER_HEAD:
            break
        last = at
    while last > head and sentence[last].lower in _ENDS_PHRASE:
        last -= 1
    return last
