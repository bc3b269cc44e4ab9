"""Who may speak to the service, and what a browser may do with its answers.

No answer carries a CORS header: a page of another site can neither read an answer
nor (for its Origin gives it away) cause one. The Host header is compared with the
names that the service goes by, so that a foreign name that was pointed at this
machine (DNS rebinding) is nobody's own origin.
"""

from urllib.parse import urlsplit

from flask import Flask, Response, request

from sidelight.messages import message
from sidelight.settings import Settings
from sidelight.web.refusals import ForeignHost, ForeignOrigin

_LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})
_EXTENSIONS = ("chrome-extension://", "moz-extension://")

# `same-origin`, not `no-referrer`: with the latter browsers send "Origin: null"
# with the service's own forms. Neither tells another site where a reader came from.
_HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; style-src 'self'; img-src 'self'; script-src 'self'; "
        "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
}


def guard(app: Flask, settings: Settings) -> None:
    """Check Host and Origin of every request, and set the security headers."""
    names = _LOOPBACK | {settings.host.lower()}

    @app.before_request
    def refuse_foreigners() -> None:
        if _name_of(request.host) not in names:
            raise ForeignHost(
                message(
                    "The request was addressed to another name than those this service "
                    "goes by. Open it by its own address, or set SIDELIGHT_HOST."
                )
            )
        if not _is_welcome(request.headers.get("Origin")):
            raise ForeignOrigin(
                message(
                    "Sidelight answers its own pages, its extension and programs on this "
                    "computer; a page of another website may not use it."
                )
            )

    @app.after_request
    def set_headers(response: Response) -> Response:
        response.headers.update(_HEADERS)
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
    return origin == request.host_url.rstrip("/") or origin.startswith(_EXTENSIONS)
