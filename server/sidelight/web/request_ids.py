"""A name for each request, which its answer, its problem and the log have in common.

Whoever stands before the service may give it (X-Request-ID), if it is plain.
"""

import re
from uuid import uuid4

from flask import Flask, Response, g, request

HEADER = "X-Request-ID"
_PLAIN = re.compile(r"[A-Za-z0-9._-]{8,64}")


def name_requests(app: Flask) -> None:
    """Name every request of `app`, and say the name in its answer."""
    app.before_request(_name)
    app.after_request(_tell)


def request_id() -> str:
    """Return the name of the request that is being answered."""
    if "request_id" not in g:
        _name()
    return str(g.request_id)


def _name() -> None:
    given = request.headers.get(HEADER, "")
    g.request_id = given if _PLAIN.fullmatch(given) else uuid4().hex


def _tell(response: Response) -> Response:
    response.headers[HEADER] = request_id()
    return response
