"""Providers that are slow, dead, busy or hostile: the notes come all the same."""

import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import pytest

from sidelight import pipeline
from sidelight.ingest.entries import Entry
from sidelight.ingest.providers import Question
from sidelight.ingest.providers.panel import FAILURES, PATIENCE, Panel
from sidelight.model import Article, Reading
from sidelight.store import Store, open_store
from tests.ingest.site import Page, Site, fetcher, serving

READING = Reading(Article("The dam held.", published="2026-06-01"))


@dataclass
class Asker:
    """A provider that asks for a path, another for each number."""

    site: Site
    name: str = "asker"
    every: float = 0.0
    number: int = 0

    def question(self, _: Reading) -> Question:
        return Question(f"{self.site.url}/{self.number}", f"number {self.number}")

    def leads(self, body: bytes, _: Reading) -> Sequence[Entry]:
        return [Entry(line) for line in body.decode().split()]


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as running:
        yield running


@pytest.fixture
def store(tmp_path: object) -> Iterator[Store]:
    with open_store(f"sqlite:///{tmp_path}/store.sqlite3") as opened:
        yield opened


def ask(panel: Panel) -> str:
    """Return what the one provider came to, in a word."""
    [answer] = panel.ask(READING).answers()
    return (
        f"{'asked' if answer.asked else 'not asked'}: {answer.skipped or answer.found}"
    )


def test_an_answer_is_told_and_used_again(site: Site) -> None:
    site.pages["/0"] = Page("https://a.example https://b.example")
    told: list[Sequence[Entry]] = []
    panel = Panel([Asker(site)], fetcher(), patience=5, found=told.append)

    assert ask(panel) == "asked: 2"
    assert ask(panel) == "not asked: Its answer of the last hour was used again."
    assert len(site.asked) == 1
    assert [len(leads) for leads in told] == [2]


def test_a_dead_provider_delays_the_notes_by_no_more_than_its_share(site: Site) -> None:
    """What is bounded is the wait of the notes, whatever hangs behind it."""
    site.pages["/0"] = Page(then=lambda _: time.sleep(3))
    panel = Panel([Asker(site), Asker(site)], fetcher())
    began = time.monotonic()

    page = pipeline.notes(READING, panel=panel)

    assert time.monotonic() - began < PATIENCE + 0.5  # two busy cores
    for told in page["sidelight:compared"]["providers"]:
        assert told["asked"]
        assert (told["sent"], told["found"]) == ("number 0", 0)
        assert "not answered yet" in told["skipped"]
    began = time.monotonic()
    again = panel.ask(READING).answers()
    assert time.monotonic() - began < 0.1
    assert {answer.skipped for answer in again} == {
        "An earlier question is still under way."
    }


def test_what_comes_late_is_there_for_the_next_reading(site: Site) -> None:
    def late(_: object) -> Page:
        time.sleep(0.2)
        return Page("https://a.example")

    site.pages["/0"] = late
    told: list[Sequence[Entry]] = []
    panel = Panel([Asker(site)], fetcher(), patience=0.01, found=told.append)

    assert "not answered yet" in ask(panel)
    deadline = time.monotonic() + 10
    while not told and time.monotonic() < deadline:
        time.sleep(0.01)
    [answer] = panel.ask(READING).answers()
    assert answer.found == 1


def test_a_provider_that_fails_is_left_alone(site: Site) -> None:
    provider = Asker(site)
    panel = Panel([provider], fetcher(), patience=5)

    for _ in range(FAILURES):
        provider.number += 1
        assert ask(panel) == "asked: It gave no usable answer."
    provider.number += 1
    assert ask(panel) == "not asked: It failed lately, and is left alone for a while."
    assert len(site.asked) == FAILURES


def test_a_busy_provider_is_left_alone_at_once(site: Site) -> None:
    site.pages["/0"] = Page(status=429, headers={"Retry-After": "60"})
    panel = Panel([Asker(site)], fetcher(), patience=5)

    assert ask(panel) == "asked: It gave no usable answer."
    assert "left alone" in ask(panel)
    assert len(site.asked) == 1


def test_a_provider_is_asked_no_more_often_than_it_allows(site: Site) -> None:
    provider = Asker(site, every=60)
    site.pages |= {"/0": Page(), "/1": Page()}
    panel = Panel([provider], fetcher(), patience=5)

    assert ask(panel) == "asked: 0"
    provider.number = 1
    assert ask(panel) == "not asked: It was just asked, and is left alone for a while."


def test_no_provider_is_asked_where_the_reports_were_sent_along(site: Site) -> None:
    panel = Panel([Asker(site)], fetcher())

    page = pipeline.notes(READING, reports=[], panel=panel)

    assert page["sidelight:compared"]["providers"] == []
    assert site.asked == []


def test_by_default_there_is_none(store: Store) -> None:
    page = pipeline.notes(READING, shelf=store)

    assert page["sidelight:compared"]["providers"] == []
