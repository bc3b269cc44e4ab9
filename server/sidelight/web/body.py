"""Requests whose body is read as JSON once, strictly, and answers written by orjson."""

from collections.abc import Callable
from typing import Any, TypeVar

import orjson
from flask import Request, Response, current_app, request

from sidelight.errors import InvalidInput, NotJson
from sidelight.messages import message
from sidelight.web.refusals import WrongContentType

MAX_BODY = 16 * 1024 * 1024
"""Bytes of one request: an article and the reports to compare it with."""

MAX_FORM = 4 * 1024 * 1024
"""Bytes of one form: a text of 1 MB, most of whose bytes a form writes as three."""


View = TypeVar("View", bound=Callable[..., Any])
_FORM = "__sidelight_form__"


def form_up_to(size: int) -> Callable[[View], View]:
    """Let a view be sent forms of up to `size` bytes; put it below the route.

    A form is read before its view runs, for the token that it must carry.
    """

    def mark(view: View) -> View:
        setattr(view, _FORM, size)
        return view

    return mark


def allow_large_form() -> None:
    """Allow the request as large a form as its view takes."""
    view = current_app.view_functions.get(request.endpoint or "")
    request.max_form_memory_size = getattr(view, _FORM, MAX_FORM)


class JsonRequest(Request):
    """A request that is clear about what is wrong with its body."""

    def get_json(self, *_: object, **__: object) -> Any:  # noqa: ANN401
        """Return the body, a JSON object.

        Raises `WrongContentType` where it is labelled as something else (a web
        page may send such a body to any address without asking first), `NotJson`
        where it is not JSON or not UTF-8, `InvalidInput` where it is no object.
        """
        if not self.is_json:
            raise WrongContentType(
                message("Send the body with the header Content-Type: application/json.")
            )
        try:
            body = orjson.loads(self.get_data(cache=False))
        except orjson.JSONDecodeError as error:
            raise NotJson(
                message("The body cannot be read as JSON: %(why)s.", why=str(error))
            ) from None
        if not isinstance(body, dict):
            raise InvalidInput(message("The body must be a JSON object, written {…}."))
        return body


def answer(
    content: object, status: int = 200, headers: dict[str, str] | None = None
) -> Response:
    """Return `content` as JSON that no cache keeps."""
    return Response(
        orjson.dumps(content),
        status=status,
        content_type="application/json",
        headers={"Cache-Control": "no-store", **(headers or {})},
    )
