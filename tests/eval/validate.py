"""Hold the evaluation set against its own rules (README.md), and count it.

`python -m tests.eval.validate [EVENT...]` from the root of the project prints every
problem and a table of counts, and ends with status 1 where there is a problem.
"""

import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from tests.eval.gold_format import (
    DISTRACTORS,
    EVENTS,
    HERE,
    Event,
    events_written,
    load_distractors,
    read_event,
)
from tests.eval.rules import (
    CHECKS,
    FEATURES,
    problems_of,
    problems_of_report,
    shortfalls_of,
    word_count,
)
from tests.eval.unlabelled import problems_across


def split() -> dict[str, list[str]]:
    """Return the events of each part of the split."""
    parts: dict[str, list[str]] = json.loads((HERE / "split.json").read_text("utf-8"))
    return parts


def table(events: Iterable[Event]) -> Iterator[str]:
    """Yield the lines of the counts: by report, by check, by feature."""
    events = list(events)
    yield f"{'report':<14}{'words':>6}  {'style':<8}{'entries':>8}{'attributions':>13}"
    for event in events:
        for report, article in sorted(event.articles.items()):
            entries = sum(e.passage.report == report for e in event.entries)
            said = len(event.attributions.get(report, ()))
            yield (
                f"{report:<14}{word_count(article.text):>6}  "
                f"{event.styles.get(report, '?'):<8}{entries:>8}{said or '':>13}"
            )
    yield ""
    yield f"{'check':<24}{'sure':>6}{'arguable':>10}{'traps':>7}"
    sure = Counter(e.check for event in events for e in event.entries if e.sure)
    arguable = Counter(e.check for event in events for e in event.entries if not e.sure)
    traps = Counter(t.check for event in events for t in event.traps)
    for check in CHECKS:
        yield f"{check:<24}{sure[check]:>6}{arguable[check]:>10}{traps[check]:>7}"
    yield ""
    reports: dict[str, list[str]] = defaultdict(list)
    for event in events:
        for report, features in event.features.items():
            for feature in features:
                reports[feature].append(report)
    for feature in sorted(FEATURES):
        yield f"{feature:<24}{len(reports[feature]):>4}  {' '.join(reports[feature])}"


def main(names: list[str]) -> int:
    """Print the problems and the counts of the named events, or of all."""
    events, problems = [], []
    for name in names or events_written():
        event, unplaced = read_event(EVENTS / name)
        events.append(event)
        problems += [*unplaced, *problems_of(event), *shortfalls_of(event)]
    by_event = {event.name: list(event.articles.values()) for event in events}
    if not names and DISTRACTORS.exists():
        for article in load_distractors():
            problems += problems_of_report(article)
            by_event[article.id] = [article]
    problems += problems_across(by_event)
    lines = [*table(events), "", *problems, f"{len(problems)} problems"]
    sys.stdout.write("\n".join(lines) + "\n")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
