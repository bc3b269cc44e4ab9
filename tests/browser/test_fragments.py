"""Every note's link opens the other report at its words, in Chromium."""

from collections.abc import Iterator
from html import escape
from itertools import groupby
from operator import itemgetter

import pytest
from playwright.sync_api import BrowserContext
from playwright.sync_api import TimeoutError as NotInTime

from sidelight import pipeline, samples
from sidelight.model import Article, Reading
from sidelight.pages import load
from tests.browser.site import Site
from tests.eval.gold_format import load_event

LOOKED_AT = ("dam", "strike", "transfer", "mayor")  # of the evaluation set

# Whether a passage is what the browser has scrolled to: its place in the page's text
# is looked up, and whether that lies in the window.
IS_IN_SIGHT = """
([text, start, end]) => {
  const nodes = [...document.querySelectorAll('p')].map((p) => p.firstChild);
  const pieces = text.split('\\n\\n');
  let at = 0;
  for (const [number, piece] of pieces.entries()) {
    if (start >= at && start < at + piece.length) {
      const range = document.createRange();
      range.setStart(nodes[number], start - at);
      range.setEnd(nodes[number], Math.min(end - at, piece.length));
      const box = range.getBoundingClientRect();
      return box.top >= 0 && box.bottom <= innerHeight;
    }
    at += piece.length + 2;
  }
  return false;
}
"""


def page_of(text: str) -> str:
    """Return a page on which no two paragraphs fit in a window."""
    paragraphs = "".join(
        f"<p>{escape(paragraph)}</p>" for paragraph in text.split("\n\n")
    )
    return (
        "<!doctype html><meta charset=utf-8><style>p{white-space:pre-line;"
        f"margin:3000px 0}}</style>{paragraphs}"
    )


def group(name: str) -> list[Article]:
    if name == "samples":
        return [load(path) for path in samples.reports()]
    return list(load_event(name).articles.values())


def links(readings: list[Reading]) -> Iterator[tuple[str, str, int]]:
    """Yield report, link and place of all evidence in the text of a report."""
    texts = {reading.article.id: reading.article.text for reading in readings}
    for reading in readings:
        others = [other for other in readings if other is not reading]
        for note in pipeline.notes(reading, reports=others, checks="all")["items"]:
            for shown in note.get("sidelight:evidence", ()):
                if shown["part"] == "text" and "link" in shown:
                    report = shown["report"]["id"]
                    words = shown["prefix"] + shown["exact"] + shown["suffix"]
                    start = texts[report].index(words) + len(shown["prefix"])
                    yield report, shown["link"], start


@pytest.mark.timeout(600)
@pytest.mark.parametrize("name", ["samples", *LOOKED_AT])
def test_every_link_opens_at_its_words(
    name: str, site: Site, browser_context: BrowserContext
) -> None:
    readings = [pipeline.read(article) for article in group(name)]
    texts = {reading.article.id: reading.article.text for reading in readings}
    found = sorted(set(links(readings)))
    page = browser_context.new_page()
    missed = []
    for report, links_there in groupby(found, key=itemgetter(0)):
        site.made[report] = page_of(texts[report])
        page.goto(f"http://news.example/{report}")
        for _, link, start in links_there:
            page.evaluate("scrollTo(0, 0)")
            page.goto(f"http://news.example/{report}#{link.partition('#')[2]}")
            try:
                page.wait_for_function(
                    IS_IN_SIGHT, arg=[texts[report], start, start + 1], timeout=5_000
                )
            except NotInTime:
                missed.append(link)
    page.close()

    assert len(found) > 5
    assert missed == []
