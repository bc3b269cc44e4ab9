"""What the resources share: providers asked for an answer, and what they name."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

import pytest

from sidelight.ingest.entries import Entry
from sidelight.ingest.providers import Question
from sidelight.ingest.providers.panel import Panel
from sidelight.model import Reading
from sidelight.settings import Settings
from sidelight.web import create_app
from sidelight.web.service import service_of
from tests.ingest.site import Page, Site, fetcher, serving
from tests.web.sent import WIRE

ADDRESS = "/api/v1/annotations"


class Asker:
    """A provider that names the pages that a local server answers with."""

    name = "asker"
    every = 0.0

    def __init__(self, site: Site) -> None:
        self.site = site

    def question(self, _: Reading) -> Question:
        return Question(f"{self.site.url}/search", "dam river")

    def leads(self, body: bytes, _: Reading) -> Sequence[Entry]:
        return [Entry(line) for line in body.decode().split()]


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as running:
        running.pages["/search"] = Page(
            "https://ostrey.example/1 https://ostrey.example/2"
        )
        yield running


@pytest.mark.parametrize("fetch", [True, False])
def test_an_answer_says_who_was_asked_and_its_pages_come_in_if_they_may(
    site: Site,
    settings: Settings,
    fetch: bool,  # noqa: FBT001
) -> None:
    app = create_app(replace(settings, fetch=fetch))
    known = service_of(app)
    known.panel = Panel([Asker(site)], fetcher(), patience=10, found=known.want)
    client = app.test_client()

    answer = client.post(ADDRESS, json=WIRE).get_json()
    page = client.post("/read", data={"text": WIRE["text"]}).text

    assert answer["sidelight:compared"]["providers"] == [
        {"name": "asker", "asked": True, "sent": "dam river", "found": 2}
    ]
    assert len(known.store.feeds.waiting()) == (2 if fetch else 0)
    assert "asker was not asked. It named 2 pages." in page


def test_where_the_reports_are_sent_along_nobody_is_asked(
    site: Site, settings: Settings
) -> None:
    app = create_app(settings)
    service_of(app).panel = Panel([Asker(site)], fetcher())

    answer = app.test_client().post(ADDRESS, json={**WIRE, "reports": []}).get_json()

    assert answer["sidelight:compared"]["providers"] == []
    assert site.asked == []


def test_by_default_there_are_no_providers(settings: Settings) -> None:
    assert service_of(create_app(settings)).panel is None
    assert service_of(create_app(replace(settings, providers=("gdelt",)))).panel
