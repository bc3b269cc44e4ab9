"""Content on nobody's word: "is believed to", "it is understood that", "reportedly".

The cue is the whole source a reader gets; the content is the rest of its sentence.
"""

import re
from collections.abc import Iterator

from sidelight.model import Attribution, Quotation, Sentence, Span
from sidelight.readings.spans import BySpan

_HOW = r"(?:(?:widely|generally|commonly|broadly|often|also|still|now)\s)?"
CUE = re.compile(
    rf"\b(?:it\s)?(?:is|are|was|were)\s{_HOW}"
    r"(?:believed|understood|thought|rumou?red|whispered|reported|said|assumed)"
    r"(?=(?:\sin\s(?:the\s)?\w+)?\s(?:to|that)\b)"
    r"|\bwe\sare\stold\b"
    r"|\b(?:reportedly|allegedly|rumou?r\shas\sit)\b",
    re.IGNORECASE,
)
_FEWEST_WORDS = 3


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
            lead = len(rest) - len(rest.lstrip())
            content = Span(match.end() + lead, match.end() + len(rest))
            cue = Span(*match.span())
            yield Attribution("indirect", None, cue, (content,), number, "believe")
