"""`sidelight store` and `sidelight migrate`: what whoever runs a service does to it."""

from __future__ import annotations

from pathlib import Path

import click


@click.group()
def store() -> None:
    """Back the store up, or copy it into another database."""


@store.command()
@click.argument("source", metavar="FROM")
@click.argument("target", metavar="[TO]", required=False)
def copy(source: str, target: str | None) -> None:
    """Copy the store FROM into TO, such as an SQLite file into PostgreSQL.

    Both are addresses: sqlite:////path/to/file, postgresql://user@host/name. TO is
    SIDELIGHT_DATABASE_URL unless it is named. Begin again if it was ended half-way.
    """
    from sidelight import settings
    from sidelight.store import copy_store
    from sidelight.terminal import progress

    with progress("Copying reports") as step:
        copied = copy_store(source, target or settings.load().database_url, step)
    rows = ", ".join(f"{count} {table}" for table, count in copied.rows.items())
    click.echo(f"{copied.reports} reports copied, {copied.already_there} were there.")
    click.echo(f"Counted in both: {rows}.")


@store.command()
@click.argument("file", type=click.Path(path_type=Path), metavar="FILE")
def backup(file: Path) -> None:
    """Write all of an SQLite store into FILE, while others go on using it.

    To restore it, stop the service and put FILE where the store was.
    """
    from sidelight import settings
    from sidelight.store import back_up

    size = back_up(settings.load().database_url, file)
    click.echo(f"{file}: {size:,} bytes.")


@click.command()
def migrate() -> None:
    """Bring the store's tables up to date; opening a store does so as well."""
    from sidelight import settings, store

    found, now = store.migrate(settings.load().database_url)
    if found == now:
        click.echo(f"The store is at version {now}; there is nothing to do.")
    else:
        click.echo(f"The store is at version {now}, and was at {found or 'none'}.")
