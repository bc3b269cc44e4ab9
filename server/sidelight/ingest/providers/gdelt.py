"""GDELT DOC 2.0: a search in the world's news of the last three months.

https://blog.gdeltproject.org/gdelt-doc-2-0-api-debuts/. Sent are four words, and the
week before and after the day of publication.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any
from urllib.parse import urlencode

import orjson

from sidelight.ingest.entries import Entry
from sidelight.ingest.providers import Question, key_words
from sidelight.model import Reading

WHERE = "https://api.gdeltproject.org/api/v2/doc/doc"
AROUND = timedelta(days=7)
MOST = 25


class Gdelt:
    """Asks GDELT for English reports that hold an article's heaviest words."""

    name = "gdelt"
    every = 5.0  # its own limit: one question in five seconds

    def __init__(self, where: str = WHERE) -> None:
        """Ask at `where`."""
        self._where = where

    def question(self, reading: Reading) -> Question | None:
        """Ask with at least two words, about the days around publication."""
        words = key_words(reading)
        if len(words) < 2:  # noqa: PLR2004 - one word finds anything
            return None
        asked = {
            "query": " ".join([*words, "sourcelang:english"]),
            "mode": "artlist",
            "format": "json",
            "maxrecords": MOST,
            "sort": "hybridrel",
        }
        sent = " ".join(words)
        if day := reading.article.day:
            first, last = day - AROUND, day + AROUND
            asked |= {
                "startdatetime": f"{first:%Y%m%d}000000",
                "enddatetime": f"{last:%Y%m%d}235959",
            }
            sent += f", {first} to {last}"
        return Question(f"{self._where}?{urlencode(asked)}", sent)

    def leads(self, body: bytes, reading: Reading) -> Sequence[Entry]:
        """Return the articles of a list; none where the list is left out."""
        del reading
        answer = orjson.loads(body)  # an error of GDELT's is plain text
        listed = answer.get("articles", []) if isinstance(answer, dict) else None
        if not isinstance(listed, list):
            message = "the answer holds no list of articles"
            raise ValueError(message)  # noqa: TRY004 - one kind for all that is wrong
        return [_entry(one) for one in listed[:MOST] if _is_article(one)]


def _is_article(one: Any) -> bool:  # noqa: ANN401 - whatever JSON holds
    return isinstance(one, dict) and isinstance(one.get("url"), str)


def _entry(one: dict[str, Any]) -> Entry:
    return Entry(
        url=one["url"],
        title=_string(one.get("title")),
        publisher=_string(one.get("domain")),
        published=_date(one.get("seendate")),
    )


def _string(value: object) -> str | None:
    return " ".join(value.split())[:500] or None if isinstance(value, str) else None


def _date(value: object) -> str | None:
    """Return "20260601T081500Z" as ISO 8601, which it is without the dashes."""
    try:
        return datetime.fromisoformat(str(value)).isoformat()
    except ValueError:
        return None
