"""The store of reports: SQLite by default, PostgreSQL by URL."""

from sidelight.store.feeds import Arrival, FeedRow, Feeds
from sidelight.store.reports import Reread, Store, open_store
from sidelight.store.rows import Added, ReportRow

__all__ = [
    "Added",
    "Arrival",
    "FeedRow",
    "Feeds",
    "ReportRow",
    "Reread",
    "Store",
    "open_store",
]
