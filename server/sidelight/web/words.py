"""What the templates need to say things in words: dates, families, addresses."""

from datetime import date

from flask import Flask

from sidelight.web.annotated import web_link
from sidelight.web.notes import family_class


def day(published: str) -> str:
    """Write an ISO 8601 date, or the date of a date and time: "10 April 2024"."""
    try:
        found = date.fromisoformat(published[:10])
    except ValueError:
        return published
    return f"{found.day} {found:%B} {found.year}"


def family_title(family: str) -> str:
    """Write a family's name on the wire as a heading: "Who says so"."""
    return family.replace("-", " ").capitalize()


def teach(app: Flask) -> None:
    """Give the templates these words."""
    app.jinja_env.filters.update(
        day=day,
        family_class=family_class,
        family_title=family_title,
        web_link=web_link,
    )
