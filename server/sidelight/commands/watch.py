"""`sidelight watch`: look at feeds again and again."""

from __future__ import annotations

import signal
from pathlib import Path
from time import sleep
from typing import TYPE_CHECKING

import click

from sidelight.commands.shared import open_the_store, polite_client

if TYPE_CHECKING:
    from sidelight.ingest.watch import Watcher


@click.command()
@click.argument(
    "file", required=False, type=click.Path(path_type=Path), metavar="[FEEDS.TOML]"
)
@click.option("--once", is_flag=True, help="End when there is nothing to do for now.")
def watch(file: Path | None, once: bool) -> None:
    """Look at feeds again and again, and add the reports that they list.

    FEEDS.TOML lists the feeds; without it those that were added in the web page are
    looked at alone. Ctrl+C ends it; nothing is lost by that, nor by a kill.
    """
    from sidelight import pipeline, settings
    from sidelight.ingest import feeds_file
    from sidelight.ingest.watch import Watcher

    known = settings.load()
    listed = feeds_file.load(file) if file else None
    with open_the_store() as store:
        if listed is not None:
            store.feeds.keep_as_in_file(listed)
        watcher = Watcher(
            store,
            polite_client(known, longest=5.0),
            pipeline.read,
            keep_days=known.keep_days,
            tell=click.echo,
        )
        for ending in (signal.SIGINT, signal.SIGTERM):  # also where a shell ignores it
            signal.signal(ending, signal.default_int_handler)
        try:
            _go_on(watcher, once=once)
        except KeyboardInterrupt:
            click.echo("Stopped.")
        finally:
            watcher.let_go()


def _go_on(watcher: Watcher, *, once: bool) -> None:
    """Do what is due, for ever, or until nothing is due in the next seconds.

    Every turn is whole in the store before the next, and a turn that is broken off
    is rolled back: so a signal may raise anywhere.
    """
    while True:
        rest = watcher.turn()
        if once and rest > watcher.SHORT:
            return
        if rest:
            sleep(rest)
