"""Whatever is sent, the answer is a page or a problem, and never a fault."""

from http.client import HTTPConnection, HTTPException
from pathlib import Path
from urllib.parse import quote, urlencode, urlsplit

import pytest
from flask import Flask
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sidelight.settings import Settings
from sidelight.web import create_app
from tests.browser.serving import served
from tests.web.fuzz import Sent, is_answer, requests

EXAMPLES = 400
MANY = 10_000


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> Flask:
    folder = tmp_path_factory.mktemp("data")
    made = create_app(Settings(folder, f"sqlite:///{folder / 'sidelight.sqlite3'}"))
    made.testing = False
    return made


@settings(
    max_examples=EXAMPLES,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)
@given(sent=requests)
def test_the_app_answers_whatever_is_sent(app: Flask, sent: Sent) -> None:
    answer = app.test_client().open(
        quote(sent.path.encode(errors="replace")),
        method=sent.method,
        query_string=urlencode(sent.query, errors="replace"),
        headers=sent.headers,
        data=sent.body,
    )

    body = answer.get_data()
    assert is_answer(answer.status_code, answer.content_type or "", body), body[:300]
    answer.close()


@pytest.mark.soak
def test_a_server_answers_ten_thousand_whatevers(tmp_path: Path) -> None:
    log = tmp_path / "log"
    with served(tmp_path, log) as url:
        place = urlsplit(url)

        @settings(
            max_examples=MANY, deadline=None, suppress_health_check=list(HealthCheck)
        )
        @given(sent=requests, junk=st.none() | st.binary(max_size=200))
        def ask(sent: Sent, junk: bytes | None) -> None:
            connection = HTTPConnection(str(place.hostname), place.port, timeout=60)
            try:
                if junk is not None:
                    connection.connect()
                    connection.sock.sendall(junk)
                    return
                path = quote(sent.path.encode(errors="replace"))
                connection.request(
                    sent.method,
                    f"{path}?{urlencode(sent.query, errors='replace')}",
                    sent.body,
                    {k: v.strip() for k, v in sent.headers.items()},
                )
                answer = connection.getresponse()
                kind, body = answer.getheader("Content-Type", ""), answer.read()
                is_gunicorns = b"<h1>" in body and answer.status < 500
                assert is_gunicorns or is_answer(answer.status, kind, body), body[:300]
            except (ValueError, HTTPException, OSError):
                pass  # http.client itself would not send it, or the server hung up
            finally:
                connection.close()

        ask()
    assert "Traceback" not in log.read_text(errors="replace")
