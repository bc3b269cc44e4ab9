"""What a report object or a file becomes, and how bad input is refused."""

import json
from pathlib import Path
from typing import Any

import pytest

from sidelight.errors import (
    InvalidDate,
    InvalidInput,
    NotEnglish,
    NoText,
    NotFound,
    SidelightError,
    TooLong,
)
from sidelight.model import Link
from sidelight.pages import MOST_BYTES, article_from, html, load

TEXT = "The bridge was shut on Monday after a diver found cracks in two of its pillars."
GERMAN = (
    "Die Brücke wurde am Montag gesperrt, nachdem ein Taucher Risse in zwei ihrer "
    "Pfeiler gefunden hatte. Die Stadt will sie bis zum Ende des Jahres erneuern, "
    "sagte der Bürgermeister am Abend vor dem Rat."
)


def test_the_text_is_kept_to_the_last_code_point() -> None:
    text = " Caf\u0065\u0301 \U0001f468\u200d\U0001f469\u200d\U0001f467\r\n\u05e9\u05dc\u05d5\u05dd\u00a0“No.” "

    assert article_from({"text": text}).text == text


def test_what_was_sent_is_what_is_known() -> None:
    article = article_from(
        {
            "text": TEXT,
            "id": "a",
            "url": "https://news.example/a",
            "title": " A \n title ",
            "published": "2024-06-25",
            "kind": "page",
            "links": [{"href": "https://x.example", "text": "x"}],
            "looked_in": ["meta"],
            "cut_short": True,
            "colour": "blue",
        }
    )

    assert (article.id, article.title, article.kind) == ("a", "A title", "page")
    assert article.links == (Link("https://x.example", "x"),)
    assert article.day is not None
    assert article.cut_short


def test_a_report_without_an_id_is_named_by_its_text() -> None:
    one, same, other = (article_from({"text": t}).id for t in (TEXT, TEXT, TEXT + "!"))

    assert one == same != other


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("2024-06-25", "2024-06-25"),
        ("2024-06-25T09:00:00Z", "2024-06-25T09:00:00Z"),
        ("2024-06-25T09:00:00+02:00", "2024-06-25T09:00:00+02:00"),
        ("", None),
        (None, None),
    ],
)
def test_dates_are_kept_as_written(written: str | None, kept: str | None) -> None:
    assert article_from({"text": TEXT, "published": written}).published == kept


