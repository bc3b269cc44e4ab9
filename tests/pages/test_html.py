"""What a page says of itself, and how hostile markup ends."""

import pytest

from sidelight.errors import NoText
from sidelight.pages.html import facts

BODY = """<article><p>The bridge over the Orsolt was shut on Monday after a diver found
cracks in two of its pillars, the council said in a statement to the press.</p><p>It will
stay shut until the pillars have been repaired, which may take a year or more.</p></article>"""


def page(head: str, body: str = BODY) -> str:
    return f"<html><head>{head}</head><body>{body}</body></html>"


def test_json_ld_comes_before_meta_and_meta_before_elements() -> None:
    ld = '<script type="application/ld+json">{"@type":"NewsArticle","headline":"LD"}</script>'
    meta = '<meta property="og:title" content="Meta">'

    assert facts(page(ld + meta))["title"] == "LD"
    assert facts(page(meta))["title"] == "Meta"
    assert facts(page("<title>Element</title>"))["title"] == "Element"


def test_broken_json_ld_is_passed_over() -> None:
    broken = '<script type="application/ld+json">{"@type":</script>'

    assert facts(page(broken + "<title>T</title>"))["title"] == "T"


def test_paragraphs_are_divided_by_a_blank_line() -> None:
    assert facts(page(""))["text"].count("\n\n") == 1


@pytest.mark.parametrize("markup", ["", "<", "<!--", "<html>", "\x00\x01", "<p>" * 9])
def test_what_holds_no_article_is_refused(markup: str) -> None:
    with pytest.raises(NoText):
        facts(markup)
