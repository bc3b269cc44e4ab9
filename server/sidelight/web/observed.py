"""Every request: its time limit, its line in the log, its place in the counts."""

import logging
from contextlib import ExitStack
from time import monotonic

from flask import Flask, Response, current_app, g, request

from sidelight import deadline
from sidelight.web.logs import REQUESTS
from sidelight.web.metrics import metrics_of, route
from sidelight.web.request_ids import request_id
from sidelight.web.service import service

_LOG = logging.getLogger(REQUESTS)


def observe(app: Flask) -> None:
    """Limit, log and count the requests of `app`."""
    metrics_of(app)  # before there are threads, or workers
    app.before_request(_begin)
    app.after_request(_note)
    app.teardown_request(_end)


def _begin() -> None:
    g.began = monotonic()
    g.limit = ExitStack()
    g.limit.enter_context(deadline.within(service().settings.time_limit))


def _note(response: Response) -> Response:
    seconds = monotonic() - g.get("began", monotonic())
    metrics_of(current_app).count(response.status_code, seconds)
    fields = {
        "request": request_id(),
        "method": request.method,
        "route": route(),
        "status": response.status_code,
        "ms": round(seconds * 1000, 1),
    }
    _LOG.info("", extra={"fields": fields})
    return response


def _end(_: BaseException | None) -> None:
    limit = g.pop("limit", None)
    if limit is not None:
        limit.close()
