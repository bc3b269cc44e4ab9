"""HTML, text or report JSON -> Article. The one edge where hostile input is parsed.

Behind this layer an article's text is known to be Unicode that can be written as
UTF-8, at most `MOST_BYTES` long, not blank and English, and its date a real one.
The text of a request is never changed: the answer's offsets count its code points.
"""

import re
from collections.abc import Mapping
from datetime import date, datetime
from hashlib import sha256
from pathlib import Path, PurePath
from typing import Any, Literal, cast
from urllib.parse import urljoin, urlsplit

import orjson

from sidelight.errors import (
    InvalidDate,
    InvalidInput,
    NotEnglish,
    NoText,
    NotFound,
    TooLong,
)
from sidelight.messages import Message, message
from sidelight.model import Article, Link
from sidelight.pages import charsets
from sidelight.pages.english import seems_english

MOST_BYTES = 1_000_000  # of one text or page; a long read has some 60,000
MOST_LINKS = 2_000
MOST_CHARACTERS_OF_A_FIELD = 2_000  # a title, a name, an address
HTML_SUFFIXES = frozenset({".html", ".htm", ".xhtml"})

_IN_FRONT = re.compile(r"^(?:www|m|mobile|amp)\.")
_FIELDS = ("id", "url", "title", "publisher", "author", "language", "label")
_KINDS = ("page", "paste", "feed")


def article_from(fields: Mapping[str, Any]) -> Article:
    """Return the article that a report object of the contract describes.

    `fields` holds `text` or `html`, and what is known of `id`, `url`, `title`,
    `publisher`, `author`, `published`, `language`, `links`, `kind`, `label`,
    `looked_in` and `cut_short`; anything else is passed over. What a page says of
    itself fills in what was not sent with it.

    Raises `NoText`, `TooLong`, `NotEnglish`, `InvalidDate` or `InvalidInput`.
    """
    if _word(fields, "html") and not _word(fields, "text"):
        fields = _with_page(fields)
    text = _text(fields)
    known = {name: _line(fields, name) for name in _FIELDS}
    kind = fields.get("kind")
    if kind is not None and kind not in _KINDS:
        raise InvalidInput(
            message(
                "`kind` is %(kind)s; it can be %(kinds)s.",
                kind=repr(kind),
                kinds=", ".join(_KINDS),
            )
        )
    return Article(
        text=text,
        id=known["id"] or f"urn:sha256:{sha256(text.encode()).hexdigest()}",
        url=known["url"],
        title=known["title"],
        publisher=known["publisher"],
        author=known["author"],
        published=_published(fields.get("published")),
        language=known["language"],
        links=_links(fields.get("links")),
        kind=cast("Literal['page', 'paste', 'feed'] | None", kind),
        label=known["label"],
        looked_in=_strings(fields.get("looked_in"), "looked_in"),
        cut_short=_flag(fields, "cut_short"),
    )


def load(path: Path, **known: str | None) -> Article:
    """Return the article in a file: report JSON, HTML, or plain text.

    `known` (title, published, …) takes the place of what the file says itself.
    A page or a text is named after its file.

    Raises `NotFound` for a file that cannot be opened, else as `article_from`.
    """
    given = {name: value for name, value in known.items() if value}
    try:
        size = path.stat().st_size
        if size > 2 * MOST_BYTES:  # JSON may write a character in six bytes
            raise TooLong(
                message("%(path)s: %(size)s", path=path, size=_too_long(size))
            )
        content = path.read_bytes()
    except OSError as error:
        raise NotFound(
            message("%(path)s: %(why)s.", path=path, why=error.strerror or error)
        ) from error
    try:
        return in_file(path.name, content, **given)
    except InvalidInput as error:
        raise type(error)(f"{path}: {error}") from error


def fetched(
    content: bytes,
    url: str,
    media_type: str = "",
    known: Mapping[str, str | None] | None = None,
) -> Article:
    """Return the article of a page that came from the web.

    `media_type` is its Content-Type header. `known` (title, published, …) is what a
    feed says of the page; it fills in what the page does not say of itself. The
    page's own canonical address is taken where it is of the same site: no site
    speaks for another. Raises as `article_from`.
    """
    from sidelight.pages import html  # noqa: PLC0415 - half a second, for HTML alone

    given = {name: value for name, value in (known or {}).items() if value}
    markup = charsets.decoded(content, media_type)
    if media_type.partition(";")[0].strip().lower() == "text/plain":
        return article_from({**given, "text": markup, "url": url})
    _measure(markup)
    page = html.facts(markup, url=url)
    if not _is_date(page.get("published")):
        page.pop("published", None)
    address = same_site(url, page.pop("canonical")) or url
    return article_from({**given, **page, "url": address, "kind": "page"})


def same_site(url: str, other: str) -> str | None:
    """Return `other`, relative to `url`, where both are of one site, else `None`.

    The same host but for the www, m or amp in front of it.
    """
    try:
        absolute = urljoin(url, other)
        hosts = [(urlsplit(u).hostname or "").lower() for u in (url, absolute)]
    except ValueError:
        return None
    plain = [_IN_FRONT.sub("", host) for host in hosts]
    fits = plain[0] == plain[1] and absolute.startswith(("http://", "https://"))
    return absolute if other and fits else None


