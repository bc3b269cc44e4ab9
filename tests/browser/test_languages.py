"""In a pseudo-locale no text is English, none is cut, and the layout mirrors.

The long one is accented and two fifths longer, the other is written in Hebrew letters
from right to left. The service speaks them too, as the real one would.
"""

import re
import shutil
from collections.abc import Iterator

import pytest
from playwright.sync_api import BrowserContext, Page, Playwright, expect

from tests import pseudo
from tests.browser.axe import complaints
from tests.browser.driver import (
    EXTENSION,
    card,
    click_passage,
    click_toolbar,
    launched,
    own_page,
    panel,
    point_at,
    status,
    with_open_shell,
    worker,
)
from tests.browser.site import Site
from tests.browser.stub_service import REPORT, StubNote, StubService

CHANGES = {pseudo.LONG: pseudo.long, pseudo.RIGHT_TO_LEFT: pseudo.right_to_left}
_WORD = re.compile(r"\b[A-Za-z]{2,}\b")
# Names on the wire, addresses, and the page of the tests with the report beside it.
NAMES = set(
    "Sidelight http https localhost wire example bridge news date differs vague source"
    " headline quote kept www harbour March GDELT Google Fact Check Wikipedia".split()
)

# Words that stick out of what holds them, sideways, or of what cuts them off.
SPILLED = """(root) => {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const spilled = [];
  while (walker.nextNode()) {
    const {parentElement: home, data} = walker.currentNode;
    if (!/\\S/.test(data) || home.closest('.unseen, .full, script, style')) continue;
    const holder = home.closest(
      'button, td, th, summary, .switch label, .card, .status, body').getBoundingClientRect();
    const range = document.createRange();
    range.selectNodeContents(walker.currentNode);
    for (const {left, right, width} of range.getClientRects()) {
      if (width && (left < holder.left - 1 || right > holder.right + 1)) spilled.push(data);
    }
    const cut = home.closest('button, .switch label, .label, .tick');
    if (cut && cut.scrollHeight > cut.clientHeight + 1 && cut.clientHeight) spilled.push(data);
  }
  return [...new Set(spilled)];
}"""

# What a reader reads of one of Sidelight's own pages: without data and code.
READ = """() => {
  const copy = document.body.cloneNode(true);
  for (const apart of copy.querySelectorAll('[dir=auto], code, kbd, dl.wire, .full, script, .reports bdi')) {
    apart.remove();
  }
  const said = [...copy.querySelectorAll('[aria-label], [title]')].flatMap((element) =>
    element.closest('.full') ? [] : [element.getAttribute('aria-label') ?? '']);
  const texts = [];
  const walker = document.createTreeWalker(copy, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) texts.push(walker.currentNode.data);
  return [...texts, ...said, document.title].filter((text) => /\\S/.test(text));
}"""


