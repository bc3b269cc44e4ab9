"""/api/v1/comparisons: several reports in, one table of what they say out."""

from flask import Response
from flask_openapi3.blueprint import APIBlueprint

from sidelight.pipeline import read
from sidelight.sidebyside import side_by_side
from sidelight.sidebyside.wire import as_dict
from sidelight.web.annotations import articles
from sidelight.web.body import answer
from sidelight.web.models import ComparisonAnswer, ComparisonsRequest
from sidelight.web.openapi import NOT_FOUND, PROBLEMS
from sidelight.web.service import service

API = APIBlueprint("comparisons", __name__, url_prefix="/api/v1")


@API.post("/comparisons", responses={200: ComparisonAnswer, **PROBLEMS, **NOT_FOUND})
def post_comparison(body: ComparisonsRequest) -> Response:
    """Lay reports side by side

    Two to six of them: dates, figures, quotations and wording that several have, and
    where they differ. Nothing that is sent is stored or logged.
    """  # noqa: D400, D415 - its first line is a title in the OpenAPI document
    sent = [read(article) for article in articles(body.reports)]
    stored = [service().store.get(report) for report in body.stored]
    return answer(as_dict(side_by_side([*sent, *stored])))
