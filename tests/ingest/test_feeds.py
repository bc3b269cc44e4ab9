"""RSS and Atom as they are, as they should be, and as somebody hostile writes them."""

import time
from contextlib import suppress

import pytest

from sidelight.errors import InvalidInput
from sidelight.ingest import feeds

HOME = "https://ostrey.example/feed"
ATOM = """<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom"><title>Ostrey Daily</title>
<entry><title type="html">The dam &amp;amp; the &lt;i&gt;town&lt;/i&gt;</title>
<link href="/news/1"/><updated>2026-06-02T09:00:00+02:00</updated>
<published>2026-06-01T09:00:00+02:00</published>
<content type="html">&lt;p&gt;It held.&lt;/p&gt;</content></entry>
<entry><title>Without a page</title></entry>
<entry><link href="https://other.example/2"/><updated>2026-06-03T00:00:00Z</updated></entry>
</feed>"""


def rss(items: str, channel: str = "") -> bytes:
    return (
        f'<?xml version="1.0"?><rss version="2.0"><channel><title>Ostrey</title>{channel}'
        f"{items}</channel></rss>"
    ).encode()


def test_atom_is_read() -> None:
    found = feeds.read(ATOM.encode(), HOME)
    latest, first = found.entries

    assert (found.kind, found.title) == ("feed", "Ostrey Daily")
    assert latest.url == "https://other.example/2"
    assert latest.published == "2026-06-03T00:00:00+00:00"
    assert first.url == "https://ostrey.example/news/1"
    assert first.title == "The dam & the town"
    assert first.publisher == "Ostrey Daily"
    assert first.published == "2026-06-01T07:00:00+00:00"
    assert first.changed == "2026-06-02T07:00:00+00:00"
    assert first.html == "<p>It held.</p>"


def test_rss_is_read_and_says_how_often_to_look() -> None:
    found = feeds.read(
        rss(
            "<item><title>A</title><link> https://ostrey.example/a </link>"
            "<pubDate>Mon, 01 Jun 2026 10:00:00 +0200</pubDate>"
            "<source url='https://w.example'>The Wire</source></item>",
            "<ttl>90</ttl>",
        ),
        HOME,
    )

    [entry] = found.entries
    assert found.every == 90
    assert entry.url == "https://ostrey.example/a"
    assert entry.publisher == "The Wire"
    assert entry.published == "2026-06-01T08:00:00+00:00"


def test_a_feed_that_is_no_xml_is_read_all_the_same() -> None:
    broken = rss("<item><title>Fish & chips</title><link>/a</link></item><hr>")

    assert feeds.read(broken, HOME).entries[0].url == "https://ostrey.example/a"


@pytest.mark.parametrize("content", [b"", b"hello", b"<html></html>", b"\x00\xff" * 99])
def test_what_is_no_feed_is_refused(content: bytes) -> None:
    with pytest.raises(InvalidInput, match="no RSS or Atom feed"):
        feeds.read(content, HOME)


def test_a_feed_named_like_a_file_reads_no_file() -> None:
    with pytest.raises(InvalidInput):
        feeds.read(__file__.encode(), HOME)


@pytest.mark.parametrize("date", ["yesterday", "Mon, 99 Foo 2026", "0000-00-00", ""])
def test_a_date_that_is_none_is_left_out(date: str) -> None:
    item = f"<item><link>/a</link><pubDate>{date}</pubDate></item>"

    assert feeds.read(rss(item), HOME).entries[0].published is None


def test_each_page_is_listed_once_and_not_without_end() -> None:
    items = "".join(f"<item><link>/{n % 300}</link></item>" for n in range(900))

    found = feeds.read(rss(items), HOME).entries
    assert [entry.url for entry in found[:2]] == [
        "https://ostrey.example/0",
        "https://ostrey.example/1",
    ]
    assert len({entry.url for entry in found}) == len(found) == 200


def entities() -> bytes:
    levels = "".join(
        f'<!ENTITY l{n} "{f"&l{n - 1};" * 10 if n else "lol" * 10}">' for n in range(10)
    )
    return (
        f'<?xml version="1.0"?><!DOCTYPE rss [{levels}]><rss version="2.0"><channel>'
        "<title>&l9;</title><item><link>/a</link></item></channel></rss>"
    ).encode()


@pytest.mark.parametrize(
    "content",
    [
        entities(),
        rss(
            "<item><link>/a</link><title><![CDATA["
            + "<b>" * 200_000
            + "]]></title></item>"
        ),
        rss(
            "<item><link>/a</link><description><![CDATA["
            + "<a " * 300_000
            + "]]></description></item>"
        ),
        rss("<item>" + "<div>" * 100_000),
        rss("<a " * 500_000),
    ],
    ids=["entities", "title", "text", "deep", "loose"],
)
def test_a_hostile_feed_ends_soon(content: bytes) -> None:
    began = time.process_time()

    with suppress(InvalidInput):
        feeds.read(content, HOME)
    assert time.process_time() - began < 5
