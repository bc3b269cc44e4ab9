"""Who is here: a teacher, a pupil, or nobody known.

A pupil's session opens the pages of one lesson and nothing else; a teacher's opens
the own lessons. Both are tokens in the signed cookie, of which the store knows the
hash: a session can be ended on our side, and is gone with its lesson.
"""

from flask import Blueprint, Flask, Response, g, request, session

from sidelight.lessons import Lesson, Pupil
from sidelight.messages import message
from sidelight.store.lessons import gone
from sidelight.store.teachers import Teacher
from sidelight.web.access import Caller, caller, vouch
from sidelight.web.classroom.answers import see
from sidelight.web.classroom.refusals import NotAPupil, NotATeacher
from sidelight.web.problems import answer_problem
from sidelight.web.service import service

VISIT = "visit"
PUPIL = "pupil"
_LOOPBACK = frozenset({"127.0.0.1", "::1", "::ffff:127.0.0.1"})
_FORWARDED = ("Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Real-IP", "Via")


def signed_in() -> Teacher | None:
    """Return the teacher who signed in with this browser, if one did."""
    if "teacher" not in g:
        token = session.get(VISIT)
        teachers = service().store.teachers
        g.teacher = teachers.visitor(token) if isinstance(token, str) else None
    found: Teacher | None = g.teacher
    return found


def is_at_home() -> bool:
    """Tell whether the request comes from whoever sits at this machine.

    Not so where others can reach the service, or where a proxy stands in between:
    then everybody would seem to sit here. Nor once a teacher has been named.
    """
    known = service()
    return (
        not known.settings.is_open
        and request.remote_addr in _LOOPBACK
        and not any(name in request.headers for name in _FORWARDED)
        and not known.store.teachers.exist()
    )


def teacher() -> int | None:
    """Return the teacher's number, or `None` for whoever sits at this machine.

    Raises `NotATeacher` for anybody else.
    """
    found = signed_in()
    if found is not None:
        return found.id
    token = caller().token
    if token is not None and "teach" in caller().scopes:
        return service().store.teachers.of_token(token.name)
    if is_at_home():
        return None
    raise NotATeacher(message("Sign in to make lessons."))


def own_lesson(lesson: str) -> Lesson:
    """Return a lesson of the teacher who asks.

    Raises `NotATeacher`, and `NotFound` for one that is somebody else's: whether it
    exists is not told.
    """
    who = teacher()
    found = service().store.lessons.get(lesson)
    if found.teacher != who:
        raise gone()
    return found


def pupil() -> Pupil:
    """Return the pupil whose browser this is; raises `NotAPupil`."""
    found = somebody()
    if found is None:
        raise NotAPupil(
            message("Join the lesson with the code that your teacher shows.")
        )
    return found


def somebody() -> Pupil | None:
    """Return the pupil whose browser or extension this is, if it is one's."""
    if "pupil" not in g:
        token = session.get(PUPIL) or _borne()
        classes = service().store.classes
        g.pupil = classes.pupil(token) if isinstance(token, str) else None
    found: Pupil | None = g.pupil
    return found


def _borne() -> str | None:
    """Return the token that the extension sends, which has no cookies."""
    token: str | None = request.headers.get("X-Sidelight-Pupil")
    return token


def vouch_for_all(app: Flask) -> None:
    """Say who asks where a session of ours does.

    Pupils are counted one by one, for a whole school may come from one address; their
    session lets them do nothing but what the class's own pages allow.
    """

    def voucher() -> Caller | None:
        who = signed_in()
        if who is not None:
            return Caller(f"teacher {who.id}", frozenset({"read", "teach"}))
        found = somebody()
        return Caller(f"pupil {found.id}") if found else None

    vouch(app, voucher)


def turn_away(pages: Blueprint) -> None:
    """Lead whoever has not signed in or joined to where that is done."""

    @pages.errorhandler(NotATeacher)
    def to_sign_in(error: NotATeacher) -> Response:
        return _away(error, "/teacher/sign-in")

    @pages.errorhandler(NotAPupil)
    def to_join(error: NotAPupil) -> Response:
        return _away(error, "/join")


def _away(error: NotATeacher | NotAPupil, place: str) -> Response:
    asks_for_a_page = request.method == "GET" and "html" in request.headers.get(
        "Accept", "html"
    )
    return see(place) if asks_for_a_page else answer_problem(error)
