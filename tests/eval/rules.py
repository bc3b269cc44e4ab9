"""What the labels of an event must keep (README.md): reports, entries, traps."""

import re
from collections import Counter
from collections.abc import Iterator
from datetime import datetime
from itertools import combinations
from urllib.parse import urlsplit

from sidelight.model import Article
from sidelight.readings.spacing import squeezed
from tests.eval.gold_format import Entry, Event, Passage, Said, Trap
from tests.eval.unlabelled import shared_runs, unlabelled

TRAPPED = (  # every event has traps for each of these
    "single-party-claim",
    "party-not-heard",
    "unnamed-source",
    "vague-source",
    "closed-setting",
    "date-differs",
    "figure-differs",
    "quote-wording-differs",
    "quote-status-differs",
    "shared-wording",
    "corroborated",
    "time-unclear",
    "calendar-conflict",
    "headline-quote",
    "no-byline-or-date",
    "kind-of-piece",
)
EXHAUSTIVE = (*(c for c in TRAPPED if c != "corroborated"), "headline-differs")
EXAMPLES = (
    "corroborated",
    "unsourced-figure",
    "document-not-linked",
    "forecast",
    "motive-reading",
    "only-here",
    "reported-elsewhere",
    "naming-differs",
    "strong-wording",
    "party-term",
)
CHECKS = (*EXHAUSTIVE, *EXAMPLES)
NEED_EVIDENCE = {
    "date-differs",
    "figure-differs",
    "quote-wording-differs",
    "quote-status-differs",
    "shared-wording",
    "naming-differs",
    "corroborated",
}
BOTH_SIDES = {
    "date-differs",
    "figure-differs",
    "quote-wording-differs",
    "quote-status-differs",
    "shared-wording",
}
NEED_PARTY = {"single-party-claim", "party-not-heard"}
OF_TITLE = {"headline-quote", "headline-differs"}
OF_ARTICLE = {"no-byline-or-date", "kind-of-piece", "reported-elsewhere"}
OWN_FAULTS = {  # the families that a plain report keeps clear of
    "single-party-claim",
    "party-not-heard",
    "unnamed-source",
    "vague-source",
    "closed-setting",
}

PER_EVENT = {
    "one-sided",
    "copied-passage",
    "wrong-date",
    "declined-to-comment",
    "update",
    "rounding",
    "second-event",
    "unnamed-no-reason",
}
ONE_OF = (
    {"wrong-figure", "figure-moved"},
    {"quote-reworded", "quote-to-plain", "quote-other-speaker"},
)
TWO_OF = {
    "exclusive-is-none",
    "headline-beyond",
    "unnamed-with-reason",
    "opinion-labelled",
}
MANNER = {
    "no-date",
    "straight-quotes",
    "curly-quotes",
    "single-quotes",
    "multi-paragraph-quote",
    "pronoun-speaker",
    "inverted-cue",
    "passive-cue",
    "metonym",
    "dateline",
    "relative-date",
    "words-and-digits",
    "agency-credit",
    "paste",
    "cut-short",
}
FEATURES = PER_EVENT | TWO_OF | MANNER | ONE_OF[0] | ONE_OF[1]

REPORTS_AN_EVENT = 5
LABELLED_AN_EVENT = 2
TRAPS_AN_EVENT = 2
FEWEST_WORDS, MOST_WORDS = 200, 750
WINDOW_DAYS = 7

_WORD = re.compile(r"[^\W_]+(?:[’'][^\W_]+)*")


def word_count(text: str) -> int:
    """Return the number of words; "don't" is one."""
    return sum(1 for _ in _WORD.finditer(text))


def problems_of(event: Event) -> Iterator[str]:
    """Yield what is wrong with an event whose passages could be placed."""
    yield from _problems_of_reports(event)
    for entry in event.entries:
        yield from _problems_of_entry(entry)
    for trap in event.traps:
        if trap.check not in CHECKS:
            yield f"{trap.passage.report}: a trap for no check: {trap.check!r}"
        yield from _wrong_part(trap.check, trap.passage)
        yield from _trap_on_entry(event, trap)
    yield from _problems_of_repeats(event)
    yield from _one_sided_labels(event)
    yield from _witnesses(event)
    yield from unlabelled(event)
    yield from _problems_of_attributions(event)


def shortfalls_of(event: Event) -> Iterator[str]:
    """Yield what an event does not have yet."""
    if len(event.articles) != REPORTS_AN_EVENT:
        yield f"{event.name}: {len(event.articles)} reports"
    if len(event.attributions) < LABELLED_AN_EVENT:
        yield f"{event.name}: {len(event.attributions)} reports with attributions"
    traps = Counter(trap.check for trap in event.traps)
    for check in TRAPPED:
        if traps[check] < TRAPS_AN_EVENT:
            yield f"{event.name}: {traps[check]} traps for {check}"
    corroborated = sum(entry.check == "corroborated" for entry in event.entries)
    if corroborated < TRAPS_AN_EVENT:
        yield f"{event.name}: {corroborated} entries for corroborated"
    features = {f for several in event.features.values() for f in several}
    for feature in sorted(PER_EVENT - features):
        yield f"{event.name}: no report has {feature}"
    for group in ONE_OF:
        if not group & features:
            yield f"{event.name}: no report has one of {sorted(group)}"
    if len(TWO_OF & features) < len(ONE_OF):
        yield f"{event.name}: fewer than two of {sorted(TWO_OF)}"


