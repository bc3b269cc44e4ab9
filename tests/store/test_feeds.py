"""The feeds of a store, and the queue of pages that they listed."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import create_engine, text

from sidelight.errors import InvalidInput, NotFound
from sidelight.store import Store, open_store
from sidelight.store.feeds import MOST_FEEDS, now
from tests.store.makers import reading
from tests.store.versions import bring_back_to

HOUR = timedelta(hours=1)
URL = "https://ostrey.example/feed"


def listed(number: int = 1, **known: Any) -> Mapping[str, Any]:  # noqa: ANN401
    return {
        "url": f"https://ostrey.example/{number}",
        "title": f"Page {number}",
        "publisher": None,
        "published": f"2026-06-{number:02}",
        "changed": None,
        "html": "<p>The dam held.</p>",
        "inside": False,
    } | known


def let_pass(url: str, hours: int) -> None:
    """Have everything in the tables happened so many hours earlier."""
    shift = (
        f"datetime({{0}}, '-{hours} hours')"
        if url.startswith("sqlite")
        else f"{{0}} - interval '{hours} hours'"
    )
    engine = create_engine(url)
    with engine.begin() as connection:
        for column in ("at", "seen"):
            connection.execute(
                text(f"UPDATE arrivals SET {column} = {shift.format(column)}")  # noqa: S608
            )
    engine.dispose()


def test_a_feed_is_due_when_it_is_added_and_then_at_the_time_that_is_set(
    store: Store,
) -> None:
    number = store.feeds.add(URL, "Ostrey Daily")
    feed = store.feeds.due()

    assert feed
    assert (feed.id, feed.title, feed.every) == (number, "Ostrey Daily", 30)
    store.feeds.looked_at(feed, [], due=now() + HOUR)
    assert store.feeds.due() is None
    assert store.feeds.next_due() == store.feeds.list()[0].due


def test_a_feed_is_there_once(store: Store) -> None:
    assert store.feeds.add(URL) == store.feeds.add(URL, "Another title")
    assert len(store.feeds.list()) == 1


def test_a_feed_that_was_given_up_is_taken_up_by_adding_it(store: Store) -> None:
    store.feeds.add(URL)
    [feed] = store.feeds.list()
    store.feeds.failed(feed, "Gone.", None)
    assert store.feeds.due() is None

    store.feeds.add(URL)

    assert store.feeds.due()


def test_there_is_an_end_to_feeds(store: Store) -> None:
    store.feeds.keep_as_in_file({f"{URL}{n}": (None, 30) for n in range(MOST_FEEDS)})

    with pytest.raises(InvalidInput, match="remove one"):
        store.feeds.add(URL)


def test_what_a_file_no_longer_lists_goes_and_nothing_else(store: Store) -> None:
    store.feeds.add(URL)
    store.feeds.keep_as_in_file({f"{URL}/a": ("A", 10), f"{URL}/b": (None, 60)})

    store.feeds.keep_as_in_file({f"{URL}/b": (None, 90)})

    assert [(f.url, f.every) for f in store.feeds.list()] == [
        (URL, 30),
        (f"{URL}/b", 90),
    ]


def test_what_a_feed_lists_waits_once(store: Store) -> None:
    store.feeds.add(URL)
    [feed] = store.feeds.list()

    assert (
        store.feeds.looked_at(feed, [listed(1), listed(2)], due=now() + HOUR, etag="1")
        == 2
    )
    assert (
        store.feeds.looked_at(feed, [listed(2), listed(3)], due=now() + HOUR, etag="2")
        == 1
    )

    [feed] = store.feeds.list()
    assert (feed.waiting, feed.came, feed.etag) == (3, 0, "2")
    assert {a.title for a in store.feeds.waiting()} == {"Page 1", "Page 2", "Page 3"}


def test_a_page_that_is_done_is_done_for_good(store: Store) -> None:
    store.feeds.add(URL)
    [feed] = store.feeds.list()
    store.feeds.looked_at(feed, [listed(1), listed(2)], due=now() + HOUR)
    one, two = store.feeds.waiting()
    store.feeds.finished(one.page, "added")
    store.feeds.finished(two.page, "passed-over", "No text.")

    assert store.feeds.looked_at(feed, [listed(1), listed(2)], due=now() + HOUR) == 0
    assert store.feeds.waiting() == []
    [feed] = store.feeds.list()
    assert (feed.came, feed.waiting) == (1, 0)
    assert {(a.outcome, a.why, a.html) for a in store.feeds.arrived(feed.id)} == {
        ("added", None, None),
        ("passed-over", "No text.", None),
    }


def test_a_page_that_its_feed_calls_changed_is_fetched_again_but_not_at_once(
    store: Store, url: str
) -> None:
    store.feeds.add(URL)
    [feed] = store.feeds.list()
    store.feeds.looked_at(feed, [listed(1, changed="2026-06-01T08:00:00")], due=now())
    store.feeds.finished(store.feeds.waiting()[0].page, "added")
    changed = listed(1, changed="2026-06-01T09:00:00")

    assert store.feeds.looked_at(feed, [changed], due=now()) == 0
    let_pass(url, 2)
    assert store.feeds.looked_at(feed, [changed], due=now()) == 1
    store.feeds.finished(store.feeds.waiting()[0].page, "updated")
    let_pass(url, 2)
    assert store.feeds.looked_at(feed, [changed], due=now()) == 0


def test_a_page_may_be_postponed(store: Store) -> None:
    store.feeds.want([listed(1)])
    [one] = store.feeds.waiting()

    store.feeds.postponed(one.page, now() + HOUR, failed=True)
    assert store.feeds.waiting() == []
    store.feeds.postponed(one.page, now(), failed=False)
    assert [a.failures for a in store.feeds.waiting()] == [1]


def test_what_servers_send_cannot_break_the_next_request(store: Store) -> None:
    store.feeds.add(URL)
    [feed] = store.feeds.list()

    store.feeds.looked_at(
        feed, [], due=now(), etag='"a"\r\nX: y', modified="ü", title="T\0" + "x" * 9999
    )

    [feed] = store.feeds.list()
    assert (feed.etag, feed.modified) == (None, None)
    assert feed.title == "T" + "x" * 499


def test_a_feed_that_moved_is_looked_for_there_unless_that_is_one_already(
    store: Store,
) -> None:
    store.feeds.add(URL)
    store.feeds.add(f"{URL}/2")
    first, second = store.feeds.list()

    store.feeds.looked_at(first, [], due=now(), url=f"{URL}/new")
    store.feeds.looked_at(second, [], due=now(), url=f"{URL}/new")

    assert [f.url for f in store.feeds.list()] == [f"{URL}/new", f"{URL}/2"]


def test_removing_a_feed_keeps_its_reports(store: Store) -> None:
    number = store.feeds.add(URL)
    store.feeds.looked_at(store.feeds.list()[0], [listed(1)], due=now())
    store.add(reading(url="https://ostrey.example/1"))

    store.feeds.remove(number)

    assert (len(store), store.feeds.waiting()) == (1, [])
    with pytest.raises(NotFound):
        store.feeds.remove(number)


def test_what_is_old_is_forgotten_and_still_not_fetched_again(
    store: Store, url: str
) -> None:
    store.feeds.add(URL)
    [feed] = store.feeds.list()
    store.feeds.looked_at(feed, [listed(1), listed(2)], due=now())
    one, _ = store.feeds.waiting()
    store.feeds.finished(one.page, "added")
    let_pass(url, 31 * 24)
    store.feeds.looked_at(feed, [listed(1)], due=now())  # it is still listed

    store.prune((now() - timedelta(days=30)).date())

    assert [a.title for a in store.feeds.arrived(feed.id)] == ["Page 2"]  # it waits
    assert store.feeds.looked_at(feed, [listed(1)], due=now()) == 0
    let_pass(url, 62 * 24)
    store.prune((now() - timedelta(days=30)).date())
    assert store.feeds.looked_at(feed, [listed(1)], due=now()) == 1


def test_an_unchanged_feed_still_lists_what_it_listed(store: Store, url: str) -> None:
    store.feeds.add(URL)
    [feed] = store.feeds.list()
    store.feeds.looked_at(feed, [listed(1)], due=now(), etag="1")
    store.feeds.finished(store.feeds.waiting()[0].page, "added")
    let_pass(url, 31 * 24)
    store.feeds.looked_at(feed, None, due=now())

    store.prune((now() - timedelta(days=30)).date())

    assert store.feeds.looked_at(feed, [listed(1)], due=now()) == 0
    assert store.feeds.list()[0].etag is None


def test_forgetting_everything_forgets_feeds(store: Store) -> None:
    store.feeds.add(URL)
    store.feeds.looked_at(store.feeds.list()[0], [listed(1)], due=now())
    store.add(reading(), kept=True)

    store.forget_everything()

    assert (len(store), store.feeds.list(), store.feeds.waiting()) == (0, [], [])


def test_one_at_a_time_holds_a_lease_until_it_ends(store: Store) -> None:
    assert store.feeds.hold("watch", "one", 60)
    assert not store.feeds.hold("watch", "two", 60)
    assert store.feeds.hold("watch", "one", -1)  # it ran out a second ago
    assert store.feeds.hold("watch", "two", 60)
    store.feeds.release("watch", "one")  # no longer its own
    assert not store.feeds.hold("watch", "one", 60)
    store.feeds.release("watch", "two")
    assert store.feeds.hold("watch", "one", 60)


def test_a_store_of_the_first_version_is_brought_up_to_date(
    store: Store, url: str
) -> None:
    store.add(reading(), kept=True)
    bring_back_to(url, "0001")

    with open_store(url) as opened:
        assert len(opened) == 1
        assert opened.feeds.list() == []
