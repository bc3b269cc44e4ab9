"""/lessons: a teacher makes, changes and deletes lessons."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from flask import Blueprint, Response, render_template, request

from sidelight.checks import every_check
from sidelight.errors import InvalidInput, NotFetched, NotFound, SidelightError
from sidelight.lessons import Lesson, NoteEdit, OwnQuestion, notes_on
from sidelight.lessons.lesson import KEEP_DAYS, MOST_REPORTS
from sidelight.lessons.ready import every_ready_lesson, ready_lesson
from sidelight.messages import message
from sidelight.model import Span
from sidelight.web.access import open_to_all
from sidelight.web.classroom.answers import Answer, private, see
from sidelight.web.classroom.making import (
    class_checks,
    make_ready,
    noted,
    sent_articles,
)
from sidelight.web.classroom.people import own_lesson, signed_in, teacher, turn_away
from sidelight.web.classroom.shown import shown
from sidelight.web.help_page import help_page
from sidelight.web.language import texts
from sidelight.web.refusals import FetchingOff
from sidelight.web.service import service

PAGES = Blueprint("lessons", __name__)
turn_away(PAGES)

LISTED = 40
"""Stored reports to choose from on one page."""


@PAGES.get("/lessons")
@open_to_all
def show_lessons() -> Response:
    """Show the teacher's lessons, and how to make one."""
    return _list()


@PAGES.post("/lessons")
@open_to_all
def make_lesson() -> Response:
    """Make a lesson: a ready one, or an empty one with a title."""
    who = teacher()
    name = request.form.get("ready")
    if name:
        lesson = make_ready(ready_lesson(name), who)
        return see(f"/lessons/{lesson}/board")
    try:
        made = service().store.lessons.make(
            who, request.form.get("title", ""), checks=class_checks()
        )
    except InvalidInput as error:
        return _list(error)
    return see(f"/lessons/{made}")


@PAGES.get("/lessons/ready/<name>")
@open_to_all
def show_guide(name: str) -> Response:
    """Show a ready lesson: its guide for the teacher, and its reports."""
    teacher()
    ready = ready_lesson(name)
    return private(
        render_template("lesson_ready.html", ready=ready, guide=help_page(ready.guide))
    )


@PAGES.get("/lessons/<lesson>")
@open_to_all
def show_lesson(lesson: str) -> Response:
    """Show a lesson to be changed."""
    return _lesson(own_lesson(lesson))


@PAGES.post("/lessons/<lesson>")
@open_to_all
def save_lesson(lesson: str) -> Response:
    """Save title, task, checks and days."""
    own = own_lesson(lesson)
    known = {check.ID for check in every_check()}
    checks = [check for check in request.form.getlist("check") if check in known]
    days = request.form.get("keep_days", str(KEEP_DAYS))
    return _tried(
        own,
        lambda: service().store.lessons.save(
            own.id,
            request.form.get("title", ""),
            request.form.get("task", ""),
            checks,
            int(days) if days.isdecimal() else 0,
        ),
    )


@PAGES.post("/lessons/<lesson>/reports")
@open_to_all
def add_reports(lesson: str) -> Response:
    """Add what was pasted, uploaded, named or chosen, and note it anew beside it."""
    own = own_lesson(lesson)

    def add() -> None:
        articles = [(r.number, r.article) for r in own.reports]
        articles += [(0, article) for article in sent_articles()]
        if len(articles) > MOST_REPORTS:
            raise InvalidInput(
                message(
                    "A lesson has up to %(most_reports)s reports.",
                    most_reports=MOST_REPORTS,
                )
            )
        service().store.lessons.put_reports(own.id, noted(articles))

    return _tried(own, add, "#reports")


@PAGES.post("/lessons/<lesson>/reports/<int:number>/remove")
@open_to_all
def remove_report(lesson: str, number: int) -> Response:
    """Take a report out; the others are noted anew."""
    own = own_lesson(lesson)
    own.report(number)
    left = [(r.number, r.article) for r in own.reports if r.number != number]
    service().store.lessons.put_reports(own.id, noted(left))
    return see(f"/lessons/{own.id}#reports")


@PAGES.post("/lessons/<lesson>/share")
@open_to_all
def share_lesson(lesson: str) -> Response:
    """Give the lesson a read-only address, or take it away."""
    own = own_lesson(lesson)
    shared = request.form.get("shared") == "yes"
    service().store.lessons.set_shared(own.id, shared=shared)
    return see(f"/lessons/{own.id}#share")


@PAGES.post("/lessons/<lesson>/delete")
@open_to_all
def delete_lesson(lesson: str) -> Response:
    """Delete the lesson with all that belongs to it."""
    own = own_lesson(lesson)
    service().store.lessons.delete(own.id)
    return see("/lessons?deleted=yes")


# --- Notes and questions -------------------------------------------------------


