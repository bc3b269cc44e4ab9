"""/lessons/…/board: what the class marks, as it marks it, and what it may see.

The board hears of news by server-sent events. Each answer says what is known now and
ends; the browser comes again after a second (`retry`), as EventSource does by itself.
A stream that stayed open would hold one of the server's few threads for each board.
"""

from dataclasses import dataclass

import orjson
from flask import Blueprint, Response, render_template, request

from sidelight.errors import InvalidInput
from sidelight.lessons import Lesson, Reveal, State
from sidelight.messages import message
from sidelight.web.access import open_to_all
from sidelight.web.classroom.answers import private, see
from sidelight.web.classroom.people import own_lesson, turn_away
from sidelight.web.classroom.shown import ShownReport, shown
from sidelight.web.service import service

PAGES = Blueprint("board", __name__)
turn_away(PAGES)

RETRY = 1_000
"""Milliseconds until a board asks again."""

_STATES: dict[str, State] = {"open": "open", "frozen": "frozen", "ended": "ended"}


@dataclass(frozen=True, slots=True)
class Seat:
    """A pupil on the board: nickname, marks in all reports, whether done."""

    nickname: str
    marks: int
    finished: bool


@dataclass(frozen=True, slots=True)
class Board:
    """What the board shows: the class, and one report with everything on it."""

    lesson: Lesson
    seats: list[Seat]
    marks: int
    by_report: dict[int, int]
    shown: ShownReport | None

    @property
    def finished(self) -> int:
        """How many have finished."""
        return sum(seat.finished for seat in self.seats)

    @property
    def news(self) -> str:
        """Changes with everything that the board shows."""
        return f"{self.lesson.version}.{self.lesson.activity}"


@PAGES.get("/lessons/<lesson>/board")
@open_to_all
def show_board(lesson: str) -> Response:
    """Show the board, of the report that is asked for or the first."""
    return private(render_template("board.html", board=_board(own_lesson(lesson))))


@PAGES.get("/lessons/<lesson>/board/now")
@open_to_all
def show_now(lesson: str) -> Response:
    """Show the part of the board that changes, by itself."""
    board = _board(own_lesson(lesson))
    return private(render_template("board_now.html", board=board))


@PAGES.get("/lessons/<lesson>/board/events")
@open_to_all
def send_events(lesson: str) -> Response:
    """Tell whether there is news since the event that the browser saw last."""
    own = own_lesson(lesson)
    news = f"{own.version}.{own.activity}"
    event = f"retry: {RETRY}\n"
    if request.headers.get("Last-Event-ID") != news:
        data = orjson.dumps({"news": news}).decode()
        event += f"id: {news}\ndata: {data}\n"
    return Response(
        f"{event}\n",
        content_type="text/event-stream",
        headers={"Cache-Control": "no-store"},
    )


@PAGES.get("/lessons/<lesson>/projector")
@open_to_all
def show_projector(lesson: str) -> Response:
    """Show the join code so that the last row can read it."""
    board = _board(own_lesson(lesson))
    place = request.host_url.rstrip("/").partition("://")[2]
    return private(render_template("projector.html", board=board, place=place))


@PAGES.post("/lessons/<lesson>/state")
@open_to_all
def set_state(lesson: str) -> Response:
    """Open, freeze or end the lesson."""
    own = own_lesson(lesson)
    state = _STATES.get(request.form.get("state", ""))
    if state is None:
        raise InvalidInput(message("A lesson is open, frozen or ended."))
    service().store.lessons.set_state(own.id, state)
    return _back(own.id)


@PAGES.post("/lessons/<lesson>/reveal")
@open_to_all
def reveal(lesson: str) -> Response:
    """Open a note, or all notes of a report, to the class; or close them."""
    own = own_lesson(lesson)
    number = request.form.get("report", "")
    what = Reveal(
        int(number) if number.isdecimal() else 0, request.form.get("note", "")[:80]
    )
    is_shown = request.form.get("shown") == "yes"
    service().store.lessons.reveal(own.id, what, shown=is_shown)
    return _back(own.id)


def _back(lesson: str) -> Response:
    number = request.form.get("at", "")
    report = f"?report={number}" if number.isdecimal() else ""
    anchor = request.form.get("anchor", "")
    place = f"#{anchor}" if anchor.replace("-", "").isalnum() else ""
    return see(f"/lessons/{lesson}/board{report}{place}")


def _board(own: Lesson) -> Board:
    classes = service().store.classes
    marks = classes.marks(own.id)
    wanted = request.args.get("report", "")
    number = int(wanted) if wanted.isdecimal() else 0
    report = next(
        (r for r in own.reports if r.number == number),
        own.reports[0] if own.reports else None,
    )
    counts: dict[int, int] = {}
    by_report: dict[int, int] = {}
    for mark in marks:
        counts[mark.pupil] = counts.get(mark.pupil, 0) + 1
        by_report[mark.report] = by_report.get(mark.report, 0) + 1
    seats = [
        Seat(p.nickname, counts.get(p.id, 0), p.finished is not None)
        for p in classes.pupils(own.id)
    ]
    return Board(
        lesson=own,
        seats=seats,
        marks=len(marks),
        by_report=by_report,
        shown=shown(own, report, marks=marks) if report else None,
    )
