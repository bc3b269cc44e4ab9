"""A real Firefox, driven by WebDriver BiDi (https://w3c.github.io/webdriver-bidi/).

No geckodriver stands between: Firefox speaks the protocol on a WebSocket itself. Its
chrome scope, which is open to a browser started for tests, presses the toolbar's
button as the mouse does.
"""

import json
import re
import shutil
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from threading import Thread
from typing import IO, Any

from websockets.sync.client import connect
from websockets.sync.connection import Connection

from sidelight import packing
from sidelight.packaged import extension_folder
from tests.browser.driver import HOST, PATIENCE, wait_for
from tests.browser.site import Site

# The first with `text-decoration` in `::highlight()`; the manifest asks for it too.
LEAST_VERSION = 149

# The site's name leads to this machine, and Firefox itself asks nobody anything; what
# an extension asks for in the turn of a click it is given.
PREFERENCES = """
user_pref("network.dns.localDomains", "news.example,desk.example");
user_pref("remote.prefs.recommended", true);
user_pref("dom.security.https_first", false);
user_pref("browser.startup.homepage_override.mstone", "ignore");
user_pref("extensions.webextOptionalPermissionPrompts", false);
"""

STARTS_IN = 60.0

WATCH = """(() => {
  window.changes = [];
  window.complaints = [];
  addEventListener('securitypolicyviolation', (event) => {
    complaints.push(event.violatedDirective);
  });
  new MutationObserver((records) => {
    for (const {type, target, addedNodes} of records) {
      const added = [...addedNodes].map((node) => node.localName).join();
      changes.push(`${type} of ${target.localName}: ${added}`);
    }
  }).observe(document, {
    subtree: true, childList: true, attributes: true, characterData: true,
  });
})()"""


def installed() -> str:
    """Return the path of a Firefox that is new enough; an empty string for none."""
    for name in ("firefox-esr", "firefox"):
        if path := shutil.which(name):
            said = subprocess.run(
                [path, "--version"], capture_output=True, text=True, check=False
            ).stdout
            version = re.search(r"(\d+)\.", said)
            if version and int(version[1]) >= LEAST_VERSION:
                return path
    return ""


