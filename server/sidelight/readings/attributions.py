"""Who says what: source, cue and content, found by the shapes of news prose.

Rules over word order and a list of reporting verbs, no parser:

    SOURCE CUE content          Lavrov said the plan would fail
    content, CUE SOURCE         "It will fail," said Lavrov
    content, SOURCE CUE         It will fail, Lavrov said
    SOURCE, apposition, CUE     Lavrov, the foreign minister, has warned that
    SOURCE, who CUE             officials, who argue that
    …, CUE-ing content          dismissed the plan, arguing that it would fail
    according to SOURCE         According to Lavrov, the plan will fail
    content CUE by SOURCE       was condemned by Lavrov

A quotation that stands alone goes to whoever was quoted last in its paragraph.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice
from typing import Literal

from sidelight.deadline import each
from sidelight.model import Act, Attribution, Quotation, Sentence, Span
from sidelight.readings.cues import LEMMA, THINKING
from sidelight.readings.spans import BySpan

_TOKEN = re.compile(r"\w+(?:[-'’.]\w+)*(?:(?<=s)['’](?=\s[A-Z]))?|[^\w\s]")
_PRONOUNS = frozenset("he she they it i we".split())
_BE = frozenset("is are was were be been being".split())
_HELPERS = _BE | frozenset(
    "has have had will would could should may might must can do does did also then "
    "later again never still now not just even further himself herself themselves "
    "often always already previously earlier first once has".split()
)
_DETERMINERS = frozenset(
    "a an the this these those his her its their our my your no some many several most both all one two three".split()
)
_JOINING = frozenset("of by in within at for from with inside near on to".split())
_STOPS = frozenset(
    "that which who whom whose when while as because if after before since but than "
    "though although where whether so or and during about into over under against "
    "through between among amid despite until upon per via like".split()
)
_NO_HEADS = _STOPS | _HELPERS | _DETERMINERS | _JOINING | {"worth", "there"}
_NOUN_TOO = frozenset(
    "report reports claim claims call calls demand demands attack attacks note notes "
    "state states comment comments promise promises view views question questions "
    "point points fear fears hope hopes signal signals blame estimate estimates find "
    "answer answers reply replies remark remarks doubt doubts post posts repeat fault "
    "forecast forecasts charge label labels mention request feeling feelings finding "
    "findings saying testimony warning warnings meaning following thinking slam".split()
)
_TOLL = frozenset(
    "lives life hundreds thousands dozens millions at more several".split()
)
_DENIALS = frozenset("deny reject dispute refute".split())
_MOST_IN_A_SENTENCE = 12  # a sentence with more is a list
_LONGEST_SOURCE = 16  # tokens
_DIRECT_WORDS = 4  # a shorter quotation is part of the writer's own sentence


@dataclass(frozen=True, slots=True)
class _Token:
    span: Span
    word: str
    lower: str
    quoted: bool


@dataclass(frozen=True, slots=True)
class _Cue:
    """Where a cue and its source stand, as token numbers; `source` half-open."""

    first: int
    last: int
    verb: str
    source: tuple[int, int] | None
    inverted: bool = False


def read(
    text: str, sentences: tuple[Sentence, ...], quotations: tuple[Quotation, ...]
) -> tuple[Attribution, ...]:
    """Return the attributions of `text`, by the place of their sentence.

    `voice` is left open: who a source is takes the whole text to tell.
    """
    found: list[Attribution] = []
    quoted = BySpan(quotations, lambda quotation: quotation.span)
    for number, sentence in enumerate(each(sentences)):
        near = tuple(quoted.overlapping(sentence.span))
        tokens = tuple(_tokens(text, sentence.span, near))
        kept = _without_repeats(
            list(_attribution(text, sentence, number, tokens, near))
        )
        if not kept and near:
            kept = _carried_on(found, sentences, number, near)
        found += kept
    return tuple(found)


def _tokens(
    text: str, within: Span, quotations: tuple[Quotation, ...]
) -> Iterator[_Token]:
    for match in _TOKEN.finditer(text, within.start, within.end):
        span = Span(*match.span())
        quoted = any(q.span.covers(span) for q in quotations)
        word = match[0]
        yield _Token(span, word, re.sub(r"['’]s?$", "", word.lower()), quoted)


# --- Cues and their sources --------------------------------------------------


def _cues(tokens: tuple[_Token, ...]) -> Iterator[_Cue]:
    for at, token in enumerate(tokens):
        if token.quoted:
            continue
        if token.lower == "according" and _lower(tokens, at + 1) == "to":
            if source := _noun_phrase_after(tokens, at + 2):
                yield _Cue(at, at + 2, "according to", source)
            continue
        verb = LEMMA.get(token.lower) if token.word.islower() else None
        if verb and (cue := _cue(tokens, at, verb)):
            yield cue


def _cue(tokens: tuple[_Token, ...], at: int, verb: str) -> _Cue | None:
    before = _skip_helpers(tokens, at)
    is_participle = tokens[at].lower.endswith("ing")
    if not is_participle and any(t.lower in _BE for t in tokens[before + 1 : at]):
        return _passive(tokens, at, verb, before)
    if not _may_be_cue(tokens, at, before, verb):
        return None
    if is_participle and _lower(tokens, at - 1) == ",":
        return _Cue(at, at + 1, verb, None)  # its subject is the main clause's
    if source := _source_before(tokens, before):
        return _Cue(before + 1, at + 1, verb, source)
    if _may_invert(tokens, at) and (source := _noun_phrase_after(tokens, at + 1)):
        return _Cue(at, at + 1, verb, source, inverted=True)
    return None


def _may_be_cue(tokens: tuple[_Token, ...], at: int, before: int, verb: str) -> bool:
    """Tell a verb that reports from a noun, an infinitive and another sense."""
    following = _lower(tokens, at + 1)
    if _lower(tokens, at - 1) in {"to", "of", "by", "for"} | _DETERMINERS:
        return False
    if tokens[at].lower in _NOUN_TOO and not _is_verb(tokens, before, at):
        return False
    if verb in THINKING:
        return following == "that"
    return verb != "claim" or following not in _TOLL


def _passive(
    tokens: tuple[_Token, ...], at: int, verb: str, before: int
) -> _Cue | None:
    if _lower(tokens, at + 1) == "by" and (s := _noun_phrase_after(tokens, at + 2)):
        return _Cue(before + 1, at + 2, verb, s, inverted=True)
    return None


def _lower(tokens: tuple[_Token, ...], at: int) -> str:
    return tokens[at].lower if 0 <= at < len(tokens) else ""


def _skip_helpers(tokens: tuple[_Token, ...], at: int) -> int:
    """Return the number of the first token left of `at` that is no helper."""
    at -= 1
    while at >= 0 and (
        tokens[at].lower in _HELPERS
        or (tokens[at].lower.endswith("ly") and tokens[at].word.islower())
    ):
        at -= 1
    return at


def _is_verb(tokens: tuple[_Token, ...], before: int, at: int) -> bool:
    """Tell whether a word that is a noun too stands as a verb: after a subject."""
    token = tokens[before] if before >= 0 else None
    if token is None or not _lower(tokens, at + 1).isalnum():
        return False
    if token.lower in _PRONOUNS | {"who", "which"}:
        return True
    if token.word[0].isupper():
        return before > 0 and not token.word.endswith(("'s", "’s"))
    return token.lower.endswith("s") and "’" not in token.word


def _source_before(tokens: tuple[_Token, ...], end: int) -> tuple[int, int] | None:
    """Return the noun phrase whose last token is `end`, over an apposition."""
    word = _lower(tokens, end)
    if word in _PRONOUNS:
        return end, end + 1
    if word in {"who", "which"}:
        comma = _lower(tokens, end - 1) == ","
        return _noun_phrase_before(tokens, end - 2 if comma else end - 1, whole=False)
    if word == ",":
        for earlier in range(end - 2, max(-1, end - 25), -1):
            if tokens[earlier].lower == "," and not tokens[earlier].quoted:
                return _noun_phrase_before(tokens, earlier - 1)
        return None
    return _noun_phrase_before(tokens, end)


def _noun_phrase_before(
    tokens: tuple[_Token, ...], end: int, *, whole: bool = True
) -> tuple[int, int] | None:
    """Return the noun phrase ending at `end`; not `whole`: without what it is of."""
    if end < 0 or not _may_head(tokens[end]):
        return None
    start = end
    while start > 0 and end - start < _LONGEST_SOURCE:
        left = tokens[start - 1]
        if left.quoted or not left.word[0].isalnum():
            break
        if left.lower in _DETERMINERS:
            start -= 1
            if not (whole and _joins(tokens, start - 1)):
                break
        elif (
            (left.lower in _JOINING and not (whole and _joins(tokens, start - 1)))
            or left.lower in _STOPS | _HELPERS | _PRONOUNS
            or _is_cue(left)
            or (left.lower.endswith("ed") and _lower(tokens, start - 2) in _HELPERS)
        ):
            break
        else:
            start -= 1
    return start, end + 1


def _is_cue(token: _Token) -> bool:
    return token.lower in LEMMA and token.lower not in _NOUN_TOO


def _joins(tokens: tuple[_Token, ...], at: int) -> bool:
    """Tell whether a preposition at `at` ties a noun on its left to its right."""
    if at < 1 or tokens[at].lower not in _JOINING:
        return False
    left = tokens[at - 1]
    return _may_head(left) and not _is_cue(left) and not left.lower.endswith("ing")


def _may_head(token: _Token) -> bool:
    return (
        token.word[0].isalpha()
        and not token.quoted
        and token.lower not in _NO_HEADS
        and not token.word.endswith(("'s", "’s"))
    )


def _may_invert(tokens: tuple[_Token, ...], at: int) -> bool:
    before = tokens[at - 1] if at else None
    return before is not None and (
        before.quoted or before.lower in {",", "”", '"', "’"}
    )


def _noun_phrase_after(
    tokens: tuple[_Token, ...], start: int
) -> tuple[int, int] | None:
    end = start
    while end < len(tokens) and end - start < _LONGEST_SOURCE:
        token = tokens[end]
        if token.quoted or not token.word[0].isalnum():
            break
        if token.lower in _PRONOUNS and end == start:
            return start, start + 1
        if token.lower in {"in", "on", "at", "to", "from", "with", "near"} and not (
            token.lower in {"at", "from", "with"} and tokens[end - 1].word.islower()
        ):
            break
        if token.lower in _STOPS | _HELPERS or token.lower in LEMMA or _is_day(token):
            break
        end += 1
    while end > start and not _may_head(tokens[end - 1]):
        end -= 1
    return (start, end) if end > start else None


def _is_day(token: _Token) -> bool:
    return token.lower.endswith("day") and token.word[0].isupper()


# --- Content -----------------------------------------------------------------


def _attribution(
    text: str,
    sentence: Sentence,
    number: int,
    tokens: tuple[_Token, ...],
    quotations: tuple[Quotation, ...],
) -> Iterator[Attribution]:
    """Yield the attributions of one sentence, the earliest cue first."""
    long = tuple(q.span for q in quotations if _is_speech(q.inner.of(text)))
    for cue in islice(_cues(tokens), _MOST_IN_A_SENTENCE):
        said = Span(tokens[cue.first].span.start, tokens[cue.last - 1].span.end)
        source = None
        if cue.source:
            first, end = cue.source
            source = Span(tokens[first].span.start, tokens[end - 1].span.end)
        content = long or _indirect(text, sentence.span, said, source, cue)
        if not content:
            continue
        type_: Literal["direct", "indirect", "mixed"] = "direct" if long else "indirect"
        if quotations and not long:
            type_ = "mixed"
        act: Act = "denies" if cue.verb in _DENIALS else "says"
        yield Attribution(type_, source, said, content, number, cue.verb, act=act)


def _is_speech(quoted: str) -> bool:
    """Tell a quotation of what was said from a word or two at arm's length."""
    return len(quoted.split()) >= _DIRECT_WORDS or quoted.endswith((",", ".", "!", "?"))


