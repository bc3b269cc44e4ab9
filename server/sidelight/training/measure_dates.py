"""How well dates are read: precision, recall and F1 on public gold data, and time.

Counted are calendar dates, that is TIMEX3 values with a year, a year and month, or
a year, month and day (TimeML 1.2.1). One is right when it overlaps the gold one and
has the same value. A run ("June 24-25", "from 2019 to 2021") is two TIMEX3 in the
gold, and is compared as its two ends.

Corpora: TempEval-3 (UzZaman et al. 2013), its TBAQ part, on which the rules were
chosen, and its platinum part; MEANTIME (Minard et al. 2016), sentences 0 to 5, which
are the ones annotated.

Run as ``python -m sidelight.training.measure_dates DATA_DIR``, where DATA_DIR holds
the corpora at any depth; those that are not there are left out.
"""

import html
import re
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import NamedTuple
from xml.etree.ElementTree import Element, parse

from sidelight.model import DateMention, Span
from sidelight.readings.dates import read

_CORPORA = {
    "TBAQ TimeBank": "TBAQ-cleaned/TimeBank/*.tml",
    "TBAQ AQUAINT": "TBAQ-cleaned/AQUAINT/*.tml",
    "TempEval-3 platinum": "te3-platinum/*.tml",
    "MEANTIME": "intra-doc_annotation/*/*.xml",
}
_CALENDAR_DATE = re.compile(r"\d{4}(?:-\d\d){0,2}")
# Times of day and weekends have values of their own in TIMEX3.
_NO_CALENDAR_DATE = re.compile(
    r"\b(?:morning|afternoon|evening|night|tonight|noon|midnight|[ap]\.?m|weekend)\b",
    re.IGNORECASE,
)
_JOINT = re.compile(r"\s*(?:[-–]|\b(?:and|to|through|thru|until|till)\b)\s*")
_LAST_SENTENCE = 5
_NO_SPACE_BEFORE = re.compile(r"[,.;:!?)%\]]|['’]s$|n't$|'(?:re|ve|ll|d)$")
_NO_SPACE_AFTER = frozenset("([$€£") | {"``"}


class Gold(NamedTuple):
    """A TIMEX3 of the gold data, with its value."""

    span: Span
    value: str


@dataclass(frozen=True, slots=True)
class Document:
    """A text, the day it was written, and the dates people found in it."""

    name: str
    text: str
    published: date | None
    gold: tuple[Gold, ...]


@dataclass(frozen=True, slots=True)
class Score:
    """Counts over a corpus; `seconds` is the processor time to read its `words`."""

    right: int
    found: int
    gold: int
    words: int
    seconds: float

    @property
    def precision(self) -> float:
        """The share of the dates found that are right."""
        return self.right / max(1, self.found)

    @property
    def recall(self) -> float:
        """The share of the gold's dates that were found."""
        return self.right / max(1, self.gold)

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        return 2 * self.right / max(1, self.found + self.gold)

    @property
    def ms_per_thousand_words(self) -> float:
        """Milliseconds for 1,000 words."""
        return 1e6 * self.seconds / max(1, self.words)

    def __str__(self) -> str:
        return (
            f"P {self.precision:.3f}  R {self.recall:.3f}  F1 {self.f1:.3f}  "
            f"({self.gold} dates, {self.words} words, "
            f"{self.ms_per_thousand_words:.1f} ms per 1,000 words)"
        )


class Difference(NamedTuple):
    """A date that the gold and the reading do not share, as they give it."""

    document: Document
    gold: Gold | None
    own: Gold | None


def measure(data_dir: Path) -> dict[str, Score]:
    """Score every corpus found under `data_dir`, and print the scores."""
    scores = {}
    for name, documents in corpora(data_dir).items():
        scores[name], _ = score(documents)
        print(f"{name:20} {scores[name]}")  # noqa: T201
    return scores


def corpora(data_dir: Path) -> dict[str, list[Document]]:
    """Load the corpora that are under `data_dir`."""
    return {
        name: documents
        for name, pattern in _CORPORA.items()
        if (documents := list(_documents(data_dir, pattern)))
    }


def score(documents: Sequence[Document]) -> tuple[Score, list[Difference]]:
    """Read the documents; return the score and what differs from the gold."""
    right = found = gold = words = 0
    seconds = 0.0
    differences: list[Difference] = []
    for document in documents:
        began = time.process_time()
        mentions = read(document.text, document.published)
        seconds += time.process_time() - began
        words += len(document.text.split())
        gold += sum(is_calendar_date(one.value) for one in document.gold)
        read_out = [one for each in mentions for one in compared(each, document)]
        found += sum(is_calendar_date(one.value) for one in read_out)
        for target, own in _paired(document.gold, read_out):
            if target and own and target.value == own.value:
                right += is_calendar_date(target.value)
            else:
                differences.append(Difference(document, target, own))
    return Score(right, found, gold, words, seconds), differences


