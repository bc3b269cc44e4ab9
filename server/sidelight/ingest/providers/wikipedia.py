"""Wikipedia's current events: each day a page of sentences with links to reports.

https://en.wikipedia.org/wiki/Portal:Current_events, by the Action API. Sent is the day
of publication and nothing of the article; what fits it is found here.
"""

import re
from collections.abc import Iterator, Sequence
from urllib.parse import urlencode

import orjson

from sidelight.ingest.entries import Entry
from sidelight.ingest.providers import Question
from sidelight.model import Reading
from sidelight.readings.words import read as read_words
from sidelight.readings.words import stem

WHERE = "https://en.wikipedia.org/w/api.php"
HEAVIEST = 40
"""Terms of an article that a sentence is looked through for."""

# Of the heaviest terms, in the sentence with the headings above it. Two are shared by
# most events of one country; a sentence has some fifteen words with content.
FEWEST_SHARED = 3
MOST = 20

_LINK = re.compile(r"\[(https?://[^\s\]]{1,2000})\s{0,9}([^\]\n]{0,200})\]")
_PAGE = re.compile(r"\[\[(?:[^\]|\n]{0,200}\|)?([^\]|\n]{0,200})\]\]")
_OUTLET = re.compile(r"[('\s]+([^()'][^()]{0,80}?)[)'\s]*$")


class Wikipedia:
    """Looks through the page of an article's day for sentences on the same event."""

    name = "wikipedia-current-events"
    every = 1.0

    def __init__(self, where: str = WHERE) -> None:
        """Ask at `where`."""
        self._where = where

    def question(self, reading: Reading) -> Question | None:
        """Ask for the page of the day, where the day is known."""
        day = reading.article.day
        if day is None:
            return None
        page = f"Portal:Current events/{day.year} {day:%B} {day.day}"
        asked = {
            "action": "parse",
            "page": page,
            "prop": "wikitext",
            "format": "json",
            "formatversion": 2,
        }
        return Question(f"{self._where}?{urlencode(asked)}", sent=str(day))

    def leads(self, body: bytes, reading: Reading) -> Sequence[Entry]:
        """Return the reports that fitting sentences link to."""
        answer = orjson.loads(body)
        if isinstance(answer, dict) and "error" in answer:  # no page for that day
            return []
        try:
            text = str(answer["parse"]["wikitext"])
        except (KeyError, TypeError) as error:
            message = "the answer holds no page"
            raise ValueError(message) from error
        terms = {term for term, _ in reading.terms[:HEAVIEST]}
        day = reading.article.day
        found = {
            url: Entry(url, publisher=outlet, published=str(day) if day else None)
            for words, links in sentences(text)
            if len(terms & set(map(stem, words))) >= FEWEST_SHARED
            for url, outlet in links
        }
        return list(found.values())[:MOST]


def sentences(
    text: str,
) -> Iterator[tuple[tuple[str, ...], list[tuple[str, str | None]]]]:
    """Yield words and links of each item of a page's lists.

    The words of an item are its own and those of the items it stands under; a link
    is an address and the outlet that is named with it.
    """
    above: list[tuple[str, ...]] = []
    for line in text.splitlines():
        depth = len(line) - len(line.lstrip("*"))
        if not depth:
            continue
        links = [
            (url, outlet[1] if (outlet := _OUTLET.search(label)) else None)
            for url, label in _LINK.findall(line)
        ]
        plain = _PAGE.sub(r"\1", _LINK.sub("", line))
        del above[depth - 1 :]
        above.append(read_words(plain).folded)
        yield tuple(word for item in above for word in item), links