@contextmanager
def launched_firefox(profile: Path, site: Site) -> Iterator["Firefox"]:
    """Start Firefox with Sidelight in it, as it is packed for Firefox."""
    (profile / "user.js").write_text(PREFERENCES)
    packed = profile / "sidelight-packed"
    packing.write_folder(extension_folder(), packed, "firefox")
    how = ("--headless", "--no-remote", "--remote-allow-system-access")
    process = subprocess.Popen(
        [installed(), *how, "--profile", profile, "--remote-debugging-port", "0"],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        assert process.stderr
        address = _address(process.stderr)
        with connect(f"{address}/session", max_size=None, proxy=None) as socket:
            yield Firefox(_Session(socket), site, packed)
    finally:
        process.terminate()
        process.wait(timeout=30)


def _address(said: IO[str]) -> str:
    """Return where Firefox listens, once it says so; read on, lest it wait for us."""
    heard: list[str] = []

    def listen() -> None:
        with said:
            heard.extend(iter(said.readline, ""))

    Thread(target=listen, daemon=True).start()

    def look() -> str:
        found = re.search(r"WebDriver BiDi listening on (\S+)", "".join(heard))
        return found[1] if found else ""

    return wait_for(look, "Firefox to listen", STARTS_IN)


class _Session:
    """Commands of WebDriver BiDi, one at a time."""

    def __init__(self, socket: Connection) -> None:
        self._socket = socket
        self._ids = count(1)
        insecure = {"acceptInsecureCerts": True}
        self.send("session.new", capabilities={"alwaysMatch": insecure})

    def send(self, method: str, **parameters: object) -> dict[str, Any]:
        number = next(self._ids)
        self._socket.send(
            json.dumps({"id": number, "method": method, "params": parameters})
        )
        while True:
            answer = json.loads(self._socket.recv(timeout=STARTS_IN))
            if answer.get("id") == number:
                assert answer["type"] == "success", f"{method}: {answer['message']}"
                result: dict[str, Any] = answer["result"]
                return result

    def evaluate(self, context: str, expression: str) -> Any:  # noqa: ANN401 - JSON
        """Return the value of an expression, which must be JSON's."""
        answer = self.send(
            "script.evaluate",
            expression=f"(async () => JSON.stringify(await ({expression})))()",
            target={"context": context},
            awaitPromise=True,
            userActivation=False,
        )
        return self._read(answer)

    def call(self, context: str, function: str, *shared: str) -> Any:  # noqa: ANN401
        """Return what a function gives on nodes, told by their shared ids."""
        answer = self.send(
            "script.callFunction",
            functionDeclaration=f"async (...nodes) => JSON.stringify(await ({function})(...nodes))",
            arguments=[{"sharedId": one} for one in shared],
            target={"context": context},
            awaitPromise=True,
        )
        return self._read(answer)

    @staticmethod
    def _read(answer: dict[str, Any]) -> Any:  # noqa: ANN401
        assert answer["type"] == "success", answer["exceptionDetails"]["text"]
        value = answer["result"].get("value")
        return json.loads(value) if value is not None else None


class Firefox:
    """The browser, with Sidelight in it."""

    def __init__(self, session: _Session, site: Site, packed: Path) -> None:
        self._session = session
        self._site = site
        where = {"type": "path", "path": str(packed)}
        self._id = session.send("webExtension.install", extensionData=where)[
            "extension"
        ]
        name = self._in_chrome(
            f"WebExtensionPolicy.getByID('{self._id}').mozExtensionHostname"
        )
        self.home = f"moz-extension://{name}/"

    def _in_chrome(self, expression: str) -> Any:  # noqa: ANN401
        """Return the value of an expression in the browser's own window."""
        tree = self._session.send(
            "browsingContext.getTree", **{"moz:scope": "chrome", "maxDepth": 0}
        )
        return self._session.evaluate(tree["contexts"][0]["context"], expression)

    def open(self, address: str) -> "Tab":
        """Open an address in a tab of its own, in front."""
        context = self._session.send("browsingContext.create", type="tab")["context"]
        tab = Tab(self, self._session, context)
        tab.go(address)
        return tab

    def open_page(self, name: str) -> "Tab":
        """Open a page of the site."""
        return self.open(f"http://news.example:{self._site.port}/{name}")

    def point_at(self, server: str) -> None:
        """Set the service that the extension asks."""
        page = self.open(f"{self.home}panel/panel.html")
        stored = json.dumps({"seen": True, "server": server})
        page.evaluate(
            f"browser.storage.local.clear().then(() => browser.storage.local.set({stored}))"
        )
        page.close()

    def press_button(self) -> None:
        """Press Sidelight's button for the tab in front: a real click, for Firefox."""
        self._in_chrome(
            f"""(() => {{
              const {{ExtensionParent}} = ChromeUtils.importESModule(
                'resource://gre/modules/ExtensionParent.sys.mjs');
              const {{extension}} = WebExtensionPolicy.getByID('{self._id}');
              const {{browserActionFor}} = ExtensionParent.apiManager.global;
              return browserActionFor(extension).triggerAction(window);
            }})()"""
        )

    def badge(self) -> str:
        """Return what the button says for the tab in front."""
        said = self._in_chrome(
            f"""(() => {{
              const {{ExtensionParent}} = ChromeUtils.importESModule(
                'resource://gre/modules/ExtensionParent.sys.mjs');
              const {{extension}} = WebExtensionPolicy.getByID('{self._id}');
              const {{browserActionFor}} = ExtensionParent.apiManager.global;
              return browserActionFor(extension).action
                .getProperty(gBrowser.selectedTab, 'badgeText') ?? '';
            }})()"""
        )
        return str(said)

    def stop_background(self) -> None:
        """Stop the background page, as the browser does when it is idle."""
        self._in_chrome(
            f"""WebExtensionPolicy.getByID('{self._id}').extension
              .terminateBackground({{ignoreDevToolsAttached: true}})"""
        )

    def press_keys(self, key: str, *, alt: bool) -> None:
        """Press keys, as Firefox itself hears them."""
        self._in_chrome(
            f"""(() => {{
              const keys = Cc['@mozilla.org/text-input-processor;1']
                .createInstance(Ci.nsITextInputProcessor);
              keys.beginInputTransactionForTests(window);
              const alt = new KeyboardEvent('', {{key: 'Alt', code: 'AltLeft'}});
              const key = new KeyboardEvent('', {{
                key: '{key}', code: 'Key{key.upper()}', keyCode: {ord(key.upper())},
              }});
              if ({json.dumps(alt)}) keys.keydown(alt);
              keys.keydown(key);
              keys.keyup(key);
              if ({json.dumps(alt)}) keys.keyup(alt);
            }})()"""
        )

    def choose_in_menu(self, line: str) -> None:
        """Choose a line of the page's menu, which is open or about to be."""

        def look() -> bool:
            chosen = self._in_chrome(
                f"""(() => {{
                  const menu = document.getElementById('contentAreaContextMenu');
                  const line = [...menu.querySelectorAll('menuitem')]
                    .find((one) => one.label === {json.dumps(line)});
                  if (menu.state !== 'open' || !line) return false;
                  menu.activateItem(line);
                  return true;
                }})()"""
            )
            return bool(chosen)

        wait_for(look, f"the line “{line}”")

    def tab_number(self) -> int:
        """Return the number that extensions know the tab in front by."""
        number = self._in_chrome(
            f"""WebExtensionPolicy.getByID('{self._id}').extension
              .tabManager.getWrapper(gBrowser.selectedTab).id"""
        )
        return int(number)


@dataclass(frozen=True)
class Tab:
    """One tab, and what a reader does in it."""

    firefox: Firefox
    session: _Session
    context: str

    def go(self, address: str) -> None:
        """Open an address here, and wait until it is loaded."""
        self.session.send(
            "browsingContext.navigate",
            context=self.context,
            url=address,
            wait="complete",
        )

    def to_front(self) -> None:
        """Look at this tab."""
        self.session.send("browsingContext.activate", context=self.context)

    def close(self) -> None:
        """Close it."""
        self.session.send("browsingContext.close", context=self.context)

    def evaluate(self, expression: str) -> Any:  # noqa: ANN401
        """Return the value of an expression in the page."""
        return self.session.evaluate(self.context, expression)

    def is_shown(self) -> bool:
        """Tell whether Sidelight shows anything on this page."""
        return bool(self.evaluate(f"document.querySelector('{HOST}') !== null"))

    def click_toolbar(self) -> None:
        """Click Sidelight's button for this page, as a reader does."""
        self.to_front()
        shown = self.is_shown()
        self.firefox.press_button()
        wait_for(lambda: self.is_shown() != shown, "the toolbar button to do its work")

    def click(self, left: float, top: float, button: int = 0) -> None:
        """Click at a point of the viewport; the button 2 opens the menu there."""
        move = {"type": "pointerMove", "x": round(left), "y": round(top)}
        buttons = [
            {"type": f"pointer{way}", "button": button} for way in ("Down", "Up")
        ]
        mouse = {"type": "pointer", "id": "mouse", "actions": [move, *buttons]}
        self.session.send("input.performActions", context=self.context, actions=[mouse])

    def highlighted_strings(self) -> dict[str, list[str]]:
        """Return what is underlined, by family."""
        found: dict[str, list[str]] = self.evaluate(
            """Object.fromEntries([...CSS.highlights]
              .filter(([name]) => /^sidelight-(?!open)/.test(name))
              .map(([name, ranges]) => [name.slice('sidelight-'.length),
                [...ranges].map((range) => String(range).replace(/\\s+/g, ' '))]))"""
        )
        return found

    def click_passage(self, words: str) -> None:
        """Click a highlighted passage, on the first of its lines."""
        left, top = self.evaluate(
            f"""(() => {{
              for (const [, ranges] of CSS.highlights) for (const range of ranges) {{
                if (String(range).replace(/\\s+/g, ' ') !== {json.dumps(words)}) continue;
                range.startContainer.parentElement.scrollIntoView({{block: 'center'}});
                const [first] = range.getClientRects();
                return [first.left + first.width / 2, first.top + first.height / 2];
              }}
            }})()"""
        )
        self.click(left, top)

    def click_element(self, expression: str) -> None:
        """Click an element that an expression leads to."""
        self.to_front()
        left, top = self.evaluate(
            f"""(() => {{
              const element = {expression};
              element.scrollIntoView({{block: 'center'}});
              const box = element.getBoundingClientRect();
              return [box.left + box.width / 2, box.top + box.height / 2];
            }})()"""
        )
        self.click(left, top)

    def press(self, name: str) -> None:
        """Press a button of a card by its name, with the mouse."""
        left, top = self._within(
            f"""(root) => {{
              const {{left, top, width, height}} = [...root.querySelectorAll('button')]
                .find((one) => (one.ariaLabel ?? one.innerText).startsWith({json.dumps(name)}))
                .getBoundingClientRect();
              return [left + width / 2, top + height / 2];
            }}"""
        )
        self.click(left, top)

    def cards(self) -> list[str]:
        """Return the words of each open card, the status card first.

        They stand in a closed shadow tree, which the protocol sees into.
        """
        texts: list[str] | None = self._within(
            """(root) => [...root.querySelectorAll('[role=dialog]:popover-open')]
                 .map((card) => card.innerText)"""
        )
        return texts or []

    def _within(self, function: str) -> Any:  # noqa: ANN401
        """Return what a function gives on the shadow tree; none where there is none."""
        found = self.session.send(
            "browsingContext.locateNodes",
            context=self.context,
            locator={"type": "css", "value": HOST},
            serializationOptions={"maxDomDepth": 1, "includeShadowTree": "all"},
        )["nodes"]
        if not found:
            return None
        tree = found[0]["value"]["shadowRoot"]["sharedId"]
        return self.session.call(self.context, function, tree)

    def status(self, *, holding: str) -> str:
        """Return the status card's words, once they hold these."""

        def look() -> str:
            first, *_ = [*self.cards(), ""]
            return first if holding in first else ""

        return wait_for(look, f"a status card with “{holding}”", PATIENCE)

    def card(self) -> str:
        """Return the words of a passage's card, once one is open."""

        def look() -> str:
            return "".join(self.cards()[1:])

        return wait_for(look, "a card", PATIENCE)


# Opens a page of the site by its name and has it read.
Read = Callable[[str], Tab]
