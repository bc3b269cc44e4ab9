"""After a lesson: worksheet, summary, table of marks, comparison, read-only page."""

import csv
import io

from flask import Blueprint, Response, render_template

from sidelight import pipeline
from sidelight.lessons import Lesson, notes_on
from sidelight.model import Span
from sidelight.sidebyside import side_by_side
from sidelight.sidebyside.wire import link
from sidelight.web.access import open_to_all
from sidelight.web.classroom.answers import private
from sidelight.web.classroom.people import own_lesson, turn_away
from sidelight.web.classroom.shown import shown
from sidelight.web.service import service
from sidelight.web.shown_beside import beside

PAGES = Blueprint("after", __name__)
turn_away(PAGES)

_COLUMNS = (
    "nickname",
    "report",
    "publisher",
    "passage",
    "question",
    "words",
    "start",
    "end",
)
_FORMULAS = ("=", "+", "-", "@", "\t", "\r")


@PAGES.get("/lessons/<lesson>/worksheet")
@open_to_all
def show_worksheet(lesson: str) -> Response:
    """Show the lesson as a sheet of paper, to be filled in by hand."""
    own = own_lesson(lesson)
    reports = [shown(own, report, which=()) for report in own.reports]
    return private(
        render_template("worksheet.html", lesson=own, reports=reports, own=None)
    )


@PAGES.get("/lessons/<lesson>/summary")
@open_to_all
def show_summary(lesson: str) -> Response:
    """Show what the class marked, in counts, ready to be printed."""
    own = own_lesson(lesson)
    classes = service().store.classes
    marks = classes.marks(own.id)
    reports = [shown(own, report, marks=marks) for report in own.reports]
    return private(
        render_template(
            "summary.html",
            lesson=own,
            reports=reports,
            pupils=classes.pupils(own.id),
            marks=marks,
        )
    )


@PAGES.get("/lessons/<lesson>/marks.csv")
@open_to_all
def get_table(lesson: str) -> Response:
    """Return the class's marks as a table for a spreadsheet."""
    own = own_lesson(lesson)
    return Response(
        table(own),
        content_type="text/csv; charset=utf-8",
        headers={
            "Cache-Control": "no-store",
            "Content-Disposition": 'attachment; filename="marks.csv"',
        },
    )


@PAGES.get("/lessons/<lesson>/compare")
@open_to_all
def show_comparison(lesson: str) -> Response:
    """Show the lesson's reports side by side."""
    return private(comparison(own_lesson(lesson)))


@PAGES.get("/shared/<share>")
@open_to_all
def show_shared(share: str) -> Response:
    """Show a lesson that its teacher shares: reports and notes, nothing of pupils."""
    lesson = service().store.lessons.shared(share)
    reports = [
        shown(lesson, r, which=[n for n in notes_on(lesson, r) if not n.hidden])
        for r in lesson.reports
    ]
    return private(render_template("shared.html", lesson=lesson, reports=reports))


@PAGES.get("/shared/<share>/compare")
@open_to_all
def show_shared_comparison(share: str) -> Response:
    """Show a shared lesson's reports side by side."""
    return private(comparison(service().store.lessons.shared(share)))


def comparison(lesson: Lesson) -> str:
    """Return the page of a lesson's reports side by side."""
    readings = [pipeline.read(report.article) for report in lesson.reports]
    laid = side_by_side(readings)

    def opens(report: int, span: Span) -> str | None:
        return link(laid.columns[report].reading, span)

    return render_template(
        "compare.html", shown=beside(laid), opens=opens, lesson=lesson
    )


def table(lesson: Lesson) -> bytes:
    """Return the marks of a lesson as CSV in UTF-8 with a mark of its order.

    Spreadsheets take a cell that begins with = or the like for a formula, whoever
    wrote it: an apostrophe stands before it.
    """
    classes = service().store.classes
    names = {pupil.id: pupil.nickname for pupil in classes.pupils(lesson.id)}
    written = io.StringIO()
    writer = csv.writer(written)
    writer.writerow(_COLUMNS)
    for mark in classes.marks(lesson.id):
        article = lesson.report(mark.report).article
        row = (
            names.get(mark.pupil, ""),
            article.title or "",
            article.publisher or "",
            mark.span.of(article.text),
            mark.question,
            mark.text,
        )
        writer.writerow([*map(_cell, row), mark.span.start, mark.span.end])
    return written.getvalue().encode("utf-8-sig")


def _cell(text: str) -> str:
    return f"'{text}" if text.startswith(_FORMULAS) else text
