"""What the extension costs a page: `python -m tests.browser.timings [--write]`.

In a real Chromium, on a page of 2,000 words, as fast as the machine is and with its
processor throttled to a fourth: from the click to the busy card and to the notes; and
100 marks by the Highlight API, side by side with wrapping the same words in `<mark>`.
`--write` puts the figures into docs/performance-extension.md. The counts are held by tests; the
times are this machine's.
"""

import re
import sys
import tempfile
import time
from pathlib import Path
from statistics import median
from typing import Any

from playwright.sync_api import BrowserContext, CDPSession, sync_playwright

from tests.browser.driver import (
    EXTENSION,
    click_toolbar,
    launched,
    point_at,
    status,
    trigger,
    wait_for,
)
from tests.browser.made_pages import SENTENCES, paragraphs
from tests.browser.made_pages import page as made_page
from tests.browser.site import Site
from tests.browser.stub_service import StubNote, StubService

ROOT = Path(__file__).parents[2]
WRITTEN = ROOT / "docs" / "performance-extension.md"
THROTTLES = (1, 4)
RUNS = 7
A_WHILE = 60.0
PARAGRAPHS = 36  # Of some 56 words each.
STORY = [f"{one} {SENTENCES[0]}" for one in paragraphs(PARAGRAPHS)]
SOURCES = {
    "named": made_page(
        f"<h1>Ferry</h1><div itemprop=articleBody><p>{'</p><p>'.join(STORY)}</p></div>"
    ),
    "chosen": made_page(STORY),
}
WHERE = {
    "named": "the page names its article's body",
    "chosen": "Readability chooses it",
}

PREPARE = """() => {
  window.longest = 0;
  new PerformanceObserver((list) => {
    for (const {duration} of list.getEntries()) longest = Math.max(longest, duration);
  }).observe({type: 'longtask'});
  new MutationObserver(() => {
    if (!window.busy && document.querySelector('sidelight-notes')) {
      requestAnimationFrame(() => setTimeout(() => { window.busy = Date.now(); }));
    }
  }).observe(document.documentElement, {childList: true});
}"""

MARKING = """([notes, wrapped]) => { %s
  const page = Places.read(Story.find());
  const {placed} = Places.find(notes, page, page.mapped.text);
  const ranges = placed.flatMap((one) => one.ranges);
  document.body.offsetHeight;
  const seen = new MutationObserver(() => undefined);
  seen.observe(document, {subtree: true, childList: true, attributes: true, characterData: true});
  const before = performance.now();
  if (wrapped) {
    for (const range of ranges.reverse()) range.surroundContents(document.createElement('mark'));
  } else Marks.paint(placed, '::highlight(sidelight-wording) { text-decoration: underline }', []);
  document.body.offsetHeight;
  return [performance.now() - before, seen.takeRecords().length]; }"""

READING = """() => { %s
  document.body.offsetHeight;
  const before = performance.now();
  Places.read(Story.find());
  return [performance.now() - before, 0]; }"""


def main() -> None:
    """Print the figures, or write them down."""
    with (
        Site() as site,
        tempfile.TemporaryDirectory() as profile,
        sync_playwright() as playwright,
        launched(playwright, Path(profile), site) as context,
        StubService() as service,
    ):
        point_at(context, service.url)
        site.made |= SOURCES
        service.notes = [StubNote(f"In part {n} of") for n in range(1, 31)]
        warm(context)
        text = "\n".join([*clicks(context), "", *marks(context)])
    if "--write" in sys.argv:
        head, _, tail = WRITTEN.read_text(encoding="utf-8").partition(BEGIN)
        tail = tail.partition(END)[2]
        WRITTEN.write_text(f"{head}{BEGIN}\n{text}\n{END}{tail}", encoding="utf-8")
    else:
        sys.stdout.write(f"{text}\n")


BEGIN, END = "<!-- measured -->", "<!-- /measured -->"


def warm(context: BrowserContext) -> None:
    """Click once before anything is measured: the worker has started then."""
    page = context.new_page()
    page.goto("http://news.example/named")
    page.bring_to_front()
    click_toolbar(page)
    status(page, holding="30 notes", patience=A_WHILE)
    page.close()


