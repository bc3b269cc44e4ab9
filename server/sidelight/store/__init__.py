"""The store of reports: SQLite by default, PostgreSQL by URL."""

from sidelight.store.backup import back_up
from sidelight.store.copying import Copied, copy_store
from sidelight.store.counts import Count
from sidelight.store.feeds import Arrival, FeedRow, Feeds
from sidelight.store.reports import Reread, Store, migrate, open_store
from sidelight.store.rows import Added, ReportRow
from sidelight.store.tokens import SCOPES, Token
from sidelight.store.weeks import Tended

__all__ = [
    "SCOPES",
    "Added",
    "Arrival",
    "Copied",
    "Count",
    "FeedRow",
    "Feeds",
    "ReportRow",
    "Reread",
    "Store",
    "Tended",
    "Token",
    "back_up",
    "copy_store",
    "migrate",
    "open_store",
]