def problems_of_report(article: Article) -> Iterator[str]:
    """Yield what is wrong with one report or distractor by itself."""
    words = word_count(article.text)
    if not FEWEST_WORDS <= words <= MOST_WORDS:
        yield f"{article.id}: {words} words"
    if squeezed(article.text) or re.search(r"(?<!\n)\n(?!\n)", article.text):
        yield f"{article.id}: single spaces, and one blank line between paragraphs, alone"
    if not (urlsplit(article.url or "").hostname or "").endswith(".example"):
        yield f"{article.id}: its address is not under .example"
    if article.published:
        try:
            datetime.fromisoformat(article.published)
        except ValueError:
            yield f"{article.id}: published {article.published!r}"


def _problems_of_reports(event: Event) -> Iterator[str]:
    if set(event.styles) != set(event.articles):
        yield f"{event.name}: `reports` names {sorted(event.styles)}"
    days = []
    for article in event.articles.values():
        yield from problems_of_report(article)
        if not article.id.startswith(f"{event.name}-"):
            yield f"{article.id}: not named for {event.name}"
        unknown = set(event.features.get(article.id, ())) - FEATURES
        if unknown:
            yield f"{article.id}: features {sorted(unknown)}"
        undated = "no-date" in event.features.get(article.id, ())
        if undated != (article.published is None):
            yield f"{article.id}: published {article.published!r}, features differ"
        if article.day:
            days.append(article.day)
    if days and (max(days) - min(days)).days >= WINDOW_DAYS:
        yield f"{event.name}: published from {min(days)} to {max(days)}"
    for report, style in event.styles.items():
        faults = [
            e
            for e in event.entries
            if e.passage.report == report and e.check in OWN_FAULTS and e.sure
        ]
        if style == "plain" and len(faults) > 1:
            yield f"{report}: plain, with {len(faults)} entries of its own making"


def _problems_of_entry(entry: Entry) -> Iterator[str]:
    where = f"{entry.passage.report}, {entry.check}"
    if entry.check not in CHECKS:
        yield f"{where}: no such check"
    if not entry.why.strip() or "\n" in entry.why:
        yield f"{where}: `why` is one line"
    if entry.check in NEED_EVIDENCE and not entry.evidence:
        yield f"{where}: no evidence"
    if entry.check in NEED_PARTY and not entry.party:
        yield f"{where}: no party"
    if any(e.report == entry.passage.report for e in entry.evidence):
        yield f"{where}: evidence stands in another report"
    if (
        entry.check == "corroborated"
        and len({e.report for e in entry.evidence}) < REPORTS_AN_EVENT - 3
    ):
        yield f"{where}: evidence of two reports at least"
    yield from _wrong_part(entry.check, entry.passage)


def _wrong_part(check: str, passage: Passage) -> Iterator[str]:
    wanted = {
        **dict.fromkeys(OF_TITLE, ("title",)),
        **dict.fromkeys(OF_ARTICLE, ("article",)),
    }.get(check, ("text", "title"))
    if passage.part not in wanted:
        yield f"{passage.report}, {check}: part is {passage.part}"


def _meet(one: Passage, other: Passage) -> bool:
    """Tell whether two passages share a code point (or are both the article)."""
    if (one.report, one.part) != (other.report, other.part):
        return False
    return not one.span or not other.span or one.span.overlaps(other.span)


def _trap_on_entry(event: Event, trap: Trap) -> Iterator[str]:
    for entry in event.entries:
        if entry.check == trap.check and any(
            _meet(trap.passage, place) for place in (entry.passage, *entry.also)
        ):
            yield f"{trap.passage.report}, {trap.check}: a trap lies on an entry"


def _problems_of_repeats(event: Event) -> Iterator[str]:
    for one, other in combinations(event.entries, 2):
        if one.check == other.check and one.passage == other.passage:
            yield f"{one.passage.report}, {one.check}: labelled twice"
    for trap, again in combinations(event.traps, 2):
        if trap.check == again.check and trap.passage == again.passage:
            yield f"{trap.passage.report}, {trap.check}: the same trap twice"


def _problems_of_attributions(event: Event) -> Iterator[str]:
    for report, several in event.attributions.items():
        text = event.articles[report].text
        for said in several:
            if not said.cue and said.source:
                yield f"{report}: a source without a cue: {said.source.of(text)!r}"
            yield from _wrong_type(report, text, said)


def _wrong_type(report: str, text: str, said: Said) -> Iterator[str]:
    marks = "\"“‘'"
    opened = [span.of(text)[:1] in marks for span in said.content]
    quoted = any(re.search(r"[\"“”]|(?<!\w)[‘']", s.of(text)) for s in said.content)
    if said.type == "direct" and not all(opened):
        yield f"{report}: direct, not all quoted: {said.content[0].of(text)!r}"
    if said.type == "indirect" and quoted:
        yield f"{report}: indirect, with marks: {said.content[0].of(text)!r}"
    if said.type == "mixed" and not quoted:
        yield f"{report}: mixed, without marks: {said.content[0].of(text)!r}"


def _one_sided_labels(event: Event) -> Iterator[str]:
    """Yield differences labelled on one report: evidence is itself an entry."""
    for entry in event.entries:
        if entry.check not in BOTH_SIDES:
            continue
        for evidence in entry.evidence:
            if not any(
                other.check == entry.check and _meet(evidence, place)
                for other in event.entries
                for place in (other.passage, *other.also)
            ):
                yield (
                    f"{entry.passage.report}, {entry.check}: "
                    f"its evidence in {evidence.report} has no entry"
                )


def _witnesses(event: Event) -> Iterator[str]:
    """Yield corroboration by reports that share wording."""
    for entry in event.entries:
        if entry.check != "corroborated":
            continue
        reports = {entry.passage.report, *(e.report for e in entry.evidence)}
        for one, other in combinations(sorted(reports), 2):
            texts = event.articles[one].text, event.articles[other].text
            if next(shared_runs(*texts), None):
                yield f"{entry.passage.report}, corroborated: {one} copies {other}"
