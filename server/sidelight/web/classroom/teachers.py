"""/teacher/sign-in: teachers sign in with their password, and out."""

from http import HTTPStatus

from flask import Blueprint, Response, render_template, request, session

from sidelight.lessons.passwords import fits
from sidelight.web.access import open_to_all
from sidelight.web.classroom.answers import Answer, private, see
from sidelight.web.classroom.people import VISIT, is_at_home
from sidelight.web.limiter import limiter
from sidelight.web.service import service

PAGES = Blueprint("teachers", __name__)


@PAGES.get("/teacher/sign-in")
@open_to_all
def show_sign_in() -> Response:
    """Show the form."""
    if is_at_home():
        return see("/lessons")
    return private(render_template("lesson_sign_in.html", wrong=False))


@PAGES.post("/teacher/sign-in")
@open_to_all
def sign_in() -> Response:
    """Begin a visit, in a session that nobody can have prepared."""
    limiter().check_guesses()
    teachers = service().store.teachers
    teacher = teachers.named(request.form.get("name", ""))
    password = request.form.get("password", "")
    if not fits(password, teacher.secret if teacher else None) or teacher is None:
        limiter().count_wrong_guess()
        page = render_template("lesson_sign_in.html", wrong=True)
        return private(Answer(page, HTTPStatus.UNAUTHORIZED))
    session.clear()
    session[VISIT] = teachers.enter(teacher.id)
    return see("/lessons")


@PAGES.post("/teacher/sign-out")
@open_to_all
def sign_out() -> Response:
    """End the visit, here and in the store."""
    token = session.get(VISIT)
    if isinstance(token, str):
        service().store.teachers.leave(token)
    session.clear()
    return see("/teacher/sign-in")
