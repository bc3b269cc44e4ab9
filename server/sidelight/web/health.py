"""/healthz and /readyz: whether the service is alive, and can do its work."""

from flask import Blueprint, Response

from sidelight import __version__
from sidelight.pipeline import warm
from sidelight.web.access import open_to_all
from sidelight.web.body import answer
from sidelight.web.service import service

PAGES = Blueprint("health", __name__)


@PAGES.get("/healthz")
@open_to_all
def get_health() -> Response:
    """Say that the service answers."""
    return answer({"status": "ok", "version": __version__})


@PAGES.get("/readyz")
@open_to_all
def get_readiness() -> Response:
    """Say that store and models can be used; a problem says why they cannot."""
    warm()
    return answer(
        {"status": "ok", "version": __version__, "reports": len(service().store)}
    )
