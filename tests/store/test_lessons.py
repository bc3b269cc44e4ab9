"""Lessons are kept as they were made, and go when they should."""

from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text

from sidelight.errors import InvalidInput, NotFound
from sidelight.lessons import NoteEdit, OwnQuestion, Reveal, written_code
from sidelight.model import Span
from sidelight.store import Store, open_store
from sidelight.store.feeds import now
from tests.lessons.makers import TEXT, mark, report


def made(store: Store, teacher: int | None = None, reports: int = 1) -> str:
    lesson = store.lessons.make(teacher, "The pier", "Mark.", ["vague-source"])
    store.lessons.put_reports(lesson, [report(0) for _ in range(reports)])
    return lesson


def test_a_lesson_comes_back_as_it_was_made(store: Store) -> None:
    lesson = made(store)
    sent = report(1)

    found = store.lessons.get(lesson)

    assert (found.title, found.task, found.checks) == (
        "The pier",
        "Mark.",
        ("vague-source",),
    )
    assert (found.state, found.keep_days, found.teacher) == ("open", 30, None)
    assert found.expires - found.made == timedelta(days=30)
    [kept] = found.reports
    assert (kept.number, kept.article.text) == (1, TEXT)
    assert kept.sentences == sent.sentences
    assert kept.page == {**sent.page, **kept.page}


def test_pupils_find_it_by_its_code_however_they_type_it(store: Store) -> None:
    lesson = made(store)
    code = store.lessons.get(lesson).code or ""

    assert store.lessons.of_code(code.lower()) == lesson
    assert store.lessons.of_code(f" {code[:3]} - {code[3:]} ") == lesson
    for wrong in ("", "AAAAAA", code[:5], "'; DROP TABLE lessons"):
        with pytest.raises(NotFound, match="no lesson with this code"):
            store.lessons.of_code(wrong)


def test_a_lesson_that_is_over_gives_up_its_code(store: Store) -> None:
    lesson = made(store)
    first = store.lessons.get(lesson).code or ""
    store.lessons.set_state(lesson, "frozen")
    assert store.lessons.get(lesson).code == first

    store.lessons.set_state(lesson, "ended")

    assert store.lessons.get(lesson).code is None
    with pytest.raises(NotFound):
        store.lessons.of_code(first)
    store.lessons.set_state(lesson, "open")
    assert written_code(store.lessons.get(lesson).code or "") != ""


def test_a_teacher_sees_the_own_lessons_alone(store: Store) -> None:
    ada, bob = (store.teachers.add(name, "hash") for name in ("Ada", "Bob"))
    of_ada, at_the_machine = made(store, ada), made(store)

    assert [row.lesson.id for row in store.lessons.of_teacher(ada)] == [of_ada]
    assert store.lessons.of_teacher(bob) == []
    [row] = store.lessons.of_teacher(None)
    assert (row.lesson.id, row.reports, row.pupils) == (at_the_machine, 1, 0)


def test_the_first_teacher_takes_over_what_was_made_at_the_machine(
    store: Store,
) -> None:
    lesson = made(store)

    ada = store.teachers.add("Ada", "hash")
    store.teachers.add("Bob", "hash")

    assert store.lessons.get(lesson).teacher == ada


def test_reports_come_go_and_keep_their_numbers(store: Store) -> None:
    lesson = made(store, reports=3)
    one, two, three = store.lessons.get(lesson).reports
    store.lessons.put_reports(lesson, [one, three, report(0, title="New")])

    found = store.lessons.get(lesson)

    assert [r.number for r in found.reports] == [1, 3, 4]
    assert found.report(4).article.title == "New"
    assert two.number == 2
    with pytest.raises(InvalidInput, match="up to 6"):
        store.lessons.put_reports(lesson, [report(0)] * 7)


def test_notes_are_hidden_and_worded_and_set_back(store: Store) -> None:
    lesson = made(store)
    store.lessons.edit_note(lesson, NoteEdit(1, "n1", hidden=True))
    store.lessons.edit_note(lesson, NoteEdit(1, "n2", message=" In my words. "))
    assert set(store.lessons.get(lesson).edits) == {
        NoteEdit(1, "n1", hidden=True),
        NoteEdit(1, "n2", message="In my words."),
    }

    store.lessons.edit_note(lesson, NoteEdit(1, "n1"))

    assert [e.note for e in store.lessons.get(lesson).edits] == ["n2"]
    with pytest.raises(NotFound):
        store.lessons.edit_note(lesson, NoteEdit(9, "n1", hidden=True))


def test_a_teacher_asks_and_takes_back(store: Store) -> None:
    lesson = made(store)
    asked = OwnQuestion(0, 1, Span(4, 11), "  Who \n is this? ", early=True)
    number = store.lessons.ask(lesson, asked)
    assert store.lessons.get(lesson).questions == (
        OwnQuestion(number, 1, Span(4, 11), "Who is this?", early=True),
    )

    store.lessons.take_back(lesson, number)

    assert store.lessons.get(lesson).questions == ()
    assert store.lessons.ask(lesson, asked) != number, "no number is given twice"
    with pytest.raises(InvalidInput):
        store.lessons.ask(lesson, OwnQuestion(0, 1, Span(0, 1), " "))


