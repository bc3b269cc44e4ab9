"""/join and /class: pupils join a lesson, read, mark, and see what is opened."""

from http import HTTPStatus
from typing import Any

from flask import Blueprint, Response, render_template, request, session

from sidelight.errors import InvalidInput, NotFound, SidelightError
from sidelight.lessons import (
    Lesson,
    LessonReport,
    Mark,
    Pupil,
    mark_from,
    open_notes,
)
from sidelight.messages import message
from sidelight.web.access import open_to_all
from sidelight.web.body import answer
from sidelight.web.classroom.after import comparison
from sidelight.web.classroom.answers import Answer, private, see
from sidelight.web.classroom.people import PUPIL, pupil, somebody, turn_away
from sidelight.web.classroom.refusals import NotYet
from sidelight.web.classroom.shown import page_of, shown
from sidelight.web.language import texts
from sidelight.web.limiter import limiter
from sidelight.web.service import service

PAGES = Blueprint("pupils", __name__)
turn_away(PAGES)

MOST_AT_ONCE = 100
"""Marks in one message; a browser that was away long sends several."""


@PAGES.get("/join")
@open_to_all
def show_join() -> Response:
    """Show the form for the code."""
    here = somebody()
    return private(
        render_template(
            "join.html", code=request.args.get("code", "")[:20], here=here, problem=None
        )
    )


@PAGES.post("/join")
@open_to_all
def join() -> Response:
    """Let somebody into a lesson, in a session that nobody can have prepared."""
    typed = request.form.get("code", "")
    try:
        joined = let_in(typed)
    except (NotFound, InvalidInput) as error:
        page = render_template(
            "join.html", code=typed[:20], here=None, problem=error.problem(texts())
        )
        return private(Answer(page, error.status))
    session.clear()
    session[PUPIL] = joined
    session.permanent = True  # a Chromebook's lid may be shut in the middle
    return see("/class")


def let_in(typed: str) -> str:
    """Return the token of somebody who joined with a code.

    Raises `NotFound` for a wrong one, `TooManyRequests` for too many of them.
    """
    limiter().check_guesses()
    try:
        lesson = service().store.lessons.of_code(typed)
    except NotFound:
        limiter().count_wrong_guess()
        raise
    return service().store.classes.join(lesson).token


@PAGES.post("/class/leave")
@open_to_all
def leave() -> Response:
    """Forget on this computer who was here; the marks stay in the lesson."""
    session.clear()
    return see("/join?left=yes")


@PAGES.get("/class")
@open_to_all
def show_class() -> Response:
    """Show the lesson: the task and the reports."""
    who = pupil()
    lesson = service().store.lessons.get(who.lesson)
    marks = service().store.classes.marks_of(who)
    counts = {
        r.number: sum(m.report == r.number for m in marks) for r in lesson.reports
    }
    return private(
        render_template("class.html", lesson=lesson, pupil=who, counts=counts)
    )


@PAGES.get("/class/<int:number>")
@open_to_all
def show_report(number: int) -> Response:
    """Show a report to read and mark; with it what the teacher has opened."""
    who = pupil()
    lesson = service().store.lessons.get(who.lesson)
    report = lesson.report(number)
    own = service().store.classes.marks_of(who)
    is_open = lesson.shows_all_of(number)
    marks = (
        service().store.classes.marks(lesson.id) if lesson.shows_any_of(number) else ()
    )
    at = [r.number for r in lesson.reports].index(number)
    return private(
        render_template(
            "class_report.html",
            lesson=lesson,
            pupil=who,
            shown=shown(
                lesson,
                report,
                which=open_notes(lesson, report),
                marks=marks,
                with_heat=is_open,
            ),
            number=at + 1,
            previous=lesson.reports[at - 1] if at else None,
            following=lesson.reports[at + 1] if at + 1 < len(lesson.reports) else None,
            is_open=is_open,
            any_open=lesson.shows_any_of(number),
            state=state(lesson, who),
            page=page_of(report, open_notes(lesson, report)),
            marks=[wire(mark) for mark in own if mark.report == number],
            sentences=[[s.start, s.end] for s in report.sentences],
        )
    )


