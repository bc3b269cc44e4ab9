"""No text is forgotten: in a pseudo-locale every page and every answer is pseudo."""

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup
from flask.testing import FlaskClient

from sidelight.checks import Check, every_check
from sidelight.errors import every_kind
from sidelight.locales import Languages
from sidelight.settings import Settings
from sidelight.web import create_app
from sidelight.web.start import every_reading
from tests import pseudo
from tests.checks.examples import Example, examples, sections
from tests.web.sent import OTHERS, WIRE

LANGUAGES = [pseudo.LONG, pseudo.RIGHT_TO_LEFT]
SAID = ("aria-label", "alt", "placeholder", "title")
# Names, units and signs that are the same in every language.
NAMES = set(
    "Sidelight UTC Wilson JSON LD HTTP RFC RSS Atom SIDELIGHT FETCH on MB GDELT Google"
    " Chrome Chromium Edge Firefox html txt json F1 jpg".split()
)
_WORD = re.compile(r"\b[A-Za-z]{2,}\b(?!…)")


@pytest.fixture(scope="module")
def locales(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("locales")
    pseudo.write(folder)
    return folder


@pytest.fixture(params=LANGUAGES)
def language(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def speaker(settings: Settings, locales: Path, language: str) -> FlaskClient:
    known = replace(settings, locales=locales, fetch=True)
    client = create_app(known).test_client()
    client.environ_base["HTTP_ACCEPT_LANGUAGE"] = f"{language}, en;q=0.5"
    return client


def in_english(page: str) -> list[str]:
    """Return the texts of a page with a plain word that is nobody's name or report."""
    soup = BeautifulSoup(page, "html.parser")
    for apart in soup.select("[lang='en'], code, script, style, textarea"):
        apart.decompose()
    said = [*soup.stripped_strings]
    said += [str(tag[name]) for name in SAID for tag in soup.select(f"[{name}]")]
    return [text for text in said if forgotten(text)]


def forgotten(text: str, data: frozenset[str] = frozenset()) -> set[str]:
    return set(_WORD.findall(text)) - NAMES - (data or DATA)


def words_of(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        for part in value.values():
            yield from words_of(part)
    elif isinstance(value, list | tuple):
        for part in value:
            yield from words_of(part)
    elif isinstance(value, str):
        yield from _WORD.findall(value)


# What the samples say: names of people and outlets stand on the pages as they are.
DATA = frozenset(
    word
    for reading in every_reading().values()
    for said in (
        [reading.article.title, reading.article.publisher, reading.article.author],
        [[voice.name, voice.role, voice.party] for voice in reading.voices],
    )
    for word in words_of(said)
)


@pytest.mark.parametrize(
    "address",
    [
        "/",
        f"/samples/{WIRE['id']}",
        "/read",
        "/compare",
        "/compare?sample=all",
        "/feeds",
        "/checks",
        *(f"/checks/{check.ID}" for check in every_check()),
        "/quality",
        "/nowhere",
        *(f"/problems/{kind.slug}" for kind in every_kind()),
    ],
)
def test_no_text_of_a_page_is_forgotten(speaker: FlaskClient, address: str) -> None:
    answer = speaker.get(address)

    assert not in_english(answer.text)


def test_a_page_says_its_language_and_runs_its_way(
    speaker: FlaskClient, language: str
) -> None:
    answer = speaker.get("/")
    html = BeautifulSoup(answer.text, "html.parser").html

    assert html
    assert html["lang"] == answer.headers["Content-Language"] == language
    assert html.get("dir") == ("rtl" if language == pseudo.RIGHT_TO_LEFT else None)
    assert "Accept-Language" in answer.headers["Vary"]


def test_no_text_is_forgotten_of_what_was_pasted(speaker: FlaskClient) -> None:
    read = speaker.post("/read", data={"text": WIRE["text"], "title": WIRE["title"]})
    refused = speaker.post("/read", data={"text": ""})
    compared = speaker.post("/compare", data={"text": [WIRE["text"], ""]})

    assert [read.status_code, refused.status_code] == [200, 422]
    for answer in (read, refused, compared):
        assert not in_english(answer.text)


def test_notes_speak_the_language_that_was_asked_for(
    speaker: FlaskClient, language: str
) -> None:
    body = {**WIRE, "reports": OTHERS, "checks": "all"}
    page: dict[str, Any] = speaker.post("/api/v1/annotations", json=body).json or {}

    assert page["items"]
    for item in page["items"]:
        assert item["body"][1]["language"] == language
        for text in (
            item["body"][1]["value"],
            item["sidelight:label"],
            item["sidelight:next"],
        ):
            assert not forgotten(text), text
    for check in page["sidelight:checked"]:
        assert not forgotten(check.get("skipped", ""))


def test_a_problem_speaks_it_too(speaker: FlaskClient, language: str) -> None:
    answer = speaker.post("/api/v1/annotations", json={"text": ""})
    unknown = speaker.post("/api/v1/annotations", json={**WIRE, "checks": ["nothing"]})

    for problem in (answer, unknown):
        assert problem.headers["Content-Language"] == language
        assert not forgotten((problem.json or {})["title"])


def test_who_asks_for_no_language_there_is_gets_english(
    speaker: FlaskClient,
) -> None:
    answer = speaker.get("/read", headers={"Accept-Language": "x-none"})

    assert answer.headers["Content-Language"] == "en"
    assert "A text of your own" in answer.text


def marked_examples() -> list[Any]:
    return [
        pytest.param(check, example, id=f"{check.ID}: {example.text[:40]}")
        for check in every_check()
        for example in examples(sections(check.__doc__ or "")["Marked"])
    ]


@pytest.mark.parametrize(("check", "example"), marked_examples())
def test_no_note_of_any_check_is_forgotten(
    check: Check, example: Example, locales: Path
) -> None:
    texts = Languages([locales]).texts(pseudo.LONG)
    reading, comparison = example.read(whole="whole-text" in check.NEEDS)
    known = [reading, *(report.reading for report in comparison.reports)]
    data = frozenset(
        word
        for one in known
        for word in words_of(
            [
                one.text,
                one.article.title,
                one.article.label,
                [v.party for v in one.voices],
                [c.party for c in one.criticisms],
                [d.noun for d in one.documents],
                [[t.others, t.neutral] for t in one.party_terms],
            ]
        )
    ) | {"None"}

    for finding in check.check(reading, comparison):
        for said in (finding.message, finding.next):
            assert not forgotten(texts.say(said), data), said
            assert texts.say(said).startswith("⟦")


def test_titles_of_problems_are_in_the_catalogue(locales: Path) -> None:
    texts = Languages([locales]).texts(pseudo.LONG)

    for title in [kind.title for kind in every_kind()]:
        assert not forgotten(texts.say(title))
