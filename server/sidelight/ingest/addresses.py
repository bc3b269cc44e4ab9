"""Which addresses may be fetched: the web's, and of one's own networks none unasked.

A name says nothing about where it leads. So a name is looked up first, every address
that it stands for is judged, and the connection is made to one of these addresses
and not to the name: a name that stands for another address a moment later (DNS
rebinding) gains nothing by it.
"""

import re
import socket
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from ipaddress import (
    IPv4Address,
    IPv4Network,
    IPv6Address,
    IPv6Network,
    ip_address,
    ip_network,
)
from queue import Empty, SimpleQueue
from threading import Thread
from urllib.parse import quote, urljoin, urlsplit

from sidelight.errors import AddressRefused, NotFetched
from sidelight.messages import message

Address = IPv4Address | IPv6Address
Network = IPv4Network | IPv6Network
Lookup = Callable[[str, int], Sequence[str]]

LONGEST_URL = 2_000
PORTS = {"http": 80, "https": 443}
FIRST_FREE_PORT = 1024  # below lie other services: mail, files, remote shells
LOOKUP_PATIENCE = 5.0  # seconds

# IPv6 addresses that carry an IPv4 one at their end: NAT64 (RFC 6052, RFC 8215).
_TRANSLATED = (ip_network("64:ff9b::/96"), ip_network("64:ff9b:1::/48"))
_HOST = re.compile(r"[a-z0-9._-]+|[0-9a-f:.]+")
_SAFE = "!#$%&'()*+,/:;=?@[]~"


@dataclass(frozen=True, slots=True)
class Place:
    """A URL taken apart: `host` as it goes into a request, `target` path and query."""

    url: str
    scheme: str
    host: str
    port: int
    target: str

    @property
    def origin(self) -> str:
        """Scheme, host and port, which a robots.txt speaks for."""
        return f"{self.scheme}://{self.authority}"

    @property
    def authority(self) -> str:
        """The Host header."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == PORTS[self.scheme] else f"{host}:{self.port}"


def place(url: str, base: str = "") -> Place:
    """Take apart an http or https URL, relative to `base` where it is.

    Raises `AddressRefused` for any other scheme, for a URL with a user name in it,
    and for the ports below 1024 that are not the web's.
    """
    if len(url) > LONGEST_URL:
        raise AddressRefused(message("The address is longer than 2,000 characters."))
    try:
        parts = urlsplit(urljoin(base, url.strip()))
        port = parts.port
        host = (parts.hostname or "").encode("idna").decode()
    except (ValueError, UnicodeError) as error:
        raise AddressRefused(
            message("%(url)s is no address of a web page.", url=repr(url[:80]))
        ) from error
    if parts.scheme not in PORTS or not _HOST.fullmatch(host):
        raise AddressRefused(
            message(
                "%(url)s is no address of a web page; it must begin with http:// or "
                "https://.",
                url=repr(url[:80]),
            )
        )
    if parts.username is not None or parts.password is not None:
        raise AddressRefused(
            message("An address with a user name in it is not fetched.")
        )
    port = PORTS[parts.scheme] if port is None else port
    if port < FIRST_FREE_PORT and port not in PORTS.values():
        raise AddressRefused(
            message("Port %(port)s is no web server's; it is not asked.", port=port)
        )
    path = quote(parts.path or "/", safe=_SAFE)
    query = f"?{quote(parts.query, safe=_SAFE)}" if parts.query else ""
    made = Place("", parts.scheme, host, port, path + query)
    return Place(made.origin + made.target, *_fields(made))


def _fields(made: Place) -> tuple[str, str, int, str]:
    return made.scheme, made.host, made.port, made.target


class Addresses:
    """The judge of addresses: the public ones, and those of the networks named.

    `inside` are networks of one's own ("10.1.0.0/16") that were opened on purpose.
    """

    def __init__(
        self, inside: Sequence[str] = (), lookup: Lookup | None = None
    ) -> None:
        """Open the networks `inside`; raises `AddressRefused` where one is none."""
        try:
            self._inside = tuple(ip_network(network) for network in inside)
        except ValueError as error:
            raise AddressRefused(
                message("%(why)s; write it like 10.1.0.0/16.", why=str(error))
            ) from error
        self._lookup = lookup or _looked_up

    def checked(self, where: Place, *, inside_too: bool) -> tuple[str, bool]:
        """Return the address to connect to, and whether it lies inside.

        Every address of the name must be allowed. `inside_too` is not so where an
        outside page led here: it may not point back into one's own networks.
        Raises `AddressRefused`, or `NotFetched` where the name stands for nothing.
        """
        found = [ip_address(a) for a in self._lookup(where.host, where.port)]
        if not found:
            raise NotFetched(message("%(host)s: no such name.", host=where.host))
        public = all(map(self.is_public, found))
        if not public and not (inside_too and all(map(self._is_inside, found))):
            raise AddressRefused(
                message(
                    "%(host)s is an address of this computer or of a private network; it is"
                    " not fetched.",
                    host=where.host,
                )
            )
        return str(found[0]), not public

    def is_public(self, address: Address) -> bool:
        """Tell whether an address is anybody's on the internet, whatever it wraps."""
        return all(
            a.is_global and not a.is_multicast and not _is_site_local(a)
            for a in (address, *_wrapped(address))
        )

    def _is_inside(self, address: Address) -> bool:
        return any(address in network for network in self._inside)


def _is_site_local(address: Address) -> bool:
    return isinstance(address, IPv6Address) and address.is_site_local


def _wrapped(address: Address) -> list[IPv4Address]:
    """Return the IPv4 addresses that an IPv6 one stands for."""
    if not isinstance(address, IPv6Address):
        return []
    found = [address.ipv4_mapped, address.sixtofour, *(address.teredo or ())]
    if any(address in network for network in _TRANSLATED):
        found.append(IPv4Address(int(address) & 0xFFFFFFFF))
    if address.packed[:12] == bytes(12):  # ::a.b.c.d, long out of use
        found.append(IPv4Address(address.packed[12:]))
    return [a for a in found if a is not None]


def _looked_up(host: str, port: int) -> Sequence[str]:
    """Ask the system for a name's addresses, for at most `LOOKUP_PATIENCE`."""
    answer: SimpleQueue[Sequence[str]] = SimpleQueue()

    def ask() -> None:
        try:
            found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        except OSError:
            answer.put(())
        else:
            answer.put([str(entry[4][0]).partition("%")[0] for entry in found])

    Thread(target=ask, daemon=True).start()
    try:
        return answer.get(timeout=LOOKUP_PATIENCE)
    except Empty:
        raise NotFetched(
            message("%(host)s: the name could not be looked up in time.", host=host)
        ) from None
