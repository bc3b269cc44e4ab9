"""RSS and Atom: bytes to entries, by feedparser.

Its strict parser takes time in proportion to what it reads; the loose one, for feeds
that are no XML, does not, and is given no more than it can do in a few seconds. The
markup inside a feed is left as it is: it goes the way that all hostile pages go.
"""

from calendar import timegm
from collections.abc import Mapping
from datetime import UTC, datetime
from io import BytesIO
from time import struct_time
from typing import Any
from urllib.parse import urljoin
from xml.parsers import expat

import feedparser

from sidelight.errors import InvalidInput
from sidelight.ingest.entries import Entry, Listing, newest
from sidelight.messages import message

MOST_BYTES = 3_000_000
# 180 kB of unclosed tags take feedparser's loose parser 2 s, twice as many 8 s.
MOST_BYTES_NO_XML = 200_000
LONGEST_TITLE = 1_000  # code points, with markup
MOST_BYTES_OF_A_TEXT = 200_000  # of one entry's own text


def read(content: bytes, url: str, media_type: str = "") -> Listing:
    """Return what a feed lists. `url` is where it came from.

    Raises `InvalidInput` for what is no feed.
    """
    # A stream: a string would be taken for an address or the name of a file.
    if len(content) > MOST_BYTES_NO_XML and not _is_xml(content):
        raise InvalidInput(
            message("%(url)s: this is no XML, and too long to be mended.", url=url)
        )
    found = feedparser.parse(
        BytesIO(content),
        response_headers={"content-type": media_type},
        resolve_relative_uris=False,
        sanitize_html=False,
    )
    if not found.get("version"):
        raise InvalidInput(message("%(url)s: this is no RSS or Atom feed.", url=url))
    title = _line(found.feed.get("title"))
    entries = [_entry(entry, url, title) for entry in found.entries]
    return Listing(
        kind="feed",
        entries=newest([entry for entry in entries if entry]),
        title=title,
        every=_minutes(found.feed.get("ttl")),
    )


def _is_xml(content: bytes) -> bool:
    """Tell whether this is well-formed, and declares no entities."""
    parser = expat.ParserCreate()
    parser.EntityDeclHandler = _refuse
    try:
        parser.Parse(content, True)  # noqa: FBT003 - expat's own
    except (expat.ExpatError, ValueError):
        return False
    return True


def _refuse(*_: object) -> None:
    raise ValueError


def _entry(entry: Mapping[str, Any], url: str, publisher: str | None) -> Entry | None:
    """Return an entry, or `None` where it has no page of its own."""
    link = entry.get("link")
    if not isinstance(link, str) or not link.strip():
        return None
    source = entry.get("source")
    named = source.get("title") if isinstance(source, Mapping) else None
    return Entry(
        url=urljoin(url, link.strip()),
        title=_line(entry.get("title")),
        publisher=_line(named) or publisher,
        published=_date(_held(entry, "published_parsed"))
        or _date(_held(entry, "updated_parsed")),
        changed=_date(_held(entry, "updated_parsed")),
        html=_html(entry),
    )


def _held(entry: Mapping[str, Any], name: str) -> object:
    """Return what an entry holds itself: feedparser's `get` answers for another."""
    return dict.get(entry, name) if isinstance(entry, dict) else None


def _html(entry: Mapping[str, Any]) -> str | None:
    """Return the longest text that the feed itself holds of a page."""
    held = [part.get("value") for part in entry.get("content", ())]
    held.append(entry.get("summary"))
    texts = [text for text in held if isinstance(text, str)]
    longest = max(texts, key=len, default="")
    return longest if 0 < len(longest) <= MOST_BYTES_OF_A_TEXT else None


def _date(parsed: object) -> str | None:
    """Return a date of feedparser's, which is in UTC, as ISO 8601."""
    if not isinstance(parsed, struct_time):
        return None
    try:
        return datetime.fromtimestamp(timegm(parsed), UTC).isoformat()
    except (ValueError, OverflowError, OSError):
        return None


def _line(value: object) -> str | None:
    """Return a title on one line, its markup taken out."""
    if not isinstance(value, str):
        return None
    from sidelight.pages.html import words_of  # noqa: PLC0415 - as slow as it is rare

    title = value[:LONGEST_TITLE]
    text = words_of(title) if "<" in title or "&" in title else title
    return " ".join(text.split()) or None


def _minutes(value: object) -> int | None:
    """Return the minutes of a `ttl` element, where they are a number."""
    text = str(value or "").strip()
    return int(text) if text.isdecimal() and len(text) < 6 else None  # noqa: PLR2004
