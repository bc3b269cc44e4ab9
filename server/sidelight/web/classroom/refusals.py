"""Failures that the classroom alone knows."""

from sidelight.errors import SidelightError


class NotATeacher(SidelightError):
    """A lesson is its teacher's: others sign in first, or have no business with it."""

    slug = "not-a-teacher"
    title = "This is for teachers"
    status = 401


class NotAPupil(SidelightError):
    """A lesson's pages are for those who joined it with its code."""

    slug = "not-joined"
    title = "You have not joined this lesson"
    status = 401


class NotYet(SidelightError):
    """The teacher has not opened this to the class yet."""

    slug = "not-yet"
    title = "Your teacher has not opened this yet"
    status = 403
