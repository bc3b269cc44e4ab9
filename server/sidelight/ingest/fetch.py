"""GET over HTTP for addresses that a user or a page named: bounded, never inward.

Time, size, redirects and decompression have limits that hold together: whatever a
server does, a call ends within `PATIENCE` and holds at most the bytes asked for.
No cookie, no referrer, and no header that tells one user from another is sent.
"""

import socket
import ssl
import zlib
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from http.client import HTTPException
from threading import Timer
from time import monotonic

from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.exceptions import HTTPError
from urllib3.response import BaseHTTPResponse
from urllib3.util import Timeout

from sidelight import __version__
from sidelight.errors import NotFetched
from sidelight.ingest.addresses import Addresses, Place, place
from sidelight.messages import message

PATIENCE = 20.0
"""Seconds for one address, with its redirects."""

CONNECTING = 5.0
MOST_BYTES = 5_000_000
MOST_REDIRECTS = 5
_CHUNK = 65_536
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_FOR_GOOD = frozenset({301, 308})
_FAILURES = (HTTPError, HTTPException, OSError, ValueError, zlib.error)
_ACCEPTED = (
    "text/html, application/xhtml+xml, application/rss+xml, application/atom+xml, "
    "application/xml;q=0.9, text/xml;q=0.9, text/plain;q=0.8, */*;q=0.5"
)


@dataclass(frozen=True, slots=True)
class Fetched:
    """An answer: `url` is where it came from in the end, header names in lower case.

    `inside` says that it came from a private network that was opened on purpose,
    `moved` that every redirect on the way was for good.
    """

    url: str
    status: int
    headers: Mapping[str, str]
    body: bytes
    inside: bool = False
    moved: bool = False


class Fetcher:
    """Fetches; safe to share between threads, and keeps nothing between calls."""

    def __init__(
        self,
        addresses: Addresses | None = None,
        *,
        contact: str = "",
        patience: float = PATIENCE,
        tls: ssl.SSLContext | None = None,
    ) -> None:
        """Let `addresses` judge; `contact` is added to what names us to servers."""
        about = f"; {contact}" if contact else ""
        self.agent = f"Sidelight/{__version__} (reads news for its user{about})"
        self._addresses = addresses or Addresses()
        self._patience = patience
        self._tls = tls

    def get(
        self,
        url: str,
        *,
        headers: Mapping[str, str] | None = None,
        most: int = MOST_BYTES,
        inside_too: bool = True,
        may: Callable[[Place], None] | None = None,
    ) -> Fetched:
        """Return what `url` answers, redirects followed, at most `most` bytes.

        `may` is asked before each request and raises to prevent it. Raises
        `AddressRefused` where a hop leads to an address that is not fetched, and
        `NotFetched` where there is no answer, none in time, or too large a one.
        """
        ends = monotonic() + self._patience
        where, moved = place(url), True
        for hop in range(MOST_REDIRECTS + 1):
            if may:
                may(where)
            address, inside = self._addresses.checked(where, inside_too=inside_too)
            inside_too = inside_too and inside
            reply = self._exchange(where, address, headers or {}, most, ends)
            to = reply.headers.get("location")
            if reply.status not in _REDIRECTS or not to:
                final = moved and hop > 0
                return Fetched(
                    where.url, reply.status, reply.headers, reply.body, inside, final
                )
            moved = moved and reply.status in _FOR_GOOD
            where = place(to, where.url)
        raise NotFetched(
            message(
                "%(url)s: it redirects more than %(most_redirects)s times.",
                url=url,
                most_redirects=MOST_REDIRECTS,
            )
        )

    def _exchange(
        self,
        where: Place,
        address: str,
        headers: Mapping[str, str],
        most: int,
        ends: float,
    ) -> Fetched:
        """Ask one server at one address; the clock ends it whatever it does."""
        left = ends - monotonic()
        if left <= 0:
            raise _too_slow(where, self._patience)
        connection = self._connection(where, address, left)
        clock = _Clock(connection, left)
        try:
            connection.request(
                "GET",
                where.target,
                headers={
                    "Host": where.authority,
                    "User-Agent": self.agent,
                    "Accept": _ACCEPTED,
                    "Accept-Encoding": "gzip",
                    **headers,
                },
                preload_content=False,
                decode_content=False,
            )
            clock.hold()
            reply = connection.getresponse()
            body = _body(reply, where, most)
        except _FAILURES as error:
            if monotonic() >= ends:
                raise _too_slow(where, self._patience) from error
            raise NotFetched(
                message("%(url)s: %(why)s.", url=where.url, why=_reason(error))
            ) from error
        finally:
            clock.stop()
            connection.close()
        if monotonic() >= ends:  # cut off where the answer may seem to be whole
            raise _too_slow(where, self._patience)
        named = {name.lower(): value for name, value in reply.headers.items()}
        return Fetched(where.url, reply.status, named, body)

    def _connection(self, where: Place, address: str, left: float) -> HTTPConnection:
        timeout = Timeout(connect=min(CONNECTING, left), read=left)
        if where.scheme == "http":
            return HTTPConnection(address, where.port, timeout=timeout.connect_timeout)
        return HTTPSConnection(
            address,
            where.port,
            timeout=timeout.connect_timeout,
            server_hostname=where.host,
            ssl_context=self._tls,
            cert_reqs="CERT_REQUIRED",
        )


