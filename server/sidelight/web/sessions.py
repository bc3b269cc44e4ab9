"""Sessions: what a browser carries for us in a signed cookie, as Flask keeps it.

Use `flask.session`, a dict. What is in it can be read by whoever has the browser, but
not changed: keep numbers there that the store knows more about, and no text. It ends
with the browser unless `session.permanent` is set. Pages that touch it are not cached.
"""

import hashlib
import os
import secrets
from contextlib import suppress
from pathlib import Path

from flask import Flask, Response, request, session
from flask.sessions import SecureCookieSessionInterface

from sidelight.settings import Settings

FILE = "secret"
_BYTES = 32


class Sessions(SecureCookieSessionInterface):
    """Flask's sessions, signed with SHA-256, and sent over TLS where there is one."""

    digest_method = staticmethod(hashlib.sha256)

    def get_cookie_secure(self, app: Flask) -> bool:
        """Tell the browser to send the cookie over https alone, if it came by it."""
        del app
        return request.is_secure


def sign_sessions(app: Flask, settings: Settings) -> None:
    """Give the app its key, and its cookie a name of its own on this machine.

    Cookies know no ports: two services on one machine would take each other's.
    """
    app.secret_key = settings.secret_key or _kept(settings.data_dir / FILE)
    app.session_interface = Sessions()
    app.config.update(
        SESSION_COOKIE_NAME=f"sidelight_{settings.port}",
        SESSION_COOKIE_HTTPONLY=True,
        SESSION_COOKIE_SAMESITE="Lax",  # Strict would lose it on a link to a lesson
    )

    @app.after_request
    def keep_out_of_caches(response: Response) -> Response:
        if session.accessed:
            response.headers.setdefault("Cache-Control", "no-store")
        return response


def _kept(file: Path) -> str:
    """Return the key in `file`, made where there is none.

    Where nothing can be written it is kept in memory: sessions then end with the
    service, which workers share because the app is made before they are forked.
    """
    made = secrets.token_hex(_BYTES)
    with suppress(OSError):
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with suppress(FileExistsError):
            handle = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            with os.fdopen(handle, "w", encoding="ascii") as new:
                new.write(made)
        return file.read_text("ascii").strip() or made
    return made
