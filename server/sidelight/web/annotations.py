"""/api/v1/annotations: an article in, a page of annotations out."""

from collections.abc import Sequence

from flask import Response
from flask_openapi3.blueprint import APIBlueprint

from sidelight.errors import InvalidInput, fault_of
from sidelight.messages import message
from sidelight.model import Article
from sidelight.pages import article_from
from sidelight.pipeline import annotate
from sidelight.web.body import answer
from sidelight.web.language import texts
from sidelight.web.models import AnnotationPage, AnnotationsRequest, Report
from sidelight.web.openapi import PROBLEMS
from sidelight.web.service import service

API = APIBlueprint("annotations", __name__, url_prefix="/api/v1")


@API.post("/annotations", responses={200: AnnotationPage, **PROBLEMS})
def post_annotations(body: AnnotationsRequest) -> Response:
    """Annotate an article

    Compares it with exactly the `reports` that were sent along, or else with what
    the store holds of its event. Nothing that is sent is stored or logged.
    """  # noqa: D400, D415 - its first line is a title in the OpenAPI document
    article = article_from(body.fields())
    reports = None if body.reports is None else articles(body.reports)
    store = service().store if reports is None else None
    panel = service().panel if reports is None else None
    page = annotate(
        article,
        shelf=store,
        reports=reports,
        checks=body.checks,
        panel=panel,
        texts=texts(),
    )
    return answer(page)


def articles(reports: Sequence[Report]) -> list[Article]:
    """Read the reports that were sent along.

    Raises `InvalidInput` where one of them cannot be read; the message says which.
    """
    return [_numbered(number, report) for number, report in enumerate(reports)]


def _numbered(number: int, report: Report) -> Article:
    try:
        return article_from(report.fields())
    except InvalidInput as error:
        at = message(
            "%(field)s: %(fault)s", field=f"reports[{number}]", fault=fault_of(error)
        )
        raise type(error)(at) from None
