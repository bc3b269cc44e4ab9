"""Where Alembic starts: it is handed an open connection and runs on that."""

from alembic import context

context.configure(connection=context.config.attributes["connection"])
context.run_migrations()