@PAGES.get("/class/worksheet")
@open_to_all
def show_worksheet() -> Response:
    """Show the reports with the pupil's own marks, to be printed."""
    who = pupil()
    lesson = service().store.lessons.get(who.lesson)
    reports = [shown(lesson, report, which=()) for report in lesson.reports]
    own = service().store.classes.marks_of(who)
    return private(
        render_template(
            "worksheet.html", lesson=lesson, reports=reports, own=own, pupil=who
        )
    )


@PAGES.get("/class/compare")
@open_to_all
def show_comparison() -> Response:
    """Show the reports side by side, once the notes of all of them are open.

    Before, it would say what the pupils are asked to find.
    """
    lesson = service().store.lessons.get(pupil().lesson)
    if not can_compare(lesson):
        raise NotYet(message("The comparison opens with the notes of all reports."))
    return private(comparison(lesson))


def can_compare(lesson: Lesson) -> bool:
    """Tell whether the class may see the reports side by side."""
    return len(lesson.reports) > 1 and all(
        lesson.shows_all_of(report.number) for report in lesson.reports
    )


@PAGES.post("/class/marks")
@open_to_all
def put_marks() -> Response:
    """Keep marks that a script sends; what is sent again changes nothing."""
    return keep_marks(pupil(), request.get_json())


@PAGES.get("/class/state")
@open_to_all
def get_state() -> Response:
    """Tell a script whether the lesson goes on, and whether something was opened."""
    who = pupil()
    return answer(brief(who))


@PAGES.post("/class/finished")
@open_to_all
def set_finished() -> Response:
    """Tell the teacher that somebody has finished, or goes on after all."""
    who = pupil()
    service().store.classes.set_finished(
        who, finished=request.form.get("finished") == "yes"
    )
    return see("/class")


def keep_marks(who: Pupil, body: dict[str, Any]) -> Response:
    """Keep the marks in a message, and answer with those that are settled.

    Raises `InvalidInput`; where marks are no longer taken the state says so.
    """
    sent = body.get("marks")
    if not isinstance(sent, list) or len(sent) > MOST_AT_ONCE:
        raise InvalidInput(
            message(
                "`marks` is a list of up to %(most_at_once)s.",
                most_at_once=MOST_AT_ONCE,
            )
        )
    marks = [mark_from(one if isinstance(one, dict) else {}) for one in sent]
    lesson = service().store.lessons.get(who.lesson)
    if lesson.state != "open":
        return answer({"kept": [], **state(lesson, who)}, HTTPStatus.CONFLICT)
    fitting = [mark for mark in marks if _fits(lesson, mark)]
    service().store.classes.put_marks(who, fitting)
    return answer({"kept": [mark.id for mark in marks], **state(lesson, who)})


def _fits(lesson: Lesson, mark: Mark) -> bool:
    try:
        return mark.span.end <= len(lesson.report(mark.report).article.text)
    except SidelightError:
        return False


def state(lesson: Lesson, who: Pupil) -> dict[str, Any]:
    """Return what a pupil's script needs to know of the lesson."""
    return {
        "state": lesson.state,
        "version": lesson.version,
        "finished": who.finished is not None,
    }


def brief(who: Pupil) -> dict[str, Any]:
    """Return the same for little: all pupils ask for it every few seconds."""
    lesson_state, version = service().store.lessons.brief(who.lesson)
    return {
        "state": lesson_state,
        "version": version,
        "finished": who.finished is not None,
    }


def wire(mark: Mark) -> dict[str, Any]:
    """Return a mark as scripts have it."""
    return {
        "id": mark.id,
        "report": mark.report,
        "start": mark.span.start,
        "end": mark.span.end,
        "question": mark.question,
        "text": mark.text,
        "revision": mark.revision,
    }


def opened(lesson: Lesson, report: LessonReport) -> dict[str, Any]:
    """Return the notes of a report that are open, as an AnnotationPage."""
    return page_of(report, open_notes(lesson, report))
