"""News pages served from this machine, each with the headers its story needs."""

from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Self

PAGES = Path(__file__).parent / "pages"

STRICT = "default-src 'none'; require-trusted-types-for 'script'; trusted-types 'none'"


class Site:
    """A web site over `pages/`; a file `NAME.strict.html` has a strict policy.

    The browser knows it as `http://news.example`. `requests` are the paths that
    were asked for; `made` are more pages, by name.
    """

    def __init__(self) -> None:
        """Take a free port."""
        self.requests: list[str] = []
        self.made: dict[str, str] = {}
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        self._server.daemon_threads = True
        self._thread = Thread(target=self._server.serve_forever, daemon=True)

    @property
    def port(self) -> int:
        """The port on 127.0.0.1."""
        return int(self._server.server_address[1])

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        requests, made = self.requests, self.made

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                name = self.path.partition("?")[0].lstrip("/")
                requests.append(self.path)
                page = PAGES / f"{name}.html"
                strict = PAGES / f"{name}.strict.html"
                if not (name in made or page.exists() or strict.exists()):
                    self.send_error(404)
                    return
                self.send_response(200)
                self.send_header("Content-Type", "text/html; charset=utf-8")
                if strict.exists():
                    self.send_header("Content-Security-Policy", STRICT)
                self.end_headers()
                if name in made:
                    self.wfile.write(made[name].encode())
                    return
                self.wfile.write((page if page.exists() else strict).read_bytes())

            def log_message(self, *_: object) -> None:
                """Say nothing."""

        return Handler
