"""What the service writes down: one JSON object a line, on standard error.

No text, no address of a page or of a person, no query, no message of an unexpected
exception (which may quote what was being read): its kind and the places it passed.
"""

import logging
import sys
import traceback
from datetime import UTC, datetime
from typing import Any, Literal

import orjson

REQUESTS = "sidelight.requests"
_LOGGERS = ("sidelight", "waitress")


class JsonLines(logging.Formatter):
    """Writes a record as a JSON object on one line."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the line; `record.fields` are the object's own."""
        at = datetime.fromtimestamp(record.created, UTC)
        line: dict[str, Any] = {
            "time": at.isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "process": record.process,
            **getattr(record, "fields", {}),
        }
        if record.name != REQUESTS:
            line["event"] = record.getMessage()
        if record.exc_info and record.exc_info[0]:
            line["fault"] = record.exc_info[0].__name__
            line["places"] = places(record.exc_info[1])
        return orjson.dumps(line, default=str).decode()


def places(error: BaseException | None) -> list[str]:
    """Return the places that an exception passed, the outermost first."""
    found = traceback.extract_tb(error.__traceback__ if error else None)
    return [f"{frame.filename}:{frame.lineno} {frame.name}" for frame in found]


def set_up(level: Literal["errors", "requests"]) -> None:
    """Have this process write its log; "requests" has a line for each of them too."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(JsonLines())
    for name in _LOGGERS:
        logger = logging.getLogger(name)
        logger.handlers = [handler]
        logger.propagate = False
        logger.setLevel(logging.WARNING)
    if level == "requests":
        logging.getLogger(REQUESTS).setLevel(logging.INFO)
