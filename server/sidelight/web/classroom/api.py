"""/api/v1/lessons: a lesson for the extension, which marks on the live page.

It has no cookies here: joining gives it a token, which it sends as the header
X-Sidelight-Pupil.
"""

from typing import Any

from flask import Response
from flask_openapi3.blueprint import APIBlueprint

from sidelight.errors import NotFound
from sidelight.lessons import QUESTIONS
from sidelight.messages import message
from sidelight.store.identity import canonical
from sidelight.web.access import open_to_all
from sidelight.web.body import answer
from sidelight.web.classroom.people import pupil
from sidelight.web.classroom.pupils import brief, keep_marks, let_in, opened, wire
from sidelight.web.models import LessonJoin, LessonMarks, LessonReportPath
from sidelight.web.openapi import NOT_FOUND, PROBLEMS
from sidelight.web.service import service

API = APIBlueprint("class_api", __name__, url_prefix="/api/v1/lessons")


@API.post("/join", responses={**PROBLEMS, **NOT_FOUND})
@open_to_all
def post_join(body: LessonJoin) -> Response:
    """Join a lesson by its code

    The answer holds a token for this pupil, the task, and the lesson's reports: their
    numbers, addresses and titles, without notes.
    """  # noqa: D400, D415 - its first line is a title in the OpenAPI document
    token = let_in(body.code)
    who = service().store.classes.pupil(token)
    if who is None:
        raise NotFound(message("This lesson is over."))
    lesson = service().store.lessons.get(who.lesson)
    reports: list[dict[str, Any]] = [
        {
            "number": report.number,
            "url": report.article.url,
            "page": canonical(report.article.url) if report.article.url else None,
            "title": report.article.title,
            "publisher": report.article.publisher,
            "text": report.article.text,
        }
        for report in lesson.reports
    ]
    return answer(
        {
            "token": token,
            "nickname": who.nickname,
            "title": lesson.title,
            "task": lesson.task,
            "questions": list(QUESTIONS),
            "reports": reports,
            "state": lesson.state,
            "version": lesson.version,
        },
        201,
    )


@API.post("/marks", responses={**PROBLEMS})
@open_to_all
def post_marks(body: LessonMarks) -> Response:
    """Keep marks

    Each has an id that its sender made: what is sent twice is kept once. `kept` are
    the ids that need not be sent again.
    """  # noqa: D400, D415 - its first line is a title in the OpenAPI document
    return keep_marks(pupil(), body.model_dump())


@API.get("/state", responses={**PROBLEMS})
@open_to_all
def get_state() -> Response:
    """Tell whether the lesson goes on

    `version` grows with whatever the teacher changes or opens.
    """  # noqa: D400, D415 - its first line is a title in the OpenAPI document
    return answer(brief(pupil()))


@API.get("/reports/<int:number>", responses={**PROBLEMS, **NOT_FOUND})
@open_to_all
def get_report(path: LessonReportPath) -> Response:
    """Return one's own marks on a report, and the notes that are open

    Notes that the teacher has not opened are not part of the answer.
    """  # noqa: D400, D415 - its first line is a title in the OpenAPI document
    who = pupil()
    lesson = service().store.lessons.get(who.lesson)
    report = lesson.report(path.number)
    marks = [
        wire(mark)
        for mark in service().store.classes.marks_of(who)
        if mark.report == path.number
    ]
    return answer({"marks": marks, "notes": opened(lesson, report)})
