"""What the resources share: the settings, and the store once it is needed."""

from collections.abc import Sequence
from functools import cached_property
from threading import Event, Lock
from typing import cast

from flask import Flask, current_app

from sidelight import pipeline, readings
from sidelight.ingest.addresses import Addresses
from sidelight.ingest.entries import Entry
from sidelight.ingest.fetch import Fetcher
from sidelight.ingest.polite import Polite
from sidelight.ingest.providers.chosen import chosen
from sidelight.ingest.providers.panel import Panel
from sidelight.ingest.watch import columns
from sidelight.settings import Settings
from sidelight.store import Store, open_store

PATIENCE = 8.0
"""Seconds that somebody who looks at a feed waits for it."""

LONGEST_PAUSE = 3.0


class Service:
    """One service. The store is opened by the first request that needs it.

    A worker must open its own: a connection does not survive a fork. And a page
    that needs no store is served even where it cannot be opened.
    """

    def __init__(self, settings: Settings, *, demo: bool) -> None:
        """Remember the settings; open nothing yet."""
        self.settings = settings
        self.demo = demo
        self._store: Store | None = None
        self._opening = Lock()
        self.news = Event()
        """Set when there is something for the background to do at once."""
        fetcher = Fetcher(
            Addresses(settings.fetch_inside),
            contact=settings.contact,
            patience=PATIENCE,
        )
        self.polite = Polite(fetcher, longest=LONGEST_PAUSE)

    @cached_property
    def panel(self) -> Panel | None:
        """The providers that are switched on, or `None`."""
        providers = chosen(self.settings)
        if not providers:
            return None
        fetcher = Fetcher(Addresses(), contact=self.settings.contact)
        return Panel(providers, fetcher, found=self.want)

    def want(self, leads: Sequence[Entry]) -> None:
        """Have the pages that a provider found fetched, where that is allowed."""
        if self.settings.fetch:
            self.store.feeds.want([columns(entry, inside=False) for entry in leads])
            self.news.set()

    @property
    def store(self) -> Store:
        """The store of reports.

        Raises `StoreError` where it cannot be opened; the next request tries again.
        """
        with self._opening:
            if self._store is None:
                self._store = open_store(
                    self.settings.database_url,
                    reader_version=readings.VERSION,
                    reread=pipeline.read,
                )
            return self._store


def service() -> Service:
    """Return the service of the app that answers this request."""
    return service_of(current_app)


def service_of(app: Flask) -> Service:
    """Return the service of an app."""
    return cast("Service", app.extensions["sidelight"])
