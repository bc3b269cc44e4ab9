"""/feeds: the feeds that reports come in from, and forgetting everything."""

from dataclasses import dataclass
from http import HTTPStatus

from flask import Blueprint, Response, redirect, render_template, request

from sidelight.errors import InvalidInput, NotFetched, NotFound, SidelightError
from sidelight.ingest import sources, urls
from sidelight.ingest.addresses import place
from sidelight.ingest.entries import Entry
from sidelight.messages import message
from sidelight.store import FeedRow
from sidelight.web.access import needs
from sidelight.web.language import texts
from sidelight.web.paste import Answer
from sidelight.web.refusals import FetchingOff
from sidelight.web.service import service

PAGES = Blueprint("feeds", __name__)
PREVIEWED = 10  # entries of a feed that is not added yet
LISTED = 100  # pages of one feed


@dataclass(frozen=True, slots=True)
class Preview:
    """A feed that is not added yet: what it lists now."""

    url: str
    title: str
    entries: list[Entry]
    listed: int
    known: bool


@PAGES.get("/feeds")
def show_feeds() -> str:
    """Show the feeds, and a form for another one."""
    return _page()


@PAGES.post("/feeds/preview")
@needs("add")
def preview_feed() -> Answer:
    """Fetch a feed once and show what it lists; nothing is stored."""
    sent = request.form.get("url", "").strip()
    if sent and "://" not in sent:
        sent = f"https://{sent}"
    try:
        return Answer(_page(preview=_preview(sent)))
    except SidelightError as error:
        if not isinstance(error, InvalidInput | NotFetched | FetchingOff):
            raise
        return Answer(_page(problem=error.problem(texts()), sent=sent), error.status)


@PAGES.post("/feeds")
@needs("add")
def add_feed() -> Response:
    """Add a feed; what it lists comes in from now on."""
    _must_fetch()
    url = place(request.form.get("url", "")).url
    service().store.feeds.add(url, request.form.get("title", "").strip() or None)
    service().news.set()
    return _see("/feeds#feeds")


@PAGES.get("/feeds/<int:feed>")
def show_feed(feed: int) -> str:
    """Show what came in from one feed."""
    found = _feed(feed)
    return render_template(
        "feed.html", feed=found, arrived=service().store.feeds.arrived(feed, LISTED)
    )


@PAGES.post("/feeds/<int:feed>/remove")
@needs("add")
def remove_feed(feed: int) -> Response:
    """Remove a feed; the reports that came in from it stay."""
    service().store.feeds.remove(feed)
    return _see("/feeds#feeds")


@PAGES.post("/feeds/forget")
@needs("add")
def forget_everything() -> Answer | Response:
    """Forget reports, feeds and what was thought of notes, once that was meant."""
    if request.form.get("sure") != "yes":
        fault = message("Tick the box first: this cannot be undone.")
        problem = InvalidInput(fault).problem(texts())
        page = _page(problem=problem)
        return Answer(page, HTTPStatus.UNPROCESSABLE_ENTITY)
    service().store.forget_everything()
    service().settings.feedback.unlink(missing_ok=True)
    return _see("/feeds?forgotten=yes#stored")


def _page(
    *,
    preview: Preview | None = None,
    problem: dict[str, object] | None = None,
    sent: str = "",
) -> str:
    known = service()
    feeds = known.store.feeds.list()
    return render_template(
        "feeds.html",
        feeds=feeds,
        busy=known.settings.fetch and any(map(_is_busy, feeds)),
        preview=preview,
        problem=problem,
        sent=sent,
        fetch=known.settings.fetch,
        keep_days=known.settings.keep_days,
        stored=len(known.store),
        forgotten=request.args.get("forgotten") == "yes",
    )


def _is_busy(feed: FeedRow) -> bool:
    return feed.looked is None or feed.waiting > 0


def _preview(url: str) -> Preview:
    """Fetch a feed, or the feed that a page points to.

    Raises `FetchingOff`, `AddressRefused`, `NotFetched` or `InvalidInput`.
    """
    _must_fetch()
    polite = service().polite
    reply = polite.get(url, named=True, most=sources.MOST_BYTES)
    listing = sources.listing(reply)
    if listing is None:
        pointed = sources.feed_of(reply)
        if pointed is None:
            raise InvalidInput(
                message(
                    "%(url)s is a page that points to no feed. Look for “RSS” on the "
                    "site, or give the address of its news sitemap.",
                    url=reply.url,
                )
            )
        reply = polite.get(
            pointed, named=True, most=sources.MOST_BYTES, inside_too=reply.inside
        )
        listing = sources.listing(reply)
        if listing is None:
            raise InvalidInput(
                message(
                    "%(url)s is no feed, though a page calls it one.", url=reply.url
                )
            )
    entries = urls.listed(listing, reply, polite, PREVIEWED)
    return Preview(
        url=reply.url,
        title=listing.title or place(reply.url).host,
        entries=entries[:PREVIEWED],
        listed=len(entries),
        known=reply.url in {feed.url for feed in service().store.feeds.list()},
    )


def _must_fetch() -> None:
    if not service().settings.fetch:
        raise FetchingOff(
            message(
                "This service fetches nothing. Whoever runs it can switch that on with "
                "SIDELIGHT_FETCH=on; `sidelight watch feeds.toml` works without."
            )
        )


def _feed(number: int) -> FeedRow:
    for feed in service().store.feeds.list():
        if feed.id == number:
            return feed
    raise NotFound(message("There is no such feed; perhaps it was removed."))


def _see(place_: str) -> Response:
    """Answer a form so that reloading the next page sends nothing again."""
    answer = redirect(place_, HTTPStatus.SEE_OTHER)
    assert isinstance(answer, Response)  # noqa: S101 - what Flask makes of it
    return answer
