"""On PostgreSQL the term rows are partitioned by week; on SQLite nothing changes."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"

_UNDATED_END = 1 << 40  # keys of reports without a day lie below


def upgrade() -> None:
    """Put the rows into partitions: those without a date, and all the others.

    Weeks get theirs by and by, see `sidelight.store.weeks`.
    """
    if op.get_bind().dialect.name != "postgresql":
        return
    _set_aside()
    _make(postgresql_partition_by="RANGE (key)")
    op.execute(
        "CREATE TABLE terms_undated PARTITION OF terms "
        f"FOR VALUES FROM (0) TO ({_UNDATED_END})"
    )
    op.execute("CREATE TABLE terms_rest PARTITION OF terms DEFAULT")
    _bring_back()


def downgrade() -> None:
    """Put the rows into one table again."""
    if op.get_bind().dialect.name != "postgresql":
        return
    _set_aside()
    _make()
    _bring_back()


def _set_aside() -> None:
    op.rename_table("terms", "terms_before")
    op.execute("ALTER INDEX terms_pkey RENAME TO terms_before_pkey")


def _make(**options: Any) -> None:  # noqa: ANN401 - as Alembic has it
    op.create_table(
        "terms",
        sa.Column("term", sa.Text, primary_key=True),
        sa.Column("key", sa.BigInteger, primary_key=True, autoincrement=False),
        sa.Column("weight", sa.SmallInteger, nullable=False),
        **options,
    )


def _bring_back() -> None:
    op.execute("INSERT INTO terms SELECT term, key, weight FROM terms_before")
    op.drop_table("terms_before")
