"""Every note's link opens the other report at its words, in Chromium."""

from collections.abc import Callable, Iterator
from html import escape
from itertools import chain

import pytest
from playwright.sync_api import BrowserContext, Page

from sidelight import pipeline, samples
from sidelight.model import Article, Reading
from sidelight.pages import load
from tests.browser.driver import wait_for
from tests.browser.site import Site
from tests.eval.gold_format import EVENTS, load_event

LOOKED_AT = ("dam", "strike", "transfer", "mayor")  # of the evaluation set

Link = tuple[str, str, str]  # report, fragment, the words it should open at
OpenPage = Callable[[str], Page]

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


def page_of(article: Article) -> str:
    """Return a page on which no two paragraphs fit in a window."""
    paragraphs = "".join(
        f"<p>{escape(paragraph)}</p>" for paragraph in article.text.split("\n\n")
    )
    return (
        "<!doctype html><meta charset=utf-8><style>p{white-space:pre-line;"
        f"margin:3000px 0}}</style>{paragraphs}"
    )


def groups() -> Iterator[list[Article]]:
    yield [load(path) for path in samples.reports()]
    for name in LOOKED_AT:
        yield list(load_event(name).articles.values())


def links(readings: list[Reading]) -> Iterator[tuple[str, str, str, str]]:
    """Yield check, report, link and words of all evidence in the text of a report."""
    for reading in readings:
        others = [other for other in readings if other is not reading]
        for note in pipeline.notes(reading, reports=others, checks="all")["items"]:
            for shown in note.get("sidelight:evidence", ()):
                if shown["part"] == "text" and "link" in shown:
                    check = note["body"][0]["value"]
                    before = shown["prefix"] + shown["exact"] + shown["suffix"]
                    yield check, shown["report"]["id"], shown["link"], before


def test_every_link_opens_at_its_words(
    site: Site, browser_context: BrowserContext
) -> None:
    every = [[pipeline.read(a) for a in group] for group in groups()]
    by_id = {r.article.id: r for r in chain.from_iterable(every)}
    found = sorted(set(chain.from_iterable(links(group) for group in every)))
    page = browser_context.new_page()
    missed = []
    for check, report, link, shown in found:
        article = by_id[report].article
        site.made["linked"] = page_of(article)
        start = article.text.index(shown)
        page.goto("about:blank")
        page.goto(f"http://news.example/linked#{link.partition('#')[2]}")
        if not page.evaluate(IS_IN_SIGHT, [article.text, start + 32, start + 33]):
            missed.append((check, report, link))
    page.close()

    assert len(found) > 100
    assert missed == []
