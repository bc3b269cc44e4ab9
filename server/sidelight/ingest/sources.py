"""What a URL turned out to be: a page, a feed, a sitemap or an index of sitemaps."""

import re
from urllib.parse import urljoin

from sidelight import pages
from sidelight.errors import InvalidInput, NoText, SidelightError
from sidelight.ingest import feeds, sitemaps
from sidelight.ingest.entries import Entry, Listing
from sidelight.ingest.fetch import Fetched
from sidelight.messages import message
from sidelight.model import Article
from sidelight.pages import charsets

MOST_BYTES = sitemaps.MOST_BYTES
"""Of what was named by a user, which may be a sitemap."""

FEWEST_WORDS = 80
"""Of a feed's own text that stands in for a page that cannot be had."""

MOST_OF_A_HEAD = 200_000  # bytes of a page within which it names its feed
_BEGINNING = 4_096  # bytes within which a file shows what it is
_GZIP = b"\x1f\x8b"
_FEED = re.compile(rb"<(?:rss|feed|rdf:RDF)[\s>]")
_SITEMAP = re.compile(rb"<(?:\w{1,20}:)?(?:urlset|sitemapindex)[\s>]")
_NOT_TEXT = re.compile(
    r"^\s*(?:image|audio|video|font|application/(?!xhtml|xml|rss|atom|rdf))"
)


def listing(reply: Fetched) -> Listing | None:
    """Return what a feed or sitemap lists, or `None` where the answer is neither.

    Raises `InvalidInput` where it is one that cannot be read.
    """
    start = reply.body[:_BEGINNING]
    if start.startswith(_GZIP) or _SITEMAP.search(start):
        return sitemaps.read(reply.body, reply.url)
    if _FEED.search(start):
        if len(reply.body) > feeds.MOST_BYTES:
            raise InvalidInput(
                message(
                    "%(url)s: the feed is larger than %(most_bytes)s bytes.",
                    url=reply.url,
                    most_bytes=f"{feeds.MOST_BYTES:,}",
                )
            )
        return feeds.read(reply.body, reply.url, _media_type(reply))
    return None


def article(reply: Fetched, entry: Entry | None = None) -> Article:
    """Return the report on a page; `entry` is what a listing says of it.

    Raises `InvalidInput` with the page's address where it holds none.
    """
    media_type = _media_type(reply)
    try:
        if _NOT_TEXT.match(media_type):
            raise NoText(
                message(
                    "This is %(it)s, and no page of text.",
                    it=media_type.partition(";")[0],
                )
            )
        return pages.fetched(
            reply.body, reply.url, media_type, entry.known if entry else None
        )
    except InvalidInput as error:
        raise type(error)(f"{reply.url}: {error}") from error


def feed_of(reply: Fetched) -> str | None:
    """Return the address of the feed that a page points to, if it does."""
    from sidelight.pages.html import feed_link  # noqa: PLC0415 - slow to import

    link = feed_link(charsets.decoded(reply.body[:MOST_OF_A_HEAD], _media_type(reply)))
    return urljoin(reply.url, link) if link else None


def own_text(entry: Entry) -> Article | None:
    """Return the report as the feed itself holds it, where it holds enough of it."""
    if entry.html is None:
        return None
    markup = f"<html><body><article>{entry.html}</article></body></html>"
    try:
        found = pages.article_from(
            {**entry.known, "html": markup, "url": entry.url, "kind": "feed"}
        )
    except SidelightError:
        return None
    return found if len(found.text.split()) >= FEWEST_WORDS else None


def _media_type(reply: Fetched) -> str:
    return reply.headers.get("content-type", "").lower()
