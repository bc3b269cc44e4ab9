"""What the service does by itself: watch the feeds, and forget what is too old.

One thread in each worker; one of them at a time watches, by a lease in the store.
"""

import logging
from threading import Thread

from sidelight import pipeline
from sidelight.errors import SidelightError
from sidelight.ingest.addresses import Addresses
from sidelight.ingest.fetch import Fetcher
from sidelight.ingest.polite import Polite
from sidelight.ingest.watch import PRUNING, Watcher, oldest_day
from sidelight.store.feeds import now
from sidelight.web.service import Service

FIRST_PRUNING = 60.0  # seconds after the start, so that starting opens no store
AFTER_A_FAULT = 60.0  # seconds
LONGEST_REST = 10.0  # seconds, for another worker may have added a feed
LONGEST_PAUSE = 5.0  # seconds that a watcher waits for one host; then others' turn

_LOG = logging.getLogger(__name__)


class Background:
    """The thread, and what it does in turns; each returns how long it may rest."""

    def __init__(self, service: Service) -> None:
        """Prepare for `start`; opens nothing yet."""
        self._service = service
        self._ended = False
        self._watcher: Watcher | None = None
        self._thread = Thread(target=self._run, name="background", daemon=True)

    def start(self) -> None:
        """Begin; ends with the process, at any moment, or by `stop`."""
        self._thread.start()

    def stop(self) -> None:
        """End when the turn that is under way is done."""
        self._ended = True
        self._service.news.set()
        self._thread.join()

    def _run(self) -> None:
        fetch = self._service.settings.fetch
        turn = self._watch if fetch else self._forget
        rest = 0.0 if fetch else FIRST_PRUNING
        while not self._is_over(rest):
            try:
                rest = turn()
            except SidelightError:  # the store: whoever opens a page is told
                rest = AFTER_A_FAULT
            except Exception as error:  # noqa: BLE001 - one page must not end it all
                _LOG.error("%s while watching feeds", type(error).__name__)
                rest = AFTER_A_FAULT

    def _is_over(self, rest: float) -> bool:
        """Rest, or go on at once where there is news; tell whether to end."""
        self._service.news.wait(rest)
        self._service.news.clear()
        return self._ended

    def _watch(self) -> float:
        if self._watcher is None:
            known = self._service.settings
            fetcher = Fetcher(Addresses(known.fetch_inside), contact=known.contact)
            self._watcher = Watcher(
                self._service.store,
                Polite(fetcher, longest=LONGEST_PAUSE),
                pipeline.read,
                keep_days=known.keep_days,
            )
        return min(self._watcher.turn(), LONGEST_REST)

    def _forget(self) -> float:
        self._service.store.lessons.prune()
        keep_days = self._service.settings.keep_days
        if keep_days:
            self._service.store.prune(oldest_day(keep_days))
        self._service.store.tend(now().date())
        return PRUNING
