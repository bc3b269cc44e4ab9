"""Google Fact Check Tools: reviews that fact-checkers marked up as ClaimReview.

https://developers.google.com/fact-check/tools/api/reference/rest/v1alpha1/claims/search.
Sent are four words. Of an answer the page, its title, publisher and date are taken;
its rating is not: what a review found is for the reader to read there.
"""

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any
from urllib.parse import urlencode

import orjson

from sidelight.ingest.entries import Entry
from sidelight.ingest.providers import Question, key_words
from sidelight.model import Reading

WHERE = "https://factchecktools.googleapis.com/v1alpha1/claims:search"
MOST = 10


class FactCheck:
    """Asks for reviews in English about an article's heaviest words."""

    name = "google-fact-check"
    every = 1.0

    def __init__(self, key: str, where: str = WHERE) -> None:
        """`key` is the user's own, and is sent in a header."""
        self._key = key
        self._where = where

    def question(self, reading: Reading) -> Question | None:
        """Ask with at least two words."""
        words = key_words(reading)
        if len(words) < 2:  # noqa: PLR2004 - one word finds anything
            return None
        asked = {"query": " ".join(words), "languageCode": "en", "pageSize": MOST}
        return Question(
            f"{self._where}?{urlencode(asked)}",
            sent=" ".join(words),
            headers={"X-Goog-Api-Key": self._key},
        )

    def leads(self, body: bytes, reading: Reading) -> Sequence[Entry]:
        """Return the reviews of an answer, each page once."""
        del reading
        answer = orjson.loads(body)
        if not isinstance(answer, dict):
            message = "the answer is no object"
            raise ValueError(message)  # noqa: TRY004 - one kind for all that is wrong
        found = {entry.url: entry for entry in _reviews(answer.get("claims"))}
        return list(found.values())[:MOST]


def _reviews(claims: object) -> Iterator[Entry]:
    for claim in _list(claims):
        for review in _list(_of(claim, "claimReview")):
            url = _of(review, "url")
            if isinstance(url, str) and str(_of(review, "languageCode"))[:2] == "en":
                publisher = _of(review, "publisher")
                yield Entry(
                    url=url,
                    title=_string(_of(review, "title")),
                    publisher=_string(_of(publisher, "name") or _of(publisher, "site")),
                    published=_date(_of(review, "reviewDate")),
                )


def _of(thing: Any, name: str) -> Any:  # noqa: ANN401 - whatever JSON holds
    return thing.get(name) if isinstance(thing, dict) else None


def _list(thing: object) -> list[Any]:
    return thing if isinstance(thing, list) else []


def _string(value: object) -> str | None:
    return " ".join(value.split())[:500] or None if isinstance(value, str) else None


def _date(value: object) -> str | None:
    try:
        return datetime.fromisoformat(str(value)).isoformat()
    except ValueError:
        return None
