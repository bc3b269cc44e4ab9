"""Tokens against cross-site request forgery, for the forms and scripts of our own pages.

In a template: `{{ csrf_field() }}` inside every `<form method="post">`. A script sends
`csrf_token()` (give it to the page in a `<meta name="csrf-token">`) as the header
`X-CSRF-Token`. Nothing else is to be done: `guard` refuses what comes without.

A session's secret is in its signed cookie; each token is a fresh nonce and its HMAC
under that secret, so that no two pages carry the same one and a compressed answer tells
nothing about it (BREACH). OWASP calls this the signed double-submit cookie.

Programs are exempt, for a browser lends them nothing: no other site can make it send a
bearer token, and what it posts names the page that speaks (Origin). So are the
extension's pages, whose origin no web page can have.
"""

import hashlib
import hmac
import secrets

from flask import request, session
from markupsafe import Markup

from sidelight.messages import message
from sidelight.web.refusals import ForgedForm

FIELD = "csrf_token"
HEADER = "X-CSRF-Token"
_SECRET = "csrf"  # noqa: S105 - where the secret is, not what it is
_NONCE = 16  # bytes


def csrf_token() -> str:
    """Return a token for this browser's session, which begins here if it has not."""
    if _SECRET not in session:
        session[_SECRET] = secrets.token_urlsafe(_NONCE)
    nonce = secrets.token_urlsafe(_NONCE)
    return f"{nonce}.{_signed(nonce)}"


def csrf_field() -> Markup:
    """Return the hidden field that belongs into every form which is posted."""
    field = '<input type="hidden" name="{}" value="{}">'
    return Markup(field).format(FIELD, csrf_token())  # noqa: S704 - it escapes these


def demand_csrf_token() -> None:
    """Raise `ForgedForm` unless the request carries a token of its own session."""
    sent = request.headers.get(HEADER) or request.form.get(FIELD, "")
    nonce, _, signature = sent.partition(".")
    if _SECRET not in session or not hmac.compare_digest(
        signature.encode(), _signed(nonce).encode()
    ):
        raise ForgedForm(
            message(
                "The form was opened too long ago, or cookies are switched off for "
                "this address. Go back, load the page again and send it once more."
            )
        )


def _signed(nonce: str) -> str:
    key = str(session[_SECRET]).encode()
    return hmac.new(key, nonce.encode(), hashlib.sha256).hexdigest()
