"""What stands between quotation marks: straight, curly, single, guillemets.

The hard one is ’, which closes a single quotation and is the apostrophe as well
(and ' which opens it too). A mark closes where no letter follows; where more
than one could, a mark after , . ! or ? is surer than one that may be a plural
possessive (‘the workers’ union is angry,’ he said).
"""

import re
from collections.abc import Iterator

from sidelight.deadline import look
from sidelight.model import Quotation, Span

_CLOSER = {"“": "”", "«": "»", "„": "“", "‘": "’", '"': '"', "'": "'"}
_SINGLE = frozenset("‘'")
# An opening mark stands after white space, a bracket, a dash or another mark, and
# before a word; „ and “ need no such care, but the same holds.
_OPENING = re.compile(
    r"""(?:(?<=[\s(\[—–:/"“‘-])|^)(["“«„‘'])(?=[^\s"”’'»)\].,;:!?]|[‘“'"]\w|\.\.\.|…)"""
)
_ELIDED = re.compile(
    r"(?:\d0s|\d\d\b|tis\b|twas\b|em\b|til\b|cause\b|n\b|round\b|bout\b)", re.IGNORECASE
)
# Where a single mark is no apostrophe, or another one opens.
_SINGLE_CLOSING = {
    closer: re.compile(rf"(?<=\s)‘|(?<!\s){closer}(?![^\W_])") for closer in "’'"
}
LONGEST = 3_000  # code points of one quotation; a mark unclosed for longer is a slip


def read(text: str, paragraphs: tuple[Span, ...]) -> tuple[Quotation, ...]:
    """Return the outermost quotations of `text`, in order, within paragraphs.

    A mark that is left open is a quotation to the end of its paragraph if the next
    paragraph opens one again (the way long quotations are printed); a single mark
    if it opened its own paragraph.
    """
    found: list[Quotation] = []
    runs_on = False
    for number, paragraph in enumerate(paragraphs):
        look()
        following = paragraphs[number + 1] if number + 1 < len(paragraphs) else None
        runs_on = _paragraph(text, paragraph, following, found, continues=runs_on)
    return tuple(found)


def _paragraph(
    text: str,
    paragraph: Span,
    following: Span | None,
    found: list[Quotation],
    *,
    continues: bool,
) -> bool:
    """Add the quotations of one paragraph; tell whether the last one runs on."""
    at = paragraph.start
    while opening := _next_opening(text, at, paragraph):
        look()
        mark, start = opening
        carried_on = continues and start == paragraph.start
        end = _closing(text, start, mark, paragraph)
        again = start == paragraph.start and _opens_again(text, mark, following)
        if end and again and mark in _SINGLE and _may_be_possessive(text, end - 1):
            end = None  # an apostrophe: the next paragraph opens the quotation anew
        if end is not None:
            found.append(
                Quotation(Span(start, end), Span(start + 1, end - 1), carried_on)
            )
            at = end
        elif again or (mark not in _SINGLE and _opens_again(text, mark, following)):
            inner = Span(start + 1, paragraph.end)
            found.append(Quotation(Span(start, paragraph.end), inner, carried_on))
            return True
        else:
            at = start + 1
    return False


def _next_opening(text: str, at: int, paragraph: Span) -> tuple[str, int] | None:
    for match in _OPENING.finditer(text, at, paragraph.end):
        if match[1] in _SINGLE and _ELIDED.match(text, match.end()):
            continue
        return match[1], match.start(1)
    return None


def _opens_again(text: str, mark: str, following: Span | None) -> bool:
    return following is not None and text[following.start] == mark


def _closing(text: str, start: int, mark: str, paragraph: Span) -> int | None:
    """Return where the quotation opened at `start` ends, after its mark."""
    closer = _CLOSER[mark]
    stop = min(paragraph.end, start + LONGEST)
    if mark not in _SINGLE:
        end = text.find(closer, start + 1, stop)
        return end + 1 if end > start + 1 else None
    weak = None
    for end in _single_closings(text, start, closer, stop):
        if text[end - 1] in ",.!?…;—" or not _may_be_possessive(text, end):
            return end + 1
        weak = weak or end + 1
    return weak


def _single_closings(text: str, start: int, closer: str, stop: int) -> Iterator[int]:
    """Yield where `closer` is no apostrophe, up to the next opening mark."""
    for mark in _SINGLE_CLOSING[closer].finditer(text, start + 2, stop + 1):
        if mark.start() == stop or mark[0] != closer:
            return
        yield mark.start()


def _may_be_possessive(text: str, at: int) -> bool:
    """Tell whether the mark at `at` may be the one of "the workers’ union"."""
    return text[at - 1] in "sS" and text[at + 1 : at + 3].strip()[:1].isalpha()
