"""Sitemaps and news sitemaps, and XML that was written to do harm."""

import gzip
import time

import pytest

from sidelight.errors import InvalidInput
from sidelight.ingest import sitemaps

HOME = "https://ostrey.example/sitemap.xml"
NEWS = """<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
  xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"
  xmlns:image="http://www.google.com/schemas/sitemap-image/1.1">
<url><loc>https://www.ostrey.example/1?a=b&amp;c=d</loc><lastmod>2026-06-01</lastmod>
<news:news><news:publication><news:name>Ostrey Daily</news:name>
<news:language>en</news:language></news:publication>
<news:publication_date>2026-05-30T10:00:00+02:00</news:publication_date>
<news:title>The dam held</news:title></news:news>
<image:image><image:loc>https://ostrey.example/dam.jpg</image:loc></image:image></url>
<url><loc>https://ostrey.example/2</loc><news:news>
<news:publication_date>2026-06-02</news:publication_date></news:news></url>
<url><loc>https://elsewhere.example/3</loc></url>
<url><loc></loc></url><url></url>
</urlset>"""
INDEX = """<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
<sitemap><loc>https://ostrey.example/old.xml</loc><lastmod>2020-01-01</lastmod></sitemap>
<sitemap><loc>https://ostrey.example/new.xml.gz</loc><lastmod>2026-06-01</lastmod></sitemap>
<sitemap><loc>http://127.0.0.1/x.xml</loc></sitemap>
</sitemapindex>"""


def test_a_news_sitemap_is_read_the_newest_first() -> None:
    second, first = sitemaps.read(NEWS.encode(), HOME).entries

    assert second.url == "https://ostrey.example/2"
    assert first.url == "https://www.ostrey.example/1?a=b&c=d"
    assert first.title == "The dam held"
    assert first.publisher == "Ostrey Daily"
    assert first.published == "2026-05-30T10:00:00+02:00"
    assert first.changed == "2026-06-01"


def test_an_index_lists_the_sitemaps_of_its_own_site_the_latest_first() -> None:
    found = sitemaps.read(INDEX.encode(), HOME)

    assert found.kind == "index"
    assert list(found.more) == [
        "https://ostrey.example/new.xml.gz",
        "https://ostrey.example/old.xml",
    ]


def test_a_packed_sitemap_is_unpacked() -> None:
    assert len(sitemaps.read(gzip.compress(NEWS.encode()), HOME).entries) == 2


def entities() -> bytes:
    levels = "".join(
        f'<!ENTITY l{n} "{f"&l{n - 1};" * 10 if n else "lol" * 10}">' for n in range(10)
    )
    return (
        f"<!DOCTYPE urlset [{levels}]><urlset><url><loc>&l9;</loc></url></urlset>"
    ).encode()


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"hello",
        b"<urlset>",
        b"<rss></rss>",
        entities(),
        b'<!DOCTYPE u [<!ENTITY x SYSTEM "file:///etc/passwd">]><urlset>&x;</urlset>',
        b"<urlset>" * 100_000,
        gzip.compress(b"<urlset>" + b" " * 30_000_000 + b"</urlset>"),
        gzip.compress(NEWS.encode())[:-20],
        b"\x1f\x8bno gzip",
    ],
    ids="nothing words open rss entities file deep bomb cut no-gzip".split(),
)
def test_what_is_no_sitemap_is_refused_soon(content: bytes) -> None:
    began = time.process_time()

    with pytest.raises(InvalidInput, match="no sitemap"):
        sitemaps.read(content, HOME)
    assert time.process_time() - began < 2


def test_a_sitemap_of_fifty_thousand_pages_is_cut_at_the_newest() -> None:
    pages = "".join(
        f"<url><loc>https://ostrey.example/{n}</loc>"
        f"<lastmod>2026-06-01T00:00:{n % 60:02}Z</lastmod></url>"
        for n in range(50_000)
    )

    found = sitemaps.read(f"<urlset>{pages}</urlset>".encode(), HOME).entries
    assert len(found) == 200
    assert {entry.changed for entry in found} == {"2026-06-01T00:00:59Z"}
