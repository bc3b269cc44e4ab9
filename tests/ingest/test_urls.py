"""Reports at addresses: pages, feeds and sitemaps of a real server, into a store."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from sidelight.ingest import urls
from sidelight.ingest.summary import Summary
from sidelight.model import Article, Reading
from sidelight.store import Store, open_store
from tests.ingest.site import WORDS, Page, Site, polite, report, rss

LD = """<script type="application/ld+json">{"@context": "https://schema.org",
"@type": "NewsArticle", "headline": "The dam at Ostrey held", "datePublished":
"2026-06-01T08:00:00Z", "author": {"@type": "Person", "name": "Ada Renn"},
"publisher": {"@type": "Organization", "name": "Ostrey Daily"}}</script>"""


def read(article: Article) -> Reading:
    return Reading(article, terms=(("dam", 0.6),))


def add(store: Store, *named: str, most: int = 50) -> Summary:
    return urls.add(named, store, read, polite(), most=most)


def only(store: Store) -> Article:
    [row] = store.list()
    return store.get(row.id).article


def test_a_page_is_added_with_what_it_says_of_itself(site: Site, store: Store) -> None:
    site.pages["/dam"] = report(1, LD)

    assert add(store, f"{site.url}/dam") == Summary(added=1)

    found = only(store)
    assert found.title == "The dam at Ostrey held"
    assert found.publisher == "Ostrey Daily"
    assert found.author == "Ada Renn"
    assert found.published == "2026-06-01T08:00:00Z"
    assert found.url == f"{site.url}/dam"
    assert found.kind == "page"
    assert site.paths() == ["/dam"]


def test_the_pages_own_address_is_the_one_it_is_known_by(
    site: Site, store: Store
) -> None:
    head = '<link rel="canonical" href="/dam">'
    site.pages |= {"/dam?from=mail": report(1, head), "/amp/dam": report(1, head)}

    summary = add(store, f"{site.url}/dam?from=mail", f"{site.url}/amp/dam")

    assert summary == Summary(added=1, already_there=1)
    assert only(store).url == f"{site.url}/dam"


def test_no_site_speaks_for_another(site: Site, store: Store) -> None:
    site.pages["/a"] = report(
        1, '<link rel="canonical" href="https://other.example/a">'
    )

    add(store, f"{site.url}/a")

    assert only(store).url == f"{site.url}/a"


def test_what_a_feed_lists_is_fetched_and_fills_in_what_pages_do_not_say(
    site: Site, store: Store
) -> None:
    site.pages |= {
        "/feed": rss({"/1": "One", "/2": "Two", "/gone": "Three"}),
        "/1": report(1),
        "/2": report(2, LD),
    }

    summary = add(store, f"{site.url}/feed")

    assert (summary.added, len(summary.passed_over)) == (2, 1)
    assert "/gone" in str(summary.passed_over[0])
    assert not summary.failed
    by_url = {row.url: row for row in store.list()}
    assert by_url[f"{site.url}/1"].publisher == "Ostrey Daily"
    assert by_url[f"{site.url}/1"].published == "2026-06-01T10:00:00Z"
    assert by_url[f"{site.url}/2"].published == "2026-06-01T08:00:00Z"


def test_a_second_look_fetches_the_feed_alone(site: Site, store: Store) -> None:
    site.pages |= {"/feed": rss({"/1": "One"}), "/1": report(1)}
    add(store, f"{site.url}/feed")
    site.asked.clear()

    assert add(store, f"{site.url}/feed") == Summary(already_there=1)
    assert site.paths() == ["/feed"]


def test_robots_are_heeded_for_what_a_feed_lists(site: Site, store: Store) -> None:
    site.pages |= {
        "/robots.txt": Page("User-agent: *\nDisallow: /private"),
        "/feed": rss({"/private/1": "One", "/2": "Two"}),
        "/private/1": report(1),
        "/2": report(2),
    }

    summary = add(store, f"{site.url}/feed")

    assert summary.added == 1
    assert "robots.txt" in str(summary.passed_over[0])
    assert "/private/1" not in site.paths()


def test_a_feeds_own_text_stands_in_for_a_page_that_cannot_be_had(
    site: Site, store: Store
) -> None:
    text = "".join(f"<p>{WORDS} It was day {n}.</p>" for n in range(5))
    site.pages["/feed"] = Page(
        '<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/">'
        "<channel><title>Ostrey Daily</title><item><title>Long</title><link>/gone</link>"
        f"<content:encoded><![CDATA[{text}]]></content:encoded></item></channel></rss>",
        headers={"Content-Type": "text/xml"},
    )

    assert add(store, f"{site.url}/feed") == Summary(added=1)
    found = only(store)
    assert (found.kind, found.title) == ("feed", "Long")
    assert found.text.count("\n\n") == 4


def test_an_index_of_sitemaps_leads_to_pages(site: Site, store: Store) -> None:
    def urlset(*names: str) -> Page:
        pages = "".join(
            f"<url><loc>{site.url}/{n}</loc><news:news><news:title>T</news:title>"
            f"<news:publication_date>2026-06-0{n}</news:publication_date></news:news></url>"
            for n in names
        )
        return Page(
            '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" '
            'xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">'
            f"{pages}</urlset>"
        )

    listed = "".join(
        f"<sitemap><loc>{site.url}/{name}.xml</loc></sitemap>" for name in "abc"
    )
    site.pages |= {
        "/sitemap.xml": Page(f"<sitemapindex>{listed}</sitemapindex>"),
        "/a.xml": Page("<no sitemap>"),
        "/b.xml": urlset("1", "2"),
        "/c.xml": urlset("3"),
        **{f"/{n}": report(n) for n in (1, 2, 3)},
    }

    assert add(store, f"{site.url}/sitemap.xml", most=2) == Summary(added=2)
    assert "/c.xml" not in site.paths()
    assert {row.published for row in store.list()} == {"2026-06-01", "2026-06-02"}


def test_what_is_named_and_cannot_be_had_is_a_failure_and_does_not_end_the_rest(
    site: Site, store: Store
) -> None:
    site.pages |= {
        "/1": report(1),
        "/image": Page(b"\x89PNG", headers={"Content-Type": "image/png"}),
        "/empty": Page("<html><body>Hello</body></html>"),
        "/de": Page(
            f"<html><body><article>{'<p>Der Damm oberhalb der Stadt hat in der Nacht gehalten, und die Leute, die ihre Häuser verlassen hatten, sind am Montag wieder nach Hause gegangen.</p>' * 5}</article>"
        ),
    }
    bad = ["/gone", "/image", "/empty", "/de"]

    summary = add(store, *(site.url + path for path in bad), f"{site.url}/1")

    assert (summary.added, summary.failed) == (1, True)
    for path, error in zip(bad, summary.passed_over, strict=True):
        assert str(error).startswith(site.url + path)
    assert "image/png" in str(summary.passed_over[1])
    assert "English" in str(summary.passed_over[3])


def test_a_page_in_another_encoding_is_read(site: Site, store: Store) -> None:
    page = report(1, title="Café “Süd”")
    assert isinstance(page.body, str)
    site.pages["/a"] = Page(
        page.body.encode("cp1252"),
        headers={"Content-Type": "text/html; charset=iso-8859-1"},
    )

    add(store, f"{site.url}/a")
    assert only(store).title == "Café “Süd” 1"


def test_progress_grows_as_pages_are_found(site: Site, store: Store) -> None:
    site.pages |= {
        "/feed": rss({"/1": "1", "/2": "2"}),
        "/1": report(1),
        "/2": report(2),
    }
    told: list[tuple[int, int]] = []

    urls.add([f"{site.url}/feed"], store, read, polite(), lambda *t: told.append(t))

    assert told == [(1, 3), (2, 3), (3, 3)]


def sidelight(folder: Path, *arguments: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "sidelight.cli", *arguments],
        env={
            "PATH": os.environ["PATH"],
            "PYTHONPATH": os.pathsep.join(sys.path),
            "SIDELIGHT_DATA_DIR": str(folder),
            "SIDELIGHT_FETCH_INSIDE": "127.0.0.0/8",
        },
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def test_the_command_line_adds_by_address(site: Site, tmp_path: Path) -> None:
    site.pages |= {"/1": report(1), "/2": report(2)}

    out, err = sidelight(
        tmp_path, "reports", "add", "--json", f"{site.url}/1", f"{site.url}/gone"
    ).communicate(timeout=60)

    summary = json.loads(out)
    assert (summary["added"], len(summary["passed_over"])) == (1, 1)
    assert "Traceback" not in err


def test_after_a_kill_a_second_run_goes_on(site: Site, tmp_path: Path) -> None:
    """Killed between two pages of a feed: what came is whole, the rest comes later."""
    site.pages["/feed"] = rss({f"/{n}": f"Page {n}" for n in range(8)})
    for n in range(8):
        site.pages[f"/{n}"] = report(n)
    process = sidelight(tmp_path, "reports", "add", f"{site.url}/feed")
    deadline = time.monotonic() + 60
    while len(site.asked) < 6 and time.monotonic() < deadline:
        time.sleep(0.02)
    process.send_signal(signal.SIGKILL)
    process.communicate()

    with open_store(f"sqlite:///{tmp_path / 'sidelight.sqlite3'}") as store:
        left = len(store)
        assert 2 <= left < 8
        summary = add(store, f"{site.url}/feed")
        assert summary == Summary(added=8 - left, already_there=left)
        assert len({row.url for row in store.list()}) == 8


@pytest.mark.parametrize(
    ("written", "yes"),
    [
        ("https://a.example", True),
        ("HTTP://a.example", True),
        ("a.html", False),
        ("ftp://a", False),
    ],
)
def test_an_address_is_told_from_a_file(written: str, yes: bool) -> None:  # noqa: FBT001
    assert urls.is_url(written) is yes
