"""When each report was published, on one scale."""

from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta

from sidelight.sidebyside.table import Moment

_DATE = len("2024-04-09")


def moment(published: str | None) -> Moment | None:
    """Return when an ISO 8601 date, or date and time, was, in UTC.

    A date alone is its whole day; a time without a zone is taken for UTC.
    """
    if not published:
        return None
    if len(published) <= _DATE:
        day = datetime.combine(date.fromisoformat(published), time(), UTC)
        return Moment(day, day + timedelta(days=1))
    when = datetime.fromisoformat(published)
    when = when.astimezone(UTC) if when.tzinfo else when.replace(tzinfo=UTC)
    return Moment(when, when)


def bounds(moments: Iterable[Moment | None]) -> tuple[datetime, datetime] | None:
    """Return the first and the last of all the moments; `None` without any."""
    known = [m for m in moments if m is not None]
    if not known:
        return None
    return min(m.first for m in known), max(m.last for m in known)
