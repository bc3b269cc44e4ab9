"""A page's article and what the page says of itself: JSON-LD, meta, time elements."""

import re
from collections.abc import Iterator
from typing import Any

import orjson
import trafilatura
from bs4 import BeautifulSoup, Tag

from sidelight.errors import NoText
from sidelight.messages import message

_ARTICLE_TYPE = re.compile(
    r"(?:News|Reportage|Opinion|Analysis|Report)?\w*Article$|^BlogPosting$"
)
_META = {
    "title": ("og:title", "twitter:title", "dc.title"),
    "author": ("author", "article:author", "dc.creator", "parsely-author"),
    "publisher": ("og:site_name", "application-name"),
    "published": ("article:published_time", "datepublished", "dc.date", "date"),
    "url": ("og:url",),
}
_FEED_TYPES = frozenset({"application/rss+xml", "application/atom+xml"})
FEWEST_WORDS = 20  # a page with fewer is a menu, an error or a wall
_DEEPEST = 40  # levels of JSON-LD; real pages have five

# Of 183 news pages the largest, of 1 MB, has 9,900 elements, and one in a hundred lies
# deeper than 106. At these bounds no markup takes longer than three seconds on two busy
# cores; unbounded, 60,000 paragraphs of a few words took 22.
MOST_ELEMENTS = 20_000  # each with its end
DEEPEST_ELEMENT = 2_000
_TAG = re.compile(r"<(/?)([a-z][a-z0-9]*)", re.IGNORECASE)
_NO_END = frozenset(  # that end by themselves, or where the next one begins
    "area base br col dd dt embed hr img input li link meta option p param source "
    "tbody td tfoot th thead tr track wbr".split()
)


def facts(html: str, url: str | None = None) -> dict[str, Any]:
    """Return the fields of a report (`text`, `title`, …) that a page holds.

    `html` is at most 1 MB of markup. Raises `NoText` where it holds no article, or
    more elements or deeper ones than a page has.
    """
    if not _is_bounded(html):
        raise NoText("The page's markup is too deep or too long to be read.")
    try:
        found = trafilatura.extract(
            html,
            url=url,
            include_comments=False,
            include_tables=False,
            include_images=False,
            deduplicate=False,
            with_metadata=False,
        )
        soup = BeautifulSoup(html, "lxml")
        fields = {**_from_elements(soup), **_from_meta(soup), **_from_json_ld(soup)}
    except (RecursionError, ValueError) as error:
        raise NoText(
            message("The page's markup is too deep or too broken to be read.")
        ) from error
    if not found or len(found.split()) < FEWEST_WORDS:
        raise NoText(
            message("No article was found on the page; paste its text instead.")
        )
    lines = [line.strip() for line in found.splitlines() if line.strip()]
    if len(lines) > 1 and lines[0] == _heading(
        soup
    ):  # the title is no part of the text
        lines = lines[1:]
    return fields | {
        "text": "\n\n".join(lines),
        "canonical": _canonical(soup),
        "links": list(_links(soup)),
        "looked_in": ["JSON-LD", "meta", "byline", "time"],
    }


def feed_link(markup: str) -> str | None:
    """Return the address of the first feed that a page points to, if any."""
    if not _is_bounded(markup):
        return None
    soup = BeautifulSoup(markup, "lxml")
    for link in soup.select('link[rel~="alternate"][href]'):
        if str(link.get("type", "")).lower() in _FEED_TYPES:
            return str(link["href"]).strip()
    return None


def words_of(markup: str) -> str:
    """Return the words of a piece of markup, such as a title with entities in it."""
    return BeautifulSoup(markup, "lxml").get_text(" ", strip=True)


def _is_bounded(markup: str) -> bool:
    """Tell markup that is made to be slow from a page's, without parsing it."""
    depth = 0
    for number, tag in enumerate(_TAG.finditer(markup)):
        if tag[2].lower() not in _NO_END:
            depth = max(0, depth - 1) if tag[1] else depth + 1
        if number >= 2 * MOST_ELEMENTS or depth > DEEPEST_ELEMENT:
            return False
    return True


def _canonical(soup: BeautifulSoup) -> str:
    """Return the address that the page calls its own, "" where it names none."""
    link = soup.select_one('link[rel~="canonical"][href]')
    return str(link["href"]).strip() if link else ""


def _heading(soup: BeautifulSoup) -> str:
    heading = soup.select_one("article h1, main h1, h1")
    return heading.get_text(" ", strip=True) if heading else ""


def _from_elements(soup: BeautifulSoup) -> dict[str, str]:
    fields = {}
    if heading := _heading(soup):
        fields["title"] = heading
    elif soup.title:
        fields["title"] = soup.title.get_text(" ", strip=True)
    if time := soup.select_one("article time[datetime], time[datetime]"):
        fields["published"] = str(time["datetime"])
    if byline := soup.select_one('[rel="author"], [itemprop="author"], .byline'):
        fields["author"] = byline.get_text(" ", strip=True).removeprefix("By ")
    if isinstance(soup.html, Tag) and soup.html.get("lang"):
        fields["language"] = str(soup.html["lang"])
    return _filled(fields)


def _from_meta(soup: BeautifulSoup) -> dict[str, str]:
    said: dict[str, str] = {}
    for meta in soup.find_all("meta", content=True):
        name = meta.get("property") or meta.get("name") or meta.get("itemprop")
        said.setdefault(str(name).lower(), str(meta["content"]))
    fields = {
        field: next((said[name] for name in names if name in said), "")
        for field, names in _META.items()
    }
    return _filled(fields)


def _from_json_ld(soup: BeautifulSoup) -> dict[str, str]:
    for script in soup.find_all("script", type="application/ld+json"):
        try:
            data = orjson.loads(script.get_text())
        except orjson.JSONDecodeError:
            continue
        for node in _nodes(data):
            if _ARTICLE_TYPE.search(str(_first(node.get("@type")))):
                return _filled(
                    {
                        "title": _name(node.get("headline")),
                        "author": _name(node.get("author")),
                        "publisher": _name(node.get("publisher")),
                        "published": _name(node.get("datePublished")),
                        "language": _name(node.get("inLanguage")),
                    }
                )
    return {}


def _nodes(data: object, depth: int = 0) -> Iterator[dict[str, Any]]:
    if depth > _DEEPEST:
        return
    if isinstance(data, dict):
        yield data
        yield from _nodes(data.get("@graph"), depth + 1)
    elif isinstance(data, list):
        for item in data:
            yield from _nodes(item, depth + 1)


def _first(value: object) -> object:
    return value[0] if isinstance(value, list) and value else value


def _name(value: object) -> str:
    value = _first(value)
    if isinstance(value, dict):
        value = value.get("name")
    return value if isinstance(value, str) else ""


def _filled(fields: dict[str, str]) -> dict[str, str]:
    return {name: value.strip() for name, value in fields.items() if value.strip()}


def _links(soup: BeautifulSoup) -> Iterator[dict[str, str]]:
    root = soup.select_one("[itemprop=articleBody], article, main") or soup
    for anchor in root.find_all("a", href=True):
        yield {"href": str(anchor["href"]), "text": anchor.get_text(" ", strip=True)}
