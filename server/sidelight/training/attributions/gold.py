"""The corpus as the tagger sees it: pages of tokens, with their gold labels."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from sidelight.model import Span
from sidelight.readings import columns, quotations, sentences
from sidelight.readings.columns import Ints, Page
from sidelight.readings.tagger import LABELS
from sidelight.training import polnear

# A later part wins where two parts of the corpus share a token.
_PARTS = ("content", "source", "cue")


@dataclass(frozen=True, slots=True)
class GoldTokens:
    """One gold attribution as token numbers."""

    source: frozenset[int]
    cue: frozenset[int]
    content: frozenset[int]


@dataclass(slots=True)
class GoldPage:
    """A page of the corpus: what is asked for, and what earlier passes found.

    `classes` and `relations` are those of the corpus's parser ("" where unknown).
    """

    name: str
    text: str
    page: Page
    labels: Ints
    attributions: tuple[GoldTokens, ...]
    classes: list[str] = field(default_factory=list)
    relations: list[str] = field(default_factory=list)
    draft: Ints | None = None

    @property
    def publisher(self) -> str:
        """The publisher's code."""
        return self.name.split("_", 1)[0]


def read(
    data_dir: Path, split: polnear.Split, progress: Callable[[str, int, int], None]
) -> list[GoldPage]:
    """Return the pages of one split; calls `progress(what, done, of)`."""
    articles = polnear.read(data_dir, split)
    pages = []
    for number, article in enumerate(articles):
        progress(f"reading {split}", number + 1, len(articles))
        pages.append(page_of(article))
    return pages


def page_of(article: polnear.GoldArticle) -> GoldPage:
    """Return an article's tokens with their labels."""
    text = article.text
    paragraphs = tuple(sentences.paragraphs(text))
    page = columns.read(text, sentences.read(text), quotations.read(text, paragraphs))
    labels = np.zeros(len(page), dtype=np.int64)
    for attribution in article.attributions:
        for part in _PARTS:
            _label(page, labels, part, getattr(attribution, part))
    return GoldPage(
        name=article.name,
        text=text,
        page=page,
        labels=_mended(labels),
        attributions=tuple(
            GoldTokens(
                *(_tokens(page, spans) for spans in (a.source, a.cue, a.content))
            )
            for a in article.attributions
        ),
    )


def _label(page: Page, labels: Ints, part: str, spans: tuple[Span, ...]) -> None:
    begin = LABELS.index(f"B-{part}")
    for span in spans:
        for order, token in enumerate(sorted(_tokens(page, (span,)))):
            starts = order == 0 or page.is_break[token - 1]
            labels[token] = begin if starts else begin + 1


def _tokens(page: Page, spans: tuple[Span, ...]) -> frozenset[int]:
    """Return the tokens that share a code point with the spans."""
    found: set[int] = set()
    for span in spans:
        first = int(np.searchsorted(page.ends, span.start, side="right"))
        after = int(np.searchsorted(page.starts, span.end, side="left"))
        found.update(at for at in range(first, after) if not page.is_break[at])
    return frozenset(found)


def _mended(labels: Ints) -> Ints:
    """Let a label begin a span where nothing before it does."""
    for at in range(1, len(labels)):
        if labels[at] in (2, 4, 6) and labels[at - 1] not in (
            labels[at],
            labels[at] - 1,
        ):
            labels[at] -= 1
    return labels