class _Clock:
    """Ends a connection from another thread when its time is up."""

    def __init__(self, connection: HTTPConnection, seconds: float) -> None:
        self._connection = connection
        self._sock: socket.socket | None = None
        self._timer = Timer(seconds, self._cut)
        self._timer.daemon = True
        self._timer.start()

    def hold(self) -> None:
        """Remember the socket, which an answer that closes it takes over."""
        self._sock = self._connection.sock

    def stop(self) -> None:
        """Let the connection be."""
        self._timer.cancel()

    def _cut(self) -> None:
        sock = self._sock or self._connection.sock
        if sock is not None:
            with suppress(OSError):
                sock.shutdown(socket.SHUT_RDWR)


def _body(reply: BaseHTTPResponse, where: Place, most: int) -> bytes:
    """Read and unpack an answer, and stop as soon as it is too large."""
    if reply.status in _REDIRECTS:
        return b""
    body = bytearray()
    for piece in unpacked(reply.stream(_CHUNK, decode_content=False), _packing(reply)):
        body += piece
        if len(body) > most:
            raise NotFetched(
                message(
                    "%(url)s: it is larger than %(most)s bytes.",
                    url=where.url,
                    most=f"{most:,}",
                )
            )
    return bytes(body)


def _packing(reply: BaseHTTPResponse) -> str:
    packing = (reply.headers.get("Content-Encoding") or "identity").strip().lower()
    if packing not in {"identity", "gzip", "x-gzip", ""}:
        message = f"it is packed as {packing[:40]!r}, which was not asked for"
        raise ValueError(message)
    return packing


def unpacked(pieces: Iterator[bytes], packing: str) -> Iterator[bytes]:
    """Yield `pieces` unpacked, never more than 64 kB at a time.

    So a few bytes that unpack into gigabytes cost no more than is looked at.
    Raises `zlib.error` for what is no gzip.
    """
    if "gzip" not in packing:
        yield from pieces
        return
    unpacking = zlib.decompressobj(wbits=31)
    for piece in pieces:
        waiting = piece
        while waiting:
            yield unpacking.decompress(waiting, _CHUNK)
            waiting = unpacking.unconsumed_tail
    if not unpacking.eof:
        message = "it ends too early"
        raise zlib.error(message)


def _too_slow(where: Place, patience: float) -> NotFetched:
    return NotFetched(
        message(
            "%(url)s: no whole answer within %(patience)s seconds.",
            url=where.url,
            patience=f"{patience:g}",
        )
    )


def _reason(error: Exception) -> str:
    """Say in a few words what failed, without Python's own."""
    text = str(error)
    if isinstance(error, ssl.SSLError) or "CERTIFICATE" in text:
        return "its certificate cannot be trusted"
    if isinstance(error, ValueError | zlib.error):
        return text
    if "refused" in text:
        return "nothing answers there"
    if "timed out" in text:
        return "it does not answer in time"
    return "the connection broke off"
