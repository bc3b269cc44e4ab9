"""What a reader does and sees, done in a real Chromium through the DevTools protocol.

The cards stand in a closed shadow tree: they are seen as a screen reader sees them,
through the accessibility tree, and pressed with the mouse where they are.
"""

import shutil
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self, TypeVar
from weakref import WeakKeyDictionary

from playwright.sync_api import BrowserContext, Page, Playwright, Worker

from tests.browser.site import Site

EXTENSION = Path(__file__).parents[2] / "extension"
PATIENCE = 20.0  # Machines are busy.
HOST = "sidelight-notes"

T = TypeVar("T")


def wait_for(look: Callable[[], T | None], what: str, patience: float = PATIENCE) -> T:
    """Look again and again until there is something; say `what` was missed."""
    end = time.monotonic() + patience
    while True:
        if seen := look():
            return seen
        assert time.monotonic() < end, f"waited in vain for {what}"
        time.sleep(0.02)


FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


@contextmanager
def launched(
    playwright: Playwright,
    profile: Path,
    site: Site,
    scale: int = 1,
    extension: Path = EXTENSION,
) -> Iterator[BrowserContext]:
    """Start Chromium with Sidelight in it.

    It takes `http://news.example` for the site, and `https://desk.example:PORT` for a
    service on this machine, whoever vouches for it; `scale` is device pixels to one of CSS.
    The page that opens after the installation is closed.
    """
    for attempt in range(6):
        context = _started(playwright, profile / str(attempt), site, scale, extension)
        welcome(context).close()
        # Started with an extension, Chromium sometimes comes up without its messages.
        if worker(context).evaluate("chrome.i18n.getMessage('name')"):
            break
        context.close()
    yield context
    context.close()


def _started(
    playwright: Playwright, profile: Path, site: Site, scale: int, extension: Path
) -> BrowserContext:
    ours = f"MAP *.example 127.0.0.1:{site.port}"
    context = playwright.chromium.launch_persistent_context(
        profile,
        executable_path=shutil.which("chromium"),
        headless=True,
        viewport={"width": 1280, "height": 800},
        ignore_default_args=["--disable-extensions"],
        args=[
            *FLAGS,
            f"--disable-extensions-except={extension}",
            f"--load-extension={extension}",
            "--ignore-certificate-errors",
            f"--host-resolver-rules=MAP desk.example 127.0.0.1, {ours}",
        ],
        device_scale_factor=scale,
    )
    context.set_default_timeout(PATIENCE * 1000)
    extension_id(context)
    return context


def welcome(context: BrowserContext) -> Page:
    """Return the page that opens once Sidelight is installed."""
    background = worker(context)

    def look() -> Page | None:
        background.evaluate("0")  # lets Playwright hear of new pages
        return next((p for p in context.pages if "/welcome/" in p.url), None)

    return wait_for(look, "the first page")


def own_page(context: BrowserContext, path: str) -> Page:
    """Open one of Sidelight's own pages, such as "options/options.html"."""
    page = context.new_page()
    page.goto(worker(context).url.removesuffix("background.js") + path)
    return page


def worker(context: BrowserContext) -> Worker:
    """Return the extension's background worker, once it runs."""
    if context.service_workers:
        return context.service_workers[0]
    return context.wait_for_event("serviceworker")


def extension_id(context: BrowserContext) -> str:
    """Return the name that this browser gave Sidelight, whether its worker runs or not."""
    if context not in _ids:
        _ids[context] = worker(context).url.split("/")[2]
    return _ids[context]


_ids: WeakKeyDictionary[BrowserContext, str] = WeakKeyDictionary()


def stop_worker(context: BrowserContext) -> None:
    """Stop the background worker, as the browser does when it is idle."""
    assert context.browser
    session = context.browser.new_browser_cdp_session()
    name = extension_id(context)
    for target in session.send("Target.getTargets")["targetInfos"]:
        if target["type"] == "service_worker" and name in target["url"]:
            session.send("Target.closeTarget", {"targetId": target["targetId"]})
    session.detach()


def point_at(context: BrowserContext, server: str) -> None:
    """Set the service that the extension asks; the reader has seen what is sent."""
    worker(context).evaluate(
        """async (server) => {
          await chrome.storage.local.clear();
          await chrome.storage.local.set({server, seen: true});
        }""",
        server.rstrip("/"),
    )


def ask_for_every_check(context: BrowserContext) -> None:
    """Tick it in the options: also the checks that have not earned their place."""
    worker(context).evaluate("() => chrome.storage.local.set({early: true})")


def click_toolbar(page: Page) -> None:
    """Click Sidelight's button for this page, as a reader does.

    The browser sometimes takes the click before it has granted the page to the
    extension, and then nothing happens: it is clicked again.
    """
    shown = is_shown(page)
    for _ in range(4):
        trigger(page)
        end = time.monotonic() + 2
        while time.monotonic() < end:
            if is_shown(page) != shown:
                return
            time.sleep(0.01)
    msg = "the toolbar button did nothing"
    raise AssertionError(msg)


