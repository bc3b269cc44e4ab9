"""What strangers wrote is shown as their words, on every page, whatever it looks like."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page

from sidelight import samples
from sidelight.store import open_store
from tests.browser.serving import served, sidelight

HOSTILE = (
    "<script>hit=1</script><img src=x onerror=hit=2>"
    "\"'><svg onload=hit=3></title></textarea></style>{{7*7}}${7*7}<!-- &lt;b&gt;"
)
SAMPLES = [json.loads(path.read_text()) for path in samples.reports()][:3]


def hostile(report: dict[str, str], number: int) -> dict[str, str]:
    return {
        **report,
        "id": f'{number}"><script>hit=4</script>',
        "text": report["text"].replace(". ", f". {HOSTILE} ", 3),
        "title": f"{HOSTILE} {number}",
        "publisher": f"{HOSTILE} {number}",
        "author": HOSTILE,
        "url": f"javascript:hit=5//{number}",
    }


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Serve with hostile reports and a hostile feed in the store."""
    data = tmp_path_factory.mktemp("data")
    for number, report in enumerate(SAMPLES):
        file = data / f"{number}.json"
        file.write_text(json.dumps(hostile(report, number)))
        sidelight(data, "reports", "add", str(file))
    _add_feeds(data)
    with served(data, SIDELIGHT_FETCH="on") as url:
        yield url


def _add_feeds(data: Path) -> None:
    with open_store(f"sqlite:///{data / 'sidelight.sqlite3'}") as store:
        store.feeds.add("http://127.0.0.1:9/'><script>hit=6</script>", HOSTILE)
        store.feeds.add("javascript:hit=7", HOSTILE)


@pytest.fixture
def page(browser_context: BrowserContext) -> Iterator[Page]:
    opened = browser_context.new_page()
    yield opened
    opened.close()


def assert_words_are_words(page: Page, complaints: list[str]) -> None:
    """Nothing ran, nothing tried to, nothing became an element or a link."""
    found = page.evaluate(
        """() => [
          globalThis.hit ?? null,
          [...document.querySelectorAll('script:not([src^="/static/"], [type="application/json"]), [onerror], [onload], [src="x"], style')]
            .map((element) => element.outerHTML.slice(0, 80)),
          [...document.links].map(({href}) => href)
            .filter((href) => !/^https?:/.test(href)),
          document.documentElement.innerHTML.includes('49$'),
        ]"""
    )
    assert found == [None, [], [], False]
    assert complaints == [], "the policy had nothing to stop"


@pytest.mark.parametrize(
    "path",
    [
        "/read",
        "/compare",
        "/compare?id={0}&id={1}&id={2}",
        "/compare?sample=<script>hit=8</script>",
        "/feeds",
        "/feeds/1",
        "/feeds/2",
        "/<script>hit=9</script>",
        "/checks/<img src=x onerror=hit=10>",
        "/problems/<svg onload=hit=11>",
        "/sign-in?next=javascript:hit=12",
        '/sign-in?next="><script>hit=13</script>',
    ],
)
def test_pages_show_it_as_words(service: str, page: Page, path: str) -> None:
    complaints: list[str] = []
    page.on(
        "console",
        lambda message: (
            complaints.append(message.text)
            if "Security" in message.text or "Refused" in message.text
            else None
        ),
    )
    page.goto(f"{service}/api/v1/reports")
    ids = [
        report["id"]
        for report in json.loads(page.locator("body").inner_text())["reports"]
    ]
    page.goto(service + path.format(*ids))

    assert_words_are_words(page, complaints)


def test_a_hostile_text_is_read_and_compared_as_words(service: str, page: Page) -> None:
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    sent = hostile(SAMPLES[0], 9)
    page.goto(f"{service}/read")
    page.get_by_label("The text of a report").fill(sent["text"])
    page.get_by_label("Headline").fill(sent["title"])
    page.get_by_label("Publisher").fill(sent["publisher"])
    page.get_by_role("button", name="Read it").click()

    assert "<script>hit=1</script>" in page.locator("main").inner_text()
    assert_words_are_words(page, complaints)
    page.get_by_role("button", name="side by side").click()
    assert "<script>hit=1</script>" in page.locator("main").inner_text()
    assert_words_are_words(page, complaints)


def test_a_hostile_lesson_is_words_too(service: str, page: Page) -> None:
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    made = page.request.post(f"{service}/lessons", form={"title": HOSTILE[:60]})
    assert made.ok
    place = made.url.partition("?")[0]
    pasted = hostile(SAMPLES[1], 8)
    added = page.request.post(
        f"{place}/reports",
        form={"title": pasted["title"], "text": pasted["text"]},
    )
    assert added.ok

    for path in ("/lessons", place.removeprefix(service), f"{place}/reports/1"):
        page.goto(path if path.startswith("http") else service + path)
        assert "<script>hit=1</script>" in page.content().replace("&lt;", "<").replace(
            "&gt;", ">"
        )
        assert_words_are_words(page, complaints)


def test_a_hostile_address_in_the_form_is_said_back_as_words(
    service: str, page: Page
) -> None:
    complaints: list[str] = []
    page.goto(f"{service}/feeds")
    page.locator("form.ask input[name=url]").fill(HOSTILE)
    page.locator("form.ask button").click()

    assert page.locator("form.ask input[name=url]").input_value().endswith(HOSTILE)
    assert_words_are_words(page, complaints)
