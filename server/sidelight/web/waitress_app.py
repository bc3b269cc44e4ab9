"""Waitress, where gunicorn does not run: one process, threads, all in Python.

It gathers requests before a thread sees them, so that slow clients hold none.
"""

import signal
import socket
from threading import Event
from time import monotonic
from typing import TYPE_CHECKING, Any

from waitress import wasyncore
from waitress.server import create_server

from sidelight.web.background import Background
from sidelight.web.body import MAX_BODY
from sidelight.web.service import service_of

if TYPE_CHECKING:
    from sidelight.web.openapi import Contract

PATIENCE = 12.0
"""Seconds that requests under way are given when the service is told to stop."""

SENDING = 20
"""Seconds without a byte, after which a connection is closed."""

CONNECTIONS = 1_000


def run(app: "Contract", listener: socket.socket, threads: int) -> None:
    """Serve `app` on `listener` until told to stop; requests under way are finished."""
    told = Event()
    for name in ("SIGTERM", "SIGINT", "SIGBREAK"):  # the last is Windows' own
        if number := getattr(signal, name, None):
            signal.signal(number, lambda *_: told.set())
    server: Any = create_server(
        app,
        sockets=[listener],
        threads=threads,
        ident="",
        channel_timeout=SENDING,
        cleanup_interval=5,
        connection_limit=CONNECTIONS,
        max_request_body_size=2 * MAX_BODY,  # Flask refuses what is over its own
        expose_tracebacks=False,
        clear_untrusted_proxy_headers=False,
    )
    background = Background(service_of(app))
    background.start()
    while not told.is_set():
        wasyncore.poll(1.0, server._map)  # noqa: SLF001 - as its own `run` does
    _finish(server)


def _finish(server: Any) -> None:  # noqa: ANN401 - waitress's own, without types
    """Take no more connections, and see those off that are being answered."""
    server.accepting = False
    server.del_channel()
    server.socket.close()
    until = monotonic() + PATIENCE
    while _is_busy(server) and monotonic() < until:
        wasyncore.poll(0.05, server._map)  # noqa: SLF001
    server.task_dispatcher.shutdown(timeout=1)
    wasyncore.close_all(server._map)  # noqa: SLF001


def _is_busy(server: Any) -> bool:  # noqa: ANN401
    return any(
        channel.requests or channel.total_outbufs_len
        for channel in list(server.active_channels.values())
    )
