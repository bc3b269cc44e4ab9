"""The tables, the same on SQLite and PostgreSQL.

Migrations make them; this module is what queries are written against, and a test
holds the two equal.
"""

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Date,
    DateTime,
    ForeignKey,
    Integer,
    LargeBinary,
    MetaData,
    SmallInteger,
    String,
    Table,
    Text,
)

# Every version of the tables that this Sidelight knows, oldest first.
REVISIONS = ("0001", "0002", "0003", "0004", "0005")

metadata = MetaData()

# A report as it is listed. `key` begins with the day of publication; `page` and
# `text` are the SHA-256 of the canonical URL and of the text.
reports = Table(
    "reports",
    metadata,
    Column("key", BigInteger, primary_key=True, autoincrement=False),
    Column("id", Text, nullable=False, unique=True),
    Column("page", String(64), unique=True),
    Column("text", String(64), nullable=False, unique=True),
    Column("url", Text),
    Column("title", Text),
    Column("publisher", Text),
    Column("published", Text),
    Column("words", Integer, nullable=False),
    Column("kept", Boolean, nullable=False),
    Column("added", DateTime, nullable=False, index=True),  # UTC
    Column("fingerprint", BigInteger, nullable=False),
)

# What was read, apart from the listing so that listing does not page through it.
readings = Table(
    "readings",
    metadata,
    Column(
        "key",
        BigInteger,
        ForeignKey("reports.key", ondelete="CASCADE"),
        primary_key=True,
        autoincrement=False,
    ),
    Column("reader", Text, nullable=False),
    Column("article", LargeBinary, nullable=False),
    Column("layers", LargeBinary, nullable=False),
    Column("terms", LargeBinary, nullable=False),
)

# The highest terms of each report, to find candidates by. Weights are whole
# ten-thousandths, so that their sums do not depend on the order of summing. Rows
# are found by term and removed by the list in `readings`: no index on `key`, which
# would double the table. On PostgreSQL ranges of keys are partitions: see `weeks`.
terms = Table(
    "terms",
    metadata,
    Column("term", Text, primary_key=True),
    Column("key", BigInteger, primary_key=True, autoincrement=False),
    Column("weight", SmallInteger, nullable=False),
    sqlite_with_rowid=False,
    postgresql_partition_by="RANGE (key)",
)

# One row: how many reports there are, and their fingerprints summed.
totals = Table(
    "totals",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("reports", BigInteger, nullable=False),
    Column("state", BigInteger, nullable=False),
)

# A feed or sitemap that is looked at again and again. `due` is when the next time
# (nobody looks where it is null), `every` in minutes; all times are UTC.
feeds = Table(
    "feeds",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("url", Text, nullable=False, unique=True),
    Column("title", Text),
    Column("from_file", Boolean, nullable=False),
    Column("every", Integer, nullable=False),
    Column("added", DateTime, nullable=False),
    Column("due", DateTime, index=True),
    Column("looked", DateTime),
    Column("failures", Integer, nullable=False),
    Column("problem", Text),
    Column("etag", Text),
    Column("modified", Text),
)

# A page that a feed listed (or a provider found, where `feed` is null): waiting to
# be fetched while it is `due`, then what became of it. What is left of an old one is
# the SHA-256 of its canonical URL, so that a feed which still lists it brings it no
# second time; `seen` is when it was listed last.
arrivals = Table(
    "arrivals",
    metadata,
    Column("page", String(64), primary_key=True),
    Column("feed", Integer, ForeignKey("feeds.id", ondelete="CASCADE"), index=True),
    Column("url", Text),
    Column("title", Text),
    Column("publisher", Text),
    Column("published", Text),
    Column("changed", Text),
    Column("html", Text),
    Column("inside", Boolean, nullable=False),
    Column("due", DateTime, index=True),
    Column("failures", Integer, nullable=False),
    Column("outcome", Text),
    Column("why", Text),
    Column("at", DateTime, nullable=False),
    Column("seen", DateTime, nullable=False),
)

# What one process at a time does, such as watching feeds: who, and until when.
leases = Table(
    "leases",
    metadata,
    Column("name", String(40), primary_key=True),
    Column("holder", Text, nullable=False),
    Column("until", DateTime, nullable=False),
)

# Who may use the service from elsewhere. `hash` is the SHA-256 of a token, which is
# itself nowhere; `scopes` are words with spaces between. Numbers are never given twice:
# a browser that signed in is known by one.
tokens = Table(
    "tokens",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("name", Text, nullable=False, unique=True),
    Column("hash", String(64), nullable=False, unique=True),
    Column("scopes", Text, nullable=False),
    Column("added", Date, nullable=False),
    Column("used", Date),
    sqlite_autoincrement=True,
)

# How often somebody asked within a span of time that ends at `until` (seconds since
# 1970). `key` is a keyed hash: no address can be read from it.
counts = Table(
    "counts",
    metadata,
    Column("key", String(64), primary_key=True),
    Column("n", Integer, nullable=False),
    Column("until", BigInteger, nullable=False, index=True),
)
