"""Gunicorn, started from Python rather than from its own command line.

The app is made before the fork (preload) and the heap frozen, so that the collector
does not touch, and thereby copy, the memory that workers share.
"""

import gc
import socket
from typing import TYPE_CHECKING, Any

from gunicorn.app.base import BaseApplication
from gunicorn.arbiter import Arbiter

from sidelight.web.background import Background
from sidelight.web.service import service_of

if TYPE_CHECKING:
    from sidelight.web.openapi import Contract

PATIENCE = 10
"""Seconds that requests under way are given when the service is told to stop."""


class PoliteArbiter(Arbiter):  # type: ignore[misc]
    """Gunicorn's master, which lets requests finish at Ctrl-C too."""

    def handle_int(self) -> None:
        """Stop as at SIGTERM."""
        self.handle_term()


class Application(BaseApplication):  # type: ignore[misc]
    """One app, on a socket that is bound already."""

    def __init__(
        self, app: "Contract", listener: socket.socket, options: dict[str, Any]
    ) -> None:
        """Take over the socket; `options` are gunicorn's own settings."""
        self._app = app
        self._options = {"bind": f"fd://{listener.detach()}", **options}
        super().__init__()

    def load_config(self) -> None:
        """Set what this service needs, whatever the environment says."""
        settings = {
            "worker_class": "gthread",
            "preload_app": True,
            "pre_fork": lambda _server, _worker: gc.freeze(),
            "post_worker_init": lambda _worker: Background(
                service_of(self._app)
            ).start(),
            "graceful_timeout": PATIENCE,
            "timeout": 60,
            "keepalive": 5,
            "control_socket_disable": True,
            "accesslog": None,  # addresses and paths are nobody's business
            "loglevel": "warning",
            "proc_name": "sidelight",
            **self._options,
        }
        for name, value in settings.items():
            self.cfg.set(name, value)

    def load(self) -> "Contract":
        """Return the app."""
        return self._app

    def run(self) -> None:
        """Serve until told to stop."""
        PoliteArbiter(self).run()


def run(app: "Contract", listener: socket.socket, options: dict[str, Any]) -> None:
    """Serve `app` on `listener` until told to stop."""
    Application(app, listener, options).run()
