"""Manners: what is asked of a host, how often, and what it asked for is heeded."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from threading import Thread

import pytest

from sidelight.errors import AddressRefused, NotFetched
from sidelight.ingest.polite import Polite, RobotsRefuse, TryLater, retry_after
from tests.ingest.site import Page, Site, fetcher, polite, serving


class Clock:
    """Time that passes where somebody waits."""

    def __init__(self) -> None:
        self.now = 100.0
        self.waits: list[float] = []

    def pause(self, seconds: float) -> None:
        self.waits.append(round(seconds, 3))
        self.now += seconds


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def client(clock: Clock) -> Polite:
    return Polite(fetcher(), gap=2, clock=lambda: clock.now, pause=clock.pause)


@pytest.fixture
def other() -> Iterator[Site]:
    with serving("127.0.0.2") as running:
        yield running


def test_robots_are_asked_for_once_and_heeded(site: Site) -> None:
    site.pages |= {
        "/robots.txt": Page("User-agent: *\nDisallow: /shut"),
        "/open": Page("open"),
        "/shut": Page("shut"),
    }
    client = polite()

    assert client.get(f"{site.url}/open").body == b"open"
    with pytest.raises(RobotsRefuse, match=r"robots\.txt"):
        client.get(f"{site.url}/shut")
    assert site.paths() == ["/robots.txt", "/open"]


def test_what_a_user_names_is_fetched_as_by_a_browser(site: Site) -> None:
    site.pages |= {"/robots.txt": Page("User-agent: *\nDisallow: /"), "/a": Page("a")}

    assert polite().get(f"{site.url}/a", named=True).body == b"a"
    assert site.paths() == ["/a"]


def test_a_redirect_asks_the_robots_of_where_it_leads(site: Site, other: Site) -> None:
    site.pages["/a"] = Page(status=302, headers={"Location": f"{other.url}/b"})
    other.pages |= {"/robots.txt": Page("User-agent: *\nDisallow: /b"), "/b": Page("b")}

    with pytest.raises(RobotsRefuse):
        polite().get(f"{site.url}/a")
    assert other.paths() == ["/robots.txt"]


@pytest.mark.parametrize(
    ("status", "allowed"), [(404, True), (403, True), (500, False), (429, False)]
)
def test_robots_that_cannot_be_had(site: Site, status: int, allowed: bool) -> None:  # noqa: FBT001
    """RFC 9309, 2.3.1: none there allows everything, none to be had nothing."""
    site.pages |= {"/robots.txt": Page(status=status), "/a": Page("a")}

    if allowed:
        assert polite().get(f"{site.url}/a").body == b"a"
    else:
        with pytest.raises(NotFetched, match=f"could not be had.*{status}"):
            polite().get(f"{site.url}/a")
        assert site.paths() == ["/robots.txt"]


def test_a_host_is_left_alone_between_two_requests_and_others_are_not(
    site: Site, other: Site, client: Polite, clock: Clock
) -> None:
    for one in (site, other):
        one.pages["/a"] = Page("a")

    client.get(f"{site.url}/a")  # robots.txt, a wait, and the page
    client.get(f"{other.url}/a", named=True)
    client.get(f"{site.url}/a")

    assert clock.waits == [2, 2]


def test_the_host_may_ask_for_more_time(
    site: Site, client: Polite, clock: Clock
) -> None:
    site.pages |= {
        "/robots.txt": Page("User-agent: *\nCrawl-delay: 7"),
        "/a": Page("a"),
    }

    client.get(f"{site.url}/a")
    assert 6.9 < client.wait(f"{site.url}/a") <= 7
    client.get(f"{site.url}/a")

    assert clock.waits[-1] == 7


def test_a_busy_server_is_left_alone_as_long_as_it_asks(
    site: Site, client: Polite
) -> None:
    site.pages["/a"] = Page(status=429, headers={"Retry-After": "90"})

    with pytest.raises(TryLater) as caught:
        client.get(f"{site.url}/a", named=True)

    assert caught.value.seconds == 90
    assert client.wait(f"{site.url}/b") == pytest.approx(90)


def test_one_request_at_a_time_whoever_asks(site: Site) -> None:
    site.pages["/a"] = Page("a")
    client = polite()
    threads = [
        Thread(target=client.get, args=[f"{site.url}/a"], kwargs={"named": True})
        for _ in range(8)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert len(site.asked) == 8
    assert site.most_at_once == 1


@pytest.mark.parametrize("status", [404, 500, 204, 206, 999])
def test_any_other_answer_is_told(site: Site, status: int) -> None:
    site.pages["/a"] = Page(status=status)

    with pytest.raises(NotFetched, match=str(status)):
        polite().get(f"{site.url}/a", named=True)


def test_an_address_that_is_refused_is_said_to_be(site: Site) -> None:
    with pytest.raises(AddressRefused):
        polite().get(f"{site.url}/a", inside_too=False)
    assert site.asked == []


def test_retry_after_is_seconds_or_a_date() -> None:
    soon = format_datetime(datetime.now(UTC) + timedelta(seconds=60), usegmt=True)

    assert retry_after("5") == 5
    assert 50 < (retry_after(soon) or 0) <= 60
    assert retry_after("999999999") == 86_400
    assert retry_after("-5") == 0
    assert retry_after("Thu, 01 Jan 1970 00:00:00 GMT") == 0
    assert retry_after("soon") is None
    assert retry_after(None) is None
