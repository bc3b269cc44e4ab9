"""Counts in Redis, for services of many workers on several machines."""

import time
from collections.abc import Callable
from typing import Any

from sidelight.errors import StoreError
from sidelight.store import Count

PATIENCE = 1.0
"""Seconds that Redis is waited for; a request is not held up by being counted."""

_PREFIX = "sidelight:count:"


class InRedis:
    """The counts that all workers share, in keys that end by themselves."""

    def __init__(self, url: str) -> None:
        """Prepare to connect to a redis:// URL; raises `StoreError` where it is none.

        The client is safe between threads; connections are made when needed.
        """
        try:
            import redis  # noqa: PLC0415 - an extra
        except ModuleNotFoundError as error:
            raise StoreError(
                "SIDELIGHT_REDIS_URL is set, and the Python package redis is not "
                "installed: pip install 'sidelight[redis]'."
            ) from error
        self._failures = (redis.RedisError, OSError)
        try:
            self._client = redis.Redis.from_url(
                url, socket_timeout=PATIENCE, socket_connect_timeout=PATIENCE
            )
        except ValueError as error:
            raise StoreError(
                "SIDELIGHT_REDIS_URL cannot be read; it should look like "
                "redis://host:6379/0."
            ) from error

    def add(self, key: str, seconds: int) -> Count:
        """Count one more; counting begins anew `seconds` after the first."""

        def asked(pipeline: Any) -> None:  # noqa: ANN401 - redis' own
            pipeline.set(_PREFIX + key, 0, ex=seconds, nx=True)
            pipeline.incr(_PREFIX + key)
            pipeline.ttl(_PREFIX + key)

        _, n, left = self._ask(asked)
        return Count(int(n), int(time.time()) + int(left))

    def get(self, key: str) -> Count:
        """Return what was counted until now."""

        def asked(pipeline: Any) -> None:  # noqa: ANN401
            pipeline.get(_PREFIX + key)
            pipeline.ttl(_PREFIX + key)

        n, left = self._ask(asked)
        return Count(int(n or 0), int(time.time()) + max(0, int(left)))

    def _ask(self, asked: Callable[[Any], None]) -> list[Any]:
        try:
            with self._client.pipeline(transaction=True) as pipeline:
                asked(pipeline)
                return list(pipeline.execute())
        except self._failures as error:
            raise StoreError(
                "Redis, which counts requests, does not answer."
            ) from error