def test_what_is_revealed_is_kept_and_closed_again(store: Store) -> None:
    lesson = made(store)
    store.lessons.reveal(lesson, Reveal(1, "n1"))
    store.lessons.reveal(lesson, Reveal(1, "n1"))
    assert store.lessons.get(lesson).reveals == {Reveal(1, "n1")}

    store.lessons.reveal(lesson, Reveal(1))  # all of it: single ones say no more
    assert store.lessons.get(lesson).reveals == {Reveal(1)}

    store.lessons.reveal(lesson, Reveal(1), shown=False)
    assert store.lessons.get(lesson).reveals == frozenset()


def test_every_change_is_news(store: Store) -> None:
    lesson = made(store)
    before, _ = store.lessons.news(lesson)

    store.lessons.reveal(lesson, Reveal(1))

    assert store.lessons.news(lesson)[0] > before


def test_pupils_look_again_when_there_is_something_else_to_see(store: Store) -> None:
    lesson = made(store)
    version, activity = store.lessons.news(lesson)

    store.lessons.set_state(lesson, "frozen")  # which they hear of by itself
    store.lessons.set_shared(lesson, shared=True)

    assert store.lessons.brief(lesson) == ("frozen", version)
    assert store.lessons.news(lesson)[1] > activity


def test_a_read_only_address_comes_and_goes(store: Store) -> None:
    lesson = made(store)
    share = store.lessons.set_shared(lesson, shared=True) or ""
    assert store.lessons.shared(share).id == lesson
    assert store.lessons.set_shared(lesson, shared=True) == share

    store.lessons.set_shared(lesson, shared=False)

    with pytest.raises(NotFound):
        store.lessons.shared(share)


@pytest.mark.parametrize(
    ("title", "days"), [(" ", 30), ("x" * 201, 30), ("Pier", 0), ("Pier", 366)]
)
def test_what_a_lesson_cannot_be_is_refused(
    store: Store, title: str, days: int
) -> None:
    with pytest.raises(InvalidInput):
        store.lessons.make(None, title, keep_days=days)


def test_days_count_from_the_making(store: Store) -> None:
    lesson = made(store)

    store.lessons.save(lesson, "Pier", "", [], keep_days=3)

    found = store.lessons.get(lesson)
    assert found.expires - found.made == timedelta(days=3)


def age(url: str, lesson: str, days: int) -> None:
    """Have a lesson's days be over for so long."""
    engine = create_engine(url)
    with engine.begin() as connection:
        connection.execute(
            text("UPDATE lessons SET expires = :then WHERE id = :id"),
            {"then": now() - timedelta(days=days), "id": lesson},
        )
    engine.dispose()


def test_a_lesson_whose_days_are_over_is_gone_at_once_and_removed_later(
    store: Store, url: str
) -> None:
    old, new = made(store), made(store)
    code = store.lessons.get(old).code or ""
    token = store.classes.join(old).token
    age(url, old, days=1)

    with pytest.raises(NotFound):
        store.lessons.get(old)
    with pytest.raises(NotFound):
        store.lessons.of_code(code)
    assert store.classes.pupil(token) is None
    assert store.lessons.prune() == 1
    assert store.lessons.prune() == 0
    assert store.lessons.get(new)
    assert leftovers(url) == {"lesson_reports": 1, "pupils": 0, "marks": 0}


def leftovers(url: str) -> dict[str, int]:
    engine = create_engine(url)
    with engine.begin() as connection:
        found = {
            table: connection.scalar(text(f"SELECT count(*) FROM {table}")) or 0  # noqa: S608
            for table in ("lesson_reports", "pupils", "marks")
        }
    engine.dispose()
    return found


def test_nothing_is_left_of_a_lesson_that_was_deleted(store: Store, url: str) -> None:
    lesson = made(store)
    pupil = store.classes.join(lesson).pupil
    store.classes.put_marks(pupil, [mark(0, 5, text="a pupil’s own words")])
    store.lessons.reveal(lesson, Reveal(1))
    store.lessons.edit_note(lesson, NoteEdit(1, "n1", hidden=True))
    store.lessons.ask(lesson, OwnQuestion(0, 1, Span(0, 4), "Why?"))

    store.lessons.delete(lesson)

    assert leftovers(url) == {"lesson_reports": 0, "pupils": 0, "marks": 0}
    with pytest.raises(NotFound):
        store.lessons.delete(lesson)


def test_no_word_is_left_in_the_file(tmp_path: Path) -> None:
    file = tmp_path / "store.sqlite3"
    with open_store(f"sqlite:///{file}") as store:
        lesson = made(store)
        pupil = store.classes.join(lesson).pupil
        store.classes.put_marks(pupil, [mark(0, 5, text="a pupil’s own words")])
        store.lessons.delete(lesson)

    for path in tmp_path.iterdir():
        assert b"own words" not in path.read_bytes(), path.name
