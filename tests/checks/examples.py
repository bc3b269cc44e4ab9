"""Read the examples out of a check's help page, so that the page is the test.

An example is a Markdown quotation under "Marked", "Not marked" or "Known misses".
A paragraph is a paragraph of the text; a heading is the title; what must be marked
stands between <mark> and </mark>. Each quotation within the quotation is another
report of the same event.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sidelight.model import Article, Comparison, Reading
from sidelight.readings import read
from sidelight.related import compare

HEADINGS = ("Why it matters", "What it does not mean", "Marked", "Not marked")
_SECTION = re.compile(r"^## (.+?)\n(.*?)(?=^## |\Z)", re.MULTILINE | re.DOTALL)
_QUOTATION = re.compile(r"(?:^>.*\n?)+", re.MULTILINE)
_MARK = re.compile(r"<mark>(.+?)</mark>", re.DOTALL)
# Words that any report may hold and no check minds: a check that needs a whole
# report, or reports of one event, finds its example in one.
_FILLING = (
    "The sun came out in the afternoon. A bus went by, and then another. The baker "
    "swept the step. Two boys kicked a ball against the wall of the old school. "
    "A woman hung out her washing. The clock on the tower struck three. "
)


@dataclass(frozen=True)
class Example:
    """A text with its title, the other reports, and the words to be marked."""

    text: str
    title: str | None
    reports: tuple[str, ...]
    marked: tuple[str, ...]

    def read(self, *, whole: bool = False) -> tuple[Reading, Comparison]:
        """Return the reading and comparison; `whole` fills the text up."""
        text = self.text + (f"\n\n{_FILLING * 3}" if whole else "")
        reading = read(Article(text, id="this", title=self.title))
        others = [
            read(Article(report, id=f"other-{n}"))
            for n, report in enumerate(self.reports)
        ]
        return reading, compare(reading, others)


def sections(page: str) -> dict[str, str]:
    """Return a help page's sections by heading."""
    return dict(_SECTION.findall(page))


def examples(section: str) -> Iterator[Example]:
    """Yield a section's examples."""
    for quotation in _QUOTATION.findall(section):
        lines = [re.sub(r"^> ?", "", line) for line in quotation.splitlines()]
        own = _paragraphs([line for line in lines if not line.startswith(">")])
        title = next((p[2:] for p in own if p.startswith("# ")), None)
        text = "\n\n".join(p for p in own if not p.startswith("# "))
        yield Example(
            text=re.sub(r"</?mark>", "", text),
            title=re.sub(r"</?mark>", "", title) if title else None,
            reports=tuple(_reports(lines)),
            marked=tuple(_MARK.findall("\n\n".join(own))),
        )


def _paragraphs(lines: list[str]) -> list[str]:
    joined = "\n".join(lines)
    return [" ".join(p.split()) for p in re.split(r"\n\s*\n", joined) if p.strip()]


def _reports(lines: list[str]) -> Iterator[str]:
    for block in re.split(r"\n(?!>)", "\n".join(lines)):
        inner = [
            line[1:].strip() for line in block.splitlines() if line.startswith(">")
        ]
        if inner:
            yield " ".join(inner)
