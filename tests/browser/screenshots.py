"""Takes the pictures of the documentation: `python -m tests.browser.screenshots`.

They show the extension on the pages of the tests, with the answers of the stand-in
service, in the theme and the fonts of this machine.
"""

import json
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import (
    Browser,
    BrowserContext,
    Page,
    Playwright,
    sync_playwright,
)

from tests.browser.driver import (
    FLAGS,
    card,
    click_passage,
    click_toolbar,
    launched,
    panel,
    point_at,
    status,
)
from tests.browser.serving import served
from tests.browser.site import Site
from tests.browser.stub_service import REPORT, StubNote, StubService

IMAGES = Path(__file__).parents[2] / "docs" / "images"

DATE = StubNote(
    "closed to traffic from 14 March",
    check="date-differs",
    family="other-reports",
    label="Date differs from other reports",
    message="Another report dates this differently: 17 March. This does not say which"
    " is right.",
    evidence="closes to all traffic on 17 March",
    next="Open the other report and see whom it names for the date.",
)
CROWD = StubNote(
    "Critics",
    message="The report does not say who is meant, so that it cannot be looked up.",
    next="Look for a person or a document that says so.",
)
UNNAMED = StubNote(
    "A senior official at the works office, who did not want to be named",
    check="unnamed-source",
    label="Source not named",
    message="This rests on a person who is not named, and no reason is given.",
    next="See whether another report names a source for it.",
)
HEADLINE = StubNote(
    "“for nine weeks”",
    check="headline-quote",
    family="time-and-headline",
    label="Headline quote not in the text",
    message="These words stand in quotation marks in the headline, and nowhere in the"
    " 140 words read.",
    part="title",
    next="Look for who said it, and when.",
)
FIGURE = StubNote(
    "About 23,000 vehicles",
    check="figure-differs",
    family="other-reports",
    label="Figure differs from other reports",
    message="Another report gives 32,000 vehicles a day. It may have been updated.",
    evidence="is crossed by 32,000 vehicles a day",
    next="Look for the count that both may rest on.",
)
RESTS = StubNote(
    "an inspection report",
    check="document-not-linked",
    family="what-it-rests-on",
    label="Document mentioned, not linked",
    message="A report is cited, and the page leads to nothing that matches.",
)
NIGHT = StubNote(
    "people close to her said",
    check="unnamed-source",
    label="Source not named",
    message="This rests on people who are not named, and no reason is given.",
    next="See whether another report names a source for it.",
)


Marks = tuple[tuple[int, int], ...]


def main() -> None:
    """Take every picture anew."""
    IMAGES.mkdir(parents=True, exist_ok=True)
    with (
        Site() as site,
        tempfile.TemporaryDirectory() as profile,
        sync_playwright() as playwright,
        launched(playwright, Path(profile), site, scale=2) as context,
    ):
        for take in (
            highlighted,
            dark,
            empty_store,
            problems,
            busy,
            nothing,
            beside,
            narrow,
        ):
            with StubService() as service:
                point_at(context, service.url)
                take(context, service)
        lesson(playwright)


@contextmanager
def page_of(context: BrowserContext, name: str) -> Iterator[Page]:
    """Open a page of the tests and click the button on it."""
    page = context.new_page()
    page.goto(f"http://news.example/{name}")
    page.bring_to_front()
    click_toolbar(page)
    yield page
    page.close()


def shoot(page: Page, name: str) -> None:
    """Save what is to be seen in the window."""
    page.mouse.move(0, 0)
    page.screenshot(path=IMAGES / f"{name}.png", scale="css")
    sys.stdout.write(f"docs/images/{name}.png\n")


def highlighted(context: BrowserContext, service: StubService) -> None:
    """Take the marks, the status card and an open card."""
    service.reports = [REPORT, {**REPORT, "id": "2"}, {**REPORT, "id": "3"}]
    lost = StubNote("words that were edited out")
    service.notes = [DATE, CROWD, UNNAMED, HEADLINE, FIGURE, RESTS, lost]
    with page_of(context, "bridge") as page:
        status(page, holding="6 notes")
        shoot(page, "notes")
        click_passage(page, DATE.on)
        card(page)
        shoot(page, "card")


def dark(context: BrowserContext, service: StubService) -> None:
    """Take a page that is dark under a light system."""
    service.notes = [StubNote("Observers", next=CROWD.next), NIGHT]
    with page_of(context, "dark") as page:
        status(page, holding="2 notes")
        click_passage(page, NIGHT.on)
        card(page)
        shoot(page, "dark")


