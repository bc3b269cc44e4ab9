"""`sidelight reports`: what others are compared with."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from sidelight.commands.shared import (
    JSON,
    open_the_store,
    polite_client,
    print_json,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sidelight.ingest.summary import Summary
    from sidelight.store import Store

MOST_TOLD = 20
"""Things passed over that are told one by one."""


@click.group()
def reports() -> None:
    """Keep the reports that others are compared with."""


@reports.command()
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE…")
@click.option("--keep", is_flag=True, help="Keep them beyond the retention limit.")
@click.option(
    "--most",
    default=50,
    show_default=True,
    type=click.IntRange(1, 500),
    help="Pages to fetch from a feed or sitemap, the newest first.",
)
@JSON
def add(sources: tuple[str, ...], keep: bool, most: int, as_json: bool) -> None:
    """Add the reports in files and folders (.json, .html, .txt), and at addresses.

    An address leads to a page, an RSS or Atom feed, or a sitemap. What a feed or
    sitemap lists is fetched one page after the other, as its robots.txt asks.
    """
    from sidelight import pipeline, settings
    from sidelight.ingest import files, urls
    from sidelight.ingest.summary import Summary
    from sidelight.terminal import progress

    named = [source for source in sources if urls.is_url(source)]
    paths = [Path(source) for source in sources if not urls.is_url(source)]
    known = settings.load()
    summary = Summary()
    with open_the_store() as store:
        if paths:
            with progress("Reading reports") as step:
                found = files.add(paths, store, pipeline.read, step, kept=keep)
            summary.include(found)
        if named:
            polite = polite_client(known)
            with progress("Fetching pages") as step:
                found = urls.add(
                    named, store, pipeline.read, polite, step, most=most, kept=keep
                )
            summary.include(found)
    _tell(summary, as_json=as_json)


def _tell(summary: Summary, *, as_json: bool) -> None:
    """Print what became of everything; exit status 1 if something named failed."""
    if as_json:
        print_json(
            {
                "added": summary.added,
                "updated": summary.updated,
                "already_there": summary.already_there,
                "passed_over": [str(error) for error in summary.passed_over],
            }
        )
    else:
        for error in summary.passed_over[:MOST_TOLD]:
            click.echo(f"sidelight: passed over {error}", err=True)
        if (more := len(summary.passed_over) - MOST_TOLD) > 0:
            click.echo(f"sidelight: passed over {more} more (--json: all)", err=True)
        over = len(summary.passed_over)
        click.echo(
            f"{summary.added} added, {summary.updated} updated, "
            f"{summary.already_there} already there"
            f"{f', {over} passed over' if over else ''}."
        )
    if summary.failed:
        sys.exit(1)


@reports.command()
@click.argument(
    "files", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="FILE…"
)
@JSON
def find(files: tuple[Path, ...], as_json: bool) -> None:
    """Ask providers for other reports of FILE's event, and add what they name.

    SIDELIGHT_PROVIDERS switches providers on; what is sent to each is printed.
    """
    from sidelight import pages, pipeline, settings
    from sidelight.errors import InvalidInput
    from sidelight.ingest import urls
    from sidelight.ingest.fetch import Fetcher
    from sidelight.ingest.providers.chosen import chosen
    from sidelight.ingest.providers.panel import Panel
    from sidelight.ingest.summary import Summary
    from sidelight.terminal import progress

    known = settings.load()
    if not known.providers:
        message = f"No provider is on; set SIDELIGHT_PROVIDERS: {', '.join(settings.PROVIDERS)}."
        raise InvalidInput(message)
    panel = Panel(chosen(known), Fetcher(contact=known.contact), patience=30.0)
    summary = Summary()
    for path in files:
        answers = panel.ask(pipeline.read(pages.load(path))).answers()
        for one in answers:
            how = f"sent “{one.sent}”, found {one.found}. " if one.asked else ""
            click.echo(f"{path.name}: {one.name}: {how}{one.skipped or ''}", err=True)
        leads = [lead for one in answers for lead in one.leads]
        with open_the_store() as store, progress("Fetching pages") as step:
            polite = polite_client(known)
            summary.include(urls.add_listed(leads, store, pipeline.read, polite, step))
    _tell(summary, as_json=as_json)


@reports.command(name="list")
@JSON
def list_(as_json: bool) -> None:
    """List what is kept."""
    from sidelight.terminal import print_reports

    with open_the_store() as store:
        rows = [_row(row) for row in _every_row(store)]
    if as_json:
        print_json(rows)
    else:
        print_reports(rows)


def _every_row(store: Store) -> Iterator[Any]:
    after = None
    while rows := store.list(limit=500, after=after):
        yield from rows
        after = rows[-1].id


def _row(row: Any) -> dict[str, Any]:  # noqa: ANN401
    return {
        "id": row.id,
        "url": row.url,
        "title": row.title,
        "publisher": row.publisher,
        "published": row.published,
        "words": row.words,
        "kept": row.kept,
    }


@reports.command()
@click.argument("ids", nargs=-1, required=True, metavar="ID…")
def remove(ids: tuple[str, ...]) -> None:
    """Remove reports by their id."""
    with open_the_store() as store:
        for report in ids:
            store.remove(report)
            click.echo(f"removed {report}")


@reports.command()
@click.option(
    "--days",
    type=click.IntRange(min=0),
    help="How old  [default: SIDELIGHT_KEEP_DAYS, else 30]",
)
def prune(days: int | None) -> None:
    """Remove reports that were added more than DAYS days ago; kept ones stay.

    The service and `sidelight watch` do so by themselves.
    """
    from sidelight import settings
    from sidelight.ingest.watch import oldest_day

    limit = settings.load().keep_days if days is None else days
    if days is None and limit == 0:
        click.echo("There is no retention limit; name one with --days.")
        return
    with open_the_store() as store:
        click.echo(f"{store.prune(oldest_day(limit))} removed.")


@reports.command()
@click.confirmation_option(prompt="Forget every report, kept ones too, and every feed?")
def forget() -> None:
    """Forget everything that is stored: reports, feeds, what was thought of notes."""
    from sidelight import settings

    with open_the_store() as store:
        store.forget_everything()
    settings.load().feedback.unlink(missing_ok=True)
    click.echo("Everything is forgotten.")
