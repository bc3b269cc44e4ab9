"""Gunicorn's threaded worker, for clients that send slowly or never finish.

Its threads are for work. What a client sends is gathered by the one loop that looks
after all connections, and a thread is given a request when the last byte of it is
here. So two hundred half-sent requests hold no thread, and are turned away in the end.
POSIX alone, as gunicorn is.
"""

import re
import selectors
import socket
import struct
from functools import partial
from http import HTTPStatus
from time import monotonic
from typing import Any

import orjson
from gunicorn import http
from gunicorn.http import errors
from gunicorn.workers.gthread import TConn, ThreadWorker

from sidelight.web.body import MAX_BODY

SENDING = 20.0
"""Seconds that a client may take to send a request."""

SENDING_WHEN_STOPPING = 2.0
TAKING = 20
"""Seconds that a client may take none of its answer."""

MOST_HEADERS = 64 * 1024
MOST_HELD = 128 * 1024 * 1024
"""Bytes of unfinished requests that one worker holds; above, the oldest goes."""

_PIECE = 256 * 1024
_LENGTH = re.compile(rb"\r\ncontent-length:[ \t]*(\d{1,15})[ \t]*\r\n", re.IGNORECASE)
_CHUNKED = re.compile(rb"\r\ntransfer-encoding:[^\r\n]*chunked", re.IGNORECASE)
_EXPECTS = re.compile(rb"\r\nexpect:[ \t]*100-continue", re.IGNORECASE)
_CONTINUE = b"HTTP/1.1 100 Continue\r\n\r\n"
_STATUS = {
    errors.LimitRequestLine: HTTPStatus.REQUEST_URI_TOO_LONG,
    errors.LimitRequestHeaders: HTTPStatus.REQUEST_HEADER_FIELDS_TOO_LARGE,
    errors.UnsupportedTransferCoding: HTTPStatus.NOT_IMPLEMENTED,
    errors.ExpectationFailed: HTTPStatus.EXPECTATION_FAILED,
}


class Arrival:
    """What has come of one request."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self.data = bytearray()
        self.began = monotonic()
        self._needed: int | None = None  # bytes in all, once the headers are here
        self._chunked = False

    def add(self, piece: bytes) -> bool:
        """Take in what came; tell whether the client waits to be told to go on."""
        before = len(self.data)
        self.data += piece
        if self._needed is not None:
            return False
        end = self.data.find(b"\r\n\r\n", max(0, before - 3))
        if end < 0:
            return False
        head = bytes(self.data[: end + 2])
        length = _LENGTH.search(head)
        size = int(length[1]) if length else 0
        self._chunked = _CHUNKED.search(head) is not None
        # What is too large is not waited for: it is refused unread.
        self._needed = end + 4 + (size if size <= MAX_BODY else 0)
        return _EXPECTS.search(head) is not None and not self.is_whole

    @property
    def is_endless(self) -> bool:
        """Whether its headers are longer than any browser's."""
        return self._needed is None and len(self.data) > MOST_HEADERS

    @property
    def is_whole(self) -> bool:
        """Whether a thread can go to work on it, if only to refuse it."""
        if self._needed is None:
            return False
        if self._chunked:
            ended = self.data.endswith(b"\r\n\r\n") and b"\r\n0\r\n" in self.data[-512:]
            return ended or len(self.data) > self._needed + MAX_BODY
        return len(self.data) >= self._needed


