"""The lessons that come with the package can be held as they are."""

from pathlib import Path

import orjson
import pytest

from sidelight.checks import chosen
from sidelight.errors import InvalidInput, NotFound
from sidelight.lessons.ready import (
    ReadyLesson,
    every_ready_lesson,
    load,
    ready_lesson,
)
from sidelight.sidebyside import MOST
from tests.lessons.makers import TEXT

EVERY = every_ready_lesson()


@pytest.mark.parametrize("lesson", EVERY, ids=lambda lesson: lesson.name)
def test_a_ready_lesson_is_whole(lesson: ReadyLesson) -> None:
    assert 2 <= len(lesson.reports) <= MOST
    assert lesson.title
    assert lesson.task
    assert lesson.minutes
    for heading in ("# ", "## Aims", "## Plan", "## Expected answers"):
        assert heading in lesson.guide
    chosen(list(lesson.checks))  # every one of them exists


def test_it_is_found_by_name() -> None:
    assert ready_lesson(EVERY[0].name) is EVERY[0]
    with pytest.raises(NotFound):
        ready_lesson("no-such-lesson")


def made(folder: Path, **fields: object) -> Path:
    (folder / "a.json").write_bytes(orjson.dumps({"title": "Pier", "text": TEXT}))
    (folder / "guide.md").write_text("# Guide\n")
    told = {
        "title": "Pier",
        "about": "A pier.",
        "ages": "13 to 16",
        "minutes": 45,
        "task": "Read.",
        "reports": [{"file": "a.json"}],
    }
    (folder / "lesson.json").write_bytes(orjson.dumps(told | fields))
    return folder


def test_a_question_stands_where_its_words_do(tmp_path: Path) -> None:
    asked = {"report": 0, "exact": "Critics say", "text": "Which?", "early": True}

    [question] = load(made(tmp_path, questions=[asked])).questions

    assert question.span.of(TEXT) == "Critics say"
    assert question.early


@pytest.mark.parametrize(
    "wrong",
    [
        {"reports": [{"file": "b.json"}]},
        {"questions": [{"report": 0, "exact": "the", "text": "Which?"}]},
        {"questions": [{"report": 0, "exact": "no such words", "text": "Which?"}]},
        {"reports": [{}]},
    ],
    ids=str,
)
def test_a_wrong_folder_says_what_is_wrong(
    tmp_path: Path, wrong: dict[str, object]
) -> None:
    with pytest.raises((InvalidInput, NotFound)):
        load(made(tmp_path, **wrong))
