"""Who says what: trains and measures the attribution reading on PolNeAR.

The trained file holds plain arrays; the service reads them with numpy alone. The
card beside it says what it was trained on, when, how well it does, and which file
it is (SHA-256).
"""

import json
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from time import process_time
from typing import Any

import joblib

from sidelight.readings import (
    columns,
    linker,
    model_file,
    quotations,
    sentences,
    tagger,
)
from sidelight.readings.linker import MODEL, Linker
from sidelight.readings.tagger import Tagger
from sidelight.training import polnear
from sidelight.training.attributions import gold, pairs, parses, passes
from sidelight.training.attributions.gold import GoldPage
from sidelight.training.attributions.scores import Scores

Progress = Callable[[str, int, int], None]
Figures = dict[str, Any]

_COMPRESSION = ("zlib", 9)
_DATA = (
    "PolNeAR v1.0.0 (Newell, Margolin, Ruths 2018): 1,008 articles of seven US news"
    " publishers, 2015-11 to 2016-11, attributions annotated by hand; word classes and"
    " relations by Stanford CoreNLP."
)
_LICENCE = (
    "The corpus states no licence and its texts are the publishers'. The file holds"
    " weights of hashed features and no sentence of the corpus."
)


def _silent(_what: str, _done: int, _of: int) -> None:
    """Show no progress."""


def train(
    data_dir: Path, out_dir: Path, seed: int = 0, progress: Progress = _silent
) -> Figures:
    """Train on the corpus's train split; write the file and its card into `out_dir`.

    Calls `progress(what, done, of)` as it goes. Returns the figures on dev and test,
    as they stand on the card. Raises InvalidInput where `data_dir` is not the
    corpus's folder `data`.
    """
    pages = gold.read(data_dir, "train", progress)
    for page in pages:
        parsed = parses.read(data_dir, "train", page.name)
        page.classes, page.relations = parses.align(page.page, parsed)
    arrays = passes.train(pages, seed, progress)
    arrays["links"] = pairs.train(pages, seed)
    out_dir.mkdir(parents=True, exist_ok=True)
    path = out_dir / f"{MODEL}.joblib"
    joblib.dump(arrays, path, compress=_COMPRESSION)
    figures = {
        split: _measure(gold.read(data_dir, split, progress), arrays)
        for split in ("dev", "test")
    }
    card = _card(path, seed, len(pages), figures)
    (out_dir / f"{MODEL}.json").write_text(json.dumps(card, indent=2) + "\n", "utf-8")
    return figures


def evaluate(
    data_dir: Path, split: polnear.Split = "dev", progress: Progress = _silent
) -> Figures:
    """Return the figures of the trained file in use on one split of the corpus.

    Raises InvalidInput where `data_dir` is not the corpus's folder `data`, and
    ModelFileError where the trained file is not usable.
    """
    return _measure(gold.read(data_dir, split, progress), model_file.load(MODEL))


def _measure(pages: list[GoldPage], arrays: Mapping[str, Any]) -> Figures:
    """Return strict and linked scores, by publisher too, and the speed."""
    learned = tagger.unpack(arrays)
    joined = linker.unpack(arrays["links"])
    total = Scores()
    by_publisher: dict[str, Scores] = {}
    for page in pages:
        labels = tagger.tag(page.page, learned)
        found = linker.links(page.page, labels, joined)
        for scores in (total, by_publisher.setdefault(page.publisher, Scores())):
            scores.add(page, labels, found)
    return {
        **total.figures(),
        "publishers": {
            name: {kind: f["f1"] for kind, f in scores.figures()["linked"].items()}
            for name, scores in sorted(by_publisher.items())
        },
        "words_a_second": _speed(pages, learned, joined),
    }


def _speed(pages: list[GoldPage], learned: Tagger, joined: Linker) -> int:
    """Return how many words a second are read: sentences, quotations, attributions."""
    started = process_time()
    for page in pages:
        paragraphs = tuple(sentences.paragraphs(page.text))
        table = columns.read(
            page.text, sentences.read(page.text), quotations.read(page.text, paragraphs)
        )
        linker.links(table, tagger.tag(table, learned), joined)
    words = sum(len(page.text.split()) for page in pages)
    return round(words / (process_time() - started))


def _card(path: Path, seed: int, articles: int, figures: Figures) -> dict[str, Any]:
    content = path.read_bytes()
    return {
        "name": MODEL,
        "reads": "who says what: sources, cues and content of attributions",
        "data": _DATA,
        "trained_on": f"the train split, {articles} articles",
        "licence": _LICENCE,
        "date": datetime.now(tz=UTC).date().isoformat(),
        "seed": seed,
        "command": "sidelight train attributions DATA_DIR",
        "sha256": sha256(content).hexdigest(),
        "bytes": len(content),
        "scores": figures,
    }