@pytest.mark.parametrize(
    ("fields", "error"),
    [
        ({}, NoText),
        ({"text": " \n "}, NoText),
        ({"html": "<html><body><nav>Home</nav></body></html>"}, NoText),
        ({"text": "a" * (MOST_BYTES + 1)}, TooLong),
        ({"text": "é" * (MOST_BYTES // 2 + 1)}, TooLong),
        ({"text": GERMAN}, NotEnglish),
        ({"text": "Мост был закрыт в понедельник."}, NotEnglish),
        ({"text": TEXT, "published": "June 24"}, InvalidDate),
        ({"text": TEXT, "published": "2024-02-30"}, InvalidDate),
        ({"text": TEXT, "published": 20240625}, InvalidDate),
        ({"text": 7}, InvalidInput),
        ({"text": "half \ud83d"}, InvalidInput),
        ({"text": TEXT, "links": "none"}, InvalidInput),
        ({"text": TEXT, "links": ["a"]}, InvalidInput),
        ({"text": TEXT, "kind": "letter"}, InvalidInput),
        ({"text": TEXT, "cut_short": "yes"}, InvalidInput),
    ],
)
def test_bad_input_is_refused_with_a_sentence(
    fields: dict[str, Any], error: type[SidelightError]
) -> None:
    with pytest.raises(error) as refused:
        article_from(fields)

    assert len(str(refused.value)) > 20


PAGE = """<!doctype html><html lang="en-GB"><head><title>Bridge | Courier</title>
<meta property="og:site_name" content="The Courier">
<script type="application/ld+json">{"@context": "https://schema.org", "@graph": [
 {"@type": "WebPage"}, {"@type": "NewsArticle", "headline": "Bridge shut",
 "datePublished": "2024-06-25T09:00:00Z", "author": [{"name": "Mara Ellis"}]}]}</script>
</head><body><nav>Home Sport</nav><article><h1>Bridge is shut</h1>
<p>The bridge over the Orsolt was shut on Monday after a diver found cracks in two of
its <a href="/pillars">pillars</a>, the council said in a statement to the press.</p>
<p>It will stay shut until the pillars have been repaired, which may take a year, and
the ferry will run every ten minutes from the old quay in the meantime.</p>
</article><footer>Imprint</footer></body></html>"""


def test_a_page_says_of_itself_what_was_not_sent() -> None:
    article = article_from({"html": PAGE, "title": "Sent along"})

    assert article.text.startswith("The bridge over the Orsolt was shut")
    assert "Imprint" not in article.text
    assert article.title == "Sent along"
    assert article.author == "Mara Ellis"
    assert article.publisher == "The Courier"
    assert article.published == "2024-06-25T09:00:00Z"
    assert article.links == (Link("/pillars", "pillars"),)


def test_a_wrong_date_on_a_page_is_the_pages_mistake() -> None:
    page = PAGE.replace("2024-06-25T09:00:00Z", "soon")

    assert article_from({"html": page}).published is None


@pytest.mark.parametrize(
    "bomb",
    [
        "<div>" * 50_000,
        "<b>" * 3_000,
        "<p>a b c d e f." * 60_000,
        "<a href=x>y</a>" * 60_000,
        "<br>" * 200_000,
        "<li>x y" * 100_000,
    ],
    ids=lambda bomb: bomb[:6],
)
def test_markup_that_is_made_to_be_slow_is_refused_before_it_is_parsed(
    bomb: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def parsed(*_: object, **__: object) -> None:
        pytest.fail("it was parsed")

    monkeypatch.setattr("trafilatura.extract", parsed)
    monkeypatch.setattr("sidelight.pages.html.BeautifulSoup", parsed)

    with pytest.raises(NoText, match="too deep or too long"):
        article_from({"html": f"{PAGE}{bomb}"})
    assert html.feed_link(bomb) is None


def test_a_long_page_is_read() -> None:
    menu = "<ul>" + "<li><a href=/x><span>Sport</span></a>" * 2_000 + "</ul>"

    assert article_from({"html": PAGE.replace("<body>", f"<body><nav>{menu}</nav>")})


def test_files_are_read_by_their_suffix(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text(json.dumps({"text": TEXT, "id": "from json"}))
    (tmp_path / "b.txt").write_text(TEXT)
    (tmp_path / "c.html").write_text(PAGE)

    assert load(tmp_path / "a.json").id == "from json"
    assert load(tmp_path / "b.txt").id == "b"
    assert load(tmp_path / "c.html").title == "Bridge shut"
    assert load(tmp_path / "b.txt", title="Given").title == "Given"


@pytest.mark.parametrize(
    ("name", "content", "error"),
    [
        ("a.json", b"{", InvalidInput),
        ("a.json", b"[]", InvalidInput),
        ("a.json", b'{"levels": {}}', InvalidInput),
        ("a.json", b'{"text": "caf\xe9"}', InvalidInput),
        ("a.txt", b"caf\xe9", InvalidInput),
        ("a.txt", b"", NoText),
        ("a.txt", b"a" * (2 * MOST_BYTES + 1), TooLong),
    ],
)
def test_a_bad_file_is_named(
    tmp_path: Path, name: str, content: bytes, error: type[SidelightError]
) -> None:
    path = tmp_path / name
    path.write_bytes(content)

    with pytest.raises(error, match=name):
        load(path)


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(NotFound, match=r"gone\.txt"):
        load(tmp_path / "gone.txt")
