"""The main job on real parts: page, click, service, notes, evidence, and its link.

A sample report stands on a page of `http://news.example`; the other samples are in
the store of a `sidelight serve` of its own.
"""

import json
import os
import re
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from html import escape
from typing import Any
from urllib.error import URLError
from urllib.request import urlopen

import pytest
from playwright.sync_api import BrowserContext, Page

from sidelight import samples
from tests.browser.driver import (
    ask_for_every_check,
    card,
    click_passage,
    click_toolbar,
    highlighted_strings,
    mutations,
    point_at,
    status,
    wait_for,
    watch_mutations,
)
from tests.browser.site import Site

REPORTS = {path.stem: json.loads(path.read_text()) for path in samples.reports()}
READ = next(name for name in REPORTS if name.endswith("wrong-year"))

OpenPage = Callable[[str], Page]


def page_of(report: dict[str, Any]) -> str:
    paragraphs = "".join(f"<p>{escape(p)}</p>" for p in report["text"].split("\n\n"))
    facts = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": report["title"],
        "datePublished": report["published"],
        "author": {"@type": "Person", "name": report["author"]},
        "publisher": {"@type": "Organization", "name": report["publisher"]},
    }
    return (
        f"<!doctype html><html lang=en><meta charset=utf-8><title>{escape(report['title'])}</title>"
        f'<script type="application/ld+json">{json.dumps(facts)}</script>'
        f"<style>body{{font:20px/1.6 serif;margin:2em auto;max-width:34em}}</style>"
        f"<nav>Home Sport Weather</nav><article><h1>{escape(report['title'])}</h1>{paragraphs}"
        "<aside>Read more: Critics say the ferry is full.</aside></article>"
    )


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Serve with the other samples in the store; yields the service's address."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    data = str(tmp_path_factory.mktemp("data"))
    environment = {**os.environ, "SIDELIGHT_DATA_DIR": data}
    others = [path for path in samples.reports() if path.stem != READ]
    sidelight = [sys.executable, "-m", "sidelight.cli"]
    subprocess.run([*sidelight, "reports", "add", *others], env=environment, check=True)
    process = subprocess.Popen(
        [*sidelight, "serve", "--port", str(port)],
        env=environment,
        stderr=subprocess.DEVNULL,
    )
    url = f"http://127.0.0.1:{port}"
    try:
        wait_for(lambda: _is_up(url), "the service")
        yield url
    finally:
        process.terminate()
        process.wait(timeout=20)


def _is_up(url: str) -> bool:
    try:
        with urlopen(f"{url}/healthz") as answer:
            return bool(answer.status == 200)
    except URLError:
        return False


@pytest.fixture
def read_page(
    site: Site, served: str, browser_context: BrowserContext, open_page: OpenPage
) -> Page:
    """Open the sample's page, watch it, and click the toolbar button."""
    site.made["report"] = page_of(REPORTS[READ])
    point_at(browser_context, served)
    ask_for_every_check(browser_context)
    page = open_page("report")
    watch_mutations(page)
    click_toolbar(page)
    return page


def test_a_reader_sees_where_other_reports_differ(read_page: Page) -> None:
    status(read_page, holding="Compared with 5 reports")
    marked = highlighted_strings(read_page)

    words = sorted(words for strings in marked.values() for words in strings)

    assert words == ["240 jobs", "April 2023"]
    assert [m for m in mutations(read_page) if "sidelight-notes" not in m] == []


def test_the_card_shows_the_other_reports_words_and_links_to_them(
    read_page: Page,
) -> None:
    status(read_page, holding="Compared with 5 reports")
    click_passage(read_page, "April 2023")
    shown = card(read_page)
    wire = next(report for name, report in REPORTS.items() if name.endswith("wire"))

    assert "This does not say which date is right" in shown.text
    assert any("April 9, 2024" in quotation for quotation in shown.quotations)
    assert wire["publisher"] in shown.text
    addresses = tuple(report["url"] for report in REPORTS.values())
    assert any(
        link.startswith(addresses) and ":~:text=" in link
        for link in shown.links.values()
    )
    assert any(link.endswith("/checks/date-differs") for link in shown.links.values())


def test_the_link_to_the_evidence_opens_at_its_words(
    read_page: Page, site: Site, open_page: OpenPage
) -> None:
    status(read_page, holding="Compared with 5 reports")
    click_passage(read_page, "April 2023")
    link, other = next(
        (link, report)
        for link in card(read_page).links.values()
        for report in REPORTS.values()
        if link.startswith(f"{report['url']}#:~:text=")
    )
    site.made["wire"] = page_of(other).replace("<p>", '<p style="margin:40em 0">')
    fragment = link.partition("#")[2]

    page = open_page(f"wire#{fragment}")

    assert wait_for(
        lambda: page.evaluate("scrollY > 100"), "the page to scroll to the words"
    )


def test_an_unrelated_page_says_that_nothing_was_of_its_event(
    site: Site, served: str, browser_context: BrowserContext, open_page: OpenPage
) -> None:
    text = (
        "The striker joined the club on Friday for a record fee. He will wear number nine. "
        "He trained with the team in the morning and smiled for the cameras at noon. "
    )
    site.made["sport"] = page_of(
        REPORTS[READ] | {"title": "Striker joins", "text": text * 2}
    )
    point_at(browser_context, served)
    page = open_page("sport")
    click_toolbar(page)

    assert re.search(r"5 reports", status(page, holding="report").text)
