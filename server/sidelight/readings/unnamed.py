"""Sources that no reader could look up: insiders without a name, crowds, nobody at all.

Found by the head noun of whoever speaks (`data/source_nouns.txt`), by what comes before
it (a number, "senior", nothing) and by what ties it to the affair ("at the plant",
"briefed on the talks"): not by the wording of what is said.
"""

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from sidelight.deadline import each
from sidelight.model import Attribution, Quotation, Sentence, Span, Unnamed, UnnamedKind
from sidelight.readings import (
    anonymity,
    hearsay,
    source_kinds,
    source_phrases,
    speakers,
)
from sidelight.readings.cues import is_statement
from sidelight.readings.spans import BySpan
from sidelight.readings.speakers import Word


def read(
    text: str,
    sentences: tuple[Sentence, ...],
    quotations: tuple[Quotation, ...],
    attributions: tuple[Attribution, ...],
) -> tuple[Unnamed, ...]:
    """Return the sources without a name outside quotations, in text order.

    What somebody else says of such a source is left out: "Ellis said experts had warned
    her" rests on Ellis.
    """
    quoted = BySpan(quotations, lambda quotation: quotation.span)
    by_sentence = defaultdict[int, list[Attribution]](list)
    for attribution in attributions:
        by_sentence[attribution.sentence].append(attribution)
    reasons = _Reasons(text, sentences)
    found: list[Unnamed] = []
    for number, sentence in enumerate(each(sentences)):
        mine = by_sentence[number]
        stated = (a for a in mine if a.act != "declines" and is_statement(a))
        cited = {a.source for a in stated if a.source}
        words = speakers.words(text, sentence.span, quoted)
        for one in _in_sentence(words, cited):
            span = one.span(words)
            own = words[one.cue].span
            others = [a for a in mine if not (a.cue and a.cue.overlaps(own))]
            if not _is_told_by_another(span, others):
                inside = one.kind in {"insider", "person"}
                reason = reasons.near(number) if inside else None
                found.append(Unnamed(span, one.kind, one.head, number, reason))
    found += _on_nobodys_word(text, sentences, attributions)
    return tuple(sorted(found, key=lambda source: source.span))


def _on_nobodys_word(
    text: str, sentences: Sequence[Sentence], attributions: Sequence[Attribution]
) -> Iterator[Unnamed]:
    """Yield the cues that are all there is: nobody else is cited in their sentence."""
    cited = {a.sentence for a in attributions if a.source}
    for attribution in attributions:
        cue, number = attribution.cue, attribution.sentence
        if attribution.source or cue is None or number in cited:
            continue
        if not hearsay.is_cue(cue.of(text)):
            continue
        home = sentences[number].span
        before = sentences[max(0, number - 1)].span
        charged = cue.of(text) == "allegedly" and _CHARGED.search(
            text, before.start, home.end
        )
        rest = text[cue.end : home.end]
        if not (charged or _BY_WHOM.search(rest) or _CREDITED.search(home.of(text))):
            yield Unnamed(cue, "nobody", "", number)


_CREDITED = re.compile(
    r"\b(?i:according\sto|in\sa\s(?:report|statement|letter|post)|citing)\b|\btold\s(?:the\s)?[A-Z]"
    r"|\b[A-Z]\w+\s(?:said|says|reported|reports)\b"
)
_CHARGED = re.compile(
    r"\b(?:charge[ds]?|indict\w+|lawsuit|complaint|prosecut\w+|police|court|accus\w+|trial|arrest\w*"
    r"|sued|suspects?|investigat\w+|detectives?|sheriff|officers?|convict\w+|alleg(?:es?|ations?))\b",
    re.IGNORECASE,
)
# "is said to be ill, by his doctors"; the police, the court, a charge are a source
_BY_WHOM = re.compile(r"\bby\s(?:the|his|her|their|its|an?)\s\w+\W*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Found:
    kind: UnnamedKind
    first: int
    last: int
    cue: int
    head: str

    def span(self, words: Sequence[Word]) -> Span:
        return Span(words[self.first].span.start, words[self.last].span.end)


class _Reasons:
    """The reason a sentence or the next gives for anonymity, looked for once."""

    def __init__(self, text: str, sentences: Sequence[Sentence]) -> None:
        self._text = text
        self._sentences = sentences
        self._found: dict[int, Span | None] = {}

    def near(self, number: int) -> Span | None:
        """Return the reason in sentence `number` or the next."""
        return self._of(number) or self._of(number + 1)

    def _of(self, number: int) -> Span | None:
        if number >= len(self._sentences):
            return None
        if number not in self._found:
            home = self._sentences[number].span
            self._found[number] = anonymity.reason(self._text, home)
        return self._found[number]


def _is_told_by_another(span: Span, attributions: Sequence[Attribution]) -> bool:
    return any(
        a.source
        and a.source.end <= span.start
        and any(content.covers(span) for content in a.content)
        for a in attributions
    )


def _in_sentence(words: Sequence[Word], cited: Collection[Span]) -> Iterator[_Found]:
    after = 0
    for at, word in enumerate(words):
        if at < after or word.quoted or not word.is_word:
            continue
        found = _at(words, at, cited)
        if found:
            after = found.last + 1
            yield found


def _at(words: Sequence[Word], at: int, cited: Collection[Span]) -> _Found | None:
    nouns = source_kinds.nouns_of(words, at)
    if not nouns:
        return None
    phrase = source_phrases.around(words, at, cited)
    if phrase is None:
        return None
    for noun in nouns:
        kind = source_kinds.kind_of(phrase, noun)
        if kind:
            cue = max(phrase.first - 1, 0) if phrase.cue is None else phrase.cue
            return _Found(kind, phrase.first, phrase.last, cue, noun.singular)
    return None
