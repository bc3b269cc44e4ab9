"""A toy corpus in the layout of PolNeAR, made of a few hand-made sentences."""

from itertools import cycle, islice, product
from pathlib import Path
from xml.sax.saxutils import escape

SOURCES = ("The minister", "Petra Lind", "The union", "Jan Holm", "The mayor")
CUES = ("said", "warned", "insisted", "argued")
CONTENTS = (
    "the dam would hold",
    "the river was clean",
    "the mill had closed",
    "the bridge was safe",
)
PLAIN = ("Rain fell on the hills.", "The road was closed.", "The mill has a gate.")
_TAGS = {"The": "DT", "the": "DT", "said": "VBD", "warned": "VBD", ".": "."}
_RELATIONS = {"The": "det>", "the": "det>", "said": "root", ".": "punct<"}


def write(data_dir: Path, articles: int = 12) -> None:
    """Write `articles` articles of ten sentences into each split of the corpus."""
    sentences = islice(cycle(product(SOURCES, CUES, CONTENTS)), 3, None, 7)
    for split in ("train", "dev", "test"):
        for kind in ("text", "attributions", "corenlp"):
            (data_dir / split / kind).mkdir(parents=True, exist_ok=True)
        for number in range(articles if split == "train" else 2):
            _article(data_dir / split, f"mill_{number}", list(islice(sentences, 10)))


def _article(folder: Path, name: str, said: list[tuple[str, str, str]]) -> None:
    text, lines = "", []
    for number, (source, cue, content) in enumerate(said, start=1):
        for order, (role, words) in enumerate(
            (("Source", source), ("Cue", cue), ("Content", content))
        ):
            start = len(text)
            text += words + " "
            lines.append(
                f"T{number}{order}\t{role} {start} {start + len(words)}\t{words}"
            )
        lines.append(
            f"E{number}\tAttribution:T{number}9 Source:T{number}0 Cue:T{number}1"
            f" Content:T{number}2"
        )
        text = text.rstrip() + ". " + PLAIN[number % 3] + "\n\n"
    (folder / "text" / f"{name}.txt").write_text(text, "utf-8")
    (folder / "attributions" / f"{name}_00aa.ann").write_text("\n".join(lines), "utf-8")
    (folder / "corenlp" / f"{name}.txt.xml").write_text(_parse(text), "utf-8")


def _parse(text: str) -> str:
    tokens, dependencies, at = [], [], 0
    words = text.replace(".", " .").split()
    for order, word in enumerate(words, start=1):
        at = text.index(word, at)
        tokens.append(
            f'<token id="{order}"><word>{escape(word)}</word>'
            f"<CharacterOffsetBegin>{at}</CharacterOffsetBegin>"
            f"<CharacterOffsetEnd>{at + len(word)}</CharacterOffsetEnd>"
            f"<POS>{_TAGS.get(word, 'NN')}</POS></token>"
        )
        relation = _RELATIONS.get(word, "nsubj>")
        head = {">": order + 1, "<": order - 1}.get(relation[-1], 0)
        dependencies.append(
            f'<dep type="{relation.rstrip("<>")}"><governor idx="{head}">x</governor>'
            f'<dependent idx="{order}">x</dependent></dep>'
        )
        at += len(word)
    return (
        f'<sentence id="1"><tokens>{"".join(tokens)}</tokens>'
        f'<dependencies type="basic-dependencies">{"".join(dependencies)}</dependencies>'
        "</sentence>"
    )
