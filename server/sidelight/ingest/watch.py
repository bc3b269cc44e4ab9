"""Watching feeds: look at each when it is due, fetch what is new, forget what is old.

One thing at a time, and each kept before the next begins: what to look at and what
to fetch stands in the store. So it may be ended at any moment, and one process at a
time does it, whichever comes first.
"""

import os
import socket
from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from http import HTTPStatus
from time import monotonic
from typing import Any

from sidelight.errors import InvalidInput, NotFetched, SidelightError
from sidelight.ingest import sources, urls
from sidelight.ingest.entries import Entry, newest
from sidelight.ingest.fetch import Fetched
from sidelight.ingest.polite import NotThere, Polite, RobotsRefuse, TryLater
from sidelight.ingest.urls import MOST_PAGES, Read
from sidelight.messages import message
from sidelight.store import Arrival, FeedRow, Store
from sidelight.store.feeds import LONGEST_ROUND, now

LEASE = "watch"
LEASE_SECONDS = 90.0  # longer than any one thing takes
LONGEST_SLEEP = 30.0  # seconds, after which new feeds are noticed
LONGEST_BACK_OFF = timedelta(minutes=LONGEST_ROUND)
PAGE_TRIES = 3
PAGE_BACK_OFF = timedelta(minutes=10)
PRUNING = 3_600.0  # seconds between two looks for what is too old

Tell = Callable[[str], None]


