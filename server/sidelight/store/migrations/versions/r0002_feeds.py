"""Feeds that are looked at, what they listed, and who looks."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Make the three tables."""
    op.create_table(
        "feeds",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("url", sa.Text, nullable=False, unique=True),
        sa.Column("title", sa.Text),
        sa.Column("from_file", sa.Boolean, nullable=False),
        sa.Column("every", sa.Integer, nullable=False),
        sa.Column("added", sa.DateTime, nullable=False),
        sa.Column("due", sa.DateTime, index=True),
        sa.Column("looked", sa.DateTime),
        sa.Column("failures", sa.Integer, nullable=False),
        sa.Column("problem", sa.Text),
        sa.Column("etag", sa.Text),
        sa.Column("modified", sa.Text),
    )
    op.create_table(
        "arrivals",
        sa.Column("page", sa.String(64), primary_key=True),
        sa.Column(
            "feed",
            sa.Integer,
            sa.ForeignKey("feeds.id", ondelete="CASCADE"),
            index=True,
        ),
        sa.Column("url", sa.Text),
        sa.Column("title", sa.Text),
        sa.Column("publisher", sa.Text),
        sa.Column("published", sa.Text),
        sa.Column("changed", sa.Text),
        sa.Column("html", sa.Text),
        sa.Column("inside", sa.Boolean, nullable=False),
        sa.Column("due", sa.DateTime, index=True),
        sa.Column("failures", sa.Integer, nullable=False),
        sa.Column("outcome", sa.Text),
        sa.Column("why", sa.Text),
        sa.Column("at", sa.DateTime, nullable=False),
        sa.Column("seen", sa.DateTime, nullable=False),
    )
    op.create_table(
        "leases",
        sa.Column("name", sa.String(40), primary_key=True),
        sa.Column("holder", sa.Text, nullable=False),
        sa.Column("until", sa.DateTime, nullable=False),
    )


def downgrade() -> None:
    """Drop the tables, and with them the list of feeds."""
    for table in ("leases", "arrivals", "feeds"):
        op.drop_table(table)