def compared(mention: DateMention, document: Document) -> tuple[Gold, ...]:
    """Return a mention as the gold has it: a run as its two ends, each a TIMEX3.

    The value is "" where a mention is no calendar date.
    """
    span, values = mention.span, values_of(mention, document)
    joint = _JOINT.search(document.text, span.start + 1, span.end - 1)
    if len(values) == 1 or joint is None:
        return (Gold(span, "/".join(values)),)
    return (
        Gold(Span(span.start, joint.start()), values[0]),
        Gold(Span(joint.end(), span.end), values[1]),
    )


def values_of(mention: DateMention, document: Document) -> tuple[str, ...]:
    """Return the TIMEX3 value of a mention, or the two of a run's ends."""
    first, last = mention.first, mention.last
    length = {"day": 10, "month": 7, "year": 4}.get(mention.known)
    if not (first and last and first.year and length) or mention.recurring:
        return ("",)
    if _NO_CALENDAR_DATE.search(mention.span.of(document.text)):
        return ("",)
    begin, end = str(first)[:length], str(last)[:length]
    return (begin,) if begin == end else (begin, end)


def is_calendar_date(value: str) -> bool:
    """Tell whether a TIMEX3 value is a year, a month or a day, or a run of them."""
    return "/" in value or _CALENDAR_DATE.fullmatch(value) is not None


def _paired(
    gold: Sequence[Gold], own: Sequence[Gold]
) -> Iterator[tuple[Gold | None, Gold | None]]:
    """Pair each gold date with the one that overlaps it most, once each."""
    left = list(own)
    for target in gold:
        near = [one for one in left if one.span.overlaps(target.span)]
        best = max(near, key=lambda one: _shared(one.span, target.span), default=None)
        if best:
            left.remove(best)
        yield target, best
    for one in left:
        yield None, one


def _shared(one: Span, other: Span) -> int:
    return min(one.end, other.end) - max(one.start, other.start)


def _documents(data_dir: Path, pattern: str) -> Iterator[Document]:
    seen = set()
    for path in sorted(data_dir.rglob(pattern)):
        if path.name not in seen:  # a corpus may lie there twice
            seen.add(path.name)
            yield _meantime(path) if path.suffix == ".xml" else _timeml(path)


def _timeml(path: Path) -> Document:
    """Load a TimeML file. Its text keeps the line breaks it has there."""
    written = path.read_text(encoding="utf-8", errors="replace")
    creation = re.search(r'<DCT>.*?value="([^"]+)"', written, re.DOTALL)
    body = re.search(r"<TEXT>(.*?)</TEXT>", written, re.DOTALL)
    text = ""
    gold: list[Gold] = []
    opened: tuple[int, str] | None = None
    for part in re.split(r"(<[^>]+>)", body[1] if body else ""):
        if part.startswith("<TIMEX3"):
            value = re.search(r'\bvalue="([^"]*)"', part)
            opened = (len(text), value[1] if value else "")
        elif part.startswith("</TIMEX3") and opened:
            gold.append(Gold(Span(opened[0], len(text)), opened[1]))
            opened = None
        elif not part.startswith("<"):
            text += html.unescape(part)
    return Document(path.name, text, _day(creation and creation[1]), tuple(gold))


def _meantime(path: Path) -> Document:
    """Load a MEANTIME file, its tokens joined as they are written.

    The day of writing is the first full date of the text, where a Wikinews report
    states its day, else the one the annotators gave.
    """
    root = parse(path).getroot()  # noqa: S314 - a corpus on the user's own disk
    text, places = _joined(root)
    gold = set()
    creation = None
    for timex in root.iter("TIMEX3"):
        anchors = [anchor.get("t_id", "") for anchor in timex.iter("token_anchor")]
        if timex.get("functionInDocument") == "CREATION_TIME":
            creation = timex.get("value")
        if anchors:
            span = Span(places[anchors[0]].start, places[anchors[-1]].end)
            gold.add(Gold(span, timex.get("value", "")))
    stated = re.search(r"[A-Z][a-z]+ \d\d?, \d{4}", text)
    published = stated and _long_day(stated[0])
    return Document(path.name, text, published or _day(creation), tuple(sorted(gold)))


def _joined(root: Element) -> tuple[str, dict[str, Span]]:
    """Return the text of the annotated sentences, and where each token stands."""
    text, before, sentence = "", "", None
    places = {}
    for token in root.iter("token"):
        if int(token.get("sentence", 0)) > _LAST_SENTENCE:
            continue
        word = token.text or ""
        if text and token.get("sentence") != sentence:
            text += "\n"
        elif (
            text and not _NO_SPACE_BEFORE.match(word) and before not in _NO_SPACE_AFTER
        ):
            text += " "
        places[token.get("t_id", "")] = Span(len(text), len(text) + len(word))
        text += word
        before, sentence = word, token.get("sentence")
    return text, places


def _day(value: str | None) -> date | None:
    """Return the day of a TIMEX3 value, `None` where it is not that exact."""
    try:
        return date.fromisoformat((value or "")[:10])
    except ValueError:
        return None


def _long_day(written: str) -> date | None:
    try:
        return datetime.strptime(written, "%B %d, %Y").date()  # noqa: DTZ007
    except ValueError:
        return None


if __name__ == "__main__":
    measure(Path(sys.argv[1]))
