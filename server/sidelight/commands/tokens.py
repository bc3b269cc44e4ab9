"""sidelight tokens: who may use the service from elsewhere."""

from __future__ import annotations

import click

from sidelight.commands.shared import JSON, open_the_store, print_json


@click.group()
def tokens() -> None:
    """Say who may use the service from elsewhere, and for what."""


@tokens.command()
@click.argument("name")
@click.option(
    "--scope",
    "scopes",
    multiple=True,
    type=click.Choice(["read", "add", "teach"]),
    help="What it is for: reading, adding reports as well, teaching as well; "
    "may be given twice  [default: read]",
)
@JSON
def add(name: str, scopes: tuple[str, ...], as_json: bool) -> None:
    """Make a token for NAME (a person, a class, a program) and print it, once."""
    with open_the_store() as store:
        token = store.tokens.add(name, scopes)
    if as_json:
        print_json({"name": name, "token": token})
        return
    click.echo(token)
    click.echo(
        "Give it to whom it is for; it cannot be shown again. It is sent as "
        "“Authorization: Bearer …”, or entered in the extension's options.",
        err=True,
    )


@tokens.command(name="list")
@JSON
def list_(as_json: bool) -> None:
    """List the tokens: names, scopes, and the day when each was used last."""
    with open_the_store() as store:
        known = store.tokens.list()
    if as_json:
        print_json(
            [
                {
                    "name": token.name,
                    "scopes": sorted(token.scopes),
                    "added": token.added,
                    "used": token.used,
                }
                for token in known
            ]
        )
        return
    for token in known:
        used = f"used {token.used}" if token.used else "not used yet"
        scopes = ", ".join(sorted(token.scopes))
        click.echo(f"{token.name:30} {scopes:18} made {token.added}, {used}")


@tokens.command()
@click.argument("name")
def revoke(name: str) -> None:
    """Refuse NAME's token from now on, and sign out the browsers that used it."""
    with open_the_store() as store:
        store.tokens.revoke(name)
    click.echo(f"Revoked: {name}")
