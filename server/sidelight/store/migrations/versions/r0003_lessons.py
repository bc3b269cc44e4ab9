"""Lessons: teachers, reports and their notes, pupils and what they marked."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Make the tables."""
    _teachers()
    _lessons()
    _notes()
    _class()


def _teachers() -> None:
    op.create_table(
        "teachers",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("name", sa.String(80), nullable=False, unique=True),
        sa.Column("secret", sa.Text, nullable=False),
        sa.Column("added", sa.DateTime, nullable=False),
    )
    op.create_table(
        "visits",
        sa.Column("token", sa.String(64), primary_key=True),
        sa.Column(
            "teacher",
            sa.Integer,
            sa.ForeignKey("teachers.id", ondelete="CASCADE"),
            nullable=False,
        ),
        sa.Column("until", sa.DateTime, nullable=False, index=True),
    )


def _lessons() -> None:
    op.create_table(
        "lessons",
        sa.Column("id", sa.String(32), primary_key=True),
        sa.Column("code", sa.String(6), unique=True),
        sa.Column("share", sa.String(32), unique=True),
        sa.Column(
            "teacher",
            sa.Integer,
            sa.ForeignKey("teachers.id", ondelete="CASCADE"),
            index=True,
        ),
        sa.Column("title", sa.Text, nullable=False),
        sa.Column("task", sa.Text, nullable=False),
        sa.Column("checks", sa.Text, nullable=False),
        sa.Column("state", sa.String(10), nullable=False),
        sa.Column("keep_days", sa.Integer, nullable=False),
        sa.Column("made", sa.DateTime, nullable=False),
        sa.Column("expires", sa.DateTime, nullable=False, index=True),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("activity", sa.Integer, nullable=False),
    )
    op.create_table(
        "lesson_reports",
        sa.Column(
            "lesson",
            sa.String(32),
            sa.ForeignKey("lessons.id", ondelete="CASCADE"),
            primary_key=True,
        ),
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("article", sa.LargeBinary, nullable=False),
        sa.Column("page", sa.LargeBinary, nullable=False),
        sa.Column("sentences", sa.LargeBinary, nullable=False),
    )


def _of_report() -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        ["lesson", "report"],
        ["lesson_reports.lesson", "lesson_reports.number"],
        ondelete="CASCADE",
    )


def _notes() -> None:
    op.create_table(
        "lesson_edits",
        sa.Column("lesson", sa.String(32), primary_key=True),
        sa.Column("report", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("note", sa.String(80), primary_key=True),
        sa.Column("hidden", sa.Boolean, nullable=False),
        sa.Column("message", sa.Text),
        _of_report(),
    )
    op.create_table(
        "lesson_questions",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("lesson", sa.String(32), nullable=False),
        sa.Column("report", sa.Integer, nullable=False),
        sa.Column("start", sa.Integer, nullable=False),
        sa.Column("stop", sa.Integer, nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("early", sa.Boolean, nullable=False),
        _of_report(),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "lesson_reveals",
        sa.Column("lesson", sa.String(32), primary_key=True),
        sa.Column("report", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("note", sa.String(80), primary_key=True),
        _of_report(),
    )


def _class() -> None:
    op.create_table(
        "pupils",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column(
            "lesson",
            sa.String(32),
            sa.ForeignKey("lessons.id", ondelete="CASCADE"),
            nullable=False,
        ),
        sa.Column("token", sa.String(64), nullable=False, unique=True),
        sa.Column("nickname", sa.String(60), nullable=False),
        sa.Column("joined", sa.DateTime, nullable=False),
        sa.Column("finished", sa.DateTime),
        sa.UniqueConstraint("lesson", "nickname"),
    )
    op.create_table(
        "marks",
        sa.Column(
            "pupil",
            sa.Integer,
            sa.ForeignKey("pupils.id", ondelete="CASCADE"),
            primary_key=True,
            autoincrement=False,
        ),
        sa.Column("id", sa.String(36), primary_key=True),
        sa.Column("lesson", sa.String(32), nullable=False),
        sa.Column("report", sa.Integer, nullable=False),
        sa.Column("start", sa.Integer, nullable=False),
        sa.Column("stop", sa.Integer, nullable=False),
        sa.Column("question", sa.String(20), nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("revision", sa.Integer, nullable=False),
        sa.Column("removed", sa.Boolean, nullable=False),
        sa.Column("at", sa.DateTime, nullable=False),
        _of_report(),
        sa.Index("marks_of_a_report", "lesson", "report"),
    )


def downgrade() -> None:
    """Drop the tables, and with them every lesson."""
    for table in (
        *("marks", "pupils", "lesson_reveals", "lesson_questions", "lesson_edits"),
        *("lesson_reports", "lessons", "visits", "teachers"),
    ):
        op.drop_table(table)
