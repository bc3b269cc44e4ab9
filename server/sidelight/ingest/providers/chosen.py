"""The providers that the settings switch on."""

from collections.abc import Sequence

from sidelight.ingest.providers import Provider
from sidelight.ingest.providers.fact_check import FactCheck
from sidelight.ingest.providers.gdelt import Gdelt
from sidelight.ingest.providers.wikipedia import Wikipedia
from sidelight.settings import Settings


def chosen(settings: Settings) -> Sequence[Provider]:
    """Return the providers by the names in the settings; none by default."""
    made: dict[str, Provider] = {
        "gdelt": Gdelt(),
        "google-fact-check": FactCheck(settings.fact_check_key),
        "wikipedia-current-events": Wikipedia(),
    }
    return [made[name] for name in settings.providers]
