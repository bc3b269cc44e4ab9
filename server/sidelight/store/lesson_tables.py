"""The tables of lessons, the same on SQLite and PostgreSQL. All times are UTC."""

from sqlalchemy import (
    Boolean,
    Column,
    DateTime,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    LargeBinary,
    String,
    Table,
    Text,
    UniqueConstraint,
)

from sidelight.store.schema import metadata

# Who may make lessons. `secret` is the hash of a password or token.
teachers = Table(
    "teachers",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("name", String(80), nullable=False, unique=True),
    Column("secret", Text, nullable=False),
    Column("added", DateTime, nullable=False),
)

# A teacher who is signed in: the SHA-256 of what the cookie holds.
visits = Table(
    "visits",
    metadata,
    Column("token", String(64), primary_key=True),
    Column(
        "teacher",
        Integer,
        ForeignKey("teachers.id", ondelete="CASCADE"),
        nullable=False,
    ),
    Column("until", DateTime, nullable=False, index=True),
)

# `teacher` is null where it is whoever sits at the machine; `checks` are ids, a line
# each. `version` and `activity` count changes by the teacher and by the class.
lessons = Table(
    "lessons",
    metadata,
    Column("id", String(32), primary_key=True),
    Column("code", String(6), unique=True),
    Column("share", String(32), unique=True),
    Column(
        "teacher", Integer, ForeignKey("teachers.id", ondelete="CASCADE"), index=True
    ),
    Column("title", Text, nullable=False),
    Column("task", Text, nullable=False),
    Column("checks", Text, nullable=False),
    Column("state", String(10), nullable=False),
    Column("keep_days", Integer, nullable=False),
    Column("made", DateTime, nullable=False),
    Column("expires", DateTime, nullable=False, index=True),
    Column("version", Integer, nullable=False),
    Column("activity", Integer, nullable=False),
)

# `page` are the notes as they were when the report came in, `sentences` its spans.
lesson_reports = Table(
    "lesson_reports",
    metadata,
    Column(
        "lesson",
        String(32),
        ForeignKey("lessons.id", ondelete="CASCADE"),
        primary_key=True,
    ),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("article", LargeBinary, nullable=False),
    Column("page", LargeBinary, nullable=False),
    Column("sentences", LargeBinary, nullable=False),
)


def _of_report() -> ForeignKeyConstraint:
    """Return the key of what goes when its report goes."""
    return ForeignKeyConstraint(
        ["lesson", "report"],
        ["lesson_reports.lesson", "lesson_reports.number"],
        ondelete="CASCADE",
    )


lesson_edits = Table(
    "lesson_edits",
    metadata,
    Column("lesson", String(32), primary_key=True),
    Column("report", Integer, primary_key=True, autoincrement=False),
    Column("note", String(80), primary_key=True),
    Column("hidden", Boolean, nullable=False),
    Column("message", Text),
    _of_report(),
)

lesson_questions = Table(
    "lesson_questions",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("lesson", String(32), nullable=False),
    Column("report", Integer, nullable=False),
    Column("start", Integer, nullable=False),
    Column("stop", Integer, nullable=False),
    Column("text", Text, nullable=False),
    Column("early", Boolean, nullable=False),
    _of_report(),
    sqlite_autoincrement=True,  # a reveal names it: no number is given twice
)

# What the class may see: a note, or all of them where `note` is empty.
lesson_reveals = Table(
    "lesson_reveals",
    metadata,
    Column("lesson", String(32), primary_key=True),
    Column("report", Integer, primary_key=True, autoincrement=False),
    Column("note", String(80), primary_key=True),
    _of_report(),
)

# Somebody who joined. `token` is the SHA-256 of what the cookie holds.
pupils = Table(
    "pupils",
    metadata,
    Column("id", Integer, primary_key=True),
    Column(
        "lesson",
        String(32),
        ForeignKey("lessons.id", ondelete="CASCADE"),
        nullable=False,
    ),
    Column("token", String(64), nullable=False, unique=True),
    Column("nickname", String(60), nullable=False),
    Column("joined", DateTime, nullable=False),
    Column("finished", DateTime),
    UniqueConstraint("lesson", "nickname"),
)

# `id` is made in the pupil's browser. What was taken back stays as `removed`, so that
# a message that comes late does not bring it back.
marks = Table(
    "marks",
    metadata,
    Column(
        "pupil",
        Integer,
        ForeignKey("pupils.id", ondelete="CASCADE"),
        primary_key=True,
        autoincrement=False,
    ),
    Column("id", String(36), primary_key=True),
    Column("lesson", String(32), nullable=False),
    Column("report", Integer, nullable=False),
    Column("start", Integer, nullable=False),
    Column("stop", Integer, nullable=False),
    Column("question", String(20), nullable=False),
    Column("text", Text, nullable=False),
    Column("revision", Integer, nullable=False),
    Column("removed", Boolean, nullable=False),
    Column("at", DateTime, nullable=False),
    _of_report(),
    Index("marks_of_a_report", "lesson", "report"),
)
