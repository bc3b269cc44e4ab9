"""Notes on real reports, to be judged by eye with both texts open.

    python -m sidelight.training.real_notes DATA_DIR OUT.json [HOW_MANY [SEED]]

`DATA_DIR` holds Giveme5W1H (its news_cluster data: 383 reports, 69 events). Each report
is compared with those of the week before and after, as the store does, by the default checks that
need other reports, and by those of the first checks that do. Writes a sample: spread evenly over the checks, or, with a
SEED, drawn at random from all notes, as a reader meets them. What is written holds sentences of the corpus and stays outside the project.

    python -m sidelight.training.real_notes --judged

prints what came of it: how many of the judged notes were held to be right in each of
two passes, and how many of those that no earlier reading had judged
(tests/eval/judged.json holds verdicts and digests, no sentence).
"""

import random
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any

import orjson

from sidelight import pipeline
from sidelight.checks import Check, chosen, every_check
from sidelight.model import Comparison, Finding, Reading, Span
from sidelight.packaged import evaluation_set
from sidelight.related import compare
from sidelight.training.measure_related import articles

# The first checks that compare, judged whatever tier their figures give them.
FIRST = frozenset({"corroborated", "date-differs", "figure-differs", "shared-wording"})
_DAYS = 7  # as the store searches
_AROUND = 260  # code points of context on each side
Note = dict[str, Any]


def notes(data_dir: Path) -> Iterator[Note]:
    """Yield every note that rests on other reports: default checks, and the first ones."""
    wanted = {check.ID for check in chosen("default")} | FIRST
    checks = [c for c in every_check() if c.ID in wanted and "reports" in c.NEEDS]
    readings = [pipeline.read(article) for _, article in articles(data_dir)]
    for number, reading in enumerate(readings):
        sys.stderr.write(
            f"\r{number + 1} of {len(readings)}" + "\n" * (number + 1 == len(readings))
        )
        others = [other for other in readings if _is_near(reading, other)]
        comparison = compare(reading, others)
        for check in checks:
            for finding in pipeline.run(check, reading, comparison).findings:
                yield _note(check, reading, comparison, finding)


def _is_near(reading: Reading, other: Reading) -> bool:
    """Tell whether the store would search for `other`: a week apart, or no day known."""
    one, two = reading.article.day, other.article.day
    near = one is None or two is None or abs((one - two).days) <= _DAYS
    return near and other is not reading


def _note(
    check: Check, reading: Reading, comparison: Comparison, finding: Finding
) -> Note:
    here = _passage(reading, finding.part, finding.span)
    there = [
        _passage(comparison.reports[e.report].reading, e.part, e.span)
        for e in finding.evidence
    ]
    key = orjson.dumps([check.ID, here["report"], here["exact"], there])
    return {
        "id": sha256(key).hexdigest()[:12],
        "check": check.ID,
        "message": finding.message,
        "here": here,
        "there": there,
    }


def _passage(reading: Reading, part: str, span: Span | None) -> Note:
    article = reading.article
    text = (article.title or "") if part == "title" else reading.text
    whole: Note = {
        "report": article.id,
        "title": article.title,
        "published": article.published,
        "part": part,
        "exact": span.of(text) if span else None,
    }
    if span:
        whole["before"] = text[max(0, span.start - _AROUND) : span.start]
        whole["after"] = text[span.end : span.end + _AROUND]
    return whole


def sample(every: list[Note], how_many: int, seed: int = 0) -> list[Note]:
    """Return notes of all checks in turn, so that a talkative check leaves room."""
    by_check: dict[str, list[Note]] = defaultdict(list)
    for note in every:
        by_check[note["check"]].append(note)
    order = random.Random(seed)  # noqa: S311 - a sample, no secret
    for some in by_check.values():
        order.shuffle(some)
    taken: list[Note] = []
    while len(taken) < how_many and any(by_check.values()):
        for some in by_check.values():
            if some and len(taken) < how_many:
                taken.append(some.pop())
    return sorted(taken, key=lambda note: (note["check"], note["id"]))


def drawn(every: list[Note], how_many: int, seed: int) -> list[Note]:
    """Return notes drawn at random; the same for the same notes and seed."""
    order = sorted(every, key=lambda n: (n["id"], n["here"].get("before") or ""))
    random.Random(seed).shuffle(order)  # noqa: S311 - a sample, no secret
    return order[:how_many]


def judged(folder: Path) -> Iterator[str]:
    """Yield the lines of the table: right notes by check, for each pass.

    "new" are those that no earlier reading had judged.
    """
    verdicts = orjson.loads((folder / "judged.json").read_bytes())["notes"]
    right: dict[str, Counter[str]] = defaultdict(Counter)
    for note in verdicts:
        new = () if note.get("before") else ("new",)
        for row in (note["check"], "all", *new):
            right[row]["notes"] += 1
            right[row]["first"] += note["first"] == "right"
            right[row]["second"] += note["second"] == "right"
            right[row]["both"] += note["first"] == note["second"] == "right"
            right[row]["agree"] += note["first"] == note["second"]
    for check, counts in sorted(right.items()):
        of = counts["notes"]
        shares = (
            f"{name} {counts[name] / of:.2f}"
            for name in ("first", "second", "both", "agree")
        )
        yield f"{check:22} {of:4} notes  {'  '.join(shares)}"


def main(arguments: list[str]) -> None:
    """Write a sample to judge, or print what was judged."""
    if arguments == ["--judged"]:
        sys.stdout.write("\n".join(judged(evaluation_set())) + "\n")
        return
    data, out, *rest = arguments
    every = list(notes(Path(data)))
    how_many, *seed = [int(number) for number in rest] or [200]
    some = drawn(every, how_many, seed[0]) if seed else sample(every, how_many)
    Path(out).write_bytes(orjson.dumps(some, option=orjson.OPT_INDENT_2))
    sys.stdout.write(f"{len(some)} of {len(every)} notes\n")


if __name__ == "__main__":
    main(sys.argv[1:])