def _is_date(value: object) -> bool:
    try:
        return _published(value) is not None
    except InvalidDate:
        return False


def in_file(name: str, content: bytes, **known: str) -> Article:
    """Return the article that a file of this name holds; raises as `article_from`."""
    path = PurePath(name)
    if path.suffix.lower() == ".json":
        return article_from(_report(content) | known)
    body = "html" if path.suffix.lower() in HTML_SUFFIXES else "text"
    return article_from({"id": path.stem, body: decoded(content)} | known)


def decoded(content: bytes) -> str:
    """Return UTF-8 bytes as text; raises `InvalidInput` naming the bad byte."""
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InvalidInput(
            message(
                "The bytes are not UTF-8 (byte %(start)s); save the text as UTF-8.",
                start=error.start,
            )
        ) from error


def _report(content: bytes) -> dict[str, Any]:
    try:
        fields = orjson.loads(content.removeprefix(b"\xef\xbb\xbf"))
    except orjson.JSONDecodeError as error:
        raise InvalidInput(
            message("This is not JSON in UTF-8 (%(why)s).", why=str(error))
        ) from error
    if not isinstance(fields, dict) or not {"text", "html"} & fields.keys():
        raise InvalidInput(
            message("This is no report: a JSON object with a `text` is expected.")
        )
    return fields


def _with_page(fields: Mapping[str, Any]) -> dict[str, Any]:
    from sidelight.pages import html  # noqa: PLC0415 - half a second, for HTML alone

    content = _word(fields, "html")
    _measure(content)
    page = html.facts(content, url=_line(fields, "url"))
    sent = {name: value for name, value in fields.items() if value is not None}
    if page.get("published") and "published" not in sent:
        try:
            _published(page["published"])
        except InvalidDate:  # the page's mistake, not the sender's
            del page["published"]
    return page | sent | {"text": page["text"]}


def _text(fields: Mapping[str, Any]) -> str:
    text = _word(fields, "text")
    if not text.strip():
        raise NoText(
            message("There is no text to read: send `text`, or `html` with an article.")
        )
    _measure(text)
    if not seems_english(text):
        raise NotEnglish(message("Sidelight reads English so far; nothing was noted."))
    return text


def _measure(text: str) -> None:
    try:
        size = len(text.encode())
    except UnicodeEncodeError as error:
        raise InvalidInput(
            message(
                "The text has half a character at %(start)s (a lone surrogate).",
                start=error.start,
            )
        ) from error
    if size > MOST_BYTES:
        raise TooLong(_too_long(size))


def _too_long(size: int) -> Message:
    return message(
        "The text has %(bytes)s bytes; at most %(most)s are read in one go.",
        bytes=f"{size:,}",
        most=f"{MOST_BYTES:,}",
    )


def _word(fields: Mapping[str, Any], name: str) -> str:
    value = fields.get(name)
    if value is None:
        return ""
    if not isinstance(value, str):
        raise InvalidInput(
            message(
                "`%(name)s` is %(kind)s; a string is expected.",
                name=name,
                kind=type(value).__name__,
            )
        )
    return value


def _line(fields: Mapping[str, Any], name: str) -> str | None:
    """Return a short field on one line, or `None` where it says nothing."""
    value = " ".join(_word(fields, name).split())
    _measure(value)
    return value[:MOST_CHARACTERS_OF_A_FIELD] or None


def _flag(fields: Mapping[str, Any], name: str) -> bool:
    value = fields.get(name)
    if value is None:
        return False
    if not isinstance(value, bool):
        raise InvalidInput(
            message(
                "`%(name)s` is %(value)s; true or false is expected.",
                name=name,
                value=repr(value),
            )
        )
    return value


def _published(value: object) -> str | None:
    if value is None or value == "":
        return None
    if not isinstance(value, str):
        raise InvalidDate(
            message(
                "`published` is %(value)s; an ISO 8601 date is expected.",
                value=repr(value),
            )
        )
    written = value.strip()
    try:
        if len(written) == len("2025-06-27"):
            return date.fromisoformat(written).isoformat()
        return datetime.fromisoformat(written).isoformat().replace("+00:00", "Z")
    except ValueError as error:
        raise InvalidDate(
            message(
                "`published` is %(written)s, which is no ISO 8601 date such as "
                "2025-06-27 or 2025-06-27T09:00:00Z.",
                written=repr(written[:40]),
            )
        ) from error


def _links(value: object) -> tuple[Link, ...] | None:
    if value is None:
        return None
    if not isinstance(value, list):
        raise InvalidInput(message("`links` is not a list of {href, text} objects."))
    return tuple(_link(item) for item in value[:MOST_LINKS])


def _link(item: object) -> Link:
    if not isinstance(item, dict):
        raise InvalidInput(message("`links` is not a list of {href, text} objects."))
    return Link(_line(item, "href") or "", _line(item, "text") or "")


def _strings(value: object, name: str) -> tuple[str, ...]:
    if value is None:
        return ()
    if not isinstance(value, list) or not all(isinstance(v, str) for v in value):
        raise InvalidInput(message("`%(name)s` is not a list of strings.", name=name))
    return tuple(value)
