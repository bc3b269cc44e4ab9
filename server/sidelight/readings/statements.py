"""Links as attributions: spans of the text, the verb, and what kind of act it is."""

from collections.abc import Sequence
from typing import Literal

from sidelight.model import Attribution, Span
from sidelight.readings import lexicon
from sidelight.readings.columns import OUTSIDE, Page
from sidelight.readings.pieces import Link, Piece, fold
from sidelight.readings.tagger import SOURCE

_DENYING = frozenset(
    ["deny", "reject", "refute", "rebut", "dispute", "disavow", "repudiate"]
)
_REFUSING = frozenset(
    ["declined", "declines", "declining", "refused", "refuses", "refusing"]
)
_SILENT = frozenset(
    ["comment", "say", "respond", "reply", "answer", "elaborate", "discuss"]
)
_ANSWERING = frozenset("comment respond reply answer elaborate".split())
_ASKED = frozenset({"asked", "pressed", "questioned"})
_NOT = frozenset({"not", "n't", "never"})


def attribution(page: Page, link: Link) -> Attribution | None:
    """Return a link as spans of the text.

    Nothing where it is a refusal to answer ("declined to say") or a question put to
    the source ("Asked about the leak, Kim said").
    """
    cue = _words(page, link.cue.first, link.cue.after) if link.cue else []
    if link.cue and _refuses(cue, _words(page, link.cue.after, link.cue.after + 2)):
        return None
    if _is_asked(link, cue):
        return None
    verb = _verb(cue)
    denies = verb in _DENYING and _NOT.isdisjoint(cue)
    return Attribution(
        type=_type(page, link.content),
        source=_span(page, link.source) if link.source else None,
        cue=_span(page, link.cue) if link.cue else None,
        content=tuple(_span(page, piece) for piece in link.content),
        sentence=(link.cue or link.content[0]).sentence,
        verb=verb,
        act="denies" if denies else "says",
    )


def _is_asked(link: Link, cue: Sequence[str]) -> bool:
    """Tell whether the source is asked, not asking: "Asked about it, Kim said"."""
    return (
        link.source is not None
        and not _ASKED.isdisjoint(cue[:2])
        and link.content[0].after <= link.source.first
        and link.cue is not None
        and link.cue.after <= link.content[0].first
    )


def _words(page: Page, first: int, after: int) -> list[str]:
    return [fold(word) for word in page.words[first:after]]


def _refuses(cue: Sequence[str], following: Sequence[str]) -> bool:
    """Tell whether a cue is a refusal to answer: "declined to comment"."""
    if not _REFUSING.isdisjoint(cue):
        return not _SILENT.isdisjoint((*cue, *following))
    return not _NOT.isdisjoint(cue) and not _ANSWERING.isdisjoint(cue)


_LOOSE = frozenset(",;:—–--")
_RELATIVE = frozenset("who which that whom whose".split())


def _span(page: Page, piece: Piece) -> Span:
    """Return where a piece stands, without commas and a relative at its edges."""
    first, last = piece.first, piece.after - 1
    loose = _LOOSE | _RELATIVE if piece.part == SOURCE else _LOOSE
    while last > first and fold(page.words[last]) in loose:
        last -= 1
    while first < last and page.words[first] in _LOOSE:
        first += 1
    return Span(int(page.starts[first]), int(page.ends[last]))


def _type(
    page: Page, content: Sequence[Piece]
) -> Literal["direct", "indirect", "mixed"]:
    """Tell direct content (all of it quoted) from indirect (none) and mixed."""
    quoted = [
        page.place[at] > OUTSIDE
        for piece in content
        for at in range(piece.first, piece.after)
        if page.words[at][0].isalnum()
    ]
    if not any(quoted):
        return "indirect"
    return "direct" if all(quoted) else "mixed"


def _verb(cue: Sequence[str]) -> str | None:
    """Return the dictionary form of the cue's verb: of saying, if it has one."""
    if "according" in cue:
        return "according to"
    verbs = [e for word in cue if (e := lexicon.entries().get(word)) and e.is_verb]
    saying = [e for e in verbs if e.kind in {"say", "argue", "fault", "deny"}]
    return next((entry.lemma for entry in saying or verbs), None)
