"""Serving: threads in forked workers that share what was read once.

A thread a request is what keeps half-sent requests from stalling the others. Where
gunicorn does not run (Windows), Werkzeug serves in one process.
"""

import errno
import socket
import sys
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING

from sidelight.settings import Settings
from sidelight.web.refusals import AddressInUse, AddressUnusable

if TYPE_CHECKING:
    from sidelight.web.openapi import Contract

BACKLOG = 512
"""Connections that wait to be accepted; more are turned away by the system."""


def serve(  # noqa: PLR0913 - what a command line sets
    settings: Settings,
    host: str,
    port: int,
    workers: int = 1,
    threads: int = 8,
    *,
    demo: bool = False,
) -> None:
    """Serve until told to stop (SIGTERM, SIGINT); requests under way are finished.

    Raises `AddressInUse` where another program listens at `host` and `port`, and
    `AddressUnusable` where this machine has no such address, or not for this user.
    """
    from sidelight.web import create_app  # noqa: PLC0415 - it imports this module

    listener = listen(host, port)
    app = create_app(replace(settings, host=host, port=port), demo=demo)
    if sys.platform == "win32":
        _serve_simply(app, listener, threads)
    else:
        _serve_with_gunicorn(app, listener, workers, threads)


def listen(host: str, port: int) -> socket.socket:
    """Return a socket that is bound to the address, and says clearly if it cannot."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listener = socket.socket(family, socket.SOCK_STREAM)
    if sys.platform != "win32":  # there it would let two programs share the port
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((host, port))
        listener.listen(BACKLOG)  # two that only bind would not notice each other
    except (OSError, OverflowError) as error:
        listener.close()
        raise _refusal(error, host, port) from error
    return listener


def _refusal(
    error: OSError | OverflowError, host: str, port: int
) -> AddressInUse | AddressUnusable:
    if isinstance(error, OSError) and error.errno == errno.EADDRINUSE:
        return AddressInUse(
            f"Port {port} on {host} is in use, perhaps by Sidelight itself: "
            f"try http://{host}:{port}/ or choose another port with --port "
            "(or SIDELIGHT_PORT)."
        )
    return AddressUnusable(
        f"Cannot listen at {host}, port {port}: {error}. Choose an address of this "
        "machine, and a port from 1024 to 65535."
    )


def _serve_simply(app: "Contract", listener: socket.socket, threads: int) -> None:
    """Serve where gunicorn does not run; one process, a thread a request."""
    from werkzeug.serving import make_server  # noqa: PLC0415 - not needed elsewhere

    from sidelight.web.background import Background  # noqa: PLC0415
    from sidelight.web.service import service_of  # noqa: PLC0415

    del threads  # as many as there are requests
    host, port = listener.getsockname()[:2]
    Background(service_of(app)).start()
    with suppress(KeyboardInterrupt):
        make_server(
            host, port, app, threaded=True, fd=listener.detach()
        ).serve_forever()


def _serve_with_gunicorn(
    app: "Contract", listener: socket.socket, workers: int, threads: int
) -> None:
    from sidelight.web.gunicorn_app import run  # noqa: PLC0415 - POSIX only

    run(app, listener, {"workers": workers, "threads": threads})
