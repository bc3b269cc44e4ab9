"""Feeds that are looked at, and the pages that they listed: a queue that lasts.

A look at a feed is one transaction: what is new in it waits to be fetched, and the
feed's ETag says from then on that this was seen. Whoever is killed in between finds
the same pages waiting. Times are UTC without a zone, as the tables have them.
"""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import (
    Column,
    ColumnElement,
    Connection,
    Engine,
    delete,
    func,
    or_,
    select,
    update,
)

from sidelight.errors import InvalidInput, NotFound
from sidelight.messages import message
from sidelight.store.engine import writing
from sidelight.store.faults import told
from sidelight.store.identity import canonical, digest
from sidelight.store.schema import arrivals, feeds, leases

MOST_FEEDS = 500
SHORTEST_ROUND = 5  # minutes between two looks
LONGEST_ROUND = 24 * 60
LOOK_AGAIN = timedelta(hours=1)
"""A page that its feed calls changed is fetched again, but not more often."""


def now() -> datetime:
    """Return the time as the tables have it: UTC, without a zone."""
    return datetime.now(UTC).replace(tzinfo=None)


@dataclass(frozen=True, slots=True)
class FeedRow:
    """A feed. `every` is in minutes; nobody looks where `due` is `None`.

    `came` reports of it were stored, `waiting` pages are still to be fetched.
    """

    id: int
    url: str
    title: str | None
    from_file: bool
    every: int
    due: datetime | None
    looked: datetime | None
    failures: int
    problem: str | None
    etag: str | None
    modified: str | None
    came: int = 0
    waiting: int = 0


@dataclass(frozen=True, slots=True)
class Arrival:
    """A page that a feed listed. `outcome` is `None` while it waits."""

    page: str
    feed: int | None
    url: str | None
    title: str | None
    publisher: str | None
    published: str | None
    html: str | None
    inside: bool
    failures: int
    outcome: str | None
    why: str | None
    at: datetime


_FEED = tuple(
    feeds.c[name]
    for name in FeedRow.__dataclass_fields__
    if name not in {"came", "waiting"}
)
_ARRIVAL = tuple(arrivals.c[name] for name in Arrival.__dataclass_fields__)
_STORED = ("added", "updated", "already-there")


