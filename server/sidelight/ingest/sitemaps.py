"""Sitemaps, and Google's news sitemaps: XML to entries, read as a stream.

https://www.sitemaps.org/protocol.html and the news extension's namespace
http://www.google.com/schemas/sitemap-news/0.9. No entity is ever expanded: a file
that declares one is refused, and with it every bomb that is made of them.
"""

import zlib
from datetime import datetime
from xml.parsers import expat

from sidelight.errors import InvalidInput
from sidelight.ingest.entries import MOST_ENTRIES, Entry, Listing, newest
from sidelight.ingest.fetch import unpacked
from sidelight.messages import message
from sidelight.pages import same_site

MOST_BYTES = 20_000_000  # unpacked; 50,000 entries have some 10 MB
MOST_SITEMAPS = 20  # of one index, the latest changed
LONGEST_FIELD = 2_000
DEEPEST = 20

_GZIP = b"\x1f\x8b"
_FIELDS = frozenset({"loc", "lastmod", "publication_date", "title", "name"})


def read(content: bytes, url: str) -> Listing:
    """Return what a sitemap or an index of sitemaps lists, the newest first.

    Addresses of another site than `url` are passed over, as the protocol has it.
    Raises `InvalidInput` for what is no sitemap.
    """
    reader = _Reader(url)
    try:
        reader.parser.Parse(_plain(content), True)  # noqa: FBT003 - expat's own
    except (expat.ExpatError, zlib.error, ValueError) as error:
        raise InvalidInput(
            message("%(url)s: this is no sitemap (%(why)s).", url=url, why=str(error))
        ) from error
    if reader.kind not in {"urlset", "sitemapindex"}:
        raise InvalidInput(message("%(url)s: this is no sitemap.", url=url))
    entries = newest(reader.entries, most=max(MOST_ENTRIES, MOST_SITEMAPS))
    if reader.kind == "sitemapindex":
        more = tuple(entry.url for entry in entries[:MOST_SITEMAPS])
        return Listing("index", (), more=more)
    return Listing("sitemap", entries)


def _plain(content: bytes) -> bytes:
    """Return the XML, out of its gzip where it is a .gz file."""
    if not content.startswith(_GZIP):
        return content
    plain = bytearray()
    for piece in unpacked(iter([content]), "gzip"):
        plain += piece
        if len(plain) > MOST_BYTES:
            message = f"larger than {MOST_BYTES:,} bytes"
            raise ValueError(message)
    return bytes(plain)


class _Reader:
    """Collects the entries while the parser goes through the file."""

    def __init__(self, url: str) -> None:
        self.kind = ""
        self.entries: list[Entry] = []
        self._url = url
        self._path: list[str] = []
        self._fields: dict[str, str] = {}
        self.parser = expat.ParserCreate(namespace_separator=" ")
        self.parser.buffer_text = True
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._words
        self.parser.EntityDeclHandler = self._entity

    def _start(self, name: str, _: dict[str, str]) -> None:
        local = name.rpartition(" ")[2]
        if len(self._path) >= DEEPEST:
            message = "its elements lie too deep"
            raise ValueError(message)
        self.kind = self.kind or local
        self._path.append(local)
        if local in {"url", "sitemap"}:
            self._fields = {}

    def _words(self, words: str) -> None:
        field = self._path[-1] if self._path else ""
        if field in _FIELDS and "image" not in self._path and "video" not in self._path:
            held = self._fields.get(field, "")
            self._fields[field] = (held + words)[:LONGEST_FIELD]

    def _end(self, _: str) -> None:
        if self._path.pop() not in {"url", "sitemap"}:
            return
        said = {field: " ".join(text.split()) for field, text in self._fields.items()}
        url = same_site(self._url, said.get("loc", ""))
        if url is None:
            return
        changed = _date(said.get("lastmod"))
        self.entries.append(
            Entry(
                url=url,
                title=said.get("title") or None,
                publisher=said.get("name") or None,
                published=_date(said.get("publication_date")),
                changed=changed,
            )
        )

    def _entity(self, *_: object) -> None:
        message = "it declares entities"
        raise ValueError(message)


def _date(written: str | None) -> str | None:
    """Return a W3C date or date and time, where it is one."""
    try:
        datetime.fromisoformat(written or "")
    except ValueError:
        return None
    return written
