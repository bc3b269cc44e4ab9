"""sidelight teachers: who may make lessons, where others can reach the service."""

from __future__ import annotations

import click

from sidelight.commands.shared import open_the_store


@click.group()
def teachers() -> None:
    """Say who may make lessons.

    While nobody is named, whoever sits at this machine may. Others then cannot.
    """


@teachers.command()
@click.argument("name")
@click.option("--ask", is_flag=True, help="Ask for the password instead of making one.")
def add(name: str, ask: bool) -> None:
    """Add the teacher NAME, and print the password, this once."""
    from sidelight.lessons.passwords import hashed

    password = _password(ask=ask)
    with open_the_store() as store:
        store.teachers.add(name, hashed(password))
    click.echo(f"Added {name}.")
    _tell(password, ask=ask)


@teachers.command()
@click.argument("name")
@click.option("--ask", is_flag=True, help="Ask for the password instead of making one.")
def reset(name: str, ask: bool) -> None:
    """Give the teacher NAME another password; who is signed in no longer is."""
    from sidelight.lessons.passwords import hashed

    password = _password(ask=ask)
    with open_the_store() as store:
        store.teachers.set_secret(name, hashed(password))
    _tell(password, ask=ask)


@teachers.command(name="list")
def list_() -> None:
    """List the teachers."""
    with open_the_store() as store:
        for teacher in store.teachers.list():
            click.echo(f"{teacher.added:%Y-%m-%d}  {teacher.name}")


@teachers.command()
@click.argument("name")
@click.confirmation_option(prompt="Their lessons go too, for good. Remove?")
def remove(name: str) -> None:
    """Remove the teacher NAME, with all lessons of theirs."""
    with open_the_store() as store:
        store.teachers.remove(name)
    click.echo(f"Removed {name}, with their lessons.")


def _password(*, ask: bool) -> str:
    from sidelight.lessons.passwords import made_password

    if ask:
        return str(click.prompt("Password", hide_input=True, confirmation_prompt=True))
    return made_password()


def _tell(password: str, *, ask: bool) -> None:
    if not ask:
        click.echo(f"Password: {password}")
        click.echo("It is shown this once. They sign in at /teacher/sign-in.")