def clicks(context: BrowserContext) -> list[str]:
    """Return a table: from the click on."""
    rows = [
        "| Where | processor | click to busy card | longest task | all work | layouts |",
        "| --- | --- | --- | --- | --- | --- |",
    ]
    for name, where in WHERE.items():
        for throttle in THROTTLES:
            runs = [one_click(context, name, throttle) for _ in range(RUNS)]
            busy, longest, work, layouts = (
                median(column) for column in zip(*runs, strict=True)
            )
            rows.append(
                f"| {where} | {throttle}x | {busy:.0f} ms | "
                f"{f'{longest:.0f} ms' if longest else 'under 50 ms'} | {work:.0f} ms |"
                f" {layouts:.0f} |"
            )
    return rows


def one_click(
    context: BrowserContext, name: str, throttle: int
) -> tuple[float, float, float, float]:
    """Return what one click costs: times in milliseconds, and layouts."""
    page = context.new_page()
    page.goto(f"http://news.example/{name}")
    page.bring_to_front()
    click_toolbar(page)  # Granted from now on: no click is lost.
    status(page, holding="30 notes", patience=A_WHILE)
    click_toolbar(page)
    page.reload()
    page.evaluate(PREPARE)
    session = context.new_cdp_session(page)
    session.send("Performance.enable")
    session.send("Emulation.setCPUThrottlingRate", {"rate": throttle})
    before = metrics(session)
    clicked = time.time() * 1000
    trigger(page)
    busy = wait_for(lambda: page.evaluate("window.busy"), "the card", A_WHILE)
    wait_for(lambda: page.evaluate("CSS.highlights.size"), "the marks", A_WHILE)
    page.wait_for_timeout(200)
    after = metrics(session)
    longest = page.evaluate("longest")
    page.close()
    return (
        busy - clicked,
        longest,
        1000 * (after["TaskDuration"] - before["TaskDuration"]),
        after["LayoutCount"] - before["LayoutCount"],
    )


def metrics(session: CDPSession) -> dict[str, float]:
    """Return what Chromium counts of a page."""
    found = session.send("Performance.getMetrics")["metrics"]
    return {one["name"]: one["value"] for one in found}


def marks(context: BrowserContext) -> list[str]:
    """Return a table: 100 marks in either way."""
    rows = [
        "| On a page of 2,000 words | processor | time | changes of the DOM | layouts |",
        "| --- | --- | --- | --- | --- |",
    ]
    ways = {
        "reading it": (READING, False),
        "100 marks by the Highlight API: **in use**": (MARKING, False),
        "100 marks in `<mark>`": (MARKING, True),
    }
    for throttle in THROTTLES:
        for way, (script, wrapped) in ways.items():
            runs = [one_look(context, throttle, script, wrapped) for _ in range(RUNS)]
            took, changes, layouts = (median(c) for c in zip(*runs, strict=True))
            rows.append(
                f"| {way} | {throttle}x | {took:.1f} ms | {changes:.0f} | {layouts:.0f} |"
            )
    return rows


def one_look(
    context: BrowserContext,
    throttle: int,
    script: str,
    wrapped: bool,  # noqa: FBT001 - a row's
) -> tuple[float, float, float]:
    """Return what a script costs: milliseconds, changes of the DOM, and layouts."""
    page = context.new_page()
    page.goto("http://news.example/named")
    page.bring_to_front()
    session = context.new_cdp_session(page)
    session.send("Performance.enable")
    page.evaluate("document.body.offsetHeight")
    session.send("Emulation.setCPUThrottlingRate", {"rate": throttle})
    before = metrics(session)
    took, changes = page.evaluate(script % scripts(), [notes(), wrapped])
    after = metrics(session)
    page.close()
    return took, changes, after["LayoutCount"] - before["LayoutCount"]


def scripts() -> str:
    """Return what the extension puts into a page to read it and to mark it."""
    names = ["code-points", "anchor", "text-map", "story", "facts", "marks", "places"]
    files = [EXTENSION / "page" / f"{name}.js" for name in names]
    return "\n".join(path.read_text(encoding="utf-8") for path in files)


def notes() -> list[dict[str, Any]]:
    """Return 100 notes on single words, evenly over the story."""
    text = "\n\n".join(STORY)
    words = list(re.finditer(r"\w+", text))
    return [
        {
            "family": "wording",
            "part": "text",
            "check": "some-check",
            "span": {"start": word.start(), "end": word.end()},
            "quote": {"exact": word[0]},
        }
        for word in words[5 :: len(words) // 100][:100]
    ]


if __name__ == "__main__":
    main()
