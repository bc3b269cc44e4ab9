"""Paragraphs and sentences.

A blank line ends a paragraph; in a text without blank lines every line is one. A
sentence ends at . ! ? or … (with the quotation marks and brackets that close
there) before white space and something that can begin a sentence, unless the
full stop belongs to an abbreviation or an initial.
"""

import re
from collections.abc import Iterator

from sidelight.deadline import each
from sidelight.model import Sentence, Span
from sidelight.readings.given_names import is_given
from sidelight.readings.words import STOP_WORDS

_BLANK_LINES = re.compile(r"\n[^\S\n]*\n\s*")
_LINES = re.compile(r"\n\s*")
_END = re.compile(r"""[.!?…]+["”’'»)\]]*(?=\s)""")
_BEGINNING = re.compile(r"""\s+["“‘'«(\[]*[^\W_a-z]""")
_LAST_WORD = re.compile(r"(?:^|[\s(\[\"“‘'—–-])((?:[^\W\d_]\.?)*[^\W\d_])\.$")

# A full stop after one of these does not end a sentence before a capital.
_TITLES = frozenset(
    "mr mrs ms mx dr prof rev fr sr hon gov sen rep gen col maj capt cmdr lt sgt cpl "
    "adm insp det supt st mt ft messrs mme no nos vs v fig vol pp cf approx "
    "jan feb mar apr jun jul aug sept sep oct nov dec".split()
)
# After one of these it may: what follows decides ("... of Acme Inc. The firm ...").
_INITIALS = re.compile(r"^(?:[^\W\d_]\.)*[A-Z]$")
_NAME_GOES_ON = re.compile(
    r"\s+(?:[A-Z][\w’'-]*(?:\s+[A-Z]|,|’s|'s)|[A-Z]\.|Army|Navy|Air|Senate|House|"
    r"Congress|President|Supreme|District|Department|State|Attorney|Treasury|Embassy)"
)
_FIRST_NAME = re.compile(r"(?:^|\s|[“\"(])([A-Z][\w’'-]+)\s(?:[A-Z]\.\s)*[A-Z]\.$")
_LAST_NAME = re.compile(r"\s+([A-Z][\w’'-]+)")
LONGEST = 2_000  # code points; what runs on for longer is a list or a table
_LOOK_BACK = 24  # code points: an abbreviation is shorter


def read(text: str) -> tuple[Sentence, ...]:
    """Return the sentences of `text` in order; together they cover its words."""
    return tuple(
        Sentence(span, number)
        for number, paragraph in enumerate(each(paragraphs(text)))
        for span in _sentences(text, paragraph)
    )


def paragraphs(text: str) -> Iterator[Span]:
    """Yield the paragraphs of `text`, without the white space around them."""
    divider = _BLANK_LINES if _BLANK_LINES.search(text.strip()) else _LINES
    start = 0
    for gap in divider.finditer(text):
        yield from _trimmed(text, start, gap.start())
        start = gap.end()
    yield from _trimmed(text, start, len(text))


def _sentences(text: str, paragraph: Span) -> Iterator[Span]:
    start = paragraph.start
    for end in each(_END.finditer(text, paragraph.start, paragraph.end)):
        if _is_boundary(text, start, end):
            yield from _bounded(text, start, end.end())
            start = end.end()
    yield from _bounded(text, start, paragraph.end)


def _bounded(text: str, start: int, end: int) -> Iterator[Span]:
    """Yield a sentence, cut at white space where it is beyond all bounds."""
    while end - start > LONGEST:
        cut = max(text.rfind(" ", start, start + LONGEST), start + LONGEST // 2)
        yield from _trimmed(text, start, cut)
        start = cut
    yield from _trimmed(text, start, end)


def _is_boundary(text: str, start: int, end: re.Match[str]) -> bool:
    if not _BEGINNING.match(text, end.end()):
        return False
    if end[0] != ".":
        return True
    before = text[max(start, end.start() - _LOOK_BACK) : end.end()]
    last = _LAST_WORD.search(before)
    if last is None:
        return True
    word = last[1]
    if word.lower() in _TITLES:
        return _ends_after_title(word.lower(), text, end.end())
    if _INITIALS.match(word):
        name_goes_on = (
            _NAME_GOES_ON.match(text, end.end())
            or _is_name(before)
            or _is_middle(before, text, end.end())
        )
        return word == "I" or not name_goes_on
    return True


def _ends_after_title(title: str, text: str, at: int) -> bool:
    """Tell whether a sentence ends at "no." or "st.": what may be a title may be a word.

    "No." answers a question more often than it counts something.
    """
    following = text[at : at + _LOOK_BACK].lstrip()[:1]
    if title == "no":
        return not following.isdigit()
    return title == "st" and not following.isupper()


def _is_name(before: str) -> bool:
    """Tell whether an initial stands with other initials: "J. R.", or alone."""
    return bool(re.search(r"(?:^|\s)(?:[A-Z]\.\s)+[A-Z]\.$|^[A-Z]\.$", before))


def _is_middle(before: str, text: str, at: int) -> bool:
    """Tell whether an initial stands between a first and a last name: "Karel J. Dunn"."""
    first = _FIRST_NAME.search(before)
    if first is None or not is_given(first[1]):
        return False
    last = _LAST_NAME.match(text, at)
    return last is not None and last[1].lower() not in STOP_WORDS


def _trimmed(text: str, start: int, end: int) -> Iterator[Span]:
    words = text[start:end]
    inner = words.strip()
    if inner:
        left = start + len(words) - len(words.lstrip())
        yield Span(left, left + len(inner))
