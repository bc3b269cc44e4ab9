"""/api/v1/feedback: what readers thought of a note, kept in one file, on this machine.

One JSON object a line, so that it can be read with anything and nothing that was
written before is ever written again.
"""

import orjson
from flask import Response
from flask_openapi3.blueprint import APIBlueprint

from sidelight.checks import every_check
from sidelight.errors import StoreError, UnknownCheck
from sidelight.messages import message
from sidelight.web.body import answer
from sidelight.web.checks import no_such
from sidelight.web.models import Feedback, Received
from sidelight.web.openapi import PROBLEMS
from sidelight.web.service import service

API = APIBlueprint("feedback", __name__, url_prefix="/api/v1")


@API.post("/feedback", responses={201: Received, **PROBLEMS})
def post_feedback(body: Feedback) -> Response:
    """Say whether a note helped

    The words of `note` are stored in the service's data folder, and nowhere else.
    """  # noqa: D400, D415 - its first line is a title in the OpenAPI document
    if body.check not in {check.ID for check in every_check()}:
        raise UnknownCheck(no_such(body.check))
    _append(orjson.dumps(body.model_dump(exclude_none=True)) + b"\n")
    return answer({"result": "added"}, 201)


def _append(line: bytes) -> None:
    """Append a line in one write, so that two workers' lines never mix."""
    path = service().settings.feedback
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("ab", buffering=0) as file:
            file.write(line)
    except OSError as error:
        raise StoreError(
            message(
                "The data folder cannot be written (%(why)s). "
                "Free some space or set SIDELIGHT_DATA_DIR to a folder of your own.",
                why=error.strerror or "",
            )
        ) from error