class Feeds:
    """The feeds of a store; raises `StoreError` where the database fails."""

    def __init__(self, engine: Engine) -> None:
        """Use `Store.feeds` instead."""
        self._engine = engine

    # --- Feeds ---------------------------------------------------------------

    def add(
        self,
        url: str,
        title: str | None = None,
        every: int = 30,
        *,
        from_file: bool = False,
    ) -> int:
        """Add a feed, to be looked at soon, and return its number.

        One that is there already is left as it is, but looked at again where
        nobody did. Raises `InvalidInput` where there are too many.
        """
        every = min(max(every, SHORTEST_ROUND), LONGEST_ROUND)
        with self._writing() as connection:
            found = connection.execute(
                select(feeds.c.id, feeds.c.due).where(feeds.c.url == url)
            ).one_or_none()
            if found is None:
                return self._insert(connection, url, title, every, from_file=from_file)
            if found.due is None:
                _set(connection, found.id, due=now(), failures=0, problem=None)
            return int(found.id)

    def _insert(
        self,
        connection: Connection,
        url: str,
        title: str | None,
        every: int,
        *,
        from_file: bool,
    ) -> int:
        if connection.scalar(select(func.count()).select_from(feeds)) == MOST_FEEDS:
            raise InvalidInput(
                message(
                    "There are %(most_feeds)s feeds; remove one first.",
                    most_feeds=MOST_FEEDS,
                )
            )
        made = connection.execute(
            feeds.insert().values(
                url=url,
                title=_short(title),
                every=every,
                from_file=from_file,
                added=now(),
                due=now(),
                failures=0,
            )
        )
        key = made.inserted_primary_key
        return int(key[0]) if key else 0

    def keep_as_in_file(self, listed: Mapping[str, tuple[str | None, int]]) -> None:
        """Have the feeds that a file lists, and no longer those it does not.

        `listed` is title and minutes by address. The reports of a feed that goes
        stay, and so do feeds that were not added from a file.
        """
        with self._writing() as connection:
            connection.execute(
                delete(feeds).where(feeds.c.from_file, feeds.c.url.not_in(listed))
            )
        for url, (title, every) in listed.items():
            number = self.add(url, title, every, from_file=True)
            with self._writing() as connection:
                _set(connection, number, every=max(every, SHORTEST_ROUND))

    def list(self) -> Sequence[FeedRow]:
        """Return the feeds as they were added, with what came of each."""
        came = _count(arrivals.c.outcome.in_(_STORED))
        waiting = _count(arrivals.c.due.is_not(None))
        with self._looking() as connection:
            rows = connection.execute(
                select(*_FEED, came, waiting).order_by(feeds.c.id)
            )
            return [FeedRow(*row) for row in rows]

    def remove(self, feed: int) -> None:
        """Take out a feed; its reports stay. Raises `NotFound`."""
        with self._writing() as connection:
            if not connection.execute(delete(feeds).where(feeds.c.id == feed)).rowcount:
                raise NotFound(
                    message("There is no such feed; perhaps it was removed already.")
                )

    def look_now(self, feed: int) -> None:
        """Have a feed looked at as soon as may be."""
        with self._writing() as connection:
            _set(connection, feed, due=now())

    def due(self) -> FeedRow | None:
        """Return the feed that is due the longest, if one is."""
        found = (
            select(*_FEED).where(_is_due(feeds.c.due)).order_by(feeds.c.due).limit(1)
        )
        with self._looking() as connection:
            row = connection.execute(found).one_or_none()
        return FeedRow(*row) if row else None

    def looked_at(  # noqa: PLR0913 - what a look brought
        self,
        feed: FeedRow,
        listed: Sequence[Mapping[str, Any]] | None,
        *,
        due: datetime,
        title: str | None = None,
        etag: str | None = None,
        modified: str | None = None,
        url: str | None = None,
    ) -> int:
        """Keep what a look at a feed brought, and return how much of it is new.

        `listed` are the columns of `arrivals` by name, or `None` where the feed
        has not changed. `url` is where the feed has moved for good.
        """
        new = 0
        with self._writing() as connection:
            if listed is None:
                connection.execute(
                    update(arrivals)
                    .where(arrivals.c.feed == feed.id)
                    .values(seen=now())
                )
            else:
                new = sum(_arrive(connection, feed.id, one) for one in listed)
            changes: dict[str, Any] = {
                "due": due,
                "looked": now(),
                "failures": 0,
                "problem": None,
            }
            if listed is not None:
                changes |= {"etag": _header(etag), "modified": _header(modified)}
                changes |= {"title": feed.title or _short(title)}
            if url and not _is_taken(connection, url):
                changes["url"] = url
            _set(connection, feed.id, **changes)
        return new

    def failed(self, feed: FeedRow, problem: str, due: datetime | None) -> None:
        """Keep why a feed could not be had, and when to look again, if ever."""
        with self._writing() as connection:
            _set(
                connection,
                feed.id,
                due=due,
                looked=now(),
                failures=feed.failures + 1,
                problem=_short(problem),
            )

    # --- Pages ---------------------------------------------------------------

    def want(self, listed: Sequence[Mapping[str, Any]]) -> int:
        """Have pages fetched that no feed listed; return how many are new."""
        with self._writing() as connection:
            return sum(_arrive(connection, None, one) for one in listed)

    def waiting(self, most: int = 200) -> Sequence[Arrival]:
        """Return the pages that may be fetched now, those due the longest first."""
        found = (
            select(*_ARRIVAL)
            .where(_is_due(arrivals.c.due))
            .order_by(arrivals.c.due, arrivals.c.page)
            .limit(most)
        )
        with self._looking() as connection:
            return [Arrival(*row) for row in connection.execute(found)]

    def finished(self, page: str, outcome: str, why: str | None = None) -> None:
        """Keep what became of a page: "added", …, or "passed-over" with the reason."""
        with self._writing() as connection:
            connection.execute(
                update(arrivals)
                .where(arrivals.c.page == page)
                .values(due=None, outcome=outcome, why=_short(why), html=None, at=now())
            )

    def postponed(self, page: str, due: datetime, *, failed: bool) -> None:
        """Have a page fetched later."""
        with self._writing() as connection:
            connection.execute(
                update(arrivals)
                .where(arrivals.c.page == page)
                .values(due=due, failures=arrivals.c.failures + int(failed))
            )

    def arrived(self, feed: int, most: int = 20) -> Sequence[Arrival]:
        """Return what a feed listed, the latest first; what is old has no title."""
        found = (
            select(*_ARRIVAL)
            .where(arrivals.c.feed == feed, arrivals.c.url.is_not(None))
            .order_by(arrivals.c.published.desc(), arrivals.c.page)
            .limit(most)
        )
        with self._looking() as connection:
            return [Arrival(*row) for row in connection.execute(found)]

    def next_due(self) -> datetime | None:
        """Return when the next feed or page is due."""
        with self._looking() as connection:
            times = [
                connection.scalar(select(func.min(table.c.due)))
                for table in (feeds, arrivals)
            ]
        return min(filter(None, times), default=None)

    # --- Who watches ---------------------------------------------------------

    def hold(self, name: str, holder: str, seconds: float) -> bool:
        """Take or renew a lease; `False` while somebody else holds it.

        One that lasts longer than any is given was taken before the clock was set
        back, and holds nobody.
        """
        until = now() + timedelta(seconds=seconds)
        mine = or_(
            leases.c.holder == holder,
            leases.c.until < now(),
            leases.c.until > now() + 2 * timedelta(seconds=seconds),
        )
        with self._writing() as connection:
            change = update(leases).where(leases.c.name == name, mine)
            if connection.execute(change.values(holder=holder, until=until)).rowcount:
                return True
            known = select(leases.c.name).where(leases.c.name == name)
            if connection.execute(known).first():
                return False
            connection.execute(
                leases.insert().values(name=name, holder=holder, until=until)
            )
            return True

    def release(self, name: str, holder: str) -> None:
        """Give a lease back."""
        with self._writing() as connection:
            connection.execute(
                delete(leases).where(leases.c.name == name, leases.c.holder == holder)
            )

    # --- Within --------------------------------------------------------------

    @contextmanager
    def _looking(self) -> Iterator[Connection]:
        with told(self._engine.url), self._engine.connect() as connection:
            yield connection

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        with told(self._engine.url), writing(self._engine).begin() as connection:
            yield connection


