"""/sign-in: a token from somebody with a browser, where the service is open to others."""

from http import HTTPStatus
from typing import Any
from urllib.parse import urlsplit

from flask import (
    Blueprint,
    Response,
    redirect,
    render_template,
    request,
    session,
)

from sidelight.messages import message
from sidelight.web.access import SIGNED_IN, open_to_all
from sidelight.web.limiter import limiter
from sidelight.web.refusals import TokenUnknown
from sidelight.web.service import service

PAGES = Blueprint("sign_in", __name__)


@PAGES.get("/sign-in")
@open_to_all
def show_sign_in() -> str:
    """Show the form."""
    return sign_in_page()


@PAGES.post("/sign-in")
@open_to_all
def sign_in() -> Response:
    """Remember a token's number in this browser's session, if it is one.

    The session begins anew: nobody can have prepared it.
    """
    limiter().check_guesses()
    token = service().store.tokens.known(request.form.get("token", "").strip())
    if token is None:
        limiter().count_wrong_guess()
        raise TokenUnknown(
            message("This is no token of this service; it may be revoked.")
        )
    session.clear()
    session[SIGNED_IN] = token.id
    return _see(own_path(request.form.get("next", "")))


@PAGES.post("/sign-out")
@open_to_all
def sign_out() -> Response:
    """Forget the session."""
    session.clear()
    return _see("/")


def sign_in_page(problem: dict[str, Any] | None = None) -> str:
    """Return the form, above it what was refused."""
    wanted = request.form.get("next") or request.full_path.rstrip("?")
    if request.method != "GET" and "next" not in request.form:
        wanted = "/"
    return render_template("sign_in.html", problem=problem, next=own_path(wanted))


def own_path(wanted: str) -> str:
    """Return `wanted` where it is an address of ours, or else the first page's."""
    parts = urlsplit(wanted.replace("\\", "/"))
    ours = not parts.scheme and not parts.netloc and parts.path.startswith("/")
    is_form = parts.path in {"/sign-in", "/sign-out"}
    return wanted if ours and not is_form and wanted.isprintable() else "/"


def _see(place: str) -> Response:
    answer = redirect(place, HTTPStatus.SEE_OTHER)
    assert isinstance(answer, Response)  # noqa: S101 - what Flask makes of it
    return answer
