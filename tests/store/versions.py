"""Tables of an earlier version, as Alembic makes them."""

from alembic import command
from alembic.config import Config
from sqlalchemy import create_engine

from sidelight.store.upgrade import MIGRATIONS


def bring_back_to(url: str, revision: str) -> None:
    """Bring the tables at `url` back to a version, "base" for none."""
    engine = create_engine(url)
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.downgrade(config, revision)
    engine.dispose()
