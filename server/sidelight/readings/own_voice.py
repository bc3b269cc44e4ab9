"""What stands in the writer's own voice: outside quotation marks and attribution."""

import re

from sidelight.model import Reading, Span
from sidelight.readings.spans import BySpan

# Words before a term that hand it on as somebody else's: "the so-called", "what they call".
_HANDED_ON = re.compile(
    r"\b(?:so[\s-]called|self[\s-](?:styled|described|proclaimed|declared)|call(?:s|ed|ing)?|"
    r"dubb(?:ed|ing)|known\sas|named|labell?(?:ed|ing)|term(?:s|ed|ing)|nicknamed|"
    r"(?:seen|regarded|viewed|criticiz\w+|criticis\w+|condemned|denounced)\s(?:\w+\s)?as|"
    r"describ(?:e|es|ed|ing)\s(?:\w+\s){1,4}as|refer(?:s|red|ring)?\sto(?:\s\w+){0,3}\sas|the\s(?:term|word|phrase|label))"
    r"\W+(?:\w+\W+){0,3}$",
    re.IGNORECASE,
)
_REACH = 80  # code points before a term in which it is handed on


class OwnVoice:
    """Tells what of a reading is the writer's own wording."""

    def __init__(self, reading: Reading) -> None:
        """Hold what others are quoted and credited with."""
        self._text = reading.text
        self._quoted = BySpan(reading.quotations, lambda quotation: quotation.span)
        self._credited = [
            content
            for attribution in reading.attributions
            if attribution.verb or attribution.type != "indirect"
            for content in attribution.content
        ]

    def has(self, span: Span) -> bool:
        """Tell whether the words of `span` are the writer's own."""
        if any(self._quoted.overlapping(span)):
            return False
        if any(content.overlaps(span) for content in self._credited):
            return False
        before = self._text[max(0, span.start - _REACH) : span.start]
        return not _HANDED_ON.search(before)