def trigger(page: Page) -> None:
    """Click the button once: a real click, which grants the page to Sidelight."""
    assert page.context.browser
    session = page.context.browser.new_browser_cdp_session()
    tabs = session.send(
        "Target.getTargets", {"filter": [{"type": "tab", "exclude": False}]}
    )["targetInfos"]
    (tab,) = [tab for tab in tabs if tab["url"] == page.url]
    session.send(
        "Extensions.triggerAction",
        {"id": extension_id(page.context), "targetId": tab["targetId"]},
    )
    session.detach()


def badge(page: Page) -> str:
    """Return what the button says for the page that is in front."""
    said = worker(page.context).evaluate(
        """async () => {
          const [tab] = await chrome.tabs.query({active: true});
          return chrome.action.getBadgeText({tabId: tab.id});
        }"""
    )
    return str(said)


def is_shown(page: Page) -> bool:
    """Tell whether Sidelight shows anything on this page."""
    return bool(page.evaluate(f"document.querySelector('{HOST}') !== null"))


def panel(page: Page) -> Page:
    """Open the panel of the page that is in front, in a tab of its own."""
    tab = worker(page.context).evaluate(
        "async () => (await chrome.tabs.query({active: true}))[0].id"
    )
    opened = page.context.new_page()
    home = worker(page.context).url.removesuffix("background.js")
    opened.goto(f"{home}panel/panel.html?tab={tab}")
    page.bring_to_front()
    return opened


def highlighted_strings(page: Page) -> dict[str, list[str]]:
    """Return what is underlined, by family, in the order of the notes."""
    found: list[tuple[str, str]] = page.evaluate(
        """() => [...CSS.highlights]
            .filter(([name]) => name.startsWith('sidelight-'))
            .filter(([name]) => name !== 'sidelight-open')
            .flatMap(([name, ranges]) =>
              [...ranges].map((range) => [name, range.toString()]))"""
    )
    strings: dict[str, list[str]] = {}
    for name, string in found:
        strings.setdefault(name.removeprefix("sidelight-"), []).append(
            " ".join(string.split())
        )
    return strings


def watch_mutations(page: Page) -> None:
    """Begin to count every change of the page's DOM."""
    page.evaluate(
        """() => {
          window.changes = [];
          new MutationObserver((records) => {
            for (const {type, target, addedNodes} of records) {
              const added = [...addedNodes].map((node) => node.localName).join();
              window.changes.push(`${type} of ${target.localName}: ${added}`);
            }
          }).observe(document, {
            subtree: true, childList: true, attributes: true, characterData: true,
          });
        }"""
    )


def mutations(page: Page) -> list[str]:
    """Return the changes of the page's DOM since they were watched."""
    return list(page.evaluate("window.changes"))


def with_open_shell(page: Page) -> None:
    """Let the page see into the closed shadow tree of the cards: for axe-core alone."""
    session = page.context.new_cdp_session(page)
    root = session.send("DOM.getDocument", {"depth": -1, "pierce": True})["root"]
    below = [root]
    for node in below:
        below += node.get("children", [])
        if node["localName"] == HOST:
            (shadow,) = node["shadowRoots"]
            ids = [node["backendNodeId"], shadow["backendNodeId"]]
    host, tree = (
        session.send("DOM.resolveNode", {"backendNodeId": one})["object"]["objectId"]
        for one in ids
    )
    session.send(
        "Runtime.callFunctionOn",
        {
            "objectId": host,
            "functionDeclaration": """function (value) {
              Object.defineProperty(this, 'shadowRoot', {value});
            }""",
            "arguments": [{"objectId": tree}],
        },
    )
    session.detach()


@dataclass(frozen=True)
class Seen:
    """One of Sidelight's cards as a screen reader has it.

    `name` is the dialog's; `text` all of its words, a line for each; `links` leads
    from their words to where they lead; `buttons` are their names, in order.
    """

    name: str
    text: str
    links: dict[str, str]
    buttons: list[str]
    quotations: list[str]
    focused: bool


def cards(page: Page) -> list[Seen]:
    """Return the cards that are open, the status card first."""
    with _Tree(page) as tree:
        return [tree.card(node) for node in tree.all("dialog")]


def status(page: Page, *, holding: str = "", patience: float = PATIENCE) -> Seen:
    """Return the status card, once it says something that holds these words."""

    def look() -> Seen | None:
        found = [seen for seen in cards(page) if seen.name == "Sidelight"]
        return found[0] if found and holding in found[0].text else None

    return wait_for(look, f"a status card with “{holding}”", patience)


def card(page: Page) -> Seen:
    """Return the open card of a passage, once there is one."""

    def look() -> Seen | None:
        return next((seen for seen in cards(page) if seen.name != "Sidelight"), None)

    return wait_for(look, "a card")


