"""The classroom: a lesson, its pupils, what they mark and what the class sees of it.

Pure: nothing here knows a database, a clock or a web page. Nobody is asked for a
name, and nothing is scored: what comes out are counts.
"""

from sidelight.lessons.codes import CODE_LENGTH, new_code, new_name, written_code
from sidelight.lessons.heat import Heat, heat
from sidelight.lessons.lesson import (
    Lesson,
    LessonReport,
    NoteEdit,
    OwnQuestion,
    Pupil,
    Reveal,
    State,
)
from sidelight.lessons.marks import QUESTIONS, Mark, MarkQuestion, mark_from
from sidelight.lessons.nicknames import new_nickname
from sidelight.lessons.notes import LessonNote, notes_on, open_notes
from sidelight.lessons.tallies import Agreement, Tally, agreement, tallies

__all__ = [
    "CODE_LENGTH",
    "QUESTIONS",
    "Agreement",
    "Heat",
    "Lesson",
    "LessonNote",
    "LessonReport",
    "Mark",
    "MarkQuestion",
    "NoteEdit",
    "OwnQuestion",
    "Pupil",
    "Reveal",
    "State",
    "Tally",
    "agreement",
    "heat",
    "mark_from",
    "new_code",
    "new_name",
    "new_nickname",
    "notes_on",
    "open_notes",
    "tallies",
    "written_code",
]
