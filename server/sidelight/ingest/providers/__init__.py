"""Other people's collections of reports, asked where the user switched one on.

A provider turns a reading into one question, whose words are shown to the reader, and
the answer into addresses of pages. It never gets the text of the article.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from sidelight.ingest.entries import Entry
from sidelight.model import Article, Reading
from sidelight.readings.words import STOP_WORDS, stem
from sidelight.readings.words import read as read_words

MOST_WORDS = 4
"""Words of a question. Providers look for pages that hold all of them."""


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked: the whole address, and in words what of it is the reader's.

    `headers` hold what is secret, such as a key, and are never shown.
    """

    url: str
    sent: str
    headers: Mapping[str, str] = field(default_factory=dict)


class Provider(Protocol):
    """Somebody who may know other reports of an event.

    `every` is how many seconds it wants between two questions.
    """

    name: str
    every: float

    def question(self, reading: Reading) -> Question | None:
        """Return what to ask about an article, or `None` where there is nothing."""

    def leads(self, body: bytes, reading: Reading) -> Sequence[Entry]:
        """Return the pages that an answer names.

        Raises `ValueError` for what is no answer.
        """


def key_words(reading: Reading, most: int = MOST_WORDS) -> list[str]:
    """Return the heaviest words of an article, as they are written in it."""
    article: Article = reading.article
    written: dict[str, str] = {}
    for word in read_words(f"{article.title or ''}\n{article.text}").folded:
        if word not in STOP_WORDS and word.isalpha() and len(word) > 2:  # noqa: PLR2004
            written.setdefault(stem(word), word)
    found = (written[term] for term, _ in reading.terms if term in written)
    return [word for word, _ in zip(found, range(most), strict=False)]
