"""/feeds, against a real site: preview, add, look, remove, forget; all its states."""

import re
import time
from collections.abc import Iterator
from dataclasses import replace

import pytest
from flask.testing import FlaskClient

from sidelight.settings import Settings
from sidelight.web import create_app
from sidelight.web.background import Background
from sidelight.web.openapi import Contract
from sidelight.web.service import Service, service_of
from tests.ingest.site import LOOPBACK, Page, Site, report, rss, serving
from tests.web.sent import WIRE
from tests.web.test_csrf import OWN, token


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as running:
        yield running


@pytest.fixture
def app(settings: Settings) -> Contract:
    return create_app(replace(settings, fetch=True, fetch_inside=LOOPBACK, keep_days=0))


@pytest.fixture
def open_client(app: Contract) -> FlaskClient:
    return app.test_client()


@pytest.fixture
def known(app: Contract) -> Service:
    return service_of(app)


def words(page: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", page).split())


def post(client: FlaskClient, path: str, **form: str) -> tuple[int, str]:
    sent = {**form, "csrf_token": token(client)}
    answer = client.post(path, data=sent, headers=OWN)
    return answer.status_code, answer.text


# --- Looking ---------------------------------------------------------------------


def test_without_feeds_the_page_says_what_to_do(open_client: FlaskClient) -> None:
    page = words(open_client.get("/feeds").text)

    assert "No feeds yet" in page
    assert "two or three outlets" in page
    assert "Forget everything" not in page


def test_a_preview_shows_what_is_listed_and_stores_nothing(
    site: Site, open_client: FlaskClient, known: Service
) -> None:
    site.pages["/feed"] = rss({f"/{n}": f"Page {n}" for n in range(30)})

    status, page = post(open_client, "/feeds/preview", url=f"{site.url}/feed")

    assert status == 200
    assert "Ostrey Daily" in page
    assert "30 pages listed now, the newest of them" in words(page)
    assert page.count("<li>") == 10
    assert site.paths() == ["/feed"]
    assert known.store.feeds.list() == []


def test_the_address_of_a_site_leads_to_its_feed(
    site: Site, open_client: FlaskClient
) -> None:
    site.pages |= {
        "/": Page('<link rel="alternate" type="application/rss+xml" href="/feed">'),
        "/feed": rss({"/1": "One"}),
    }

    status, page = post(open_client, "/feeds/preview", url=site.url)

    assert status == 200
    assert f"{site.url}/feed" in page


@pytest.mark.parametrize(
    ("url", "status", "says"),
    [
        ("{site}/gone", 502, "404"),
        ("{site}/page", 422, "points to no feed"),
        ("http://10.0.0.1/feed", 422, "private network"),
        ("file:///etc/passwd", 422, "http://"),
        ("", 422, "http://"),
        ("<script>alert(1)</script>", 422, "no address"),
    ],
)
def test_what_cannot_be_had_is_said_beside_the_form(
    site: Site, open_client: FlaskClient, url: str, status: int, says: str
) -> None:
    site.pages["/page"] = report(1)
    sent = url.format(site=site.url)

    got, page = post(open_client, "/feeds/preview", url=sent)

    assert got == status
    assert says in page
    assert 'role="alert"' in page
    assert "<script>" not in page


def test_what_a_feed_writes_is_text(site: Site, open_client: FlaskClient) -> None:
    site.pages["/feed"] = Page(
        '<rss version="2.0"><channel><title>&lt;script&gt;alert(1)&lt;/script&gt;&quot;&gt;'
        "</title><item><title><![CDATA[<img src=x onerror=alert(1)>Hello]]></title>"
        "<link>javascript:alert(1)</link></item></channel></rss>"
    )

    _, page = post(open_client, "/feeds/preview", url=f"{site.url}/feed")

    assert "<script>" not in page
    assert "<img src=x" not in page
    assert 'href="javascript:' not in page


# --- Adding and removing ---------------------------------------------------------


def test_a_feed_is_added_comes_in_and_is_removed(
    site: Site, open_client: FlaskClient, known: Service
) -> None:
    site.pages |= {
        "/feed": rss({"/1": "One", "/2": "Two"}),
        "/1": report(1),
        "/2": Page("Hello"),
    }

    sent = {"url": f"{site.url}/feed", "title": "Ostrey"}
    sent["csrf_token"] = token(open_client)
    added = open_client.post("/feeds", data=sent, headers=OWN)
    waiting = words(open_client.get("/feeds").text)
    background = Background(known)
    background.start()
    deadline = time.monotonic() + 30
    while not len(known.store) or known.store.feeds.waiting():
        assert time.monotonic() < deadline
        time.sleep(0.05)
    background.stop()
    [feed] = known.store.feeds.list()
    shown = words(open_client.get("/feeds").text)
    arrived = words(open_client.get(f"/feeds/{feed.id}").text)

    assert (added.status_code, added.location) == (303, "/feeds#feeds")
    assert "not looked at yet" in waiting
    assert "New pages are being fetched" in waiting
    assert "1 report" in shown
    assert "just now" in shown
    assert "One" in arrived
    assert "stored" in arrived
    assert "passed over No article was found" in arrived
    assert post(open_client, f"/feeds/{feed.id}/remove")[0] == 303
    assert "No feeds yet" in open_client.get("/feeds").text
    assert len(known.store) == 1


def test_a_feed_that_fails_says_why(open_client: FlaskClient, known: Service) -> None:
    known.store.feeds.add("https://ostrey.example/feed")
    known.store.feeds.failed(known.store.feeds.list()[0], "It answered <500>.", None)

    page = open_client.get("/feeds").text

    assert "It answered &lt;500&gt;." in page
    assert "Nobody will look again" in page
    assert "http-equiv" not in page


def test_a_feed_is_offered_once(
    site: Site, open_client: FlaskClient, known: Service
) -> None:
    site.pages["/feed"] = rss({})
    known.store.feeds.add(f"{site.url}/feed")

    _, page = post(open_client, "/feeds/preview", url=f"{site.url}/feed")

    assert "there already" in page
    assert "Add this feed" not in page


def test_a_feed_that_is_not_there_is_a_plain_404(open_client: FlaskClient) -> None:
    assert open_client.get("/feeds/7").status_code == 404
    assert post(open_client, "/feeds/7/remove")[0] == 404


# --- Forgetting ------------------------------------------------------------------


def test_everything_is_forgotten_when_that_is_meant(
    open_client: FlaskClient, known: Service
) -> None:
    open_client.post("/api/v1/reports", json=WIRE)
    known.store.feeds.add("https://ostrey.example/feed")

    known.settings.feedback.write_text("{}\n")
    status, page = post(open_client, "/feeds/forget")
    assert status == 422
    assert "Tick the box" in page
    assert (len(known.store), len(known.store.feeds.list())) == (1, 1)

    status, _ = post(open_client, "/feeds/forget", sure="yes")
    assert status == 303
    assert (len(known.store), known.store.feeds.list()) == (0, [])
    assert not known.settings.feedback.exists()
    assert "Everything is forgotten" in open_client.get("/feeds?forgotten=yes").text


def test_another_website_can_do_none_of_it(
    open_client: FlaskClient, known: Service
) -> None:
    known.store.feeds.add("https://ostrey.example/feed")
    foreign = {"Origin": "https://elsewhere.example"}

    for path in ("/feeds", "/feeds/preview", "/feeds/1/remove", "/feeds/forget"):
        sent = {"url": "https://a.example", "sure": "yes"}
        assert open_client.post(path, data=sent, headers=foreign).status_code == 403
    assert len(known.store.feeds.list()) == 1


INWARD = (
    "http://127.0.0.1:{port}/feed",
    "127.0.0.1:{port}/feed",
    "http://localhost:{port}/feed",
    "http://[::1]:{port}/feed",
    "http://[::ffff:127.0.0.1]:{port}/feed",
    "http://[::ffff:7f00:1]:{port}/feed",
    "http://2130706433:{port}/feed",
    "http://0x7f.1:{port}/feed",
    "http://0177.0.0.1:{port}/feed",
    "http://0.0.0.0:{port}/feed",
    "http://169.254.169.254/latest/meta-data/",
    "http://[fe80::1]/feed",
    "http://192.168.1.1/feed",
    "http://[64:ff9b::7f00:1]:{port}/feed",
)


@pytest.mark.parametrize("url", INWARD)
def test_nothing_of_this_machine_or_its_network_is_fetched(
    site: Site, settings: Settings, url: str
) -> None:
    site.pages["/feed"] = rss({"/1": "One"})
    client = create_app(replace(settings, fetch=True)).test_client()
    sent = url.format(port=site.url.rpartition(":")[2])

    previewed = post(client, "/feeds/preview", url=sent)[0]

    assert previewed in {422, 502}
    assert site.asked == []


# --- Switched off ----------------------------------------------------------------


def test_by_default_nothing_is_fetched_and_the_page_says_so(
    site: Site, client: FlaskClient, settings: Settings
) -> None:
    site.pages["/feed"] = rss({})
    url = f"{site.url}/feed"

    assert not settings.fetch
    assert "fetches nothing" in client.get("/feeds").text
    for place in ("/feeds/preview", "/feeds"):
        status, page = post(client, place, url=url)
        assert status == 403
        assert "SIDELIGHT_FETCH" in page
    assert site.asked == []


def test_what_is_too_old_is_forgotten_without_fetching(settings: Settings) -> None:
    app = create_app(settings)
    known = service_of(app)
    app.test_client().get("/feeds")
    background = Background(known)

    assert background._forget() > 60  # noqa: SLF001 - an hour is too long for a test
    assert known.settings.keep_days == 30
