"""Words that are not the writer's, though no quotation marks say so.

A document or a post printed in full, somebody's own words in a caption, a
quotation whose other mark was lost.
"""

import re

from sidelight.model import Reading, Span

_BEFORE = 40  # code points looked at before a passage
_COLON = re.compile(r"(?:\b[a-z]\w*:|:\s*\n)\s*[“‘\"']?$")
_SIGNED = re.compile(r"[^\w\n]{0,3}\s?(?:pic\.|https?:|[—–-]+\s?[^\n]{1,40}\(@)")

_POST = re.compile(r"\(@\w|https?:|\bpic\.\w|@\w+|#\w+")
_MARKS = frozenset("‘“'\"")


def is_set_off(text: str, span: Span) -> bool:
    """Tell whether a passage is introduced by a colon or signed at its end."""
    before = text[max(0, span.start - _BEFORE) : span.start]
    return bool(_COLON.search(before) or _SIGNED.match(text, span.end))


def paragraph(text: str, span: Span) -> Span:
    """Return the paragraph, or paragraphs, that a passage stands in."""
    start = text.rfind("\n\n", 0, span.start)
    end = text.find("\n\n", span.end)
    return Span(0 if start < 0 else start + 2, len(text) if end < 0 else end)


def is_post(text: str, span: Span) -> bool:
    """Tell whether the paragraph of a passage is signed, or linked, as a post is."""
    return bool(
        _POST.search(text, paragraph(text, span).start, paragraph(text, span).end)
    )


def loses_a_mark(reading: Reading, span: Span) -> bool:
    """Tell whether the paragraph of a passage has a quotation mark without another."""
    around = paragraph(reading.text, span)
    words = around.of(reading.text)
    opens = words[:1] in _MARKS and not any(
        quotation.span.start == around.start for quotation in reading.quotations
    )
    return opens or words.count('"') % 2 == 1 or words.count("“") != words.count("”")
