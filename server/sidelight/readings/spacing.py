"""The text with single spaces: what every layer is read from.

White space carries no news: a doubled or no-break space, a tab, a line's end inside a
paragraph or a character of no width must not hide a figure or a cue. It is squeezed
here, once, so that no pattern needs to know of any but one space. Layers are spans
into the squeezed text; `Reading.sent` leads them back to the text as it was sent.
"""

import re
from collections.abc import Iterator

from sidelight.model import Squeezed

# Soft hyphens, joiners, marks of direction and of byte order: nobody sees them.
_UNSEEN = "\xad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff"
_UNSEEN_RUN = re.compile(rf"[{_UNSEEN}]+")
# All that is not one plain space between two characters that are seen.
_ODD = re.compile(rf"[\s{_UNSEEN}]{{2,}}|[^\S ]|[{_UNSEEN}]|\A | \Z")
_BLANK_LINE = re.compile(r"\n[^\S\n]*\n")

Change = tuple[int, int, str]  # from, to (code points), and what stands there instead


def squeezed(text: str) -> Squeezed | None:
    """Return `text` with its white space squeezed; `None` where nothing changes.

    What ends a paragraph stays: a blank line is two line feeds and, in a text that
    has none, a line's end is one. Any other run of white space is one space, both
    ends of the text are stripped, and what is not seen is left out.
    """
    changes = [change for change in _changes(text) if change[2] != _at(text, change)]
    if not changes:
        return None
    pieces, cuts, copied, place = [], [], 0, 0
    for start, end, instead in changes:
        pieces += [text[copied:start], instead]
        place += start - copied + len(instead)
        copied = end
        cuts.append((place, end - place))
    return Squeezed("".join([*pieces, text[copied:]]), tuple(cuts))


def _changes(text: str) -> Iterator[Change]:
    """Yield each odd run of white space and what it is squeezed to."""
    runs = [
        (match.start(), match.end(), _UNSEEN_RUN.sub("", match[0]))
        for match in _ODD.finditer(text)
    ]
    inner = [run for run in runs if run[0] > 0 and run[1] < len(text)]
    by_line = not any(_BLANK_LINE.search(seen) for _, _, seen in inner)
    for start, end, seen in runs:
        at_an_end = start == 0 or end == len(text)
        yield start, end, "" if at_an_end else _one(seen, by_line=by_line)


def _one(seen: str, *, by_line: bool) -> str:
    if _BLANK_LINE.search(seen):
        return "\n\n"
    if by_line and "\n" in seen:
        return "\n"
    return " " if seen else ""


def _at(text: str, change: Change) -> str:
    return text[change[0] : change[1]]
