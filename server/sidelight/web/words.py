"""What the templates need to say things in words: dates, families, addresses."""

from datetime import UTC, date, datetime

from flask import Flask

from sidelight.annotations import AROUND
from sidelight.messages import counted, day_in_words, message
from sidelight.web.annotated import web_link
from sidelight.web.language import said
from sidelight.web.notes import family_class

_HOUR = 60
_DAY = 24 * _HOUR

_FAMILIES = {
    "who-says-so": message("Who says so"),
    "what-it-rests-on": message("What it rests on"),
    "other-reports": message("Compared with other reports"),
    "time-and-headline": message("Time and headline"),
    "wording": message("Wording"),
    "page": message("About the page"),
}
_PROVIDERS = {
    "gdelt": "GDELT",
    "google-fact-check": "Google Fact Check",
    "wikipedia-current-events": message("Wikipedia’s current events"),
}


def day(published: str) -> str:
    """Write an ISO 8601 date, or the date of a date and time: "10 April 2024"."""
    try:
        found = date.fromisoformat(published[:10])
    except ValueError:
        return published
    return said(day_in_words(found.day, found.month, found.year))


def ago(moment: datetime) -> str:
    """Say how long ago a time (UTC, without a zone) is: "4 minutes ago"."""
    minutes = (
        int((datetime.now(UTC).replace(tzinfo=None) - moment).total_seconds()) // 60
    )
    if minutes < 1:
        return said(message("just now"))
    if minutes < _HOUR:
        return said(counted("%(number)d minute ago", "%(number)d minutes ago", minutes))
    if minutes < _DAY:
        hours = minutes // _HOUR
        return said(counted("%(number)d hour ago", "%(number)d hours ago", hours))
    return said(counted("%(number)d day ago", "%(number)d days ago", minutes // _DAY))


def family_title(family: str) -> str:
    """Write a family's name on the wire as a heading: "Who says so"."""
    known = _FAMILIES.get(family)
    return said(known) if known else family.replace("-", " ").capitalize()


def provider(name: str) -> str:
    """Write a provider's name on the wire in words: "Google Fact Check"."""
    return said(_PROVIDERS.get(name, name))


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
        provider=provider,
        web_link=web_link,
    )
