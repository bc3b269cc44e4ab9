"""What makes two reports one: the same page, or the same words.

A report's key, id and fingerprint follow from its content alone, so a store is the
same whatever the order in which its reports came in.
"""

import re
from collections.abc import Iterator
from datetime import date
from hashlib import sha256
from urllib.parse import urlsplit, urlunsplit

import msgspec

from sidelight.model import Article

# Parameters that say how a reader came to a page, not which page it is.
TRACKING = re.compile(
    r"(?:utm|mtm|pk|hsa)_.*|mc_[ce]id|(?:d|fb|g|ms|tt|tw|y)clid|[gw]braid|_g[al]"
    r"|cmpid|igshid|mkt_tok|ncid|ocid|smid|srnd|xtor",
    re.IGNORECASE,
)
DEFAULT_PORTS = {"http": ":80", "https": ":443"}

# The day's ordinal in front, 40 bits of the text's SHA-256 behind: reports of one
# day lie side by side, so "within seven days" is one range of keys.
DAY_SHIFT = 40
UNDATED = 0  # no calendar day has this ordinal

# Fingerprints are added up modulo this, so that two of them fit 63 bits.
FINGERPRINTS = 1 << 61

LONGEST_ID = 200  # code points; PostgreSQL indexes no value over 2.7 kB
SHORT_DIGEST = 12  # hexadecimal digits: one clash in 10^7 reports, and it is met


def canonical(url: str) -> str:
    """Return `url` without what does not name the page.

    Scheme and host in lower case (RFC 3986, 6.2.2.1), without default port,
    fragment and tracking parameters. What cannot be split is returned as it is.
    """
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return url.strip()
    scheme = parts.scheme.lower()
    host = parts.netloc.lower().removesuffix(DEFAULT_PORTS.get(scheme, "\0"))
    query = "&".join(
        field
        for field in parts.query.split("&")
        if not TRACKING.fullmatch(field.partition("=")[0])
    )
    return urlunsplit((scheme, host, parts.path or "/", query, ""))


def page_of(article: Article) -> str | None:
    """Return the SHA-256 of the article's canonical URL, in hexadecimal."""
    return digest(canonical(article.url)) if article.url else None


def text_of(article: Article) -> str:
    """Return the SHA-256 of the article's text, in hexadecimal."""
    return digest(article.text)


def ids_of(article: Article) -> Iterator[str]:
    """Yield the ids that `article` may be kept under, the best one first.

    Its own, then the digest of its page (of its text where it has no URL): short,
    at length, and with the digest of the text, which no other report has.
    """
    own = article.id.replace("\0", "")
    if own and len(own) <= LONGEST_ID:
        yield own
    name = page_of(article) or text_of(article)
    yield name[:SHORT_DIGEST]
    yield name
    yield f"{name}-{text_of(article)}"


def key_of(article: Article) -> int:
    """Return the number that the store files `article` under."""
    return first_key(ordinal(article.day)) + int(text_of(article)[:10], 16)


def first_key(day: int) -> int:
    """Return the lowest key of a day, given as its ordinal."""
    return day << DAY_SHIFT


def ordinal(day: date | None) -> int:
    """Return the day's ordinal, and `UNDATED` for no day."""
    return UNDATED if day is None else day.toordinal()


def fingerprint(article: Article) -> int:
    """Return a number for the whole of `article`, below `FINGERPRINTS`."""
    content = msgspec.json.encode(article)
    return int.from_bytes(sha256(content).digest()[:8]) % FINGERPRINTS


def digest(text: str) -> str:
    """Return the SHA-256 of `text`, in hexadecimal."""
    return sha256(text.encode(errors="surrogatepass")).hexdigest()
