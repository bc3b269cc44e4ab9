"""How far a second, blind labelling of a third of the set agrees with the gold.

`python -m tests.eval.agreement` from the root of the project prints, for each check,
how many sure entries either reader has, how many they share, and F1. An entry is
shared where check, report and part agree and the passages overlap by at least half
of the shorter; a sure entry of one that meets an arguable one of the other counts
neither way. Both readings are model-assisted: this is no human agreement.
"""

import sys
from collections import Counter
from collections.abc import Iterable, Iterator

import msgspec

from sidelight.training.evaluation import EXHAUSTIVE
from sidelight.training.gold import RawEntry, RawPassage, UnsoundGoldError, place
from tests.eval.gold_format import HERE, Entry, Event, Passage, load_event

BLIND = HERE / "blind"
ACROSS = frozenset(
    "date-differs figure-differs quote-wording-differs quote-status-differs "
    "shared-wording".split()
)


class RawBlind(msgspec.Struct, kw_only=True):
    """A blind labelling of one event; `reports` are those read, if not all."""

    event: str
    labelled_by: str
    reports: tuple[str, ...] = ()
    entries: tuple[RawEntry, ...]


def blind_events() -> list[str]:
    """Return the events that were labelled a second time."""
    return sorted(path.stem for path in BLIND.glob("*.json"))


def blind(event: Event) -> RawBlind:
    """Return the second reader's file on an event."""
    content = (BLIND / f"{event.name}.json").read_bytes()
    return msgspec.json.decode(content, type=RawBlind)


def blind_entries(event: Event) -> Iterator[Entry]:
    """Yield the second reader's entries on an event; raises UnsoundGoldError."""
    raw = blind(event)
    for entry in raw.entries:
        passage = _passage(event, entry.report, entry)
        also = tuple(_passage(event, entry.report, other) for other in entry.also)
        yield Entry(entry.check, passage, also, (), entry.sure, entry.why, entry.party)


def _passage(event: Event, report: str, raw: RawPassage) -> Passage:
    if raw.part == "article" or raw.exact is None:
        return Passage(report, "article", None)
    article = event.articles[report]
    text = article.text if raw.part == "text" else article.title or ""
    try:
        span = place(text, raw.exact, raw.nth, raw.within)
    except UnsoundGoldError as error:
        message = f"{event.name}, blind, {report}: {error}"
        raise UnsoundGoldError(message) from error
    return Passage(report, raw.part, span)


def agreement(names: Iterable[str]) -> dict[str, Counter[str]]:
    """Return, for each check, the counts `gold`, `blind` and `shared`."""
    counts: dict[str, Counter[str]] = {}
    for name in names:
        event = load_event(name)
        second = list(blind_entries(event))
        some = blind(event).reports
        checks = EXHAUSTIVE - ACROSS if some else EXHAUSTIVE
        for check in checks:
            mine = [
                e
                for e in event.entries
                if e.check == check and (not some or e.passage.report in some)
            ]
            theirs = [e for e in second if e.check == check]
            counts.setdefault(check, Counter()).update(_compare(mine, theirs))
    return counts


def _compare(gold: list[Entry], second: list[Entry]) -> Counter[str]:
    counted: Counter[str] = Counter()
    for own, others, name in ((gold, second, "gold"), (second, gold, "blind")):
        for entry in (e for e in own if e.sure):
            met = [other for other in others if _same(entry, other)]
            if met and not any(other.sure for other in met):
                continue
            counted[name] += 1
            counted[f"{name}_shared"] += bool(met)
    return counted


def _same(one: Entry, other: Entry) -> bool:
    return any(
        _overlap(a, b)
        for a in (one.passage, *one.also)
        for b in (other.passage, *other.also)
    )


def _overlap(one: Passage, other: Passage) -> bool:
    if (one.report, one.part) != (other.report, other.part):
        return False
    if one.span is None or other.span is None:
        return one.span == other.span
    common = min(one.span.end, other.span.end) - max(one.span.start, other.span.start)
    shorter = min(one.span.end - one.span.start, other.span.end - other.span.start)
    return common * 2 >= shorter


def table(counts: dict[str, Counter[str]]) -> Iterator[str]:
    """Yield the lines of the table."""
    yield f"{'check':<24}{'gold':>6}{'blind':>7}{'of gold':>9}{'of blind':>10}{'F1':>6}"
    for check, c in sorted(counts.items()):
        recall = c["gold_shared"] / c["gold"] if c["gold"] else 0.0
        precision = c["blind_shared"] / c["blind"] if c["blind"] else 0.0
        f1 = (
            2 * precision * recall / (precision + recall) if precision + recall else 0.0
        )
        yield (
            f"{check:<24}{c['gold']:>6}{c['blind']:>7}{c['gold_shared']:>9}"
            f"{c['blind_shared']:>10}{f1:>6.2f}"
        )


if __name__ == "__main__":
    for line in table(agreement(blind_events())):
        sys.stdout.write(f"{line}\n")
