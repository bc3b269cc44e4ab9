"""/api/v1/reports: the reports that articles are compared with."""

from dataclasses import asdict
from urllib.parse import urlencode

from flask import Response
from flask_openapi3.blueprint import APIBlueprint

from sidelight.pages import article_from
from sidelight.pipeline import read
from sidelight.store import Added, ReportRow
from sidelight.web.access import needs
from sidelight.web.body import answer
from sidelight.web.models import Kept, Paging, Report, ReportPath, StoredReports
from sidelight.web.openapi import NOT_FOUND, PROBLEMS
from sidelight.web.service import service

API = APIBlueprint("reports", __name__, url_prefix="/api/v1")
_SHOWN = ("id", "url", "title", "publisher", "published", "words", "kept")


@API.get("/reports", responses={200: StoredReports, **PROBLEMS, **NOT_FOUND})
def get_reports(query: Paging) -> Response:
    """List the stored reports

    The latest day of publication comes first. `next` leads to the next part.
    """  # noqa: D400, D415 - its first line is a title in the OpenAPI document
    store = service().store
    rows = store.list(limit=query.limit + 1, after=query.after)
    shown, more = rows[: query.limit], len(rows) > query.limit
    following = urlencode({"limit": query.limit, "after": shown[-1].id} if more else {})
    return answer(
        {
            "reports": [_listed(row) for row in shown],
            "total": len(store),
            "next": f"/api/v1/reports?{following}" if more else None,
        }
    )


@API.post("/reports", responses={200: Kept, 201: Kept, **PROBLEMS})
@needs("add")
def post_report(body: Report) -> Response:
    """Keep a report for comparing

    It is read once, now. The same page with another text takes the place of what
    was stored; what is there already stays as it is, under the id that it has.
    """  # noqa: D400, D415
    reading = read(article_from(body.fields()))
    store = service().store
    added = store.add(reading, kept=True)
    name = store.known_as(reading.article) or reading.article.id
    return answer({"id": name, "result": added}, 201 if added is Added.ADDED else 200)


@API.delete("/reports/<path:id>", responses={204: None, **PROBLEMS, **NOT_FOUND})
@needs("add")
def delete_report(path: ReportPath) -> Response:
    """Remove a stored report"""  # noqa: D400, D415
    service().store.remove(path.id)
    return Response(status=204)


def _listed(row: ReportRow) -> dict[str, object]:
    fields = asdict(row)
    return {name: fields[name] for name in _SHOWN}
