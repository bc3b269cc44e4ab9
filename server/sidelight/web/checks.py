"""/api/v1/checks and /checks: what may be noticed, and what each note means."""

from typing import get_args

from flask import Blueprint, Response, render_template
from flask_openapi3.blueprint import APIBlueprint

from sidelight.checks import Check, Family, every_check, tier_of
from sidelight.errors import NotFound
from sidelight.messages import Message, message
from sidelight.web.access import open_to_all
from sidelight.web.body import answer
from sidelight.web.help_page import about, help_page, title_of
from sidelight.web.models import CheckPage, CheckPath, Checks, CheckSummary
from sidelight.web.openapi import NOT_FOUND, PROBLEMS
from sidelight.web.quality import LEAST_PRECISION, SPLITS, Quality, quality

API = APIBlueprint("checks_api", __name__, url_prefix="/api/v1")
PAGES = Blueprint("checks", __name__)


@API.get("/checks", responses={200: Checks, **PROBLEMS})
def get_checks() -> Response:
    """List the checks"""  # noqa: D400, D415 - a title in the OpenAPI document
    summaries = [summary(check).model_dump() for check in every_check()]
    return answer({"checks": summaries})


@API.get("/checks/<id>", responses={200: CheckPage, **PROBLEMS, **NOT_FOUND})
def get_check(path: CheckPath) -> Response:
    """Return a check with its help page"""  # noqa: D400, D415
    check = check_named(path.id)
    return answer({**summary(check).model_dump(), "page": check.__doc__ or ""})


@PAGES.get("/checks")
@open_to_all
def show_checks() -> str:
    """Show the checks by family."""
    families: dict[str, list[CheckSummary]] = {name: [] for name in get_args(Family)}
    for check in every_check():
        families[check.FAMILY].append(summary(check))
    return render_template("checks.html", families=families)


@PAGES.get("/checks/<check_id>")
@open_to_all
def show_check(check_id: str) -> str:
    """Show a check's help page."""
    return check_page(check_named(check_id), quality())


def check_page(check: Check, found: Quality) -> str:
    """Return a check's help page, with its own figures, as HTML."""
    return render_template(
        "check.html",
        check=summary(check),
        page=help_page(check.__doc__ or ""),
        figures=found.of(check.ID),
        measured=found.measured,
        line=LEAST_PRECISION,
        splits=SPLITS,
    )


def check_named(check_id: str) -> Check:
    """Return a check by its id; raises `NotFound` where there is none."""
    for check in every_check():
        if check_id == check.ID:
            return check
    raise NotFound(no_such(check_id))


def no_such(check_id: str) -> Message:
    """Say that there is no check of that id."""
    return message("There is no check “%(check)s”; /checks lists them.", check=check_id)


def summary(check: Check, found: Quality | None = None) -> CheckSummary:
    """Return what the lists say of a check; the figures are the shipped ones."""
    figures = (found or quality()).of(check.ID)
    unseen = figures.unseen
    return CheckSummary(
        id=check.ID,
        label=check.LABEL,
        title=title_of(check.__doc__ or ""),
        about=about(check.__doc__ or ""),
        family=check.FAMILY,
        tier=tier_of(check.ID),
        version=check.VERSION,
        help=f"/checks/{check.ID}",
        precision=unseen.precision if unseen else None,
        recall=unseen.recall if unseen else None,
        notes=unseen.notes if unseen else None,
    )
