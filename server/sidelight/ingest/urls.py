"""Reports at addresses that a user names: pages, feeds, sitemaps."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from sidelight.errors import InvalidInput, NotFetched, SidelightError
from sidelight.ingest import sources
from sidelight.ingest.entries import Entry, Listing, newest
from sidelight.ingest.fetch import Fetched
from sidelight.ingest.polite import Polite
from sidelight.ingest.summary import Summary
from sidelight.model import Article, Reading
from sidelight.store import Store

MOST_PAGES = 50
"""Of one feed or sitemap, the newest; a news site's holds some 20 to 1,000."""

Read = Callable[[Article], Reading]
Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Found:
    """What one named address leads to.

    Either a page, with its article, or entries, which may be on hosts `inside`
    only where the listing was there itself.
    """

    article: Article | None = None
    entries: Sequence[Entry] = ()
    listing: Listing | None = None
    inside: bool = False


def is_url(source: str) -> bool:
    """Tell an address from the name of a file."""
    return source.lower().startswith(("http://", "https://"))


def look(url: str, polite: Polite, most: int = MOST_PAGES) -> Found:
    """Fetch one address that a user named, and see what it is.

    An index of sitemaps is followed to its sitemaps, the latest first, until
    `most` pages are found. Raises `NotFetched`, `AddressRefused` or `InvalidInput`.
    """
    reply = polite.get(url, named=True, most=sources.MOST_BYTES)
    listing = sources.listing(reply)
    if listing is None:
        return Found(article=sources.article(reply), inside=reply.inside)
    entries = newest(listed(listing, reply, polite, most), most)
    return Found(entries=entries, listing=listing, inside=reply.inside)


def listed(listing: Listing, reply: Fetched, polite: Polite, most: int) -> list[Entry]:
    """Return the entries of a listing, or those of the sitemaps that it lists."""
    found = list(listing.entries)
    for url in listing.more:
        if len(found) >= most:
            break
        try:
            child = polite.get(url, most=sources.MOST_BYTES, inside_too=reply.inside)
            below = sources.listing(child)
        except SidelightError:
            continue  # the others may do
        found += below.entries if below else ()
    return found


def add(  # noqa: PLR0913 - what there is to say
    urls: Sequence[str],
    store: Store,
    read: Read,
    polite: Polite,
    progress: Progress | None = None,
    *,
    most: int = MOST_PAGES,
    kept: bool = False,
) -> Summary:
    """File the reports at `urls` in the store, one after the other.

    `progress` is told how many pages of how many are done. Whoever ends this
    half-way keeps what came so far; a second run does not fetch again what a
    listing lists and the store holds. What cannot be had is passed over with the
    reason.
    """
    summary = Summary()
    tell = _Counter(progress, len(urls))
    for url in urls:
        try:
            found = look(url, polite, most)
        except (NotFetched, InvalidInput) as error:
            summary.passed_over.append(_at(url, error))
            summary.failed = True
        else:
            tell.more(len(found.entries))
            if found.article:
                _file(found.article, store, read, summary, kept=kept)
            for one in _fetched(found, store, polite, summary, tell):
                _file(one, store, read, summary, kept=kept)
        tell.done()
    return summary


def add_listed(
    entries: Sequence[Entry],
    store: Store,
    read: Read,
    polite: Polite,
    progress: Progress | None = None,
) -> Summary:
    """File the reports that somebody listed, as `add` does for a feed."""
    summary = Summary()
    tell = _Counter(progress, len(entries))
    for one in _fetched(Found(entries=entries), store, polite, summary, tell):
        _file(one, store, read, summary, kept=False)
    return summary


def _fetched(
    found: Found, store: Store, polite: Polite, summary: Summary, tell: "_Counter"
) -> Iterator[Article]:
    """Yield the articles that a listing leads to and the store does not hold."""
    here = store.holds_pages([entry.url for entry in found.entries])
    for entry, held in zip(found.entries, here, strict=True):
        try:
            if held:
                summary.already_there += 1
            else:
                yield fetched(entry, polite, inside_too=found.inside)
        except (NotFetched, InvalidInput) as error:
            summary.passed_over.append(_at(entry.url, error))
        tell.done()


def fetched(entry: Entry, polite: Polite, *, inside_too: bool) -> Article:
    """Return the report that a listing lists: its page, or else the feed's own text.

    Raises `NotFetched`, `AddressRefused` or `InvalidInput` where neither is had.
    """
    try:
        return sources.article(polite.get(entry.url, inside_too=inside_too), entry)
    except (NotFetched, InvalidInput):
        article = sources.own_text(entry)
        if article is None:
            raise
        return article


def _file(
    article: Article, store: Store, read: Read, summary: Summary, *, kept: bool
) -> None:
    if store.holds([article])[0] and not kept:
        summary.already_there += 1
    else:
        summary.count(store.add(read(article), kept=kept))


def _at(url: str, error: SidelightError) -> SidelightError:
    """Return `error` with the address that was named in front, unless it has it."""
    return error if str(error).startswith(url) else type(error)(f"{url}: {error}")


class _Counter:
    """How many pages of how many are done, told as it changes."""

    def __init__(self, progress: Progress | None, of: int) -> None:
        self._progress = progress
        self._of = of
        self._done = 0

    def more(self, pages: int) -> None:
        self._of += pages

    def done(self) -> None:
        self._done += 1
        if self._progress:
            self._progress(self._done, self._of)
