"""Ready lessons: folders of this package, each with its reports and a guide.

A folder `ready/NAME/` holds

    lesson.json   {"title", "about", "ages", "minutes", "task", "checks": [id…],
                   "reports": [{"file": "a.json"} | {"sample": "NAME"} …],
                   "questions": [{"report": 0, "exact": "…", "text": "…",
                                  "early": false} …]}
    guide.md      the teacher's guide: aims, plan, expected answers
    a.json …      its reports, as report JSON

A question's `report` counts the list of reports from 0, and `exact` are words that
stand once in that report's text. A sample is a report of `sidelight.samples`. Without
`checks` the lesson shows the checks meant for classes.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import orjson

from sidelight import pages, samples
from sidelight.errors import InvalidInput, NotFound
from sidelight.messages import message
from sidelight.model import Article, Span

FOLDER = Path(__file__).parent / "ready"


@dataclass(frozen=True, slots=True)
class ReadyQuestion:
    """A question on a passage; `report` indexes `ReadyLesson.reports`."""

    report: int
    span: Span
    text: str
    early: bool


@dataclass(frozen=True, slots=True)
class ReadyLesson:
    """A lesson as it comes with the package. `guide` is Markdown."""

    name: str
    title: str
    about: str
    ages: str
    minutes: int
    task: str
    checks: tuple[str, ...]
    reports: tuple[Article, ...]
    questions: tuple[ReadyQuestion, ...]
    guide: str


@cache
def every_ready_lesson() -> Sequence[ReadyLesson]:
    """Return the ready lessons by name; raises `InvalidInput` for a wrong one."""
    return tuple(load(path.parent) for path in sorted(FOLDER.glob("*/lesson.json")))


def ready_lesson(name: str) -> ReadyLesson:
    """Return the ready lesson of this name; raises `NotFound`."""
    for lesson in every_ready_lesson():
        if lesson.name == name:
            return lesson
    raise NotFound(message("There is no ready lesson of that name."))


def load(folder: Path) -> ReadyLesson:
    """Return the lesson in a folder; raises `InvalidInput` saying what is wrong."""
    try:
        told = orjson.loads((folder / "lesson.json").read_bytes())
        reports = tuple(_report(folder, one) for one in told["reports"])
        questions = tuple(_question(one, reports) for one in told.get("questions", ()))
        return ReadyLesson(
            name=folder.name,
            title=told["title"],
            about=told["about"],
            ages=told["ages"],
            minutes=told["minutes"],
            task=told["task"],
            checks=tuple(told.get("checks", ())),
            reports=reports,
            questions=questions,
            guide=(folder / "guide.md").read_text(encoding="utf-8"),
        )
    except (OSError, KeyError, TypeError, orjson.JSONDecodeError) as error:
        raise InvalidInput(f"{folder.name}: {error!r}") from error


def _report(folder: Path, named: dict[str, str]) -> Article:
    if "file" in named:
        return pages.load(folder / named["file"])
    return pages.load(samples.FOLDER / f"{named['sample']}.json")


def _question(told: dict[str, object], reports: Sequence[Article]) -> ReadyQuestion:
    number, exact = int(str(told["report"])), str(told["exact"])
    text = reports[number].text
    if text.count(exact) != 1:
        raise InvalidInput(f"{exact!r} stands {text.count(exact)} times in its report.")
    start = text.index(exact)
    return ReadyQuestion(
        number,
        Span(start, start + len(exact)),
        str(told["text"]),
        early=told.get("early") is True,
    )
