"""Tokens of those who use the service from elsewhere, and how often they ask."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Make the two tables."""
    op.create_table(
        "tokens",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("name", sa.Text, nullable=False, unique=True),
        sa.Column("hash", sa.String(64), nullable=False, unique=True),
        sa.Column("scopes", sa.Text, nullable=False),
        sa.Column("added", sa.Date, nullable=False),
        sa.Column("used", sa.Date),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "counts",
        sa.Column("key", sa.String(64), primary_key=True),
        sa.Column("n", sa.Integer, nullable=False),
        sa.Column("until", sa.BigInteger, nullable=False, index=True),
    )


def downgrade() -> None:
    """Drop the tables, and with them every token."""
    for table in ("counts", "tokens"):
        op.drop_table(table)
