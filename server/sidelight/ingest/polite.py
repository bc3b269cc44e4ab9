"""Manners on the web: robots.txt, one request at a time a host, and time in between."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from http import HTTPStatus
from threading import Lock
from time import monotonic, sleep

from sidelight.errors import AddressRefused, NotFetched
from sidelight.ingest import robots
from sidelight.ingest.addresses import Place, place
from sidelight.ingest.fetch import MOST_BYTES, Fetched, Fetcher
from sidelight.ingest.robots import Robots
from sidelight.messages import message

GAP = 1.0
"""Seconds between two requests to one host where it asks for no more."""

ROBOTS_KEPT = 86_400.0  # seconds; RFC 9309, 2.4: no longer than a day
ROBOTS_RETRY = 600.0  # ... and sooner where they could not be had
LONGEST_PAUSE = 60.0  # seconds that somebody waits for one page
LONGEST_WAIT = 86_400.0  # seconds; a server that asks for more is asked in a day
_FINE = frozenset({HTTPStatus.OK, HTTPStatus.NOT_MODIFIED})
_BUSY = frozenset({HTTPStatus.TOO_MANY_REQUESTS, HTTPStatus.SERVICE_UNAVAILABLE})


class TryLater(NotFetched):
    """A server is busy and says when it may be asked again."""

    slug = "try-later"
    title = "The server asks for patience"

    def __init__(self, message: str, seconds: float = 0.0) -> None:
        """Remember how many seconds to leave it alone."""
        super().__init__(message)
        self.seconds = seconds


class RobotsRefuse(NotFetched):
    """A site asks programs not to fetch this page, in its robots.txt."""

    slug = "robots"
    title = "The site asks not to be read by programs"


class NotThere(NotFetched):
    """A server says that the page is not there, or not for everybody."""

    slug = "not-there"
    title = "The page is not there"

    def __init__(self, message: str, *, for_good: bool = False) -> None:
        """Remember whether the server says that it will not come back."""
        super().__init__(message)
        self.for_good = for_good


class Polite:
    """Fetches one page after the other, as slowly as each host asks.

    For one thread at a time: whoever comes second waits.
    """

    def __init__(
        self,
        fetcher: Fetcher,
        *,
        gap: float = GAP,
        longest: float = LONGEST_PAUSE,
        clock: Callable[[], float] = monotonic,
        pause: Callable[[float], None] = sleep,
    ) -> None:
        """Leave at least `gap` seconds between two requests to one host.

        Where a host asks for more than `longest` seconds it is not waited for.
        """
        self._longest = longest
        self._fetcher = fetcher
        self._gap = gap
        self._clock = clock
        self._pause = pause
        self._free: dict[str, float] = {}  # when a host may be asked again
        self._robots: dict[str, _Known] = {}  # by origin
        self._one = Lock()

    def wait(self, url: str) -> float:
        """Return how many seconds the host of `url` is still to be left alone."""
        return max(0.0, self._free.get(place(url).host, 0.0) - self._clock())

    def get(
        self,
        url: str,
        *,
        named: bool = False,
        headers: Mapping[str, str] | None = None,
        most: int = MOST_BYTES,
        inside_too: bool = True,
    ) -> Fetched:
        """Return what `url` answers, once its host may be asked.

        `named` says that a user named this very page, as in a browser: robots.txt
        is about what programs find by themselves. Raises `RobotsRefuse`,
        `TryLater`, `NotFetched` or `AddressRefused`; any status but 200 and 304
        is `NotFetched`.
        """
        with self._one:
            reply = self._fetcher.get(
                url,
                headers=headers,
                most=most,
                inside_too=inside_too,
                may=lambda where: self._approach(where, named, inside_too),
            )
            self._done(place(reply.url))
            return self._judged(reply)

    def _approach(self, where: Place, named: bool, inside_too: bool) -> None:  # noqa: FBT001
        """Wait for the host's turn, and raise where its robots.txt refuses."""
        if not named:
            rules, fault = self._rules(where, inside_too)
            if fault:
                raise NotFetched(
                    message("%(url)s: %(fault)s", url=where.url, fault=fault)
                )
            if not rules.allow(where.target):
                raise RobotsRefuse(
                    message(
                        "%(url)s: the site's robots.txt asks programs to leave it.",
                        url=where.url,
                    )
                )
        self._wait_for(where)
        self._done(where)  # counts from the request where no answer comes

    def _wait_for(self, where: Place) -> None:
        left = self._free.get(where.host, 0.0) - self._clock()
        if left > self._longest:
            raise TryLater(
                message(
                    "%(url)s: the site asks to be left alone for %(left)s seconds.",
                    url=where.url,
                    left=f"{left:.0f}",
                ),
                left,
            )
        if left > 0:
            self._pause(left)

    def _done(self, where: Place) -> None:
        known = self._robots.get(where.origin)
        gap = max(self._gap, known.rules.delay if known else 0.0)
        until = self._clock() + gap
        self._free[where.host] = max(until, self._free.get(where.host, 0.0))

    def _rules(self, where: Place, inside_too: bool) -> tuple[Robots, str | None]:  # noqa: FBT001
        """Return a site's rules, and why they could not be had, if so."""
        known = self._robots.get(where.origin)
        if known is None or known.until <= self._clock():
            self._wait_for(where)
            known = self._ask_for_rules(where, inside_too)
            self._robots[where.origin] = known
            self._done(where)
        return known.rules, known.fault

    def _ask_for_rules(self, where: Place, inside_too: bool) -> "_Known":  # noqa: FBT001
        """Fetch a robots.txt: none there allows all, none to be had nothing.

        RFC 9309, 2.3.1.
        """
        soon, late = self._clock() + ROBOTS_RETRY, self._clock() + ROBOTS_KEPT
        try:
            reply = self._fetcher.get(
                f"{where.origin}/robots.txt",
                most=robots.MOST_BYTES,
                inside_too=inside_too,
            )
        except AddressRefused:
            return _Known(Robots(), soon)  # the page itself will be refused
        except NotFetched as error:
            return _Known(Robots(), soon, f"no robots.txt could be had ({error})")
        if reply.status == HTTPStatus.OK:
            return _Known(Robots(reply.body.decode("utf-8", "replace")), late)
        if reply.status in _BUSY or reply.status >= HTTPStatus.INTERNAL_SERVER_ERROR:
            fault = f"its robots.txt could not be had ({_status(reply.status)})."
            return _Known(Robots(), soon, fault)
        return _Known(Robots(), late)

    def _judged(self, reply: Fetched) -> Fetched:
        if reply.status in _BUSY:
            seconds = retry_after(reply.headers.get("retry-after"))
            host = place(reply.url).host
            self._free[host] = max(
                self._free.get(host, 0.0), self._clock() + (seconds or 0.0)
            )
            raise TryLater(
                message("%(url)s: the server is busy.", url=reply.url), seconds or 0.0
            )
        if reply.status in _FINE:
            return reply
        fault = message(
            "%(url)s: the server answered %(status)s.",
            url=reply.url,
            status=_status(reply.status),
        )
        if HTTPStatus.BAD_REQUEST <= reply.status < HTTPStatus.INTERNAL_SERVER_ERROR:
            raise NotThere(fault, for_good=reply.status == HTTPStatus.GONE)
        raise NotFetched(fault)


@dataclass(frozen=True, slots=True)
class _Known:
    """What is known of a site's robots.txt, and until when (by the clock)."""

    rules: Robots
    until: float
    fault: str | None = None


def retry_after(value: str | None) -> float | None:
    """Return the seconds that a Retry-After header asks for (RFC 9110, 10.2.3)."""
    if value is None:
        return None
    try:
        seconds = float(value)
    except ValueError:
        try:
            when = parsedate_to_datetime(value)
        except ValueError:
            return None
        when = when if when.tzinfo else when.replace(tzinfo=UTC)
        seconds = (when - datetime.now(UTC)).total_seconds()
    return min(max(seconds, 0.0), LONGEST_WAIT)


def _status(code: int) -> str:
    try:
        return f"{code} {HTTPStatus(code).phrase}"
    except ValueError:
        return str(code)
