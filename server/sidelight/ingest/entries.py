"""What a feed or a sitemap lists: addresses of pages, and what it says of each."""

from collections.abc import Sequence
from dataclasses import dataclass

MOST_ENTRIES = 200
"""Of one feed or sitemap, the newest first."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A page that is listed. Dates are ISO 8601; `html` is the feed's own text of it.

    `changed` is when the listing says that the page was last changed.
    """

    url: str
    title: str | None = None
    publisher: str | None = None
    published: str | None = None
    changed: str | None = None
    html: str | None = None

    @property
    def known(self) -> dict[str, str | None]:
        """What fills in the facts that the page does not say of itself."""
        return {
            "title": self.title,
            "publisher": self.publisher,
            "published": self.published,
        }


@dataclass(frozen=True, slots=True)
class Listing:
    """A feed or sitemap, read.

    `title` is its own; `every` the minutes that it asks to be left between two
    looks; `more` are the sitemaps that an index of sitemaps lists.
    """

    kind: str
    entries: Sequence[Entry]
    title: str | None = None
    every: int | None = None
    more: Sequence[str] = ()


def newest(entries: Sequence[Entry], most: int = MOST_ENTRIES) -> list[Entry]:
    """Return the newest entries first, each page once; undated ones keep their place.

    A listing without dates is taken to begin with the newest, as feeds do.
    """
    once = list({entry.url: entry for entry in reversed(entries)}.values())[::-1]
    once.sort(key=lambda entry: entry.published or entry.changed or "", reverse=True)
    return once[:most]
