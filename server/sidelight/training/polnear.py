"""The Political News Attribution Relations corpus (PolNeAR; Newell et al. 2018).

Reads the text and the first annotator's attributions of each article. Nothing of
the corpus is kept in this project: DATA_DIR is a copy of its folder `data`, with
`train`, `dev` and `test`, each with `text` and `attributions`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from sidelight.errors import InvalidInput
from sidelight.model import Span

Split = Literal["train", "dev", "test"]

_ANNOTATOR = re.compile(r"(?P<name>.+)_[0-9a-f]{4}\.ann")
_ENTITY = re.compile(r"(?P<id>T\d+)\t(?P<kind>\w+) (?P<spans>[\d ;]+)\t")
_EVENT = re.compile(r"E\d+\t(?P<roles>.+)")
_ROLE = re.compile(r"(?P<role>Source|Cue|Content)\d*:(?P<id>T\d+)")


@dataclass(frozen=True, slots=True)
class GoldAttribution:
    """One annotated attribution: any part may be missing or in several pieces."""

    source: tuple[Span, ...] = ()
    cue: tuple[Span, ...] = ()
    content: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class GoldArticle:
    """An article of the corpus: its name, text and annotated attributions."""

    name: str
    text: str
    attributions: tuple[GoldAttribution, ...]

    @property
    def publisher(self) -> str:
        """The publisher's code, such as "nyt"."""
        return self.name.split("_", 1)[0]


def read(data_dir: Path, split: Split) -> list[GoldArticle]:
    """Return the articles of one split, by name.

    Raises InvalidInput where DATA_DIR is not the corpus's folder `data`.
    """
    folder = data_dir / split
    if not (folder / "text").is_dir() or not (folder / "attributions").is_dir():
        message = (
            f"{data_dir} has no {split}/text and {split}/attributions. Give the folder"
            " `data` of the PolNeAR corpus."
        )
        raise InvalidInput(message)
    annotations = _annotations(folder / "attributions")
    return [
        GoldArticle(path.stem, path.read_bytes().decode("utf-8"), attributions)
        for path in sorted((folder / "text").glob("*.txt"))
        for attributions in [tuple(_attributions(annotations.get(path.stem)))]
    ]


def _annotations(folder: Path) -> dict[str, Path]:
    """Return each article's annotation file: the first by annotator's code."""
    found: dict[str, Path] = {}
    for path in sorted(folder.glob("*.ann")):
        if match := _ANNOTATOR.fullmatch(path.name):
            found.setdefault(match["name"], path)
    return found


def _attributions(path: Path | None) -> Iterator[GoldAttribution]:
    if path is None:
        return
    lines = path.read_bytes().decode("utf-8").split("\n")
    spans = {m["id"]: _spans(m["spans"]) for m in map(_ENTITY.match, lines) if m}
    for event in filter(None, map(_EVENT.match, lines)):
        parts: dict[str, list[Span]] = {"Source": [], "Cue": [], "Content": []}
        for role in _ROLE.finditer(event["roles"]):
            parts[role["role"]] += spans[role["id"]]
        yield GoldAttribution(*(tuple(sorted(parts[key])) for key in parts))


def _spans(written: str) -> list[Span]:
    """Read "110 112;120 211" as two spans."""
    pairs = (piece.split() for piece in written.split(";"))
    return [Span(int(start), int(end)) for start, end in pairs]
