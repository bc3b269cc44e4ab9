"""Everything that a page shows of a text, a report or a note, made hostile at once."""

from html.parser import HTMLParser
from typing import Any

from flask import render_template

from sidelight.model import Article
from sidelight.settings import Settings
from sidelight.web import create_app
from sidelight.web.annotated import annotated, local_links

EVIL = "\"><script>alert(1)</script><img src=x onerror=alert(2)>'{{ 7 * 7 }}"
LINK = "javascript:alert(1)"
REPORT = {"id": EVIL, "url": LINK, "title": EVIL, "publisher": EVIL, "published": EVIL}
QUOTE = {"exact": EVIL, "prefix": f"A word {EVIL}", "suffix": f"{EVIL} a word"}


class Elements(HTMLParser):
    """The elements of a page with their attributes, as a browser sees them."""

    def __init__(self) -> None:
        """Begin with none."""
        super().__init__()
        self.elements: list[tuple[str, list[tuple[str, str | None]]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep an element."""
        self.elements.append((tag, attrs))


def item(part: str, *selectors: dict[str, Any], check: str) -> dict[str, Any]:
    return {
        "id": "urn:uuid:0",
        "body": [
            {"purpose": "classifying", "value": check},
            {"purpose": "commenting", "value": EVIL},
        ],
        "target": {"source": LINK, "selector": list(selectors)},
        "sidelight:part": part,
        "sidelight:family": "other-reports",
        "sidelight:label": EVIL,
        "sidelight:tier": "default",
        "sidelight:help": "/checks/x",
        "sidelight:evidence": [
            {"report": REPORT, "part": "text", "link": LINK, **QUOTE}
        ],
        "sidelight:next": EVIL,
    }


def test_nothing_becomes_markup_or_a_link(settings: Settings) -> None:
    text = f"{EVIL} It was said.\n\n{EVIL}"
    whole = {"type": "TextPositionSelector", "start": 0, "end": len(text)}
    part = {"type": "TextPositionSelector", "start": 1, "end": 30}
    page = {
        "items": [
            item("article", check="a"),
            item("title", {"type": "TextQuoteSelector", **QUOTE}, check="b"),
            item("text", whole, check="c"),
            item("text", part, check="d"),
            item("text", whole, check="corroborated"),
        ],
        "sidelight:article": {"words": 3},
        "sidelight:voices": [
            {"name": EVIL, "role": EVIL, "party": EVIL, "named": False, "statements": 2}
        ],
        "sidelight:compared": {
            "searched": 1,
            "reports": [{**REPORT, "similarity": 1}],
            "providers": [],
        },
        "sidelight:checked": [{"id": "vague-source", "skipped": EVIL}],
    }
    article = Article(text, url=LINK, title=EVIL, publisher=EVIL, author=EVIL)
    app = create_app(settings)

    with app.test_request_context():
        html = render_template(
            "read.html",
            sent={"title": EVIL, "text": EVIL},
            shown=annotated(article, page),
            link=local_links({}),
            stored=1,
            beside=[EVIL],
        )

    found = Elements()
    found.feed(html)
    assert "{{ 7 * 7 }}" in html
    assert html.count("&lt;script&gt;") > 20
    assert not [name for name, _ in found.elements if name == "script"]
    for name, attributes in found.elements:
        for attribute, value in attributes:
            assert not attribute.startswith("on")
            if attribute in {"href", "src", "action"}:
                assert not (value or "").strip().startswith("javascript"), name
            if attribute == "src":
                assert value == "/static/icon.svg"
