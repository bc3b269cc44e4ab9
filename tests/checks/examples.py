"""Read the examples out of a check's help page, so that the page is the test.

An example is a Markdown quotation under "Marked", "Not marked" or "Known misses".
A paragraph is a paragraph of the text; a heading is the title; what must be marked
stands between <mark> and </mark>. Each quotation within the quotation is another
report of the same event. A paragraph "Page: author Mara Ellis; published 2025-06-27"
holds what is known of the page (author, published, publisher, label, kind, url, link
"words" address; "no links"), and `<mark>Page</mark>` is a note on the whole report.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from sidelight.model import Article, Comparison, Link, Reading
from sidelight.readings import read
from sidelight.related import compare

HEADINGS = ("Why it matters", "What it does not mean", "Marked", "Not marked")
_SECTION = re.compile(r"^## (.+?)\n(.*?)(?=^## |\Z)", re.MULTILINE | re.DOTALL)
_QUOTATION = re.compile(r"(?:^>.*\n?)+", re.MULTILINE)
_MARK = re.compile(r"<mark>(.+?)</mark>", re.DOTALL)
_PAGE = re.compile(r"(?:<mark>)?Page(?:</mark>)?: ")
_LINK = re.compile(r'"(.+)" (\S+)')
# Words that any report may hold and no check minds: a check that needs a whole
# report, or reports of one event, finds its example in one.
_FILLING = (
    "The sun came out in the afternoon. A bus went by, and then another. The baker "
    "swept the step. Two boys kicked a ball against the wall of the old school. "
    "A woman hung out her washing. The clock on the tower struck three. "
)


@dataclass(frozen=True)
class Told:
    """A text with its title, and what else is known of its page."""

    text: str
    title: str | None = None
    known: dict[str, Any] = field(default_factory=dict)

    def read(self, name: str, filling: str = "") -> Reading:
        """Return the reading of it."""
        return read(
            Article(self.text + filling, id=name, title=self.title, **self.known)
        )


@dataclass(frozen=True)
class Example:
    """A report, the other reports, and the words to be marked."""

    told: Told
    reports: tuple[Told, ...]
    marked: tuple[str, ...]

    @property
    def text(self) -> str:
        """The words of the report itself."""
        return self.told.text

    def read(self, *, whole: bool = False) -> tuple[Reading, Comparison]:
        """Return the reading and comparison; `whole` fills the text up."""
        reading = self.told.read("this", f"\n\n{_FILLING * 3}" if whole else "")
        others = [report.read(f"other-{n}") for n, report in enumerate(self.reports)]
        return reading, compare(reading, others)


def sections(page: str) -> dict[str, str]:
    """Return a help page's sections by heading."""
    return dict(_SECTION.findall(page))


def examples(section: str) -> Iterator[Example]:
    """Yield a section's examples."""
    for quotation in _QUOTATION.findall(section):
        lines = [re.sub(r"^> ?", "", line) for line in quotation.splitlines()]
        own = _paragraphs([line for line in lines if not line.startswith(">")])
        yield Example(
            told=_told(own),
            reports=tuple(_reports(lines)),
            marked=tuple(_MARK.findall("\n\n".join(own))),
        )


def _told(paragraphs: list[str]) -> Told:
    page = next((p for p in paragraphs if _PAGE.match(p)), "")
    title = next((p[2:] for p in paragraphs if p.startswith("# ")), None)
    text = [p for p in paragraphs if p != page and not p.startswith("# ")]
    return Told(
        text=re.sub(r"</?mark>", "", "\n\n".join(text)),
        title=re.sub(r"</?mark>", "", title) if title else None,
        known=_known(_PAGE.sub("", page)),
    )


def _known(page: str) -> dict[str, Any]:
    if not page:
        return {}
    facts = [fact.strip().partition(" ") for fact in page.split(";")]
    links = [_LINK.fullmatch(rest) for name, _, rest in facts if name == "link"]
    known: dict[str, Any] = {n: r for n, _, r in facts if n not in {"link", "no"}}
    if links or ("no", " ", "links") in facts:
        known["links"] = tuple(Link(match[2], match[1]) for match in links if match)
    return {"kind": "page"} | known


def _paragraphs(lines: list[str]) -> list[str]:
    joined = "\n".join(lines)
    return [" ".join(p.split()) for p in re.split(r"\n\s*\n", joined) if p.strip()]


def _reports(lines: list[str]) -> Iterator[Told]:
    for block in re.split(r"\n(?!>)", "\n".join(lines)):
        inner = [
            line[1:].strip() for line in block.splitlines() if line.startswith(">")
        ]
        if inner:
            yield _told(_paragraphs(inner))
