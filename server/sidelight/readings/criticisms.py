"""Passages that fault what a party did, does or wants.

A passage counts where the party stands before a word of fault in one clause
("NATO's build-up undermines …", "the company failed to …") or after a verb that
faults ("accused the company of", "condemned the council's decision"). Where the
party stands after a word of fault it is as likely the one who was harmed.
"""

import re
from collections import defaultdict

from sidelight.model import Attribution, Criticism, Sentence, Span, Voice
from sidelight.readings.cues import FAULTING
from sidelight.readings.parties import PartyMention
from sidelight.readings.spans import BySpan

_FAULT = re.compile(
    r"\b(?:provocat\w+|provok\w+|threat(?!ened\s+(?:species|by))\w*|destabili[sz]\w+|"
    r"exacerbat\w+|escalat\w+|reckless\w*|undermin\w+|encircl\w+|encroach\w*|aggress\w+|"
    r"violat\w+|(?:has|have|had)\s+failed|failed\s+(?:to|its|their|the|us)|fails\s+to|"
    r"failing\s+to|failure\s+to|refus(?:ed|es|ing)\s+to|neglect\w*|ignor(?:ed|es|ing)|"
    r"mismanag\w+|corrupt\w*|conceal\w+|cover(?:ed|ing)?[\s-]up|misled|negligen\w+|"
    r"unsafe|illegal\w*|unlawful\w*|greed\w*|abus(?:ed|es|ing|ive)\b|exploit(?:ed|s|ing|ation)|"
    r"betray\w*|broke(?:n)?\s+(?:its|their|his|her|the)\s+(?:promise|word|law|rules|pledge)\w*|"
    r"lied|deceiv\w+|decei(?:t|tful)\b|endanger\w*|irresponsib\w+|incompeten\w+|intimidat\w+|"
    r"discriminat\w+|expansionis\w+|militari[sz]ation|counterproductive|inconsistent|"
    r"cut(?:ting)?\s+corners|to\s+blame|at\s+fault|scandal\w*|shameful\w*|disgrace\w*|"
    r"cynical\w*|hypocri\w+|catastroph\w+|poison(?:ed|ing|s)\b|dump(?:ed|ing)\b|"
    r"bull(?:y|ied|ying)\b|sabotag\w+|blackmail\w*|hostag\w+|cheat\w*|looted|"
    r"risk(?:s|ed|ing)?\s+\w+ing|persistent\s+challenge|put\s+\w+\s+(?:before|ahead\s+of)|"
    r"look(?:ed|s|ing)?\s+(?:the\s+other\s+way|away)|(?:put|putting)\s+off\s|stall(?:ed|ing)\b|"
    r"dragg(?:ed|ing)\s+(?:its|their|his|her)\s+feet|behind\s+\w+(?:['’]s?)?\s+backs?\b|"
    r"without\s+(?:a\s+word\s+of\s+|any\s+)?warning|hush(?:ed|ing)\s+up|to\s+ransom|"
    r"sat\s+on\s+(?:it|the)|kn(?:ew|own)\s+(?:for|since|about|of)\s|wast(?:ed|ing)\b|"
    r"squander\w*|slammed|starv(?:ed|ing)\b|tricked|cheat\w*|gambl(?:ed|ing)\s+with|"
    r"turned\s+(?:its|their|a)\s+(?:back|blind)|did\s+nothing|do\s+nothing|too\s+(?:late|slow\w*))",
    re.IGNORECASE,
)
_FAULTING = re.compile(
    rf"\b(?:{'|'.join(sorted(FAULTING, key=len, reverse=True))})\s+", re.IGNORECASE
)
_NEGATED = re.compile(
    r"\b(?:not|never|no|denie[sd]|without|nor|rather than)\b[^,;]{0,25}$"
    # ... nor is a party faulted that sees, fears or speaks of the fault
    r"|\b(?:views?|sees?|perceiv\w+|consider\w*|describ\w+|portray\w*|said|says|warn\w*|"
    r"accus\w+|condemn\w*|fears?|feared|against|countering|defensive|protect\w*|avoid\w*|prevent\w*|from)\b",
    re.IGNORECASE,
)
_NOT_SUBJECT = re.compile(
    r"\b(?:by|near|in|of|from|to|against|around|for|with|at|on|between|and|than)\s(?:the\s)?$",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"[,;:“”\"]|\bby\b")
_ARTICLE = re.compile(r"\bthe\s$", re.IGNORECASE)
_CLAUSE_END = re.compile(r"[;:]|,\s+(?:and|but|while)\s|\.\s")
_NEAR = 60  # code points between a faulting verb and the party it faults
_FAR = 160  # code points between a party and the word of fault


def read(
    text: str,
    sentences: tuple[Sentence, ...],
    attributions: tuple[Attribution, ...],
    voices: tuple[Voice, ...],
    parties: tuple[PartyMention, ...],
) -> tuple[Criticism, ...]:
    """Return the passages that fault a party other than the one that speaks."""
    found = []
    mentioned = BySpan(parties, lambda mention: mention.span)
    by_sentence = defaultdict[int, list[Attribution]](list)
    for attribution in attributions:
        by_sentence[attribution.sentence].append(attribution)
    for number, sentence in enumerate(sentences):
        inside = list(mentioned.inside(sentence.span))
        said = by_sentence[number]
        for mention in inside:
            fault = _faulted(text, sentence.span, mention, inside)
            if fault is None:
                continue
            speaker = _speaker(said, fault)
            voice = voices[speaker] if speaker is not None else None
            if voice is None or voice.party != mention.party.name:
                found.append(
                    Criticism(
                        fault, mention.party.name, mention.party.kind, number, speaker
                    )
                )
    return tuple(found)


def _faulted(
    text: str, sentence: Span, mention: PartyMention, inside: list[PartyMention]
) -> Span | None:
    """Return the passage that faults the party mentioned, or `None`."""
    start = max(sentence.start, mention.span.start - _NEAR)
    lead = Span(start, mention.span.start)
    return _after_verb(text, lead, mention) or _before_fault(
        text, lead, sentence, mention, inside
    )


def _after_verb(text: str, lead: Span, mention: PartyMention) -> Span | None:
    """Return "accused the company": from the verb to the party."""
    for verb in _FAULTING.finditer(text, lead.start, lead.end):
        if not _BETWEEN.search(text, verb.end(), lead.end):
            return Span(verb.start(), mention.span.end)
    return None


def _before_fault(
    text: str,
    lead: Span,
    sentence: Span,
    mention: PartyMention,
    inside: list[PartyMention],
) -> Span | None:
    """Return "the company failed to": from the party to the word of fault."""
    before = lead.of(text)
    if _NOT_SUBJECT.search(before):
        return None
    stop = min(sentence.end, mention.span.end + _FAR)
    if end := _CLAUSE_END.search(text, mention.span.end, stop):
        stop = end.start()
    fault = _FAULT.search(text, mention.span.end, stop)
    if fault is None:
        return None
    between = Span(mention.span.end, fault.start())
    if any(between.covers(m.span) and m.party != mention.party for m in inside):
        return None
    if _NEGATED.search(between.of(text)) and "not only" not in between.of(text):
        return None
    article = _ARTICLE.search(before)
    return Span(mention.span.start - (len(article[0]) if article else 0), fault.end())


def _speaker(said: list[Attribution], fault: Span) -> int | None:
    for attribution in said:
        if any(content.overlaps(fault) for content in attribution.content):
            return attribution.voice
    return None
