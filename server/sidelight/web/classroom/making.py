"""Reports for a lesson: out of a form, a file, an address, the store or a ready lesson."""

from collections.abc import Sequence
from dataclasses import replace

from flask import request

from sidelight import pages, pipeline
from sidelight.checks import every_check, tier_of
from sidelight.errors import InvalidInput
from sidelight.ingest import sources
from sidelight.lessons import LessonReport, OwnQuestion
from sidelight.lessons.ready import ReadyLesson
from sidelight.messages import message
from sidelight.model import Article
from sidelight.pages import article_from
from sidelight.web.refusals import FetchingOff
from sidelight.web.service import service

_FIELDS = ("title", "publisher", "published", "author")


def class_checks() -> tuple[str, ...]:
    """Return the ids of the checks that a new lesson shows."""
    meant = {"default", "class"}
    return tuple(check.ID for check in every_check() if tier_of(check.ID) in meant)


def make_ready(lesson: ReadyLesson, teacher: int | None) -> str:
    """Make a lesson out of a ready one and return its id."""
    lessons = service().store.lessons
    checks = lesson.checks or class_checks()
    made = lessons.make(teacher, lesson.title, lesson.task, checks)
    lessons.put_reports(made, noted([(0, article) for article in lesson.reports]))
    for question in lesson.questions:
        number = question.report + 1  # a new lesson's reports are numbered from 1
        lessons.ask(
            made, OwnQuestion(0, number, question.span, question.text, question.early)
        )
    return made


def noted(articles: Sequence[tuple[int, Article]]) -> Sequence[LessonReport]:
    """Return reports with their notes, each compared with all the others.

    `articles` come with their numbers in the lesson, 0 for a new one.
    """
    readings = [pipeline.read(article) for _, article in articles]
    made = []
    for (number, article), reading in zip(articles, readings, strict=True):
        others = [other for other in readings if other is not reading]
        page = pipeline.notes(reading, reports=others, checks="all")
        spans = tuple(reading.sent(sentence.span) for sentence in reading.sentences)
        made.append(LessonReport(number, article, page, spans))
    return made


def sent_articles() -> Sequence[Article]:
    """Return the reports that a form brings, in whichever way.

    Raises `InvalidInput`, `NotFound`, `NotFetched` or `FetchingOff`.
    """
    found = [*_pasted(), *_uploaded(), *_fetched(), *_stored()]
    if not found:
        raise InvalidInput(message("Paste a text, choose a file, or give an address."))
    return [_clean(article) for article in found]


def _pasted() -> Sequence[Article]:
    text = request.form.get("text", "")
    if not text.strip():
        return []
    fields = {name: request.form.get(name, "").strip() for name in _FIELDS}
    return [article_from({**fields, "text": _plain(text), "kind": "paste"})]


def _uploaded() -> Sequence[Article]:
    found = []
    for file in request.files.getlist("file"):
        if file.filename:
            try:
                found.append(pages.in_file(file.filename, file.read()))
            except InvalidInput as error:
                raise type(error)(f"{file.filename}: {error}") from None
    return found


def _fetched() -> Sequence[Article]:
    url = request.form.get("url", "").strip()
    if not url:
        return []
    if not service().settings.fetch:
        raise FetchingOff(
            message(
                "This service fetches nothing. Open the page, copy its text and paste it; "
                "or ask whoever runs the service for SIDELIGHT_FETCH=on."
            )
        )
    named = url if "://" in url else f"https://{url}"
    reply = service().polite.get(named, named=True, most=sources.MOST_BYTES)
    return [sources.article(reply)]


def _stored() -> Sequence[Article]:
    store = service().store
    return [store.get(report).article for report in request.form.getlist("id")]


def _clean(article: Article) -> Article:
    """Return an article whose text a page shows character for character.

    Browsers write a carriage return as a line feed and leave NUL out.
    """
    return replace(article, text=_plain(article.text))


def _plain(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "")
