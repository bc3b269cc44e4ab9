"""How long one request may take: a moment that long loops look at.

Whoever answers others sets it (`within`); the steps of the pipeline and the loops
inside them look at it (`look`, `each`). So a text that was made to be slow holds a
thread until then and no longer. Where nobody set one there is none.
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from math import inf
from time import monotonic
from typing import TypeVar

from sidelight.errors import TookTooLong

_until: ContextVar[float] = ContextVar("until", default=inf)
_T = TypeVar("_T")


@contextmanager
def within(seconds: float) -> Iterator[None]:
    """Let what is done inside take so long; 0 is as long as it likes."""
    before = _until.set(monotonic() + seconds if seconds else inf)
    try:
        yield
    finally:
        _until.reset(before)


def look() -> None:
    """Raise `TookTooLong` where the time is up."""
    if monotonic() > _until.get():
        raise TookTooLong(
            "Reading and comparing took longer than this service allows for one "
            "request. Send a shorter text or fewer reports, or try again when it is "
            "less busy."
        )


def each(things: Iterable[_T]) -> Iterator[_T]:
    """Yield each of `things`, and look before each."""
    for thing in things:
        look()
        yield thing
