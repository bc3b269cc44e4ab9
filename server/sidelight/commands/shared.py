"""What several commands share."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from sidelight.ingest.polite import Polite
    from sidelight.settings import Settings
    from sidelight.store import Store

JSON = click.option("--json", "as_json", is_flag=True, help="Print JSON.")


def print_json(value: object) -> None:
    """Print a value as JSON."""
    import orjson

    click.echo(orjson.dumps(value, option=orjson.OPT_INDENT_2))


def open_the_store() -> Store:
    """Open the store that the settings name."""
    from sidelight import pipeline, readings, settings
    from sidelight.store import open_store

    return open_store(
        settings.load().database_url,
        reader_version=readings.VERSION,
        reread=pipeline.read,
    )


def polite_client(known: Settings, longest: float = 60.0) -> Polite:
    """Return what fetches pages, as the settings allow it.

    It waits up to `longest` seconds for a host's turn.
    """
    from sidelight.ingest.addresses import Addresses
    from sidelight.ingest.fetch import Fetcher
    from sidelight.ingest.polite import Polite

    addresses = Addresses(known.fetch_inside)
    return Polite(Fetcher(addresses, contact=known.contact), longest=longest)
