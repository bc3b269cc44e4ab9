from flask.testing import FlaskClient

from sidelight import __version__
from sidelight.settings import Settings
from sidelight.web import create_app
from tests.web.sent import WIRE


def test_alive_is_alive_even_without_a_store(settings: Settings) -> None:
    (settings.data_dir / "sidelight.sqlite3").mkdir()
    client = create_app(settings).test_client()

    assert client.get("/healthz").get_json() == {"status": "ok", "version": __version__}


def test_ready_counts_the_reports(client: FlaskClient) -> None:
    client.post("/api/v1/reports", json=WIRE)

    assert client.get("/readyz").get_json()["reports"] == 1


def test_without_a_store_it_is_not_ready(settings: Settings) -> None:
    (settings.data_dir / "sidelight.sqlite3").mkdir()

    answer = create_app(settings).test_client().get("/readyz")

    assert answer.status_code == 503
    assert answer.get_json()["type"] == "/problems/store"
