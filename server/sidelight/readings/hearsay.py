"""Content on nobody's word: "is believed to", "it is understood that", "reportedly".

The cue is the whole source a reader gets; the content is the rest of its sentence.
"""

import re
from collections.abc import Iterator

from sidelight.model import Attribution, Quotation, Sentence, Span
from sidelight.readings.spans import BySpan

_HOW = (
    r"(?:(?:widely|generally|commonly|broadly|often|also|still|now|long|sometimes)\s)?"
)
_HEARD = r"(?:believed|understood|thought|rumou?red|whispered|reported|said|assumed|suspected)"
_PUT = (
    r"(?:suggested|claimed|alleged|rumou?red|whispered|said|reported|argued|murmured|hinted"
    r"|believed|accepted|acknowledged|feared|assumed|understood|thought)"
)
_TALK = (
    r"(?:talk|speculation|fears?|claims|rumou?rs|suggestions|whispers|allegations|suspicions?"
    r"|gossip|murmurs|concerns?)"
)
CUE = re.compile(
    rf"\b(?:it\s)?(?:is|are|was|were)\s{_HOW}{_HEARD}(?=(?:\sin\s(?:the\s)?\w+)?\s(?:to|that)\b)"
    rf"|\bit\s(?:is|was|has\s(?:also\s|long\s|often\s)?been)\s{_HOW}{_PUT}(?=(?:\s\w+ly)?(?:\sin\s(?:the\s)?\w+)?\s?(?:to|that\b|,))"
    r"|\b(?:is|are|was|were|has\sbeen|have\sbeen)\s(?:widely|generally|commonly|broadly)\s"
    r"(?:seen|regarded|viewed|considered|criticised|criticized|condemned|accepted|blamed)\b"
    r"|\b(?:those\sin\sthe\sknow|people\sare)\s(?:say|saying)\b"
    r"|\bwe\s(?:are|were|have\sbeen)\stold\b"
    r"|\b(?:reportedly|allegedly|purportedly)\b"
    r"|\brumou?rs?\s(?:has|have|had)\sit\b|\b(?:the\s)?word\s(?:on\sthe\sstreet\s|in\s(?:the\s)?\w+\s)?"
    r"(?:is|was|has\sit)\b(?=\s(?:to|that)\b)"
    r"|\b(?:the\s)?(?:general|prevailing|common|conventional|received)\s(?:view|feeling|belief"
    r"|opinion|wisdom|consensus|assumption)(?:\s(?:among|in|at)\s(?:the\s)?\w+)?\s(?:is|was|holds|has\sit|says)\b"
    r"|\bthe\s(?:consensus|talk|gossip|whisper|feeling)(?:\s(?:among|in|at|of)\s(?:the\s)?\w+)?\s(?:is|was)(?=\s(?:to|that)\b)"
    rf"|\bthere\s(?:is|are|was|were|has\s(?:long\s)?been|have\s(?:long\s)?been)\s(?:\w+\s){{0,2}}?{_TALK}(?=\s(?:to|that)\b)"
    r"|\bspeculation\s(?:is|was|has\sbeen)\s(?:mounting|growing|rife|swirling)(?=\s(?:to|that)\b)"
    r"|\bquestions\s(?:have\sbeen|are\sbeing|were)\s(?:raised|asked)(?=\s(?:to|about|over|as)\b)"
    r"|\bit\sis\san\sopen\ssecret\b",
    re.IGNORECASE,
)
_FEWEST_WORDS = 3


def is_cue(cue: str) -> bool:
    """Tell whether a cue, as it is written, says that nobody in particular speaks."""
    return bool(CUE.match(f"{cue} to"))


def read(
    text: str, sentences: tuple[Sentence, ...], quotations: tuple[Quotation, ...]
) -> tuple[Attribution, ...]:
    """Return the attributions to nobody, in order; `source` is always `None`.

    Within quotation marks it is the speaker who leaves the source open.
    """
    return tuple(_found(text, sentences, quotations))


def _found(
    text: str, sentences: tuple[Sentence, ...], quotations: tuple[Quotation, ...]
) -> Iterator[Attribution]:
    quoted = BySpan(quotations, lambda quotation: quotation.span)
    for number, sentence in enumerate(sentences):
        match = CUE.search(text, sentence.span.start, sentence.span.end)
        if match is None or any(quoted.overlapping(Span(*match.span()))):
            continue
        rest = text[match.end() : sentence.span.end].rstrip(" .!?”\"'’")
        if len(rest.split()) >= _FEWEST_WORDS:
            lead = len(rest) - len(rest.lstrip(" ,"))
            content = Span(match.end() + lead, match.end() + len(rest))
            cue = Span(*match.span())
            yield Attribution("indirect", None, cue, (content,), number, "believe")
