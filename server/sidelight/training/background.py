"""Counts how many of a set of news texts hold each stem: models/background.json.

    python -m sidelight.training.background DATA_DIR

`DATA_DIR` holds PolNeAR (its train texts) and TempEval-3 (TBAQ-cleaned and the
silver data, agency copy). No sentence of theirs is kept: a stem and a count.
"""

import re
import sys
from collections import Counter
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import orjson

from sidelight.readings import words
from sidelight.readings.words import STOP_WORDS, stem

FEWEST_DOCUMENTS = (
    3  # a stem in fewer is as good as unknown, and may be a person's name
)
_TAG = re.compile(r"<[^<>]{0,300}>")
_OUT = Path(__file__).parent.parent / "models" / "background.json"


def texts(data_dir: Path) -> Iterator[str]:
    """Yield the plain texts of the corpora below `data_dir`."""
    for path in sorted(data_dir.glob("PolNeAR/data/train/text/*.txt")):
        yield path.read_text(encoding="utf-8")
    for path in sorted(data_dir.glob("TempEval-3/data/*/**/*.tml")):
        marked = path.read_text(encoding="utf-8", errors="replace")
        body = re.search(r"<TEXT>(.*?)</TEXT>", marked, re.DOTALL)
        yield _TAG.sub("", body[1] if body else marked)


def count(data_dir: Path) -> dict[str, object]:
    """Return the background file's content: `documents`, and `stems` by count."""
    held: Counter[str] = Counter()
    seen: set[str] = set()
    for text in texts(data_dir):
        digest = sha256(text.strip().encode()).hexdigest()
        if digest in seen:  # the silver data repeats some of the rest
            continue
        seen.add(digest)
        folded = set(words.read(text).folded) - STOP_WORDS
        held.update({stem(word) for word in folded if not word.isdigit()})
    kept = sorted(
        (s, n) for s, n in held.items() if n >= FEWEST_DOCUMENTS and len(s) > 1
    )
    return {"documents": len(seen), "stems": dict(kept)}


if __name__ == "__main__":
    content = orjson.dumps(count(Path(sys.argv[1])))
    _OUT.write_bytes(content)
    sys.stdout.write(f"{_OUT.name}: {len(content):,} bytes\n")
