"""/metrics: counts and times for Prometheus, summed over all workers.

No label holds an address, a text or an id: the route is that of the code, such as
"/api/v1/reports/<path:id>". Workers `share` a folder of mapped files;
without one there is a single process, which counts by itself.
"""

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from flask import Blueprint, Flask, Response, current_app, request
from prometheus_client import (
    CONTENT_TYPE_LATEST,
    CollectorRegistry,
    Counter,
    Histogram,
    generate_latest,
    values,
)
from prometheus_client.core import GaugeMetricFamily
from prometheus_client.multiprocess import MultiProcessCollector, mark_process_dead
from prometheus_client.registry import Collector

from sidelight.errors import StoreError
from sidelight.settings import metrics_folder, share_metrics
from sidelight.store import Store
from sidelight.web.service import service

PAGES = Blueprint("metrics", __name__)

_HERE = "sidelight.metrics"
_BUCKETS = (0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0)
_METHODS = frozenset("GET HEAD POST PUT PATCH DELETE OPTIONS".split())


class Metrics:
    """What is counted of the requests to one app."""

    def __init__(self) -> None:
        """Begin at nothing."""
        self.registry = CollectorRegistry()
        self._requests = Counter(
            "sidelight_requests",
            "Requests answered.",
            ("method", "route", "status"),
            registry=self.registry,
        )
        self._seconds = Histogram(
            "sidelight_request_seconds",
            "Seconds from the request's last byte to its answer.",
            ("route",),
            buckets=_BUCKETS,
            registry=self.registry,
        )
        self._problems = Counter(
            "sidelight_problems",
            "Problems answered, by their kind.",
            ("kind",),
            registry=self.registry,
        )

    def count(self, status: int, seconds: float) -> None:
        """Count the request that is being answered."""
        method = request.method if request.method in _METHODS else "other"
        self._requests.labels(method, route(), str(status)).inc()
        self._seconds.labels(route()).observe(seconds)

    def count_problem(self, kind: str) -> None:
        """Count a problem by its slug."""
        self._problems.labels(kind).inc()


class _Stored(Collector):
    """How many reports are stored, looked up when it is asked for."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def collect(self) -> Iterator[GaugeMetricFamily]:
        try:
            number = len(self._store)
        except StoreError:
            return
        yield GaugeMetricFamily(
            "sidelight_stored_reports", "Reports in the store.", value=number
        )


def share(folder: Path) -> None:
    """Have what is made from now on be counted in `folder`, by all its workers."""
    share_metrics(folder)
    values.ValueClass = values.get_value_class()  # type: ignore[no-untyped-call]


def route() -> str:
    """Return the route of this request as the code has it; "none" for no such."""
    return str(request.url_rule) if request.url_rule else "none"


def metrics_of(app: Flask) -> Metrics:
    """Return what an app counts."""
    if _HERE not in app.extensions:
        app.extensions[_HERE] = Metrics()
    found: Metrics = app.extensions[_HERE]
    return found


def forget_worker(process: int) -> None:
    """Tidy up after a worker that ended; its counts stay in the sums."""
    if metrics_folder():
        mark_process_dead(process)  # type: ignore[no-untyped-call]


@PAGES.get("/metrics")
def get_metrics() -> Response:
    """Show all counts in the text format of Prometheus."""
    if metrics_folder():
        registry = CollectorRegistry()
        MultiProcessCollector(registry)  # type: ignore[no-untyped-call]
    else:
        registry = metrics_of(current_app).registry
    stored = CollectorRegistry()
    with suppress(StoreError):  # the rest can be counted without one
        stored.register(_Stored(service().store))
    body = generate_latest(registry) + generate_latest(stored)
    return Response(body, content_type=CONTENT_TYPE_LATEST)
