"""A stand-in for the service, for answers that the real one seldom gives.

It finds the words of its notes in the text that was sent and writes the selectors
from there, so that what is tested is the extension's way back to the page.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from select import select
from socket import MSG_PEEK, socket
from ssl import SSLContext
from threading import Event, Thread
from typing import Any, Self
from urllib.parse import parse_qs, unquote

REPORT = {
    "id": "wire",
    "url": "https://wire.example/bridge",
    "title": "Harbour bridge to close for nine weeks, council says",
    "publisher": "Example Wire",
    "published": "2031-03-05T08:00:00Z",
}


@dataclass(frozen=True)
class StubNote:
    """A note on the first place of `on` in the text (or title).

    `shift` moves its offsets, `around` replaces prefix and suffix: to make a note
    that is hard, or impossible, to place. `evidence` is a passage of `REPORT`.
    """

    on: str
    check: str = "vague-source"
    family: str = "who-says-so"
    label: str = "Unclear who says this"
    message: str = "The report does not say who is meant."
    part: str = "text"
    next: str = "Ask who is meant."
    evidence: str = ""
    shift: int = 0
    around: tuple[str, str] | None = None

    def write(self, article: dict[str, Any]) -> dict[str, Any]:
        """Return the W3C annotation of this note on an article."""
        text = article["title"] if self.part == "title" else article["text"]
        start = text.index(self.on) if self.on in text else 0
        end = start + len(self.on)
        prefix, suffix = self.around or (
            text[max(0, start - 32) : start],
            text[end : end + 32],
        )
        quote = {
            "type": "TextQuoteSelector",
            "exact": self.on,
            "prefix": prefix,
            "suffix": suffix,
        }
        position = {
            "type": "TextPositionSelector",
            "start": start + self.shift,
            "end": end + self.shift,
        }
        target: dict[str, Any] = {"source": article["url"]}
        if self.part != "article":
            target["selector"] = [quote] + [position] * (self.part == "text")
        return {
            "id": f"urn:uuid:{self.check}-{start}",
            "type": "Annotation",
            "motivation": "commenting",
            "body": [
                {"type": "TextualBody", "purpose": "classifying", "value": self.check},
                {
                    "type": "TextualBody",
                    "purpose": "commenting",
                    "format": "text/plain",
                    "language": "en",
                    "value": self.message,
                },
            ],
            "target": target,
            "sidelight:part": self.part,
            "sidelight:family": self.family,
            "sidelight:label": self.label,
            "sidelight:tier": "default",
            "sidelight:check_version": 1,
            "sidelight:help": f"/checks/{self.check}",
            "sidelight:evidence": [
                {
                    "report": REPORT,
                    "part": "text",
                    "exact": self.evidence,
                    "prefix": "cil said on Tuesday that the bridge ",
                    "suffix": ", weather permitting, and op",
                    "link": f"{REPORT['url']}#:~:text={self.evidence.split()[0]}",
                }
            ]
            if self.evidence
            else [],
            "sidelight:next": self.next,
        }


@dataclass
class StubService:
    """Answers `POST /api/v1/annotations` and `/api/v1/reports` as it is told.

    `asked`, `kept` and `told` (feedback) are the bodies that came; while `held` is not set, answers
    wait, and `left` are those that were waited for no longer. `tokens` are the Authorization headers of all that came. `checks` are what it
    lists, `stored` the reports that it has. With `secure` it is another computer's, `desk.example`. `voices` are (name, party, statements, passage), `providers` what became of questions to other indexes. `refusal` is (status, body, media type) to give instead of notes.
    """

    notes: Sequence[StubNote] = ()
    reports: Sequence[dict[str, str]] = (REPORT,)
    searched: int = 3
    label: str = "Unclear who says this"
    skipped: str = "no title was sent"
    voices: Sequence[tuple[str, str, int, str]] = ()
    refusal: tuple[int, str, str] | None = None
    providers: Sequence[dict[str, Any]] = ()
    held: Event = field(default_factory=Event)
    asked: list[dict[str, Any]] = field(default_factory=list)
    kept: list[dict[str, Any]] = field(default_factory=list)
    told: list[dict[str, Any]] = field(default_factory=list)
    tokens: list[str | None] = field(default_factory=list)
    checks: Sequence[dict[str, str]] = ()
    stored: list[dict[str, Any]] = field(default_factory=list)
    origins: list[str | None] = field(default_factory=list)
    left: list[dict[str, Any]] = field(default_factory=list)
    secure: SSLContext | None = None

    def __post_init__(self) -> None:
        self.held.set()
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        if self.secure:
            self._server.socket = self.secure.wrap_socket(
                self._server.socket, server_side=True
            )
        self._server.daemon_threads = True
        self._thread = Thread(target=self._server.serve_forever, daemon=True)

    @property
    def url(self) -> str:
        """Where it answers: its origin."""
        if self.secure:
            return f"https://desk.example:{self._server.server_address[1]}"
        return f"http://127.0.0.1:{self._server.server_address[1]}"

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.held.set()
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    def page(self, article: dict[str, Any]) -> dict[str, Any]:
        """Return the AnnotationPage for an article."""
        return {
            "@context": ["http://www.w3.org/ns/anno.jsonld"],
            "id": "urn:sha256:0",
            "type": "AnnotationPage",
            "items": [note.write(article) for note in self.notes],
            "sidelight:article": {
                "words": len(article["text"].split()),
                "sentences": 12,
                "language": "en",
                "published": article.get("published"),
                "sha256": "0",
                "cut_short": False,
            },
            "sidelight:voices": [
                self._voice(article["text"], *voice) for voice in self.voices
            ],
            "sidelight:compared": {
                "searched": self.searched,
                "reports": list(self.reports),
                "providers": list(self.providers),
            },
            "sidelight:checked": [
                {"id": "vague-source", "label": self.label, "notes": len(self.notes)},
                {"id": "date-differs", "label": self.label, "notes": 0},
                {"id": "headline-quote", "label": self.label, "skipped": self.skipped},
            ],
            "sidelight:engine": {"version": "0", "models": {}, "store": "0"},
        }

    def listed(self, query: dict[str, list[str]]) -> dict[str, Any]:
        """Return one part of the stored reports."""
        ids = [report["id"] for report in self.stored]
        first = ids.index(query["after"][0]) + 1 if "after" in query else 0
        last = first + int(query.get("limit", ["50"])[0])
        return {
            "reports": self.stored[first:last],
            "total": len(ids),
            "next": "/api/v1/reports?further" if last < len(ids) else None,
        }

    @staticmethod
    def _voice(
        text: str, name: str, party: str, statements: int, passage: str
    ) -> dict[str, Any]:
        start = text.index(passage)
        end = start + len(passage)
        return {
            "name": name,
            "role": None,
            "party": party or None,
            "named": True,
            "statements": statements,
            "passages": [
                [
                    {"type": "TextQuoteSelector", "exact": passage},
                    {"type": "TextPositionSelector", "start": start, "end": end},
                ]
            ],
        }

    def is_waited_for(self, connection: socket) -> bool:
        """Wait until answers are no longer held; tell whether anybody still listens."""
        for _ in range(600):
            if self.held.wait(timeout=0.05):
                break
            ready, _, _ = select([connection], [], [], 0)
            if ready and not connection.recv(1, MSG_PEEK):
                return False
        return True

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        service = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                service.tokens.append(self.headers["Authorization"])
                path, _, query = self.path.partition("?")
                found = {
                    "/healthz": {"status": "ok", "version": "0.1.0"},
                    "/api/v1/checks": {"checks": list(service.checks)},
                    "/api/v1/reports": service.listed(parse_qs(query)),
                }.get(path)
                body = json.dumps(found or {"title": "Not found", "status": 404})
                self._answer(200 if found else 404, body, "application/json")

            def do_DELETE(self) -> None:
                gone = unquote(self.path.removeprefix("/api/v1/reports/"))
                service.stored = [r for r in service.stored if r["id"] != gone]
                self.send_response(204)
                self.end_headers()

            def do_POST(self) -> None:
                service.tokens.append(self.headers["Authorization"])
                body = self.rfile.read(int(self.headers["Content-Length"]))
                article = json.loads(body)
                service.origins.append(self.headers["Origin"])
                keeping = self.path == "/api/v1/reports"
                telling = self.path == "/api/v1/feedback"
                kind = service.told if telling else service.asked
                (service.kept if keeping else kind).append(article)
                if not service.is_waited_for(self.connection):
                    service.left.append(article)
                    return
                if service.refusal:
                    self._answer(*service.refusal)
                elif telling:
                    self._answer(201, '{"result": "added"}', "application/json")
                elif keeping:
                    self._answer(201, '{"id": "kept"}', "application/json")
                else:
                    answer = json.dumps(service.page(article))
                    self._answer(200, answer, "application/json")

            def _answer(self, status: int, body: str, media_type: str) -> None:
                self.send_response(status)
                self.send_header("Content-Type", media_type)
                self.end_headers()
                self.wfile.write(body.encode())

            def log_message(self, *_: object) -> None:
                """Say nothing."""

        return Handler