class Watcher:
    """Looks at the feeds of a store and fetches what they list, turn by turn."""

    SHORT = 5.0
    """Seconds: after so long a rest the work that was there is done for now."""

    def __init__(
        self,
        store: Store,
        polite: Polite,
        read: Read,
        *,
        keep_days: int = 30,
        tell: Tell = lambda _: None,
    ) -> None:
        """`tell` gets a line for each thing done; `keep_days` of 0 keeps all."""
        self._store = store
        self._feeds = store.feeds
        self._polite = polite
        self._read = read
        self._keep_days = keep_days
        self._tell = tell
        self._holder = f"{socket.gethostname()} {os.getpid()} {id(self)}"
        self._pruned = -PRUNING

    def turn(self) -> float:
        """Do one thing that is due; return how many seconds there is nothing to do.

        Raises `StoreError` where the store fails; nothing is lost by that.
        """
        if not self._feeds.hold(LEASE, self._holder, LEASE_SECONDS):
            self._tell(
                "Another Sidelight is watching; this one takes over when it ends."
            )
            return LONGEST_SLEEP
        self._forget_the_old()
        feed = self._feeds.due()
        if feed and not self._wait(feed.url):
            self._look(feed)
            return 0.0
        waits = [self._wait(feed.url)] if feed else []
        for arrival in self._feeds.waiting():
            wait = self._wait(arrival.url or "")
            if not wait:
                self._take(arrival)
                return 0.0
            waits.append(wait)
        return self._sleep(waits)

    def let_go(self) -> None:
        """Let another process watch."""
        self._feeds.release(LEASE, self._holder)

    def _wait(self, url: str) -> float:
        try:
            return self._polite.wait(url)
        except InvalidInput:  # it will be said when it is fetched
            return 0.0

    def _sleep(self, waits: list[float]) -> float:
        due = self._feeds.next_due()
        if due and due > now():
            waits.append((due - now()).total_seconds())
        return min([*waits, LONGEST_SLEEP])

    def _forget_the_old(self) -> None:
        if monotonic() - self._pruned >= PRUNING:
            if self._keep_days:
                self._store.prune(oldest_day(self._keep_days))
            self._store.tend(now().date())
            self._pruned = monotonic()

    # --- A feed ----------------------------------------------------------------

    def _look(self, feed: FeedRow) -> None:
        """Look at a feed, and keep what is new in it or why it could not be had."""
        asking = {"If-None-Match": feed.etag, "If-Modified-Since": feed.modified}
        headers = {name: value for name, value in asking.items() if value}
        try:
            reply = self._polite.get(feed.url, headers=headers, most=sources.MOST_BYTES)
            new = self._keep(feed, reply)
        except (NotFetched, InvalidInput) as error:
            self._failed(feed, error)
        else:
            self._tell(f"{feed.title or feed.url}: {new} new")

    def _keep(self, feed: FeedRow, reply: Fetched) -> int:
        if reply.status == HTTPStatus.NOT_MODIFIED:
            return self._feeds.looked_at(feed, None, due=_after(feed.every))
        listing = sources.listing(reply)
        if listing is None:
            raise InvalidInput(
                message(
                    "%(url)s: this is a page, and no feed or sitemap.", url=reply.url
                )
            )
        listed = urls.listed(listing, reply, self._polite, MOST_PAGES)
        return self._feeds.looked_at(
            feed,
            [columns(entry, inside=reply.inside) for entry in self._wanted(listed)],
            due=_after(max(feed.every, min(listing.every or 0, LONGEST_ROUND))),
            title=listing.title,
            etag=reply.headers.get("etag"),
            modified=reply.headers.get("last-modified"),
            url=reply.url if reply.moved else None,
        )

    def _wanted(self, entries: list[Entry]) -> Iterator[Entry]:
        """Yield the newest entries, but those too old to be kept."""
        oldest = oldest_day(self._keep_days).isoformat() if self._keep_days else ""
        for entry in newest(entries, MOST_PAGES):
            if (entry.published or entry.changed or oldest) >= oldest:
                yield entry

    def _failed(self, feed: FeedRow, error: SidelightError) -> None:
        """Look again later: the more often it failed, the later."""
        self._tell(f"{feed.title or feed.url}: {error}")
        wait = timedelta(minutes=feed.every) * 2 ** min(feed.failures + 1, 10)
        if isinstance(error, TryLater):
            wait = max(timedelta(minutes=feed.every), timedelta(seconds=error.seconds))
        gone = isinstance(error, NotThere) and error.for_good
        due = None if gone else now() + min(wait, LONGEST_BACK_OFF)
        self._feeds.failed(feed, str(error), due)

    # --- A page ----------------------------------------------------------------

    def _take(self, arrival: Arrival) -> None:
        """Fetch a page and file its report, or keep why there is none."""
        entry = Entry(
            url=arrival.url or "",
            title=arrival.title,
            publisher=arrival.publisher,
            published=arrival.published,
            html=arrival.html,
        )
        try:
            article = urls.fetched(entry, self._polite, inside_too=arrival.inside)
            outcome = self._store.add(self._read(article))
        except TryLater as error:
            wait = max(timedelta(seconds=error.seconds), timedelta(seconds=1))
            self._feeds.postponed(arrival.page, now() + wait, failed=False)
        except (NotFetched, InvalidInput) as error:
            self._not_taken(arrival, error)
        else:
            self._feeds.finished(arrival.page, outcome)
            self._tell(f"{outcome}: {article.title or article.url}")

    def _not_taken(self, arrival: Arrival, error: SidelightError) -> None:
        final = isinstance(error, InvalidInput | NotThere | RobotsRefuse)
        if final or arrival.failures + 1 >= PAGE_TRIES:
            self._feeds.finished(arrival.page, "passed-over", str(error))
            self._tell(f"passed over {error}")
        else:
            wait = PAGE_BACK_OFF * 6**arrival.failures
            self._feeds.postponed(arrival.page, now() + wait, failed=True)


def columns(entry: Entry, *, inside: bool) -> dict[str, Any]:
    """Return an entry as the store's queue takes it."""
    return {
        "url": entry.url,
        "title": entry.title,
        "publisher": entry.publisher,
        "published": entry.published,
        "changed": entry.changed,
        "html": entry.html,
        "inside": inside,
    }


def oldest_day(keep_days: int) -> date:
    """Return the first day (UTC) that is still kept."""
    return (now() - timedelta(days=keep_days)).date()


def _after(minutes: int) -> datetime:
    return now() + timedelta(minutes=minutes)
