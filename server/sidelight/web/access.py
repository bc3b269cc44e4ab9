"""Who may do what: tokens, their scopes, and the pages that need none.

On loopback everybody may do everything: whoever is there is at home. Where others can
reach the service (`Settings.is_open`) a request needs a token, as
`Authorization: Bearer …` from programs and the extension, by a session from browsers
that signed in at /sign-in. What a view needs is "read" unless it says so:

    @PAGES.post("/feeds")
    @needs("add")            # or "teach"
    def add_feed(): …

    @PAGES.get("/healthz")
    @open_to_all             # no token; the view itself sees to who may
    def get_health(): …

Lessons let pupils in by their own sessions: their pages are `open_to_all` and look at
`flask.session`; what pupils may do elsewhere (reading notes, say) they are vouched for
by `vouch(app, voucher)`. `caller()` says who asks.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any, Protocol, TypeVar, cast

from flask import Flask, current_app, g, request, session

from sidelight.messages import message
from sidelight.store import SCOPES, Token
from sidelight.web.limiter import address
from sidelight.web.refusals import ScopeMissing, TokenMissing, TokenUnknown
from sidelight.web.service import service

SIGNED_IN = "token"
"""Where a session keeps the number of the token that a browser signed in with."""

_NEEDED = "__sidelight_needs__"
_NOTHING = ""
View = TypeVar("View", bound=Callable[..., Any])


@dataclass(frozen=True, slots=True)
class Caller:
    """Who asks: `key` is what they are counted by, `scopes` what they may do.

    `by_cookie` says that a cookie tells who it is.
    """

    key: str
    scopes: frozenset[str] = frozenset()
    token: Token | None = None
    by_cookie: bool = False


class Voucher(Protocol):
    """Says who asks, where it knows."""

    def __call__(self) -> Caller | None:
        """Look at the request and its session; `None` where it is nobody known."""


def needs(scope: str) -> Callable[[View], View]:
    """Demand a scope for a view; put it below the route."""

    def mark(view: View) -> View:
        setattr(view, _NEEDED, scope)
        return view

    return mark


def open_to_all(view: View) -> View:
    """Demand no token for a view; put it below the route."""
    return needs(_NOTHING)(view)


def vouch(app: Flask, voucher: Voucher) -> None:
    """Let `voucher` say who asks where there is no token."""
    app.extensions.setdefault("sidelight.vouchers", []).append(voucher)


def caller() -> Caller:
    """Return who asks, as `identify` found at the beginning of this request."""
    return cast("Caller", g.caller)


def is_signed_in() -> bool:
    """Tell whether a browser asks that signed in with a token."""
    who: Caller | None = g.get("caller")
    return who is not None and who.by_cookie and who.token is not None


def identify() -> Caller:
    """Find out who asks; somebody unknown has no scopes.

    Raises `TokenUnknown` for a bearer token that is nobody's.
    """
    if not service().settings.is_open:
        return Caller("own", frozenset(SCOPES))
    if bearer() is not None:
        token = service().store.tokens.known(bearer() or "")
        if token is None:
            raise TokenUnknown(
                message("The token is not known here; it may be revoked.")
            )
        return _with(token)
    if SIGNED_IN in session:
        token = service().store.tokens.numbered(session[SIGNED_IN])
        if token is not None:
            return replace(_with(token), by_cookie=True)
    for voucher in current_app.extensions.get("sidelight.vouchers", ()):
        if found := cast("Voucher", voucher)():
            return replace(found, by_cookie=True)
    return Caller(f"address {address()}")


def bearer() -> str | None:
    """Return the bearer token that came with the request, or `None`."""
    kind, _, token = request.headers.get("Authorization", "").partition(" ")
    return token.strip() if kind.lower() == "bearer" else None


def must_be_allowed() -> None:
    """Raise `TokenMissing` or `ScopeMissing` unless the caller may use the view."""
    needed = scope_of(request.endpoint)
    if needed == _NOTHING or needed in caller().scopes:
        return
    if caller().scopes:
        raise ScopeMissing(
            message(
                "This needs a token with the scope “%(needed)s”, and yours is for "
                "%(scopes)s.",
                needed=needed,
                scopes=", ".join(sorted(caller().scopes)),
            )
        )
    raise TokenMissing(
        message(
            "This service is used with a token. Whoever runs it makes one with "
            "`sidelight tokens add`; send it as “Authorization: Bearer …”, or enter it "
            "in the options of the extension."
        )
    )


def scope_of(endpoint: str | None) -> str:
    """Return the scope that an endpoint needs; "" for none.

    What does not exist needs one too: strangers are not told what does.
    """
    view = current_app.view_functions.get(endpoint or "")
    return str(getattr(view, _NEEDED, "read"))


def _with(token: Token) -> Caller:
    return Caller(f"token {token.id}", token.scopes, token)
