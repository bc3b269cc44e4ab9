"""What each stretch of a sentence says, reduced to stems that can be compared.

A clause ends at punctuation and at the words that open another ("that", "which",
"while", …). Verbs are told from other words by their place and ending, without a
parser: enough to ask whether two clauses share one.
"""

import re
from collections.abc import Iterator

from sidelight.deadline import each
from sidelight.model import Clause, Sentence, Span
from sidelight.readings.names import Name
from sidelight.readings.spans import BySpan
from sidelight.readings.words import NUMBER_WORDS, STOP_WORDS, TIME_WORDS, stem

_BREAK = re.compile(
    r"[,;:()\[\]—–“”\"‘]|(?<=\s)[-](?=\s)|\s(?:that|which|who|whom|whose|while|when|where|"
    r"because|although|though|but|after|before|since|until|as|if|whereas)\s",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
_POSSESSIVE = re.compile(r"['’]s?$")
_BEFORE_PARTICIPLE = frozenset("has have had is are was were be been being".split())
_BEFORE_VERB = frozenset(
    "will would could should may might must can do does did to not also again".split()
)
_FORMAL = frozenset(
    "said say says told according added statement reported today".split()
)
_EMPTY = STOP_WORDS | NUMBER_WORDS | TIME_WORDS | _FORMAL
_NOT_VERBS = ("ness", "ment", "tion", "ity", "ism", "ance", "ence")


def read(
    text: str, sentences: tuple[Sentence, ...], names: tuple[Name, ...]
) -> tuple[Clause, ...]:
    """Return the clauses of every sentence, in order; a clause has some word."""
    named = BySpan(names, lambda name: name.span)
    return tuple(
        clause
        for number, sentence in enumerate(each(sentences))
        for span in _stretches(text, sentence.span)
        if (clause := _clause(text, span, number, tuple(named.inside(span))))
    )


def _stretches(text: str, sentence: Span) -> Iterator[Span]:
    start = sentence.start
    for gap in _BREAK.finditer(text, sentence.start, sentence.end):
        if _inside_a_number(text, gap.start()):
            continue
        if gap.start() > start:
            yield Span(start, gap.start())
        start = gap.end()
    if sentence.end > start:
        yield Span(start, sentence.end)


def _inside_a_number(text: str, at: int) -> bool:
    around = text[max(0, at - 1) : at + 2]
    return len(around) == 3 and around[0].isdigit() and around[2].isdigit()  # noqa: PLR2004


def _clause(
    text: str, span: Span, number: int, names: tuple[Name, ...]
) -> Clause | None:
    inside = [name for name in names if name.kind != "time"]
    verbs: dict[str, None] = {}
    words: dict[str, None] = {}
    before = ""
    for match in _WORD.finditer(text, span.start, span.end):
        place = Span(*match.span())
        folded = _POSSESSIVE.sub("", match[0].lower())
        named = any(name.span.overlaps(place) for name in inside)
        if _is_content(folded) and not named:
            (verbs if _is_verb(folded, before) else words)[stem(folded)] = None
        before = folded
    folded_names = {w: None for n in inside for w in _folded(n)}
    if not (verbs or words or folded_names):
        return None
    return Clause(span, number, tuple(verbs), tuple(words), tuple(folded_names))


def _is_content(folded: str) -> bool:
    return len(folded) > 1 and folded not in _EMPTY


def _is_verb(folded: str, before: str) -> bool:
    """Tell a verb by its ending after a subject, or by the helper before it."""
    if folded.endswith(_NOT_VERBS):
        return False
    if before in _BEFORE_PARTICIPLE:
        return folded.endswith(("ed", "en", "ing"))
    if before in _BEFORE_VERB:
        return True
    return folded.endswith("ed") and before not in {"the", "a", "an", "of", "in", "by"}


def _folded(name: Name) -> Iterator[str]:
    """Yield a name's words, folded; the words of a person's title left out."""
    for word in re.findall(r"[^\W_]+", name.words):
        if word[0].isupper():
            yield word.lower()
