"""What the templates need to say things in words: dates, families, addresses."""

from datetime import UTC, date, datetime

from flask import Flask

from sidelight.annotations import AROUND
from sidelight.web.annotated import web_link
from sidelight.web.notes import family_class

_FAMILIES = {
    "other-reports": "Compared with other reports",
    "page": "About the page",
}


def day(published: str) -> str:
    """Write an ISO 8601 date, or the date of a date and time: "10 April 2024"."""
    try:
        found = date.fromisoformat(published[:10])
    except ValueError:
        return published
    return f"{found.day} {found:%B} {found.year}"


def ago(moment: datetime) -> str:
    """Say how long ago a time (UTC, without a zone) is: "4 minutes ago"."""
    minutes = (
        int((datetime.now(UTC).replace(tzinfo=None) - moment).total_seconds()) // 60
    )
    for size, name in ((24 * 60, "day"), (60, "hour"), (1, "minute")):
        if minutes >= size:
            number = minutes // size
            return f"{number} {name}{'' if number == 1 else 's'} ago"
    return "just now"


def family_title(family: str) -> str:
    """Write a family's name on the wire as a heading: "Who says so"."""
    return _FAMILIES.get(family) or family.replace("-", " ").capitalize()


def before(prefix: str) -> str:
    """Write what stands before a quotation, from a whole word on."""
    if len(prefix) < AROUND:  # the text begins here
        return prefix.lstrip()
    return "… " + prefix.partition(" ")[2].lstrip()


def after(suffix: str) -> str:
    """Write what stands behind a quotation, up to a whole word."""
    if len(suffix) < AROUND:  # the text ends here
        return suffix.rstrip()
    return suffix.rpartition(" ")[0].rstrip() + " …"


def teach(app: Flask) -> None:
    """Give the templates these words."""
    app.jinja_env.filters.update(
        after=after,
        ago=ago,
        before=before,
        day=day,
        family_class=family_class,
        family_title=family_title,
        web_link=web_link,
    )
