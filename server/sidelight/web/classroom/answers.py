"""What the pages of the classroom answer with."""

from http import HTTPStatus
from typing import NamedTuple

from flask import Response, make_response, redirect

__all__ = ["Answer", "Response", "private", "see"]


class Answer(NamedTuple):
    """A page and its HTTP status."""

    page: str
    status: int = HTTPStatus.OK


def see(place: str) -> Response:
    """Answer a form so that reloading the next page sends nothing again."""
    answer = redirect(place, HTTPStatus.SEE_OTHER)
    assert isinstance(answer, Response)  # noqa: S101 - what Flask makes of it
    return answer


def private(page: str | Answer) -> Response:
    """Return a page that no cache keeps: the next one at this machine is another."""
    made = make_response(page)
    made.headers["Cache-Control"] = "no-store"
    return made
