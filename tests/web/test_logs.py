"""The log is JSON, and holds nothing of what was read, asked or fetched."""

import json
import logging
import sys

import pytest
from flask.testing import FlaskClient

from sidelight.web import logs
from tests.web.sent import WIRE


def lines(caplog: pytest.LogCaptureFixture) -> list[dict[str, object]]:
    return [json.loads(logs.JsonLines().format(record)) for record in caplog.records]


def test_a_request_has_one_line_without_its_text_and_address(
    client: FlaskClient, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.INFO, logs.REQUESTS):
        client.post("/api/v1/annotations?private=1", json={**WIRE, "reports": []})
        client.get("/samples/secret-name")
        client.get("/nowhere/secret-name")

    found = lines(caplog)
    assert [line["route"] for line in found] == [
        "/api/v1/annotations",
        "/samples/<name>",
        "none",
    ]
    assert [line["status"] for line in found] == [200, 404, 404]
    assert set(found[0]) == set(
        "time level logger process request method route status ms".split()
    )
    written = json.dumps(found)
    for private in ("private", "secret", WIRE["text"][:20], WIRE["url"], "127.0.0.1"):
        assert private not in written


def test_a_fault_is_told_by_its_kind_and_its_places() -> None:
    def fault() -> None:
        raise ValueError("a secret text")

    try:
        fault()
    except ValueError:
        record = logging.LogRecord("x", 40, "", 0, "Oh: %s", ("dear",), sys.exc_info())
    line = json.loads(logs.JsonLines().format(record))

    assert line["event"] == "Oh: dear"
    assert line["fault"] == "ValueError"
    assert line["places"][-1].endswith(" fault")
    assert "secret" not in json.dumps(line)


def test_requests_are_written_where_that_was_asked_for(
    capsys: pytest.CaptureFixture[str],
) -> None:
    names = ("sidelight", "waitress", logs.REQUESTS)
    before = [
        (logger, logger.handlers, logger.propagate, logger.level)
        for logger in map(logging.getLogger, names)
    ]
    try:
        logs.set_up("errors")
        logging.getLogger(logs.REQUESTS).info("")
        assert capsys.readouterr().err == ""
        logs.set_up("requests")
        logging.getLogger(logs.REQUESTS).info("", extra={"fields": {"status": 200}})
        logging.getLogger("sidelight.web").error("Told.")
        told = [json.loads(line) for line in capsys.readouterr().err.splitlines()]
    finally:
        for logger, handlers, propagate, level in before:
            logger.handlers, logger.propagate = handlers, propagate
            logger.setLevel(level)

    assert [line.get("status") for line in told] == [200, None]
    assert told[1]["event"] == "Told."
