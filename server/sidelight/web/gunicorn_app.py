"""Gunicorn, started from Python rather than from its own command line.

The app is made and the models are loaded before the fork (preload) and the heap is
frozen, so that the collector does not touch, and thereby copy, the memory that workers
share. This module and `patient_worker` are all that needs a POSIX system.
"""

import gc
import shutil
import socket
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from gunicorn.app.base import BaseApplication
from gunicorn.arbiter import Arbiter
from gunicorn.config import Config
from gunicorn.glogging import Logger

from sidelight import pipeline
from sidelight.errors import StoreError
from sidelight.store.feeds import now
from sidelight.web import metrics
from sidelight.web.background import Background
from sidelight.web.logs import JsonLines
from sidelight.web.patient_worker import PatientWorker
from sidelight.web.service import service_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from sidelight.web.openapi import Contract

PATIENCE = 12
"""Seconds that requests under way are given when the service is told to stop."""

STUCK = 30
"""Seconds after which a worker that does nothing at all any more is replaced."""


class JsonLogger(Logger):  # type: ignore[misc]
    """Gunicorn's own log, in the shape of ours."""

    def setup(self, cfg: Config) -> None:
        """Write lines of JSON, without the messages of exceptions."""
        super().setup(cfg)
        for handler in self.error_log.handlers:
            handler.setFormatter(JsonLines())


class PoliteArbiter(Arbiter):  # type: ignore[misc]
    """Gunicorn's master, which lets requests finish at Ctrl-C too."""

    def handle_int(self) -> None:
        """Stop as at SIGTERM."""
        self.handle_term()


class Application(BaseApplication):  # type: ignore[misc]
    """One app, on a socket that is bound already."""

    def __init__(
        self,
        app: "Contract",
        listener: socket.socket,
        folder: Path,
        options: dict[str, Any],
    ) -> None:
        """Take over the socket, and the folder that workers count in.

        `options` are gunicorn's own settings.
        """
        self._app = app
        self._folder = folder
        self._options = {"bind": f"fd://{listener.detach()}", **options}
        super().__init__()

    def load_config(self) -> None:
        """Set what this service needs, whatever the environment says."""
        settings = {
            "worker_class": PatientWorker,
            "preload_app": True,
            "pre_fork": lambda _server, _worker: gc.freeze(),
            "post_worker_init": lambda _worker: Background(
                service_of(self._app)
            ).start(),
            "graceful_timeout": PATIENCE,
            "timeout": STUCK,
            "worker_connections": 1_000,
            "keepalive": 5,
            "control_socket_disable": True,
            "accesslog": None,  # addresses and paths are nobody's business
            "logger_class": JsonLogger,
            "loglevel": "error",
            "child_exit": lambda _, worker: metrics.forget_worker(worker.pid),
            "on_exit": lambda _: shutil.rmtree(self._folder, ignore_errors=True),
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


def run(
    make: "Callable[[], Contract]", listener: socket.socket, options: dict[str, Any]
) -> None:
    """Serve the app that `make` makes on `listener` until told to stop.

    Raises `ModelFileError` where a trained file cannot be used.
    """
    folder = Path(tempfile.mkdtemp(prefix="sidelight-metrics-"))
    metrics.share(folder)  # before anything is counted
    pipeline.warm()
    app = make()
    with suppress(StoreError):  # pages that need none are served all the same
        service_of(app).store.tend(now().date())  # and what that imports is shared
    Application(app, listener, folder, options).run()