def has_card(page: Page) -> bool:
    """Tell whether a passage's card is open."""
    return any(seen.name != "Sidelight" for seen in cards(page))


def press(page: Page, name: str) -> None:
    """Press the button (or summary) of a card by its name, with the mouse."""
    with _Tree(page) as tree:
        for role in ("button", "DisclosureTriangle"):
            for node in tree.all(role):
                if tree.name(node).startswith(name):
                    page.mouse.click(*tree.middle(node))
                    return
    msg = f"there is no button “{name}”"
    raise AssertionError(msg)


def boxes(page: Page) -> dict[str, tuple[float, float, float, float]]:
    """Return where each card is, by its name: left, top, right, bottom."""
    with _Tree(page) as tree:
        return {tree.name(node): tree.box(node) for node in tree.all("dialog")}


def passage_box(page: Page, words: str) -> tuple[float, float, float, float]:
    """Return where a highlighted passage is: left, top, right, bottom."""
    box = page.evaluate(
        """(words) => {
          for (const [, ranges] of CSS.highlights) for (const range of ranges) {
            if (range.toString().replace(/\\s+/g, ' ') === words) {
              const {left, top, right, bottom} = range.getBoundingClientRect();
              return [left, top, right, bottom];
            }
          }
        }""",
        words,
    )
    assert box, f"“{words}” is not highlighted"
    return tuple(box)


def click_passage(page: Page, words: str) -> None:
    """Click a highlighted passage, on the first of its lines."""
    page.evaluate(
        """(words) => {
          for (const [, ranges] of CSS.highlights) for (const range of ranges) {
            if (range.toString().replace(/\\s+/g, ' ') === words) {
              range.startContainer.parentElement.scrollIntoView({block: 'center'});
            }
          }
        }""",
        words,
    )
    left, top, *_ = page.evaluate(
        """(words) => {
          for (const [, ranges] of CSS.highlights) for (const range of ranges) {
            if (range.toString().replace(/\\s+/g, ' ') === words) {
              const [first] = range.getClientRects();
              return [first.left + first.width / 2, first.top + first.height / 2];
            }
          }
        }""",
        words,
    )
    page.mouse.click(left, top)


class _Tree:
    """The page's accessibility tree, and the way from a node to the screen."""

    def __init__(self, page: Page) -> None:
        self._session = page.context.new_cdp_session(page)

    def __enter__(self) -> Self:
        nodes = self._session.send("Accessibility.getFullAXTree")["nodes"]
        self._nodes: dict[str, dict[str, Any]] = {n["nodeId"]: n for n in nodes}
        return self

    def __exit__(self, *_: object) -> None:
        self._session.detach()

    def all(self, role: str) -> list[dict[str, Any]]:
        return [n for n in self._nodes.values() if self.role(n) == role]

    @staticmethod
    def role(node: dict[str, Any]) -> str:
        return "" if node["ignored"] else str(node.get("role", {}).get("value", ""))

    @staticmethod
    def name(node: dict[str, Any]) -> str:
        return str(node.get("name", {}).get("value", ""))

    @staticmethod
    def trait(node: dict[str, Any], name: str) -> object:
        for trait in node.get("properties", ()):
            if trait["name"] == name:
                return trait["value"].get("value")
        return None

    def below(self, node: dict[str, Any]) -> Iterator[dict[str, Any]]:
        for child_id in node.get("childIds", ()):
            if child := self._nodes.get(child_id):
                yield child
                yield from self.below(child)

    def words(self, node: dict[str, Any]) -> list[str]:
        return [self.name(n) for n in self.below(node) if self.role(n) == "StaticText"]

    def card(self, node: dict[str, Any]) -> Seen:
        below = list(self.below(node))
        return Seen(
            name=self.name(node),
            text="\n".join(self.words(node)),
            links={
                self.name(n): str(self.trait(n, "url"))
                for n in below
                if self.role(n) == "link"
            },
            buttons=[self.name(n) for n in below if self.role(n) == "button"],
            quotations=[
                "".join(self.words(n)) for n in below if self.role(n) == "blockquote"
            ],
            focused=bool(self.trait(node, "focused")),
        )

    def box(self, node: dict[str, Any]) -> tuple[float, float, float, float]:
        quad = self._session.send(
            "DOM.getBoxModel", {"backendNodeId": node["backendDOMNodeId"]}
        )["model"]["border"]
        return quad[0], quad[1], quad[4], quad[5]

    def middle(self, node: dict[str, Any]) -> tuple[float, float]:
        self._session.send(
            "DOM.scrollIntoViewIfNeeded", {"backendNodeId": node["backendDOMNodeId"]}
        )
        left, top, right, bottom = self.box(node)
        return (left + right) / 2, (top + bottom) / 2
