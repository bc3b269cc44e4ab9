"""feeds.toml: the feeds that `sidelight watch` looks at.

every = 30                 # minutes between two looks at a feed

[[feeds]]
url = "https://news.example/feed"
title = "Example News"     # optional; the feed's own otherwise
every = 60                 # optional
"""

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from sidelight.errors import AddressRefused, InvalidInput, NotFound
from sidelight.ingest.addresses import place
from sidelight.messages import message

EVERY = 30  # minutes


def load(path: Path) -> dict[str, tuple[str | None, int]]:
    """Return title and minutes of each feed in a file, by its address.

    Raises `NotFound` where there is no file, and `InvalidInput` with what is wrong.
    """
    try:
        known = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise NotFound(
            message("%(path)s: %(why)s.", path=path, why=error.strerror or error)
        ) from error
    except ValueError as error:  # no TOML, or no UTF-8
        raise InvalidInput(
            message("%(path)s: %(why)s.", path=path, why=str(error))
        ) from error
    listed = known.get("feeds")
    if not isinstance(listed, list) or not listed:
        raise InvalidInput(
            message(
                "%(path)s: no feeds are listed; write [[feeds]] and a url.", path=path
            )
        )
    every = _minutes(known, EVERY, str(path))
    return dict(
        _feed(feed, every, f"{path}, feed {number}")
        for number, feed in enumerate(listed, 1)
    )


def _feed(feed: Any, every: int, at: str) -> tuple[str, tuple[str | None, int]]:  # noqa: ANN401
    if not isinstance(feed, dict) or not isinstance(feed.get("url"), str):
        raise InvalidInput(message("%(at)s: it needs a url.", at=at))
    title = feed.get("title")
    if title is not None and not isinstance(title, str):
        raise InvalidInput(message("%(at)s: the title is no string.", at=at))
    try:
        url = place(feed["url"]).url
    except AddressRefused as error:
        raise AddressRefused(
            message("%(at)s: %(why)s", at=at, why=str(error))
        ) from error
    return url, (title, _minutes(feed, every, at))


def _minutes(known: Mapping[str, Any], usual: int, at: str) -> int:
    every = known.get("every", usual)
    if not isinstance(every, int) or isinstance(every, bool) or every < 1:
        raise InvalidInput(message("%(at)s: `every` is a number of minutes.", at=at))
    return every
