"""A real web server on this machine, that answers what a test wants it to."""

import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from sidelight.ingest.addresses import Addresses
from sidelight.ingest.fetch import Fetcher
from sidelight.ingest.polite import Polite

LOOPBACK = ("127.0.0.0/8",)
WORDS = (
    "The dam above the town of Ostrey held through the night, the river board "
    "said on Monday, and the people who had left their houses went back to them."
)


@dataclass
class Asked:
    """One request that came."""

    path: str
    headers: Mapping[str, str]


@dataclass
class Page:
    """One answer. `then` does something else entirely with the connection."""

    body: bytes | str = b""
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    then: Callable[[BaseHTTPRequestHandler], None] | None = None


@dataclass
class Site:
    """What is served, and what was asked. Unknown addresses are 404."""

    pages: dict[str, Page | Callable[[Asked], Page]] = field(default_factory=dict)
    asked: list[Asked] = field(default_factory=list)
    url: str = ""
    at_once: int = 0
    most_at_once: int = 0

    def paths(self) -> list[str]:
        return [asked.path for asked in self.asked]

    def answer(self, asked: Asked) -> Page:
        self.asked.append(asked)
        page = self.pages.get(asked.path, Page(status=404))
        return page(asked) if callable(page) else page


@contextmanager
def serving(host: str = "127.0.0.1") -> Iterator[Site]:
    """Serve until the test is done."""
    site = Site()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            site.at_once += 1
            site.most_at_once = max(site.most_at_once, site.at_once)
            try:
                self._answer(site.answer(Asked(self.path, dict(self.headers))))
            except OSError:
                self.close_connection = True
            finally:
                site.at_once -= 1

        def _answer(self, page: Page) -> None:
            if page.then:
                page.then(self)
                return
            body = page.body.encode() if isinstance(page.body, str) else page.body
            self.send_response(page.status)
            headers = {"Content-Type": "text/html", **page.headers}
            for name, value in headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer((host, 0), Handler)
    server.daemon_threads = True
    site.url = f"http://{host}:{server.server_address[1]}"
    thread = threading.Thread(target=server.serve_forever, args=[0.02], daemon=True)
    thread.start()
    try:
        yield site
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def fetcher(patience: float = 5.0) -> Fetcher:
    return Fetcher(Addresses(LOOPBACK), patience=patience)


def polite(patience: float = 5.0) -> Polite:
    return Polite(fetcher(patience), gap=0)


def report(number: int = 0, head: str = "", title: str = "The dam held") -> Page:
    """Return a page with an article whose text is its own."""
    text = f"{WORDS} That was day {number} of the flood."
    return Page(
        f"<!doctype html><html lang=en><head><title>{title}</title>{head}</head><body>"
        f"<main><article><h1>{title} {number}</h1>{f'<p>{text}</p>' * 3}</article>"
        "</main></body></html>"
    )


def rss(links: Mapping[str, str], extra: str = "") -> Page:
    """Return an RSS feed of pages, by their titles."""
    items = "".join(
        f"<item><title>{title}</title><link>{link}</link>"
        f"<pubDate>Mon, 0{n % 9 + 1} Jun 2026 10:00:00 GMT</pubDate></item>"
        for n, (link, title) in enumerate(links.items())
    )
    return Page(
        '<?xml version="1.0"?><rss version="2.0"><channel><title>Ostrey Daily</title>'
        f"{extra}{items}</channel></rss>",
        headers={"Content-Type": "application/rss+xml"},
    )
