"""Reports, what was read in them, and the terms they are found by."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make the four tables, and the one row of totals."""
    op.create_table(
        "reports",
        sa.Column("key", sa.BigInteger, primary_key=True, autoincrement=False),
        sa.Column("id", sa.Text, nullable=False, unique=True),
        sa.Column("page", sa.String(64), unique=True),
        sa.Column("text", sa.String(64), nullable=False, unique=True),
        sa.Column("url", sa.Text),
        sa.Column("title", sa.Text),
        sa.Column("publisher", sa.Text),
        sa.Column("published", sa.Text),
        sa.Column("words", sa.Integer, nullable=False),
        sa.Column("kept", sa.Boolean, nullable=False),
        sa.Column("added", sa.DateTime, nullable=False, index=True),
        sa.Column("fingerprint", sa.BigInteger, nullable=False),
    )
    op.create_table(
        "readings",
        sa.Column(
            "key",
            sa.BigInteger,
            sa.ForeignKey("reports.key", ondelete="CASCADE"),
            primary_key=True,
            autoincrement=False,
        ),
        sa.Column("reader", sa.Text, nullable=False),
        sa.Column("article", sa.LargeBinary, nullable=False),
        sa.Column("layers", sa.LargeBinary, nullable=False),
        sa.Column("terms", sa.LargeBinary, nullable=False),
    )
    op.create_table(
        "terms",
        sa.Column("term", sa.Text, primary_key=True),
        sa.Column("key", sa.BigInteger, primary_key=True, autoincrement=False),
        sa.Column("weight", sa.SmallInteger, nullable=False),
        sqlite_with_rowid=False,
    )
    totals = op.create_table(
        "totals",
        sa.Column("id", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("reports", sa.BigInteger, nullable=False),
        sa.Column("state", sa.BigInteger, nullable=False),
    )
    op.bulk_insert(totals, [{"id": 1, "reports": 0, "state": 0}])


def downgrade() -> None:
    """Drop the tables, and with them everything that was stored."""
    for table in ("totals", "terms", "readings", "reports"):
        op.drop_table(table)