@pytest.fixture(scope="module", params=list(CHANGES))
def tag(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def speaking(
    playwright: Playwright,
    site: Site,
    tag: str,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[BrowserContext]:
    """Start Chromium with Sidelight in a language that nobody speaks."""
    folder = tmp_path_factory.mktemp(tag) / "extension"
    shutil.copytree(EXTENSION, folder)
    pseudo.extension(folder, tag)
    profile = tmp_path_factory.mktemp("profile")
    with launched(playwright, profile, site, extension=folder) as context:
        yield context


@pytest.fixture
def service(speaking: BrowserContext, tag: str) -> Iterator[StubService]:
    say = CHANGES[tag]
    with StubService() as service:
        service.label = say("Unclear who says this")
        service.skipped = say("No title was sent.")
        service.reports = [REPORT, {**REPORT, "id": "2", "published": "2031-03-09"}]
        service.providers = [
            {"name": "gdelt", "asked": True, "sent": "bridge", "found": 2},
            {
                "name": "wikipedia-current-events",
                "asked": False,
                "found": 0,
                "skipped": say("It was just asked, and is left alone for a while."),
            },
        ]
        service.voices = [("Mara Lindqvist", "City council", 4, "The city council")]
        service.notes = [note(tag), other(tag), lost(tag)]
        service.checks = [
            {
                "id": "vague-source",
                "title": say("Unclear who says this"),
                "family": "who-says-so",
                "tier": "default",
                "help": "/checks/vague-source",
            }
        ]
        point_at(speaking, service.url)
        yield service
    for page in speaking.pages[1:]:
        page.close()


def note(tag: str) -> StubNote:
    say = CHANGES[tag]
    return StubNote(
        "closed to traffic from 14 March",
        check="date-differs",
        family="other-reports",
        label=say("Date differs from other reports"),
        message=say("Another report dates this differently."),
        evidence="closes to all traffic on 17 March",
        next=say("Open the other report and see whom it names for the date."),
    )


def other(tag: str) -> StubNote:
    say = CHANGES[tag]
    return StubNote(
        "Critics",
        label=say("Unclear who says this"),
        message=say("No name was found."),
        next=say("See whether another report names who says this."),
    )


def lost(tag: str) -> StubNote:
    return StubNote(
        "words that were edited out", label=CHANGES[tag]("Source not named")
    )


def read(context: BrowserContext) -> Page:
    """Open the page of the tests, and have it read."""
    page = context.new_page()
    page.goto("http://news.example/bridge")
    page.bring_to_front()
    click_toolbar(page)
    page.wait_for_function(
        "[...CSS.highlights.keys()].some((n) => n.startsWith('side'))"
    )
    status(page)
    return page


def in_english(texts: list[str], data: str = "") -> list[str]:
    known = NAMES | set(_WORD.findall(data))
    return [text for text in texts if set(_WORD.findall(text)) - known]


def spilled(page: Page) -> list[str]:
    root = "document.body"
    return list(page.evaluate(f"({SPILLED})({root})"))


def test_cards_are_said_whole_and_mirror(
    speaking: BrowserContext, service: StubService, tag: str
) -> None:
    page = read(speaking)
    click_passage(page, note(tag).on)
    opened = card(page)
    data = (
        page.inner_text("body")
        + str(REPORT)
        + note(tag).evidence
        + "cil said on weather permitting and op"
    )
    seen = [*opened.text.split("\n"), opened.name, *opened.buttons]
    first = status(page)
    assert not in_english([*seen, *first.text.split("\n"), *first.buttons], data)

    with_open_shell(page)
    shell = "document.querySelector('sidelight-notes')"
    assert not page.evaluate(f"({SPILLED})({shell}.shadowRoot)")
    runs = page.evaluate(f"getComputedStyle({shell}).direction")
    assert runs == ("rtl" if tag == pseudo.RIGHT_TO_LEFT else "ltr")
    assert complaints(page) == []
    close, label = (
        page.evaluate(
            f"(part) => {shell}.shadowRoot.querySelector(part).getBoundingClientRect().x",
            part,
        )
        for part in (".card .icon", ".card .swatch")
    )
    assert (close < label) == (tag == pseudo.RIGHT_TO_LEFT)
    del service


def test_a_service_that_is_not_there_is_told_whole(
    speaking: BrowserContext, service: StubService
) -> None:
    point_at(speaking, "http://127.0.0.1:9")
    page = speaking.new_page()
    page.goto("http://news.example/bridge")
    page.bring_to_front()
    click_toolbar(page)
    told = status(page, holding="sidelight serve")

    assert not in_english(told.text.replace("sidelight serve", "").split("\n"))
    with_open_shell(page)
    shell = "document.querySelector('sidelight-notes').shadowRoot"
    assert not page.evaluate(f"({SPILLED})({shell})")
    assert complaints(page) == []
    del service


@pytest.mark.parametrize("width", [320, 420])
def test_the_panel_is_said_whole_and_mirrors(
    speaking: BrowserContext, service: StubService, tag: str, width: int
) -> None:
    page = read(speaking)
    opened = panel(page)
    opened.set_viewport_size({"width": width, "height": 900})
    expect(opened.locator(".provider").first).to_be_visible()
    expect(opened.locator("details.sent")).to_have_count(1)
    opened.evaluate(
        "document.querySelectorAll('details').forEach((d) => d.open = true)"
    )

    said = opened.evaluate(READ)
    assert not in_english(said, "Mara Lindqvist The city council bridge Critics")
    assert not spilled(opened)
    assert opened.evaluate("document.documentElement.scrollWidth <= innerWidth")
    swatch, label = (
        opened.locator(f".notes {part}").first.evaluate(
            "(e) => e.getBoundingClientRect().x"
        )
        for part in (".swatch", ".label")
    )
    assert (swatch > label) == (tag == pseudo.RIGHT_TO_LEFT)
    assert complaints(opened) == []
    del service


@pytest.mark.parametrize("width", [360, 1000])
@pytest.mark.parametrize("path", ["options/options.html", "welcome/welcome.html"])
def test_own_pages_are_said_whole_and_mirror(
    speaking: BrowserContext, service: StubService, tag: str, path: str, width: int
) -> None:
    service.stored = [{**REPORT, "id": "kept", "words": 140, "kept": True}]
    page = own_page(speaking, path)
    page.set_viewport_size({"width": width, "height": 900})
    expect(page.locator(".live").first).to_have_attribute("data-live", "yes")
    expect(page.locator("h1")).to_be_visible()
    if path.startswith("options"):
        expect(page.locator("[data-family] input").first).to_be_visible()
        expect(page.locator("ul.kept cite").first).to_be_visible()

    assert not in_english(page.evaluate(READ), str(REPORT))
    assert not spilled(page)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert page.evaluate("getComputedStyle(document.body).direction") == (
        "rtl" if tag == pseudo.RIGHT_TO_LEFT else "ltr"
    )
    assert complaints(page) == []


def test_what_is_sent_is_said_whole(
    speaking: BrowserContext, service: StubService, tag: str
) -> None:
    worker(speaking).evaluate("() => chrome.storage.local.remove('seen')")
    page = speaking.new_page()
    page.goto("http://news.example/bridge")
    page.bring_to_front()
    with speaking.expect_page(lambda opened: "/preview/" in opened.url) as opening:
        click_toolbar(page)
    preview = opening.value
    expect(preview.locator("button.first")).to_be_visible()

    assert not in_english(preview.evaluate(READ))
    assert not spilled(preview)
    assert complaints(preview) == []
    page.bring_to_front()
    see = CHANGES[tag]("Show what would be sent")
    assert see in status(page, holding=see).buttons
    assert not service.asked
