"""What the notes of a check come to beside the labels of a report.

A note hits an entry when check, report and part agree and the two overlap by at
least half of the shorter. Arguable entries count neither way.
"""

from collections import Counter
from collections.abc import Sequence

from sidelight.checks import Check
from sidelight.model import Finding, Span
from sidelight.training.gold import Entry, Event, Passage

Counts = Counter[str]

EXHAUSTIVE = frozenset(
    "date-differs figure-differs quote-wording-differs quote-status-differs "
    "shared-wording unnamed-source vague-source closed-setting calendar-conflict "
    "headline-quote headline-differs party-not-heard time-unclear single-party-claim "
    "no-byline-or-date kind-of-piece".split()
)
"""Checks of which every passage that earns a note is labelled."""

COUNTED = ("hits", "false_alarms", "missed", "trap_hits", "arguable", "unlabelled")
"""Labelled passages found; notes where no label is, of which some on a trap; labelled
passages not found; notes on arguable passages; and notes without a label of a check
whose labels are examples, which are neither right nor wrong."""


def counted(
    check: Check, event: Event, report: str, findings: Sequence[Finding]
) -> Counts:
    """Return the counts named in `COUNTED` for one check on one report."""
    counts: Counts = Counter()
    entries = [e for e in event.entries if _is_of(e.check, e.passage, check, report)]
    traps = [t for t in event.traps if _is_of(t.check, t.passage, check, report)]
    hit: set[int] = set()
    for finding in findings:
        found = [n for n, entry in enumerate(entries) if _hits(finding, entry)]
        if any(entries[n].sure for n in found):
            hit.update(found)
        elif found:
            counts["arguable"] += 1
        elif any(_meet(finding, trap.passage) for trap in traps):
            counts["trap_hits"] += 1
            counts["false_alarms"] += 1
        else:
            exhaustive = check.ID in EXHAUSTIVE
            counts["false_alarms" if exhaustive else "unlabelled"] += 1
    sure = [n for n, entry in enumerate(entries) if entry.sure]
    counts["hits"] = sum(n in hit for n in sure)
    counts["missed"] = len(sure) - counts["hits"]
    return counts


def _is_of(of: str, passage: Passage, check: Check, report: str) -> bool:
    return (of, passage.report) == (check.ID, report)


def _hits(finding: Finding, entry: Entry) -> bool:
    return any(_meet(finding, passage) for passage in (entry.passage, *entry.also))


def _meet(finding: Finding, passage: Passage) -> bool:
    if finding.part != passage.part:
        return False
    if finding.span is None or passage.span is None:
        return finding.span == passage.span
    return share(finding.span, passage.span) >= 0.5  # noqa: PLR2004 - half


def share(one: Span, other: Span) -> float:
    """Return how much of the shorter span lies in the other; under 0 if they are apart."""
    common = min(one.end, other.end) - max(one.start, other.start)
    return common / min(one.end - one.start, other.end - other.start)
