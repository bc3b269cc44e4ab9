"""Every failure in one shape: problem details for programs, a plain page for people.

Problem details are RFC 9457. What an unexpected exception says may quote the text
that was being read, so its message is neither shown nor logged: its kind and the
places it passed through are.
"""

import inspect
import logging
from http import HTTPStatus
from typing import NoReturn

import orjson
from flask import Blueprint, Flask, Response, current_app, render_template, request
from flask.typing import ResponseReturnValue
from pydantic import ValidationError
from pydantic_core import ErrorDetails
from werkzeug.exceptions import HTTPException

from sidelight.errors import NotFound, SidelightError, every_kind
from sidelight.messages import message
from sidelight.web.access import open_to_all
from sidelight.web.language import texts
from sidelight.web.logs import places
from sidelight.web.metrics import metrics_of, route
from sidelight.web.refusals import FOR_STATUS, InvalidFields, TokenMissing
from sidelight.web.request_ids import request_id
from sidelight.web.sign_in import sign_in_page

PAGES = Blueprint("problems", __name__)
_LOG = logging.getLogger(__name__)
_FOR_PROGRAMS = (
    "/api/",
    "/openapi.json",
    "/schemas/",
    "/healthz",
    "/readyz",
    "/metrics",
)


def handle_problems(app: Flask) -> None:
    """Answer every exception as a problem, or as a page where a person asked."""
    app.register_error_handler(SidelightError, _answer)
    app.register_error_handler(HTTPException, _framework)
    app.register_error_handler(Exception, _unexpected)
    app.register_blueprint(PAGES)


def refuse_fields(error: ValidationError) -> NoReturn:
    """Name each field that is wrong, without repeating what it held.

    Raises `InvalidFields`, always.
    """
    found = error.errors(include_url=False, include_context=False, include_input=False)
    fields = dict(map(_field, found))  # one word a field is enough
    raise InvalidFields(list(fields.items())) from None


def _field(error: ErrorDetails) -> tuple[str, str]:
    """Return where an error lies, and what it says.

    Pydantic's path also names the branch of a union that was tried ("list[str]"),
    which is no field of the body.
    """
    steps = [
        f"[{step}]" if isinstance(step, int) else f".{step}"
        for step in error["loc"]
        if isinstance(step, int) or step.isidentifier()
    ]
    return "".join(steps).lstrip(".") or "body", error["msg"]


def _answer(error: SidelightError) -> Response:
    problem = {**error.problem(texts()), "instance": f"/requests/{request_id()}"}
    metrics_of(current_app).count_problem(error.slug)
    headers = {"Cache-Control": "no-store", **error.headers}
    if request.path.startswith(_FOR_PROGRAMS):
        return Response(
            orjson.dumps(problem),
            status=error.status,
            content_type="application/problem+json",
            headers=headers,
        )
    if isinstance(error, TokenMissing):
        page = sign_in_page(problem)
    else:
        page = render_template("problem.html", problem=problem)
    return Response(page, status=error.status, headers=headers)


def answer_problem(error: SidelightError) -> Response:
    """Return the answer for an error that a view met by itself."""
    return _answer(error)


def _framework(error: HTTPException) -> ResponseReturnValue:
    """Put an error of Flask or Werkzeug in the house's words.

    A redirect or a ready response is none, and passes through.
    """
    code = error.code
    if code is None or code < HTTPStatus.BAD_REQUEST:
        return error.get_response()
    kind, detail = FOR_STATUS.get(code, (SidelightError, error.name))
    problem = kind(detail)
    answer = _answer(problem)
    answer.status_code = code
    for name, value in error.get_headers(request.environ):
        if name.lower() == "allow":
            answer.headers[name] = value
    return answer


def _unexpected(error: Exception) -> Response:
    fields = {
        "request": request_id(),
        "fault": type(error).__name__,
        "places": places(error),
    }
    _LOG.error("%s in %s", type(error).__name__, route(), extra={"fields": fields})
    return _answer(
        SidelightError(
            message(
                "This is a fault in Sidelight. Nothing was stored. "
                "What you sent was not written to the log."
            )
        )
    )


@PAGES.get("/problems/<slug>")
@open_to_all
def explain(slug: str) -> str:
    """Explain one kind of problem; its `type` leads here."""
    for kind in every_kind():
        if kind.slug == slug:
            about = inspect.cleandoc(kind.__doc__ or "").split("\n\n")[0]
            return render_template("problem_kind.html", kind=kind, about=about)
    raise NotFound(message("There is no problem of that name."))
