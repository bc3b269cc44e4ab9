"""Teachers sign in, and out."""

from datetime import timedelta

import pytest

from sidelight.errors import InvalidInput, NotFound
from sidelight.store import Store


def test_a_teacher_is_found_by_name(store: Store) -> None:
    number = store.teachers.add("  Ada  Marsh ", "a hash")

    found = store.teachers.named("Ada Marsh")

    assert found is not None
    assert (found.id, found.name, found.secret) == (number, "Ada Marsh", "a hash")
    assert store.teachers.named("ada") is None
    assert [teacher.name for teacher in store.teachers.list()] == ["Ada Marsh"]


def test_nobody_has_to_sign_in_before_there_is_a_teacher(store: Store) -> None:
    assert not store.teachers.exist()
    store.teachers.add("Ada", "a hash")
    assert store.teachers.exist()


@pytest.mark.parametrize("name", ["", "   ", "x" * 81, "Ada", "A\x07da"])
def test_a_name_is_one_of_its_own(store: Store, name: str) -> None:
    store.teachers.add("Ada", "a hash")

    with pytest.raises(InvalidInput):
        store.teachers.add(name, "a hash")


def test_each_visit_is_another_and_ends(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    number = store.teachers.add("Ada", "a hash")
    here, there = store.teachers.enter(number), store.teachers.enter(number)
    assert here != there
    assert store.teachers.visitor(here) == store.teachers.named("Ada")

    store.teachers.leave(here)

    assert store.teachers.visitor(here) is None
    assert store.teachers.visitor(there) is not None
    monkeypatch.setattr("sidelight.store.teachers.VISIT", timedelta(0))
    assert store.teachers.visitor(store.teachers.enter(number)) is None


def test_another_password_ends_every_visit(store: Store) -> None:
    token = store.teachers.enter(store.teachers.add("Ada", "a hash"))

    store.teachers.set_secret("Ada", "another hash")

    assert store.teachers.visitor(token) is None
    with pytest.raises(NotFound):
        store.teachers.set_secret("Bob", "a hash")


def test_a_teacher_who_goes_takes_the_lessons_along(store: Store) -> None:
    number = store.teachers.add("Ada", "a hash")
    lesson = store.lessons.make(number, "The pier")

    store.teachers.remove("Ada")

    with pytest.raises(NotFound):
        store.lessons.get(lesson)
    with pytest.raises(NotFound):
        store.teachers.remove("Ada")