class PatientWorker(ThreadWorker):  # type: ignore[misc]
    """Hands whole requests to its threads, and answers problems as problems."""

    def __init__(self, *arguments: Any, **named: Any) -> None:  # noqa: ANN401
        """As gunicorn makes its workers."""
        super().__init__(*arguments, **named)
        self._arriving: dict[TConn, Arrival] = {}
        self._held = 0

    def accept(self, listener: socket.socket) -> None:
        """Take a connection, and wait for its first request."""
        try:
            client, address = listener.accept()
        except OSError:  # another worker was first, or the client has gone
            return
        self.nr_conns += 1
        limit = struct.pack("@ll", TAKING, 0)
        client.setsockopt(socket.SOL_SOCKET, socket.SO_SNDTIMEO, limit)
        self._await(TConn(self.cfg, client, address, listener.getsockname()))

    def on_client_socket_readable(self, conn: TConn, client: socket.socket) -> None:
        """Wait for the next request of a kept connection."""
        self.poller.unregister(client)
        self.keepalived_conns.remove(conn)
        self._await(conn)
        self._arrives(conn, client)

    def murder_pending(self) -> None:
        """Turn away, once a second, who took too long."""
        super().murder_pending()
        patience = SENDING if self.alive else SENDING_WHEN_STOPPING
        latest = monotonic() - patience
        for conn, arrival in list(self._arriving.items()):
            if arrival.began < latest:
                self._turn_away(conn)

    def handle_error(
        self, req: object, client: socket.socket, addr: object, exc: Exception
    ) -> None:
        """Answer what is no HTTP as a problem; nothing of it is logged."""
        del req, addr
        if isinstance(exc, errors.ParseException):
            status = _STATUS.get(type(exc), HTTPStatus.BAD_REQUEST)
        else:
            self.log.error("%s while answering", type(exc).__name__)
            status = HTTPStatus.INTERNAL_SERVER_ERROR
        _send_problem(client, status)

    def _await(self, conn: TConn) -> None:
        conn.data_ready = True  # so that no thread waits for it
        self._arriving[conn] = Arrival()
        ready = partial(self._arrives, conn)
        self.poller.register(conn.sock, selectors.EVENT_READ, ready)

    def _arrives(self, conn: TConn, client: socket.socket) -> None:
        arrival = self._arriving[conn]
        try:
            piece = client.recv(_PIECE)
        except BlockingIOError:
            return
        except OSError:
            piece = b""
        if not piece:
            self._let_go(conn)
            return
        self._held += len(piece)
        if arrival.add(piece):
            _send(client, _CONTINUE)
        if arrival.is_whole:
            self._hand_over(conn)
        elif arrival.is_endless:
            self._turn_away(conn, HTTPStatus.REQUEST_HEADER_FIELDS_TOO_LARGE)
        elif self._held > MOST_HELD:
            self._turn_away(next(iter(self._arriving)))

    def _hand_over(self, conn: TConn) -> None:
        arrival = self._taken_out(conn)
        if conn.parser is None:
            conn.parser = http.get_parser(conn.cfg, conn.sock, conn.client)
        conn.parser.unreader.unread(bytes(arrival.data))
        self.enqueue_req(conn)

    def _turn_away(
        self, conn: TConn, status: HTTPStatus = HTTPStatus.REQUEST_TIMEOUT
    ) -> None:
        if self._arriving[conn].data:
            _send_problem(conn.sock, status)
        self._let_go(conn)

    def _let_go(self, conn: TConn) -> None:
        self._taken_out(conn)
        self.nr_conns -= 1
        conn.close()

    def _taken_out(self, conn: TConn) -> Arrival:
        arrival = self._arriving.pop(conn)
        self._held -= len(arrival.data)
        self.poller.unregister(conn.sock)
        return arrival


def _send_problem(client: socket.socket, status: HTTPStatus) -> None:
    problem = {
        "type": "/problems/bad-request",
        "title": status.phrase,
        "status": status.value,
        "detail": status.description or "The request breaks the rules of HTTP.",
    }
    body = orjson.dumps(problem)
    head = (
        f"HTTP/1.1 {status.value} {status.phrase}\r\n"
        "Content-Type: application/problem+json\r\nCache-Control: no-store\r\n"
        f"Connection: close\r\nContent-Length: {len(body)}\r\n\r\n"
    )
    _send(client, head.encode() + body)


def _send(client: socket.socket, data: bytes) -> None:
    """Send a few bytes, if the client takes them."""
    try:
        client.send(data)
    except OSError:
        return
