"""A mark: a passage that a pupil chose, and the question that it raises."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal, cast, get_args

from sidelight.errors import InvalidInput
from sidelight.messages import message
from sidelight.model import Span

MarkQuestion = Literal["who-says", "who-missing", "other-reports", "when", "wording"]
QUESTIONS: tuple[MarkQuestion, ...] = get_args(MarkQuestion)
"""Who says so? Who is missing? What do other reports say? When was this? How is it
worded?"""

LONGEST_WORDS = 300
"""Characters that a pupil may add to a mark."""

MOST_MARKS = 500
"""Marks of one pupil in one lesson, those taken back included."""

_ID = re.compile(r"[0-9A-Za-z-]{8,36}")
_MOST_REVISIONS = 1_000_000


@dataclass(frozen=True, slots=True)
class Mark:
    """A passage of a report, in code points of its text, and the question on it.

    `id` is made where it was marked, so that what is sent twice is one mark.
    `revision` grows when it is changed there; `removed` is for good. `text` is what
    the pupil added, if anything; `pupil` is a number in the store.
    """

    id: str
    report: int
    span: Span
    question: MarkQuestion
    text: str = ""
    revision: int = 1
    removed: bool = False
    pupil: int = 0


def mark_from(sent: Mapping[str, Any]) -> Mark:
    """Return the mark that was sent; its pupil and its report are not looked at.

    Raises `InvalidInput` for what no page of ours sends.
    """
    start, end = _number(sent, "start"), _number(sent, "end")
    if start >= end:
        raise InvalidInput(message("A mark covers at least one character."))
    question = sent.get("question")
    if question not in QUESTIONS:
        raise InvalidInput(f"`question` is one of {', '.join(QUESTIONS)}.")
    named = sent.get("id")
    if not isinstance(named, str) or not _ID.fullmatch(named):
        raise InvalidInput(message("`id` is 8 to 36 letters, digits and hyphens."))
    text = sent.get("text", "")
    if not isinstance(text, str):
        raise InvalidInput(message("`text` is a string."))
    return Mark(
        id=named,
        report=_number(sent, "report"),
        span=Span(start, end),
        question=cast("MarkQuestion", question),
        text=_plain(text),
        revision=min(max(_number(sent, "revision", 1), 1), _MOST_REVISIONS),
        removed=sent.get("removed") is True,
    )


def _number(sent: Mapping[str, Any], name: str, otherwise: int | None = None) -> int:
    value = sent.get(name, otherwise)
    if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value < 2**31:
        raise InvalidInput(message("`%(name)s` is a number from 0 on.", name=name))
    return value


def _plain(text: str) -> str:
    """Return what can be stored of a text: on one line, whole characters, short."""
    whole = text.encode(errors="ignore").decode().replace("\0", "")
    return " ".join(whole.split())[:LONGEST_WORDS]
