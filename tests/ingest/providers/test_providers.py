"""Each provider against replies in its documented shape, from a real server."""

from collections.abc import Callable, Iterator
from urllib.parse import parse_qs, urlsplit

import pytest

from sidelight import readings
from sidelight.ingest.providers import Provider, key_words
from sidelight.ingest.providers.fact_check import FactCheck
from sidelight.ingest.providers.gdelt import Gdelt
from sidelight.ingest.providers.panel import Panel
from sidelight.ingest.providers.wikipedia import Wikipedia, sentences
from sidelight.model import Article, Reading
from tests.ingest.providers import replies
from tests.ingest.site import Page, Site, fetcher, serving

TEXT = (
    "The dam above the town of Ostrey held through the night, the river board said. "
    "The people of Ostrey who fled the flood may return to the town, the board said.\n\n"
    "The river stood a hand under the top of the dam for six hours."
)
PRIVATE = "“I will never go back,” Ada Renn wrote in a letter that nobody has seen."


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as running:
        yield running


@pytest.fixture
def reading() -> Reading:
    return readings.read(
        Article(
            f"{TEXT}\n\n{PRIVATE}", title="Ostrey dam holds", published="2026-06-01"
        )
    )


def answering(
    site: Site, make: Callable[[str], Provider], body: str, status: int = 200
) -> Panel:
    provider = make(f"{site.url}/api")

    def page(_: object) -> Page:
        return Page(body, status=status, headers={"Content-Type": "application/json"})

    class Everything(dict[str, Page]):
        def get(self, *_: object) -> Page:
            return page(None)

    site.pages = Everything()  # type: ignore[assignment]
    return Panel([provider], fetcher(), patience=5)


def asked_with(site: Site) -> dict[str, str]:
    [asked] = site.asked
    return {
        key: value[0] for key, value in parse_qs(urlsplit(asked.path).query).items()
    }


def test_key_words_are_the_heaviest_as_they_are_written(reading: Reading) -> None:
    assert set(key_words(reading)) == {"ostrey", "dam", "river", "board"}


def test_gdelt(site: Site, reading: Reading) -> None:
    [answer] = answering(site, Gdelt, replies.GDELT).ask(reading).answers()
    sent = asked_with(site)

    assert (answer.asked, answer.found, answer.skipped) == (True, 2, None)
    assert answer.leads[0].url == "https://gazette.example/dam"
    assert answer.leads[0].publisher == "gazette.example"
    assert answer.leads[0].published == "2026-06-01T08:15:00+00:00"
    assert answer.leads[1].title is None
    assert sent["mode"] == "artlist"
    assert sent["query"].endswith(" sourcelang:english")
    assert (sent["startdatetime"], sent["enddatetime"]) == (
        "20260525000000",
        "20260608235959",
    )
    words = sent["query"].removesuffix(" sourcelang:english")
    assert answer.sent == f"{words}, 2026-05-25 to 2026-06-08"


def test_fact_check_tools(site: Site, reading: Reading) -> None:
    panel = answering(site, lambda at: FactCheck("my-key", at), replies.FACT_CHECK)
    [answer] = panel.ask(reading).answers()

    [lead] = answer.leads
    assert lead.url == "https://desk.example/dam"
    assert lead.title == "What happened at the dam"
    assert (lead.publisher, lead.published) == (
        "Check Desk",
        "2026-06-02T00:00:00+00:00",
    )
    assert asked_with(site) == {
        "query": answer.sent,
        "languageCode": "en",
        "pageSize": "10",
    }
    assert site.asked[0].headers["X-Goog-Api-Key"] == "my-key"
    assert "my-key" not in repr(answer)


def test_wikipedia_is_told_the_day_and_nothing_else(
    site: Site, reading: Reading
) -> None:
    [answer] = answering(site, Wikipedia, replies.WIKIPEDIA).ask(reading).answers()

    assert answer.sent == "2026-06-01"
    assert asked_with(site)["page"] == "Portal:Current events/2026 June 1"
    assert [(lead.url, lead.publisher) for lead in answer.leads] == [
        ("https://wire.example/ostrey", "The Wire"),
        ("https://gazette.example/dam", "Ostrey Gazette"),
    ]


def test_a_day_without_a_page_has_no_leads(site: Site, reading: Reading) -> None:
    [answer] = answering(site, Wikipedia, replies.NO_SUCH_PAGE).ask(reading).answers()

    assert (answer.asked, answer.found, answer.skipped) == (True, 0, None)


def test_items_stand_under_their_headings() -> None:
    found = list(sentences("* A b\n** C [https://x.example (X)]\n*** D\n* E"))

    assert [words for words, _ in found] == [
        ("a", "b"),
        ("a", "b", "c"),
        ("a", "b", "c", "d"),
        ("e",),
    ]
    assert found[1][1] == [("https://x.example", "X")]


MAKERS: list[Callable[[str], Provider]] = [
    Gdelt,
    lambda at: FactCheck("key", at),
    Wikipedia,
]


@pytest.mark.parametrize("make", MAKERS)
def test_no_sentence_of_the_article_is_sent(
    site: Site, reading: Reading, make: Callable[[str], Provider]
) -> None:
    answering(site, make, "{}").ask(reading).answers()

    [asked] = site.asked
    whole = asked.path + str(asked.headers)
    for word in ("never", "letter", "Renn", "wrote", "held+through"):
        assert word.lower() not in whole.lower()


@pytest.mark.parametrize("make", MAKERS)
@pytest.mark.parametrize(
    "body",
    [
        "",
        "Your query was too short.",
        "[]",
        "null",
        '{"articles": 3}',
        '{"parse": []}',
        '{"claims": [[], {"claimReview": [3, {"url": 4, "languageCode": []}]}]}',
        '{"articles": [3, {"url": null}]}',
        '{"parse": {"wikitext": "[http" }}',
        "\x00",
    ],
)
def test_what_is_no_answer_breaks_nothing(
    site: Site, reading: Reading, make: Callable[[str], Provider], body: str
) -> None:
    [answer] = answering(site, make, body).ask(reading).answers()

    assert (answer.asked, answer.found) == (True, 0)


def test_an_article_with_too_little_to_ask_with_is_not_sent(site: Site) -> None:
    empty = readings.read(Article("Hello."))
    for make in MAKERS:
        [answer] = answering(site, make, "{}").ask(empty).answers()
        assert not answer.asked
        assert answer.skipped
    assert site.asked == []
