"""What the service prints holds nothing of what was read, and of nobody who read it."""

import json
import socket
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import quote, urlsplit

import pytest

from tests.browser.serving import served, sidelight

MARK = "Wrenkelbrook"
"""A word that stands nowhere else."""


@pytest.mark.parametrize("level", ["errors", "requests"])
def test_nothing_of_a_session_is_logged(tmp_path: Path, level: str) -> None:
    log = tmp_path / "printed"
    token = sidelight(tmp_path, "tokens", "add", f"{MARK} reader").strip()
    hosts = "school.example"
    with served(
        tmp_path, log, SIDELIGHT_ALLOWED_HOSTS=hosts, SIDELIGHT_LOG=level
    ) as url:
        _speak(url, token)
        (tmp_path / "sidelight.sqlite3").write_bytes(b"no database any more" * 500)
        _speak(url, token)

    printed = log.read_text()
    assert ("annotations" in printed) == (level == "requests")
    for private in (MARK, token, token[10:], "198.51.100.7", "school.example/a"):
        assert private not in printed, private


def _speak(url: str, token: str) -> None:
    """Say the mark in every place where something can be said."""
    text = f"{MARK} council shut the bridge on Monday, a spokesman for {MARK} said. "
    report = {
        "url": f"https://school.example/a/{MARK}",
        "title": MARK,
        "publisher": MARK,
        "text": text * 9,
    }
    bearing = {"Authorization": f"Bearer {token}", "X-Forwarded-For": "198.51.100.7"}
    as_json = {**bearing, "Content-Type": "application/json"}
    whole = json.dumps(report).encode()
    for method, path, body, headers in [
        ("POST", "/api/v1/annotations", whole, as_json),
        ("POST", "/api/v1/annotations", whole[:-9], as_json),
        ("POST", "/api/v1/annotations", json.dumps({MARK: 1}).encode(), as_json),
        (
            "POST",
            "/api/v1/annotations",
            b'{"text": 5, "url": "%s"}' % MARK.encode(),
            as_json,
        ),
        ("POST", "/api/v1/reports", whole, as_json),
        ("POST", f"/api/v1/feedback?{MARK}", whole, as_json),
        ("POST", "/read", f"text={quote(text * 9)}".encode(), bearing),
        ("POST", "/read", f"text={MARK}".encode(), bearing),
        ("GET", f"/{MARK}?{MARK}={MARK}#{MARK}", b"", {**bearing, "Cookie": MARK}),
        ("GET", f"/read?{MARK}", b"", {"Authorization": f"Bearer {MARK}"}),
        ("GET", "/read", b"", {**bearing, "Host": MARK, "Referer": f"http://{MARK}/"}),
        ("GET", "/read", b"", {**bearing, "Origin": f"http://{MARK}"}),
        (MARK, "/read", b"", bearing),
    ]:
        place = urlsplit(url)
        connection = HTTPConnection(str(place.hostname), place.port, timeout=60)
        connection.request(method, path, body, headers)
        connection.getresponse().read()
        connection.close()


@pytest.mark.parametrize(
    "sent", [b"GET / %s\r\n\r\n", b"%s\r\n\r\n", b"GET /%s HTTP/9\r\n\r\n"]
)
def test_what_is_no_http_is_not_logged_either(tmp_path: Path, sent: bytes) -> None:
    log = tmp_path / "printed"
    with served(tmp_path, log) as url:
        place = urlsplit(url)
        with socket.create_connection((str(place.hostname), place.port), 10) as line:
            line.sendall(sent % MARK.encode())
            line.recv(1000)

    assert MARK not in log.read_text()
