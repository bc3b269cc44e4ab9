"""What a machine can find in an event that its writer left without a label.

Running words that two reports share, weekdays that do not fit their date, and pages
without author or date. Whether such a passage is an entry or a trap is the writer's
to say; that it is one of the two is held here.
"""

import re
from calendar import month_name
from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from sidelight.model import Article, Span
from tests.eval.gold_format import Event

RUNNING_WORDS = 12  # of one event: from here on it is shared wording
FEWER_WORDS = 8  # of different events: a template, or a copy

_RUN = re.compile(r"[^\W_]+")  # as wording is compared: letters and digits alone
_DAY = re.compile(
    r"(Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? "
    r"(?:the )?(?:(\d{1,2})(?:st|nd|rd|th)? (?:of )?([A-Z][a-z]{2,8})"
    r"|([A-Z][a-z]{2,8}) (\d{1,2}))\b(?:,? (\d{4}))?"
)
_WEEKDAYS = ("Mon", "Tues", "Wednes", "Thurs", "Fri", "Satur", "Sun")
_MONTHS = tuple(month_name)[1:]


def unlabelled(event: Event) -> Iterator[str]:
    """Yield what would need an entry or a trap and has neither."""
    yield from _unlabelled_wording(event)
    yield from _unlabelled_days(event)
    yield from _unlabelled_pages(event)


def problems_across(articles: Mapping[str, Iterable[Article]]) -> Iterator[str]:
    """Yield running words that reports of different events share.

    `articles` are the reports by event; each distractor is an event of its own.
    """
    seen: dict[tuple[str, ...], tuple[str, str]] = {}
    for event, several in articles.items():
        for article in several:
            words = [m[0].lower() for m in _RUN.finditer(article.text)]
            for i in range(len(words) - FEWER_WORDS + 1):
                gram = tuple(words[i : i + FEWER_WORDS])
                other, report = seen.setdefault(gram, (event, article.id))
                if other != event:
                    yield f"{article.id} and {report} share {' '.join(gram)!r}"


def shared_runs(one: str, other: str) -> Iterator[Span]:
    """Yield where `one` has twelve or more running words of `other`, maximal."""
    places = list(_RUN.finditer(one))
    words = [m[0].lower() for m in places]
    theirs = [m[0].lower() for m in _RUN.finditer(other)]
    grams = {
        tuple(theirs[i : i + RUNNING_WORDS])
        for i in range(len(theirs) - RUNNING_WORDS + 1)
    }
    start = None
    for i in range(len(words) - RUNNING_WORDS + 2):
        if tuple(words[i : i + RUNNING_WORDS]) in grams:
            start = i if start is None else start
        elif start is not None:
            yield Span(places[start].start(), places[i + RUNNING_WORDS - 2].end())
            start = None


def _unlabelled_wording(event: Event) -> Iterator[str]:
    for here in event.articles.values():
        for there in event.articles.values():
            if here is there:
                continue
            for span in shared_runs(here.text, there.text):
                if not _labelled(event, "shared-wording", here.id, span):
                    yield (
                        f"{here.id}: shares with {there.id}, unlabelled: "
                        f"{span.of(here.text)!r}"
                    )


def _unlabelled_days(event: Event) -> Iterator[str]:
    for article in event.articles.values():
        for match in _DAY.finditer(article.text):
            day = _calendar_day(match, article)
            if not day or _WEEKDAYS[day.weekday()] == match[1]:
                continue
            span = Span(match.start(), match.end())
            if not _labelled(event, "calendar-conflict", article.id, span):
                yield f"{article.id}: {match[0]!r} does not fit, unlabelled"


def _calendar_day(match: re.Match[str], article: Article) -> date | None:
    month = next(
        (n for n, m in enumerate(_MONTHS, 1) if m.startswith(match[3] or match[4])), 0
    )
    year = int(match[6]) if match[6] else article.day.year if article.day else 0
    try:
        return date(year, month, int(match[2] or match[5]))
    except ValueError:
        return None


def _unlabelled_pages(event: Event) -> Iterator[str]:
    for article in event.articles.values():
        lacking = article.kind == "page" and not (article.author and article.published)
        for check, due in (
            ("no-byline-or-date", lacking),
            ("kind-of-piece", bool(article.label)),
        ):
            labelled = any(
                e.check == check and e.passage.report == article.id
                for e in event.entries
            )
            if due != labelled:
                yield f"{article.id}, {check}: due {due}, labelled {labelled}"


def _labelled(event: Event, check: str, report: str, span: Span) -> bool:
    places = [
        place
        for e in event.entries
        if e.check == check
        for place in (e.passage, *e.also)
    ]
    places += [trap.passage for trap in event.traps if trap.check == check]
    return any(
        place.report == report and place.span and place.span.overlaps(span)
        for place in places
    )