def prune(connection: Connection, before: datetime) -> None:
    """Forget what is known of pages that were done before a time, but their digest.

    And that too, where no feed has listed them since.
    """
    done = arrivals.c.due.is_(None)
    connection.execute(
        update(arrivals)
        .where(done, arrivals.c.at < before)
        .values(url=None, title=None, publisher=None, published=None, why=None)
    )
    connection.execute(delete(arrivals).where(done, arrivals.c.seen < before))


def clear(connection: Connection) -> None:
    """Take out all feeds, and all that is known of what they listed."""
    connection.execute(delete(arrivals))
    connection.execute(delete(feeds))


def page_digest(url: str) -> str:
    """Return what a page is known by: the SHA-256 of its canonical URL."""
    return digest(canonical(url))


def _arrive(
    connection: Connection, feed: int | None, listed: Mapping[str, Any]
) -> bool:
    """Have a page fetched that is new, or that its feed says has changed."""
    page = page_digest(listed["url"])
    columns = select(arrivals.c.due, arrivals.c.changed, arrivals.c.at, arrivals.c.url)
    found = connection.execute(columns.where(arrivals.c.page == page)).one_or_none()
    if found is None:
        connection.execute(
            arrivals.insert(),
            {
                **listed,
                "page": page,
                "feed": feed,
                "title": _short(listed["title"]),
                "due": now(),
                "failures": 0,
                "at": now(),
                "seen": now(),
            },
        )
        return True
    change = update(arrivals).where(arrivals.c.page == page)
    connection.execute(change.values(seen=now()))
    again = found.due is None and found.url and listed["changed"] != found.changed
    if again and found.at < now() - LOOK_AGAIN:
        connection.execute(
            change.values(due=now(), changed=listed["changed"], failures=0)
        )
        return True
    return False


def _set(connection: Connection, feed: int, **changes: Any) -> None:  # noqa: ANN401
    connection.execute(update(feeds).where(feeds.c.id == feed).values(**changes))


def _is_taken(connection: Connection, url: str) -> bool:
    return bool(
        connection.execute(select(feeds.c.id).where(feeds.c.url == url)).first()
    )


def _count(condition: Any) -> Any:  # noqa: ANN401 - a subquery of SQLAlchemy's
    return (
        select(func.count())
        .select_from(arrivals)
        .where(arrivals.c.feed == feeds.c.id, condition)
        .scalar_subquery()
    )


def _is_due(due: Column[Any]) -> ColumnElement[bool]:
    """Whether it is time; also where the clock has been set back since.

    Nothing is put off for longer than a round at most.
    """
    return or_(due <= now(), due > now() + timedelta(minutes=2 * LONGEST_ROUND))


def _short(text: str | None, most: int = 500) -> str | None:
    return text and text.replace("\0", "")[:most]


def _header(value: str | None) -> str | None:
    """Return a header that can be sent back, or `None`: servers send anything."""
    fits = value and value.isascii() and value.isprintable() and len(value) < 500  # noqa: PLR2004
    return value if fits else None
