"""Watching feeds of a real server: politely, once each, and through any kill."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text

from sidelight.ingest.polite import Polite
from sidelight.ingest.watch import LEASE, PAGE_TRIES, Watcher
from sidelight.model import Article, Reading
from sidelight.store import FeedRow, Store, open_store
from sidelight.store.feeds import now
from tests.ingest.site import Asked, Page, Site, fetcher, report, rss, serving


def read(article: Article) -> Reading:
    return Reading(article, terms=(("dam", 0.6),))


class Watch:
    """A watcher whose time the test lets pass."""

    def __init__(self, store: Store, url: str) -> None:
        self.store = store
        self.url = url
        self.told: list[str] = []
        self.watcher = Watcher(
            store, Polite(fetcher(2), gap=0), read, keep_days=0, tell=self.told.append
        )

    def all_due(self) -> None:
        """Do all that is due now."""
        for _ in range(100):
            if self.watcher.turn():
                return
        pytest.fail("it does not come to an end")

    def later(self, hours: float = 48) -> None:
        """Let hours pass, and do what is due then."""
        engine = create_engine(self.url)
        with engine.begin() as connection:
            for table in ("feeds", "arrivals"):
                connection.execute(
                    text(
                        f"UPDATE {table} SET due = datetime(due, '-{hours * 60} minutes')"  # noqa: S608
                    )
                )
        engine.dispose()
        self.all_due()

    @property
    def feed(self) -> FeedRow:
        return self.store.feeds.list()[0]


@pytest.fixture
def watch(store: Store, url: str) -> Watch:
    return Watch(store, url)


@pytest.fixture
def other() -> Iterator[Site]:
    with serving("127.0.0.2") as running:
        yield running


def with_tag(page: Page) -> Page:
    page.headers |= {"ETag": '"1"', "Last-Modified": "Mon, 01 Jun 2026 10:00:00 GMT"}
    return page


def test_what_a_feed_lists_comes_in_once(
    site: Site, store: Store, watch: Watch
) -> None:
    site.pages |= {
        "/feed": rss({"/1": "1", "/2": "2"}),
        "/1": report(1),
        "/2": report(2),
    }
    store.feeds.add(f"{site.url}/feed")

    watch.all_due()
    watch.later()

    assert len(store) == 2
    assert (watch.feed.title, watch.feed.came) == ("Ostrey Daily", 2)
    assert sorted(site.paths()) == ["/1", "/2", "/feed", "/feed", "/robots.txt"]
    assert "Ostrey Daily: 0 new" in watch.told


def test_a_feed_that_has_not_changed_is_not_sent_again(
    site: Site, store: Store, watch: Watch
) -> None:
    def feed(asked: Asked) -> Page:
        if asked.headers.get("If-None-Match") == '"1"':
            return Page(status=304)
        return with_tag(rss({"/1": "1"}))

    site.pages |= {"/feed": feed, "/1": report(1)}
    store.feeds.add(f"{site.url}/feed")

    watch.all_due()
    watch.later()

    *_, last = site.asked
    assert last.headers["If-Modified-Since"] == "Mon, 01 Jun 2026 10:00:00 GMT"
    assert watch.feed.problem is None
    assert watch.feed.etag == '"1"'
    assert len(store) == 1


def test_a_feed_is_looked_at_as_often_as_is_asked(
    site: Site, store: Store, watch: Watch
) -> None:
    site.pages |= {
        "/a": rss({}),
        "/b": rss({}, "<ttl>240</ttl>"),
    }
    store.feeds.add(f"{site.url}/a", every=60)
    store.feeds.add(f"{site.url}/b", every=60)

    watch.all_due()

    first, second = store.feeds.list()
    assert first.due
    assert second.due
    assert timedelta(minutes=58) < first.due - now() <= timedelta(minutes=60)
    assert timedelta(minutes=238) < second.due - now() <= timedelta(minutes=240)


@pytest.mark.parametrize(
    "page", [Page(status=500), Page("<html>a page</html>"), Page(status=404)]
)
def test_a_feed_that_fails_is_looked_at_ever_more_seldom(
    site: Site, store: Store, watch: Watch, page: Page
) -> None:
    site.pages["/feed"] = page
    store.feeds.add(f"{site.url}/feed", every=30)
    waits = []
    for _ in range(3):
        watch.later()
        assert watch.feed.due
        waits.append(round((watch.feed.due - now()).total_seconds() / 60))

    assert waits == [60, 120, 240]
    assert watch.feed.problem
    site.pages["/feed"] = rss({})
    watch.later()
    assert watch.feed.failures == 0
    assert watch.store.feeds.list()[0].problem is None


def test_a_busy_server_is_left_alone_as_long_as_it_asks(
    site: Site, store: Store, watch: Watch
) -> None:
    site.pages["/feed"] = Page(status=503, headers={"Retry-After": "7200"})
    store.feeds.add(f"{site.url}/feed", every=30)

    watch.all_due()

    assert watch.feed.due
    assert timedelta(minutes=118) < watch.feed.due - now() <= timedelta(minutes=120)


def test_a_feed_that_is_gone_is_not_looked_at_again(
    site: Site, store: Store, watch: Watch
) -> None:
    site.pages["/feed"] = Page(status=410)
    store.feeds.add(f"{site.url}/feed")

    watch.all_due()

    assert watch.feed.due is None
    assert "410" in (watch.feed.problem or "")


def test_a_feed_that_moved_for_good_is_looked_for_there(
    site: Site, store: Store, watch: Watch
) -> None:
    site.pages |= {
        "/old": Page(status=301, headers={"Location": "/new"}),
        "/new": rss({"/1": "1"}),
        "/1": report(1),
    }
    store.feeds.add(f"{site.url}/old")

    watch.all_due()

    assert watch.feed.url == f"{site.url}/new"


def test_robots_are_heeded_for_feed_and_pages(
    site: Site, store: Store, watch: Watch
) -> None:
    site.pages |= {
        "/robots.txt": Page("User-agent: *\nDisallow: /secret\nDisallow: /feeds"),
        "/feeds/1": rss({}),
        "/feed": rss({"/secret/1": "1"}),
        "/secret/1": report(1),
    }
    store.feeds.add(f"{site.url}/feeds/1")
    store.feeds.add(f"{site.url}/feed")

    watch.all_due()

    assert site.paths() == ["/robots.txt", "/feed"]
    refused, _ = store.feeds.list()
    assert "robots.txt" in (refused.problem or "")
    assert len(store) == 0


def test_a_page_that_fails_is_tried_again_and_then_passed_over(
    site: Site, store: Store, watch: Watch
) -> None:
    site.pages |= {"/feed": rss({"/1": "1"}), "/1": Page(status=500)}
    store.feeds.add(f"{site.url}/feed")

    watch.all_due()
    for _ in range(5):
        watch.later()

    assert site.paths().count("/1") == PAGE_TRIES
    [passed_over] = store.feeds.arrived(watch.feed.id)
    assert passed_over.outcome == "passed-over"
    assert "500" in (passed_over.why or "")


def test_a_page_without_an_article_is_asked_for_once(
    site: Site, store: Store, watch: Watch
) -> None:
    site.pages |= {
        "/feed": rss({"/1": "1", "/2": "2"}),
        "/1": Page("Hello"),
        "/2": Page(status=404),
    }
    store.feeds.add(f"{site.url}/feed")

    watch.all_due()
    watch.later()

    assert (site.paths().count("/1"), site.paths().count("/2")) == (1, 1)


def test_another_host_is_asked_while_one_asks_for_patience(
    site: Site, other: Site, store: Store, url: str
) -> None:
    for one in (site, other):
        one.pages |= {
            "/feed": rss({f"/{n}": str(n) for n in range(3)}),
            **{f"/{n}": report(n + 10 * (one is other)) for n in range(3)},
        }
    site.pages["/robots.txt"] = Page("User-agent: *\nCrawl-delay: 3600")
    store.feeds.add(f"{site.url}/feed")
    store.feeds.add(f"{other.url}/feed")
    watcher = Watcher(store, Polite(fetcher(), gap=0, longest=0.1), read, keep_days=0)
    del url

    while not watcher.turn():
        pass

    assert len(store) == 3
    assert site.paths() == ["/robots.txt"]


def test_a_feed_of_the_outside_leads_into_no_private_network(
    site: Site, store: Store, watch: Watch
) -> None:
    """What was listed outside is fetched as from outside, whatever was opened."""
    site.pages["/1"] = report(1)
    store.feeds.want(
        [
            {
                "url": f"{site.url}/1",
                "title": "1",
                "publisher": None,
                "published": None,
                "changed": None,
                "html": None,
                "inside": False,
            }
        ]
    )

    watch.all_due()

    assert (len(store), site.asked) == (0, [])


def test_what_is_too_old_to_be_kept_is_not_fetched(site: Site, store: Store) -> None:
    old = (
        "<item><link>/old</link><pubDate>Mon, 01 Jun 2020 10:00:00 GMT</pubDate></item>"
    )
    site.pages |= {
        "/feed": rss({}, old + "<item><link>/new</link></item>"),
        "/new": report(1),
    }
    store.feeds.add(f"{site.url}/feed")
    watcher = Watcher(store, Polite(fetcher(), gap=0), read, keep_days=30)

    while not watcher.turn():
        pass

    assert "/old" not in site.paths()
    assert len(store) == 1


def test_what_is_kept_too_long_is_forgotten(store: Store, url: str) -> None:
    store.add(read(Article("The dam held.", id="old")))
    store.add(read(Article("The dam held on.", id="kept")), kept=True)
    engine = create_engine(url)
    with engine.begin() as connection:
        connection.execute(
            text("UPDATE reports SET added = datetime(added, '-31 days')")
        )
    engine.dispose()

    Watcher(store, Polite(fetcher()), read, keep_days=30).turn()

    assert [row.id for row in store.list()] == ["kept"]


def test_one_watches_at_a_time(site: Site, store: Store, watch: Watch) -> None:
    site.pages["/feed"] = rss({})
    store.feeds.add(f"{site.url}/feed")
    other = Watcher(store, Polite(fetcher(), gap=0), read)

    watch.all_due()
    watch.later()
    assert other.turn() > 0
    assert site.paths().count("/feed") == 2
    watch.watcher.let_go()
    store.feeds.look_now(watch.feed.id)
    other.turn()
    assert site.paths().count("/feed") == 3


# --- The command, and what ends it -----------------------------------------------


@contextmanager
def watching(folder: Path, *arguments: str) -> Iterator[subprocess.Popen[str]]:
    process = subprocess.Popen(
        [sys.executable, "-u", "-m", "sidelight.cli", "watch", *arguments],
        env={
            "PATH": os.environ["PATH"],
            "PYTHONPATH": os.pathsep.join(sys.path),
            "SIDELIGHT_DATA_DIR": str(folder),
            "SIDELIGHT_FETCH_INSIDE": "127.0.0.0/8",
            "SIDELIGHT_KEEP_DAYS": "0",
        },
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        yield process
    finally:
        process.kill()
        process.communicate()


def list_in_file(folder: Path, *addresses: str) -> str:
    file = folder / "feeds.toml"
    file.write_text("".join(f"[[feeds]]\nurl = '{url}'\n" for url in addresses))
    return str(file)


def wait_until_asked(site: Site, requests: int) -> None:
    deadline = time.monotonic() + 20
    while len(site.asked) < requests and time.monotonic() < deadline:
        time.sleep(0.02)
    assert len(site.asked) >= requests


def wait_until_pages(site: Site, pages: int) -> None:
    deadline = time.monotonic() + 20
    while time.monotonic() < deadline:
        if len({path for path in site.paths() if path[1:].isdecimal()}) >= pages:
            return
        time.sleep(0.02)
    pytest.fail("no page was asked for")


def test_once_is_enough_for_a_timer(site: Site, tmp_path: Path) -> None:
    site.pages |= {"/feed": rss({"/1": "1"}), "/1": report(1)}

    file = list_in_file(tmp_path, f"{site.url}/feed")
    with watching(tmp_path, file, "--once") as process:
        out, err = process.communicate(timeout=60)

    assert err == ""
    assert "Ostrey Daily" in out or "1 new" in out
    assert "added: The dam held" in out


@pytest.mark.parametrize("ending", [signal.SIGINT, signal.SIGTERM])
def test_it_ends_cleanly_when_told_to(
    site: Site, tmp_path: Path, ending: signal.Signals
) -> None:
    site.pages |= {"/feed": rss({"/1": "1"}), "/1": Page(then=lambda _: time.sleep(20))}
    with watching(tmp_path, list_in_file(tmp_path, f"{site.url}/feed")) as process:
        wait_until_asked(site, 3)
        time.sleep(0.2)
        began = time.monotonic()
        process.send_signal(ending)
        out, err = process.communicate(timeout=30)

    assert time.monotonic() - began < 5
    assert (process.returncode, err) == (0, "")
    assert out.endswith("Stopped.\n")
    with open_store(f"sqlite:///{tmp_path / 'sidelight.sqlite3'}") as store:
        assert [a.failures for a in store.feeds.waiting()] == [0]
        assert store.feeds.hold(LEASE, "the next one", 1)


def test_after_a_kill_nothing_is_lost_and_nothing_comes_twice(
    site: Site, tmp_path: Path, url: str
) -> None:
    """Killed twice: the ETag is known and pages wait, half of them are in."""

    def feed(asked: Asked) -> Page:
        if asked.headers.get("If-None-Match"):
            return Page(status=304)
        return with_tag(rss({f"/{n}": f"Page {n}" for n in range(6)}))

    del url
    site.pages |= {"/feed": feed, **{f"/{n}": report(n) for n in range(6)}}
    file = list_in_file(tmp_path, f"{site.url}/feed")
    address = f"sqlite:///{tmp_path / 'sidelight.sqlite3'}"
    for pages in (1, 3):
        with watching(tmp_path, file) as process:
            wait_until_pages(site, pages)
            process.send_signal(signal.SIGKILL)
        lapse(address)
    with open_store(address) as store:
        watch = Watch(store, address)
        assert 1 <= len(store.feeds.waiting()) < 6
        watch.all_due()

        assert len(store) == 6
        assert {a.outcome for a in store.feeds.arrived(watch.feed.id)} <= {
            "added",
            "already-there",
        }
        assert watch.feed.came == 6
    assert site.paths().count("/feed") == 1


def lapse(address: str) -> None:
    """Let the lease of a process that was killed run out."""
    engine = create_engine(address)
    with engine.begin() as connection:
        connection.execute(
            text("UPDATE leases SET until = '2020-01-01 00:00:00.000000'")
        )
    engine.dispose()
