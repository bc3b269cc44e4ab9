"""Serving: threads in forked workers that share what was read once.

Where gunicorn does not run (Windows), waitress serves in one process.
"""

import errno
import logging
import socket
import sys
from dataclasses import replace
from typing import TYPE_CHECKING, Literal

from sidelight import pipeline
from sidelight.messages import message
from sidelight.settings import LOOPBACK, Settings
from sidelight.store import open_store
from sidelight.web import logs
from sidelight.web.refusals import AddressInUse, AddressUnusable, NoTokens

if TYPE_CHECKING:
    from collections.abc import Callable

    from sidelight.web.openapi import Contract

Server = Literal["gunicorn", "waitress"]

_LOG = logging.getLogger(__name__)

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
    server: Server | None = None,
) -> None:
    """Serve until told to stop (SIGTERM, SIGINT); requests under way are finished.

    `server` is gunicorn unless this is Windows. Waitress has one worker.

    Raises `AddressInUse` where another program listens at `host` and `port`, and
    `AddressUnusable` where this machine has no such address, or not for this user,
    `NoTokens` where others could reach the service and nobody has a token,
    `ModelFileError` where a trained file cannot be used.
    """
    from sidelight.web import create_app  # noqa: PLC0415 - it imports this module

    logs.set_up(settings.log)
    settings = replace(settings, host=host, port=port)
    demand_tokens(settings)
    listener = listen(host, port)
    shared = workers > 1 or not settings.database_url.startswith("sqlite")

    def make() -> "Contract":
        return create_app(settings, demo=demo, shared=shared)

    if (server or usual_server()) == "waitress":
        pipeline.warm()
        _serve_with_waitress(make(), listener, threads)
    else:
        _serve_with_gunicorn(make, listener, workers, threads)


def usual_server() -> Server:
    """Return what serves on this system."""
    return "waitress" if sys.platform == "win32" else "gunicorn"


def demand_tokens(settings: Settings) -> None:
    """See to it that somebody may use a service that others can reach.

    Raises `NoTokens` where it would listen beyond this machine; on loopback, behind a
    proxy, a warning has to do: nobody gets in before there is a token.
    """
    if not settings.is_open:
        return
    with open_store(settings.database_url) as store:
        if store.tokens.exist():
            return
    if settings.host.lower() not in LOOPBACK:
        raise NoTokens(
            message(
                "At %(host)s others can reach the service, and nobody has a token "
                "yet. Make one first: sidelight tokens add NAME --scope read. (On "
                "127.0.0.1 none is needed.)",
                host=settings.host,
            )
        )
    _LOG.warning(
        "Nobody has a token yet: everybody will be refused until "
        "`sidelight tokens add` has made one."
    )


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
            message(
                "Port %(port)s on %(host)s is in use, perhaps by Sidelight itself: try "
                "http://%(host_2)s:%(port_2)s/ or choose another port with --port (or "
                "SIDELIGHT_PORT).",
                port=port,
                host=host,
                host_2=host,
                port_2=port,
            )
        )
    return AddressUnusable(
        message(
            "Cannot listen at %(host)s, port %(port)s: %(why)s. Choose an address "
            "of this machine, and a port from 1024 to 65535.",
            host=host,
            port=port,
            why=str(error),
        )
    )


def _serve_with_waitress(
    app: "Contract", listener: socket.socket, threads: int
) -> None:
    from sidelight.web.waitress_app import run  # noqa: PLC0415 - not needed elsewhere

    run(app, listener, threads)


def _serve_with_gunicorn(
    make: "Callable[[], Contract]", listener: socket.socket, workers: int, threads: int
) -> None:
    from sidelight.web.gunicorn_app import run  # noqa: PLC0415 - POSIX only

    run(make, listener, {"workers": workers, "threads": threads})
