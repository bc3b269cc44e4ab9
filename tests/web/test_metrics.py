"""What Prometheus is told: counts by route and kind, never an address or a word."""

import re

from flask.testing import FlaskClient

from sidelight.settings import Settings
from sidelight.web import create_app
from tests.web.sent import WIRE


def told(client: FlaskClient) -> dict[str, float]:
    answer = client.get("/metrics")
    assert answer.content_type.startswith("text/plain; version=")
    rows = (row.rsplit(" ", 1) for row in answer.text.splitlines() if row[0] != "#")
    return {name: float(value) for name, value in rows}


def test_requests_and_problems_are_counted_by_route_and_kind(
    client: FlaskClient,
) -> None:
    client.post("/api/v1/reports", json=WIRE)
    client.get("/api/v1/reports/secret-id")
    client.delete("/api/v1/reports/secret-id")
    client.open("/healthz", method="SECRET")
    client.get("/secret/address")

    counts = told(client)

    stored = 'method="POST",route="/api/v1/reports",status="201"'
    assert counts[f"sidelight_requests_total{{{stored}}}"] == 1
    none = 'method="GET",route="none",status="404"'
    assert counts[f"sidelight_requests_total{{{none}}}"] == 1
    assert counts['sidelight_problems_total{kind="not-found"}'] == 2
    assert counts['sidelight_request_seconds_count{route="/api/v1/reports"}'] == 1
    assert counts["sidelight_stored_reports"] == 1
    assert not re.search("secret", " ".join(counts), re.IGNORECASE)


def test_without_a_store_the_rest_is_told(settings: Settings) -> None:
    (settings.data_dir / "sidelight.sqlite3").mkdir()
    client = create_app(settings).test_client()
    client.get("/readyz")

    counts = told(client)

    assert counts['sidelight_problems_total{kind="store"}'] == 1
    assert "sidelight_stored_reports" not in counts
