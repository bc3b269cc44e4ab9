"""How much of an article the extension finds: `python -m tests.browser.extraction DATA`.

DATA holds copies of mozilla/readability (`test/test-pages`) and of
scrapinghub/article-extraction-benchmark (`html`, `ground-truth.json`), in folders
named `readability` and `article-extraction-benchmark`; nothing of them is committed.

Each page is opened in a real Chromium, its own scripts off and the network shut, and
read by the extension's own files and by Readability alone. Words are counted as a bag;
F1 is the mean over the pages. Readability's pages hold what Readability itself keeps,
captions included, which the extension leaves out on purpose: so they are scored with
captions and without.
"""

import gzip
import json
import re
import shutil
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from bs4 import BeautifulSoup
from playwright.sync_api import BrowserContext, Page, Route, sync_playwright

ROOT = Path(__file__).parents[2]
LIBRARY = ROOT / "node_modules" / "@mozilla" / "readability" / "Readability.js"
BLOCKS = (
    "address article aside blockquote br center dd div dl dt fieldset figcaption "
    "figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section "
    "table tbody td th thead tr ul"
).split()

ALONE = """() => { %s
  const found = new Readability(document.cloneNode(true)).parse();
  return found ? found.content : ''; }"""
OURS = """() => { %s
  const {element, texts} = Story.find();
  const {text, pieces} = TextMap.read(element, texts);
  const shown = ({start, end, node, at}) => node.data.slice(at, at + end - start);
  const same = (a, b) => a.toWellFormed().replace(/\\s/g, ' ') === b;
  const astray = pieces.filter(
    (piece) => !piece.node.isConnected || !same(shown(piece), text.slice(piece.start, piece.end)));
  return {text, astray: astray.length}; }"""


@dataclass(frozen=True)
class Sample:
    """A page and the text that a person (or Readability) holds to be its article."""

    url: str
    html: str
    text: str


def main() -> None:
    """Print a row for each set of pages and each way of reading them."""
    data = Path(sys.argv[1])
    sets = {
        "article-extraction-benchmark": list(benchmark(data)),
        "Readability's pages": list(readabilitys(data, captions=True)),
        "Readability's pages, no captions": list(readabilitys(data, captions=False)),
    }
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox"]
        )
        context = browser.new_context(java_script_enabled=False)
        for name, samples in sets.items():
            report(name, samples, context)
        browser.close()


def report(name: str, samples: list[Sample], context: BrowserContext) -> None:
    """Print the figures of one set."""
    ours, alone, astray = [], [], 0
    for sample in samples:
        page = opened(context, sample)
        found = page.evaluate(OURS % scripts())
        astray += found["astray"]
        ours.append(scores(found["text"], sample.text))
        html = page.evaluate(ALONE % LIBRARY.read_text(encoding="utf-8"))
        alone.append(scores(text_of(html, captions=True), sample.text))
        page.close()
    for who, rows in (("Sidelight", ours), ("Readability alone", alone)):
        p, r, f = (sum(column) / len(rows) for column in zip(*rows, strict=True))
        sys.stdout.write(
            f"{name:34} {who:18} pages {len(rows):3}  P {p:.3f} R {r:.3f} F1 {f:.3f}\n"
        )
    sys.stdout.write(f"{'':34} stretches that do not map back: {astray}\n")


def scripts() -> str:
    """Return what the extension puts into a page to find its article."""
    names = ["page/text-map", "page/story", "choice/choice"]
    files = [LIBRARY, *(ROOT / "extension" / f"{name}.js" for name in names)]
    return "\n".join(path.read_text(encoding="utf-8") for path in files)


def opened(context: BrowserContext, sample: Sample) -> Page:
    """Open a page at its own address, with nothing else to be had."""

    def serve(route: Route) -> None:
        if (
            route.request.is_navigation_request()
            and not route.request.frame.parent_frame
        ):
            route.fulfill(body=sample.html, content_type="text/html; charset=utf-8")
        else:
            route.abort()

    page = context.new_page()
    page.route("**/*", serve)
    page.goto(sample.url, wait_until="domcontentloaded")
    return page


def benchmark(data: Path) -> Iterator[Sample]:
    """Yield the pages of the article extraction benchmark."""
    folder = data / "article-extraction-benchmark"
    truth = json.loads((folder / "ground-truth.json").read_bytes())
    for key, fields in truth.items():
        path = folder / "html" / f"{key}.html.gz"
        html = gzip.decompress(path.read_bytes()).decode("utf-8", "replace")
        yield Sample(fields["url"], html, fields["articleBody"])


def readabilitys(data: Path, *, captions: bool) -> Iterator[Sample]:
    """Yield Readability's own test pages."""
    for folder in sorted((data / "readability" / "test" / "test-pages").iterdir()):
        html = (folder / "source.html").read_text(encoding="utf-8", errors="replace")
        expected = (folder / "expected.html").read_text(encoding="utf-8")
        text = text_of(expected, captions=captions)
        yield Sample("http://fakehost/test/page.html", html, text)


def text_of(html: str, *, captions: bool) -> str:
    """Return the words of markup, blocks apart."""
    soup = BeautifulSoup(html, "lxml")
    if not captions:
        for caption in soup.find_all("figcaption"):
            caption.decompose()
    for block in soup.find_all(BLOCKS):
        block.insert_before(" ")
        block.append(" ")
    return soup.get_text()


def scores(found: str, wanted: str) -> tuple[float, float, float]:
    """Return precision, recall and F1 over words as a bag."""
    some, others = words(found), words(wanted)
    if not some and not others:
        return 1.0, 1.0, 1.0
    common = sum((some & others).values())
    p = common / max(1, some.total())
    r = common / max(1, others.total())
    return p, r, 2 * p * r / (p + r) if common else 0.0


def words(text: str) -> Counter[str]:
    """Return how often each word stands in a text."""
    return Counter(re.findall(r"\w+", text.lower()))


if __name__ == "__main__":
    main()
