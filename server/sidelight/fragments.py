"""Links that open a page at a passage: https://wicg.github.io/scroll-to-text-fragment/.

A browser goes to the first place that fits. So a passage whose words stand in the text
more than once is named with as many of the words around it as tell it apart.
"""

import re
from itertools import islice
from urllib.parse import quote, urldefrag

from sidelight.model import Span

LONGEST = 60  # code points; a longer passage is linked by its two ends
_ENDS = 4  # words of each end
_MOST_AROUND = 6  # words before and after that tell a passage apart
_LOOKED_AT = 200  # code points before and after
_REST = re.compile(r"\w*(?:['’]\w+)*")
_WORD = re.compile(r"\w+")


def text_fragment(url: str, text: str, span: Span) -> str:
    """Return a link that opens `url`, a page with `text`, at a passage of it.

    What `url` has behind a # is left out.
    """
    span = _whole_words(text, span)
    words = span.of(text).split()
    if len(span.of(text)) > LONGEST and len(words) > 2 * _ENDS:
        ends = [" ".join(words[:_ENDS]), " ".join(words[-_ENDS:])]
        first = list(islice(re.finditer(r"\S+", span.of(text)), _ENDS))
        told = _told_apart(text, Span(span.start, span.start + first[-1].end()))
        around = Span(told.start, span.end)  # what is far behind tells no beginning
    else:
        ends = [" ".join(words)]
        around = _told_apart(text, span)
    before = " ".join(text[around.start : span.start].split())
    after = " ".join(text[span.end : around.end].split())
    parts = [
        *([f"{_escaped(before)}-"] if before else []),
        *map(_escaped, ends),
        *([f"-{_escaped(after)}"] if after else []),
    ]
    return f"{urldefrag(url).url}#:~:text={','.join(parts)}"


def _whole_words(text: str, span: Span) -> Span:
    """Return a passage with the rest of its last word: a browser finds no "Tuesday" in "Tuesday’s"."""
    rest = (
        _REST.match(text, span.end) if text[span.end - 1 : span.end].isalnum() else None
    )
    return Span(span.start, rest.end()) if rest else span


def _told_apart(text: str, span: Span) -> Span:
    """Return a passage with as few words around it as stand but once in the text."""
    low = max(0, span.start - _LOOKED_AT, text.rfind("\n", 0, span.start) + 1)
    high = text.find("\n", span.end)
    before = [word.start() for word in _WORD.finditer(text, low, span.start)]
    after = [
        word.end()
        for word in islice(
            _WORD.finditer(text, span.end, high if high >= 0 else len(text)),
            _MOST_AROUND,
        )
    ]
    around = span
    for many in range(_MOST_AROUND + 1):
        start = min(
            [span.start, *before[len(before) - many :]] if many else [span.start]
        )
        end = max([span.end, *after[:many]])
        around = Span(start, end)
        if _count(text, around.of(text)) <= 1:
            break
    return around


def _count(text: str, words: str) -> int:
    """Return how often words stand in a text, whatever their case and spacing."""
    spaced = r"\s+".join(re.escape(word) for word in words.split())
    return len(re.findall(rf"(?<!\w){spaced}(?!\w)", text, re.IGNORECASE))


def _escaped(words: str) -> str:
    """Return words as they stand in a link; - and , are the syntax's own."""
    return quote(words, safe="").replace("-", "%2D")