def empty_store(context: BrowserContext, service: StubService) -> None:
    """Take the first page that a newcomer opens."""
    service.reports, service.searched = [], 0
    service.notes = [CROWD, UNNAMED]
    with page_of(context, "bridge") as page:
        status(page, holding="2 notes")
        shoot(page, "empty-store")


def problems(context: BrowserContext, service: StubService) -> None:
    """Take a missing service and a refusal."""
    point_at(context, "http://127.0.0.1:9")
    with page_of(context, "bridge") as page:
        status(page, holding="not answering")
        shoot(page, "no-service")
    point_at(context, service.url)
    problem = {
        "title": "The text does not seem to be English",
        "detail": "Most of its words are Dutch. So far, English can be read.",
    }
    service.refusal = (422, json.dumps(problem), "application/problem+json")
    with page_of(context, "bridge") as page:
        status(page, holding="Dutch")
        shoot(page, "refusal")


def busy(context: BrowserContext, service: StubService) -> None:
    """Take the time while the answer is awaited."""
    service.held.clear()
    with page_of(context, "bridge") as page:
        status(page, holding="Reading")
        shoot(page, "busy")


def nothing(context: BrowserContext, service: StubService) -> None:
    """Take an answer without notes."""
    del service
    with page_of(context, "policy") as page:
        status(page, holding="No notes")
        shoot(page, "nothing-noticed")


def beside(context: BrowserContext, service: StubService) -> None:
    """Take the panel."""
    service.notes = [DATE, CROWD, UNNAMED, HEADLINE, FIGURE]
    service.reports = [REPORT, {**REPORT, "id": "later", "published": "2031-03-09"}]
    service.voices = [
        ("Mara Lindqvist", "City council", 4, "The city council"),
        ("A senior official", "Works office", 2, "A senior official"),
        ("Critics", "", 1, "Critics"),
    ]
    with page_of(context, "bridge") as page:
        status(page, holding="5 notes")
        opened = panel(page)
        opened.set_viewport_size({"width": 360, "height": 900})
        opened.get_by_text("3 voices").wait_for()
        opened.bring_to_front()
        shoot(opened, "panel")
        opened.close()


def narrow(context: BrowserContext, service: StubService) -> None:
    """Take a window as wide as a telephone."""
    service.notes = [DATE, CROWD]
    with page_of(context, "bridge") as page:
        page.set_viewport_size({"width": 400, "height": 760})
        status(page, holding="2 notes")
        click_passage(page, DATE.on)
        card(page)
        shoot(page, "narrow")


# What three pupils mark: the paragraph and the number of the question.
MARKS = (((1, 2), (2, 2), (3, 0)), ((2, 2), (3, 2), (4, 0)), ((2, 2), (4, 1)))


def lesson(playwright: Playwright) -> None:
    """Take the teacher's board while a class marks."""
    with tempfile.TemporaryDirectory() as data, served(Path(data)) as url:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=[*FLAGS]
        )
        board = browser.new_page(viewport={"width": 1280, "height": 800})
        board.goto(f"{url}/lessons")
        board.get_by_role("button", name="The night ferry").click()
        board.wait_for_url("**/board")
        code = board.locator("#board-head .code").inner_text()
        for marks in MARKS:
            mark(browser, url, code, marks)
        board.get_by_role("link", name="Beacon").first.click()
        board.locator(".heat").first.wait_for()
        board.locator("#tabs").evaluate("it => it.scrollIntoView()")
        board.wait_for_timeout(1000)  # until nothing scrolls any more
        shoot(board, "board")
        browser.close()


def mark(browser: Browser, url: str, code: str, marks: Marks) -> None:
    """Join, and mark the first sentence of paragraphs of the second report."""
    own = browser.new_context()
    pupil = own.new_page()
    pupil.goto(f"{url}/join")
    pupil.get_by_label("Code").fill(code)
    pupil.get_by_role("button", name="Join").click()
    pupil.wait_for_url("**/class")
    pupil.goto(f"{url}/class/2")
    pupil.wait_for_selector("#text[role=group]")
    for paragraph, question in marks:
        pupil.locator("#text p").nth(paragraph).click(position={"x": 60, "y": 12})
        pupil.locator("#picker [data-question]").nth(question).click()
        pupil.get_by_role("button", name="Done").click()
    pupil.get_by_text("All marks are saved.").wait_for()
    own.close()


if __name__ == "__main__":
    main()
