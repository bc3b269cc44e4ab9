"""Lessons, reports and marks for the tests, small."""

from datetime import datetime, timedelta
from typing import Any

from sidelight import pipeline
from sidelight.lessons import Lesson, LessonReport, Mark, MarkQuestion
from sidelight.model import Article, Span

MADE = datetime(2026, 3, 2, 8, 0)  # noqa: DTZ001 - UTC, as the tables have it

TEXT = (
    "The harbour board of Westmere will close the east pier in May, officials said.\n\n"
    "Critics say the closure was decided behind closed doors. The board denied that.\n\n"
    "A senior official close to the board said the pier was unsafe.\n\n"
    "“We published every minute of every meeting,” Dora Lindqvist, who chairs the "
    "board, said on Monday. Repairs will cost £3 million and take until autumn.\n\n"
    "Fishing crews fear for 40 jobs. Tomas Reyl, a boat owner, said he had heard of "
    "the plan in the street. The board will meet again on Thursday to hear the crews, "
    "and the ferry company has asked for a later date. Visitors to the pier last "
    "summer spent the most of any year since the storm."
)


def report(number: int = 1, text: str = TEXT, title: str = "Pier") -> LessonReport:
    article = Article(text, id=f"urn:test:{number}", title=title, publisher="Gazette")
    reading = pipeline.read(article)
    page = pipeline.notes(reading, reports=[], checks="all")
    spans = tuple(reading.sent(sentence.span) for sentence in reading.sentences)
    return LessonReport(number, article, page, spans)


def lesson(**fields: Any) -> Lesson:  # noqa: ANN401
    known: dict[str, Any] = {
        "id": "a-lesson",
        "title": "The pier",
        "task": "Mark what you would ask about.",
        "checks": ("vague-source", "unnamed-source", "time-unclear"),
        "state": "open",
        "keep_days": 30,
        "made": MADE,
        "expires": MADE + timedelta(days=30),
        "reports": (report(),),
    }
    return Lesson(**(known | fields))


def mark(
    start: int,
    end: int,
    pupil: int = 1,
    question: MarkQuestion = "who-says",
    **fields: Any,  # noqa: ANN401
) -> Mark:
    known: dict[str, Any] = {"id": f"mark-{pupil}-{start}-{end}", "report": 1}
    return Mark(
        span=Span(start, end), question=question, pupil=pupil, **(known | fields)
    )