def _indirect(
    text: str, sentence: Span, said: Span, source: Span | None, cue: _Cue
) -> tuple[Span, ...]:
    """Return the rest of the sentence: after the cue, or before `, X said`."""
    start = min(said.start, source.start) if source else said.start
    end = max(said.end, source.end) if source else said.end
    before = text[sentence.start : start].rstrip()
    after = text[end : sentence.end]
    if before.endswith(",") and (cue.inverted or len(after.split()) < _DIRECT_WORDS):
        return _trimmed(text, sentence.start, start)
    return _trimmed(text, end, sentence.end) or _trimmed(text, sentence.start, start)


def _trimmed(text: str, start: int, end: int) -> tuple[Span, ...]:
    words = text[start:end]
    inner = words.strip(" \t\n,.:;—–-")
    inner = re.sub(r"^that\s+", "", inner)
    if not inner:
        return ()
    left = start + words.index(inner)
    return (Span(left, left + len(inner)),)


def _without_repeats(found: list[Attribution]) -> list[Attribution]:
    """Give a participle its clause's source, and a quotation to one speaker."""
    kept: list[Attribution] = []
    for attribution in found:
        if attribution.source is None:
            if not kept or kept[-1].source is None:
                continue
            kept.append(replace(attribution, source=kept[-1].source))
        elif attribution.type == "direct" and any(
            set(k.content) & set(attribution.content) for k in kept
        ):
            continue
        else:
            kept.append(attribution)
    return kept


def _carried_on(
    found: list[Attribution],
    sentences: tuple[Sentence, ...],
    number: int,
    quotations: tuple[Quotation, ...],
) -> list[Attribution]:
    """Add a quotation without a cue to the one before it in its paragraph."""
    last = found[-1] if found else None
    sentence = sentences[number]
    if (
        last is None
        or last.type != "direct"
        or sentences[last.sentence].paragraph != sentence.paragraph
        or last.sentence < number - 1 - len(last.content)
    ):
        return []
    more = tuple(
        q.span
        for q in quotations
        if q.span.covers(sentence.span) or sentence.span.covers(q.span)
    )
    more = tuple(span for span in more if span not in last.content)
    if more:
        found[-1] = replace(last, content=(*last.content, *more))
    return []