@PAGES.get("/lessons/<lesson>/reports/<int:number>")
@open_to_all
def show_notes(lesson: str, number: int) -> Response:
    """Show a report with its notes, each to be hidden or put in other words."""
    return _notes(own_lesson(lesson), number)


@PAGES.post("/lessons/<lesson>/reports/<int:number>/notes")
@open_to_all
def edit_note(lesson: str, number: int) -> Response:
    """Hide a note, show it again, or change its words."""
    own = own_lesson(lesson)
    named = request.form.get("note", "")
    found = [n for n in notes_on(own, own.report(number)) if n.id == named]
    if not found:
        raise NotFound(
            message("There is no such note; perhaps the report was noted anew.")
        )
    words = request.form.get("message", "").strip()
    original = {
        note.id: note.message
        for note in notes_on(replace(own, edits=()), own.report(number))
    }
    edit = NoteEdit(
        report=number,
        note=named,
        hidden=request.form.get("hidden") == "yes",
        message=None if words == original.get(named) else words,
    )
    service().store.lessons.edit_note(own.id, edit)
    shown_as = request.form.get("number", "")
    anchor = f"#note-{shown_as}" if shown_as.isdecimal() else ""
    return see(f"/lessons/{own.id}/reports/{number}{anchor}")


@PAGES.post("/lessons/<lesson>/reports/<int:number>/questions")
@open_to_all
def ask_question(lesson: str, number: int) -> Response:
    """Add a question of the teacher's own on a passage."""
    own = own_lesson(lesson)
    report = own.report(number)
    words = request.form.get("passage", "").replace("\r\n", "\n").strip()
    try:
        span = _placed(report.article.text, words, request.form.get("start", ""))
        service().store.lessons.ask(
            own.id,
            OwnQuestion(
                id=0,
                report=number,
                span=span,
                text=request.form.get("question", ""),
                early=request.form.get("early") == "yes",
            ),
        )
    except InvalidInput as error:
        return _notes(own, number, error)
    return see(f"/lessons/{own.id}/reports/{number}#own-questions")


@PAGES.post("/lessons/<lesson>/questions/<int:question>/remove")
@open_to_all
def remove_question(lesson: str, question: int) -> Response:
    """Take a question back."""
    own = own_lesson(lesson)
    report = next((q.report for q in own.questions if q.id == question), None)
    service().store.lessons.take_back(own.id, question)
    place = f"/reports/{report}#own-questions" if report else ""
    return see(f"/lessons/{own.id}{place}")


def _placed(text: str, words: str, start: str) -> Span:
    """Return where words stand: at `start`, or else where they stand once.

    Raises `InvalidInput`.
    """
    if not words:
        raise InvalidInput(
            message("Copy the words of the passage that the question is about.")
        )
    if start.isdecimal() and text.startswith(words, int(start)):
        return Span(int(start), int(start) + len(words))
    if text.count(words) != 1:
        times = text.count(words)
        raise InvalidInput(
            message("These words are not in the text; copy them as they stand there.")
            if times == 0
            else message(
                "These words stand %(times)s times in the text; take a few more.",
                times=times,
            )
        )
    at = text.index(words)
    return Span(at, at + len(words))


# --- Pages -----------------------------------------------------------------------


def _tried(own: Lesson, act: Callable[[], None], anchor: str = "") -> Response:
    """Do something to a lesson and show it; say what is wrong where something is."""
    try:
        act()
    except (InvalidInput, NotFetched, FetchingOff) as error:
        return _lesson(own, error)
    return see(f"/lessons/{own.id}{anchor}")


def _list(error: SidelightError | None = None) -> Response:
    who = teacher()
    page = render_template(
        "lessons.html",
        lessons=service().store.lessons.of_teacher(who),
        ready=every_ready_lesson(),
        deleted=request.args.get("deleted") == "yes",
        teacher=signed_in(),
        problem=error.problem(texts()) if error else None,
    )
    return private(Answer(page, error.status if error else 200))


def _lesson(own: Lesson, error: SidelightError | None = None) -> Response:
    store = service().store
    families: dict[str, list[Any]] = {}
    for check in every_check():
        families.setdefault(check.FAMILY, []).append(check)
    counts = {
        report.number: sum(not note.hidden for note in notes_on(own, report))
        for report in own.reports
    }
    page = render_template(
        "lesson_edit.html",
        lesson=own,
        families=families,
        counts=counts,
        most=MOST_REPORTS,
        stored=store.list(limit=LISTED),
        fetch=service().settings.fetch,
        sent=request.form if error else {},
        problem=error.problem(texts()) if error else None,
    )
    return private(Answer(page, error.status if error else 200))


def _notes(own: Lesson, number: int, error: SidelightError | None = None) -> Response:
    report = own.report(number)
    page = render_template(
        "lesson_notes.html",
        lesson=own,
        shown=shown(own, report),
        questions=[q for q in own.questions if q.report == number],
        sent=request.form if error else {},
        problem=error.problem(texts()) if error else None,
    )
    return private(Answer(page, error.status if error else 200))
