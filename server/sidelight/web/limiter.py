"""How often anybody may ask, and guess: counted by token or by address.

`guard` counts every request where others can reach the service. What can be guessed (a
lesson's code) is counted by whoever lets guess, everywhere:

    limiter().check_guesses()  # raises TooManyRequests after too many wrong ones
    ...
    limiter().count_wrong_guess()

One worker counts in memory; several count in the store's database, or in Redis where
SIDELIGHT_REDIS_URL is set, so that all of them together keep to a limit. Who was counted
is a keyed hash: no address is stored.
"""

import hashlib
import hmac
import logging
import time
from collections.abc import Callable
from functools import cached_property
from ipaddress import IPv6Address, ip_address
from threading import Lock
from typing import Protocol, cast

from flask import current_app, request

from sidelight.errors import StoreError
from sidelight.settings import Limit, Settings
from sidelight.store import Count, Store
from sidelight.web.refusals import TooManyRequests

MOST_COUNTED = 10_000
"""Callers that are counted in memory; beyond, what has ended is cleared away."""

_ONE_HOME = 64  # bits of an IPv6 address that are one household's or school's own
_LOG = logging.getLogger(__name__)


class Counting(Protocol):
    """Where counts are kept: in memory, in the store, or in Redis."""

    def add(self, key: str, seconds: int) -> Count:
        """Count one more; counting begins anew `seconds` after the first."""

    def get(self, key: str) -> Count:
        """Return what was counted until now."""


class InMemory:
    """The counts of one process."""

    def __init__(self) -> None:
        """Begin with none."""
        self._counts: dict[str, Count] = {}
        self._lock = Lock()

    def add(self, key: str, seconds: int) -> Count:
        """Count one more; counting begins anew `seconds` after the first."""
        with self._lock:
            if len(self._counts) >= MOST_COUNTED:
                now = time.time()
                going = {k: c for k, c in self._counts.items() if c.until > now}
                self._counts = going if len(going) < MOST_COUNTED else {}
            n, until = self._now(key)
            self._counts[key] = Count(n + 1, until if n else until + seconds)
            return self._counts[key]

    def get(self, key: str) -> Count:
        """Return what was counted until now."""
        with self._lock:
            return self._now(key)

    def _now(self, key: str) -> Count:
        now = int(time.time())
        found = self._counts.get(key, Count(0, now))
        return found if found.until > now else Count(0, now)


class Limiter:
    """Holds callers to limits; safe between threads, and forked before its first use."""

    def __init__(
        self, settings: Settings, store: Callable[[], Store], key: str, *, shared: bool
    ) -> None:
        """Prepare; nothing is opened yet. `key` hides who is counted."""
        self._settings = settings
        self._store = store
        self._key = key.encode()
        self._shared = shared
        self._own = InMemory()

    def count_request(self, who: str) -> None:
        """Count a request; raises `TooManyRequests`.

        Where the counting itself fails the request is let through: a page that needs
        no store is served even where there is none.
        """
        limit = self._settings.limit
        if limit is None:
            return
        try:
            count = self._counting.add(self._hidden("request", who), limit.seconds)
        except StoreError:
            _LOG.warning("Requests could not be counted")
            return
        _hold(count, limit, count.n > limit.most)

    def check_guesses(self) -> None:
        """Raise `TooManyRequests` where this address has guessed wrong too often.

        Raises `StoreError` where that cannot be known.
        """
        limit = self._settings.guesses
        count = self._counting.get(self._hidden("guess", address()))
        _hold(count, limit, count.n >= limit.most)

    def count_wrong_guess(self) -> None:
        """Count a wrong guess of this address."""
        who = self._hidden("guess", address())
        self._counting.add(who, self._settings.guesses.seconds)

    @cached_property
    def _redis(self) -> Counting:
        from sidelight.web.redis_counts import InRedis  # noqa: PLC0415 - if it is set

        return InRedis(self._settings.redis_url)

    @property
    def _counting(self) -> Counting:
        if self._settings.redis_url:
            return self._redis
        return self._store().counts if self._shared else self._own

    def _hidden(self, what: str, who: str) -> str:
        named = f"{what} {who}".encode()
        return hmac.new(self._key, named, hashlib.sha256).hexdigest()


def limiter() -> Limiter:
    """Return the limiter of the app that answers this request."""
    return cast("Limiter", current_app.extensions["sidelight.limiter"])


def address() -> str:
    """Return whose address a request comes from: of IPv6 the network it lies in."""
    try:
        found = ip_address(request.remote_addr or "")
    except ValueError:  # a socket in the file system
        return ""
    if isinstance(found, IPv6Address):
        if found.ipv4_mapped:
            return str(found.ipv4_mapped)
        return str(IPv6Address(int(found) >> _ONE_HOME << _ONE_HOME))
    return str(found)


def _hold(count: Count, limit: Limit, too_often: bool) -> None:  # noqa: FBT001
    if too_often:
        raise TooManyRequests(limit, max(1, count.until - int(time.time())))
