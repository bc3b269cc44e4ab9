"""Who may speak to the service, and what a browser may do with its answers.

No answer carries a CORS header: a page of another site can neither read an answer
nor (for its Origin gives it away) cause one. The Host header is compared with the
names that the service goes by, so that a foreign name that was pointed at this
machine (DNS rebinding) is nobody's own origin. Then whoever asks is known by a token,
counted, and allowed or not (`access`, `limiter`); and what a page of our own sends
must carry the token that the page was given (`csrf`).
"""

from urllib.parse import urlsplit

from flask import Flask, Response, g, request
from werkzeug.middleware.proxy_fix import ProxyFix

from sidelight.messages import message
from sidelight.settings import LOOPBACK, Settings
from sidelight.web.access import (
    bearer,
    caller,
    identify,
    is_signed_in,
    must_be_allowed,
    open_to_all,
)
from sidelight.web.body import allow_large_form
from sidelight.web.csrf import csrf_field, csrf_token, demand_csrf_token
from sidelight.web.limiter import Limiter, address, limiter
from sidelight.web.refusals import ForeignHost, ForeignOrigin, TokenUnknown
from sidelight.web.service import service, service_of
from sidelight.web.sessions import sign_sessions

_EXTENSIONS = ("chrome-extension://", "moz-extension://")
_READING = frozenset({"GET", "HEAD", "OPTIONS", "TRACE"})
_UNCOUNTED = frozenset({"static", "assets.get_tokens", "assets.get_icon"})

# `same-origin`, not `no-referrer`: with the latter browsers send "Origin: null"
# with the service's own forms. Neither tells another site where a reader came from.
_HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; style-src 'self'; img-src 'self'; script-src 'self'; "
        "connect-src 'self'; "
        "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
}
_OVER_TLS = {"Strict-Transport-Security": "max-age=31536000"}


def guard(app: Flask, settings: Settings, *, shared: bool = False) -> None:
    """Check every request before any work, and set the security headers.

    `shared` says that several workers answer, who count together.
    """
    n = settings.trust_proxy
    if n:
        app.wsgi_app = ProxyFix(  # type: ignore[method-assign]
            app.wsgi_app, x_for=n, x_proto=n, x_host=n
        )
    sign_sessions(app, settings)
    app.jinja_env.globals.update(csrf_field=csrf_field, csrf_token=csrf_token)
    app.context_processor(lambda: {"signed_in": is_signed_in()})
    app.extensions["sidelight.limiter"] = Limiter(
        settings, lambda: service_of(app).store, str(app.secret_key), shared=shared
    )
    open_to_all(app.view_functions["static"])
    for step in (_refuse_foreigners, _know_who_asks, _refuse_forged_forms):
        app.before_request(step)
    app.after_request(_set_headers)


def _refuse_foreigners() -> None:
    settings = service().settings
    names = LOOPBACK | {settings.host.lower(), *settings.allowed_hosts}
    if _name_of(request.host) not in names:
        raise ForeignHost(
            message(
                "The request was addressed to another name than those this service "
                "goes by. Open it by its own address, or name it in "
                "SIDELIGHT_ALLOWED_HOSTS."
            )
        )
    if not _is_welcome(request.headers.get("Origin")):
        raise ForeignOrigin(
            message(
                "Sidelight answers its own pages, its extension and programs on this "
                "computer; a page of another website may not use it."
            )
        )


def _know_who_asks() -> None:
    try:
        g.caller = identify()
    except TokenUnknown:
        limiter().count_request(f"address {address()}")
        raise
    if service().settings.is_open and request.endpoint not in _UNCOUNTED:
        limiter().count_request(caller().key)
    must_be_allowed()


def _refuse_forged_forms() -> None:
    if request.method in _READING:
        return
    allow_large_form()
    if not _is_program():
        demand_csrf_token()


def _set_headers(response: Response) -> Response:
    response.headers.update(_HEADERS)
    if service().settings.trust_proxy and request.is_secure:
        response.headers.update(_OVER_TLS)
    return response


def _name_of(host: str) -> str:
    """Return a Host header's name without its port; "" where it has none."""
    try:
        return urlsplit(f"//{host}").hostname or ""
    except ValueError:
        return ""


def _is_welcome(origin: str | None) -> bool:
    if origin is None:  # no browser page, or a page's own GET
        return request.headers.get("Sec-Fetch-Site") != "cross-site" or (
            request.method in {"GET", "HEAD"}
        )
    return origin == request.host_url.rstrip("/") or _is_an_extension(origin)


def _is_an_extension(origin: str) -> bool:
    return origin.startswith(_EXTENSIONS)


def _is_program() -> bool:
    """Tell whether a request comes from no web page, by what a page cannot leave out.

    Every browser names the origin of what it posts (Fetch, 3.2). Where it is a cookie
    that lets somebody in, nobody is taken at their word.
    """
    headers = request.headers
    if bearer() is not None or _is_an_extension(headers.get("Origin", "")):
        return True
    named = "Origin" in headers or "Sec-Fetch-Site" in headers
    return not named and not caller().by_cookie
