"""A service with a lesson in it: the teacher sits at the machine, pupils come along."""

import re
from collections.abc import Callable
from dataclasses import replace

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from sidelight.lessons import Lesson
from sidelight.settings import Settings
from sidelight.store import Store, open_store
from sidelight.web import create_app
from sidelight.web.classroom.making import noted
from tests.lessons.makers import TEXT, report

OWN = {"Origin": "http://localhost", "Sec-Fetch-Site": "same-origin"}
OPEN = {"host": "0.0.0.0"}  # noqa: S104 - nobody listens in these tests


@pytest.fixture
def store(settings: Settings) -> Store:
    return open_store(settings.database_url)


@pytest.fixture
def lesson(store: Store) -> str:
    """Make a lesson with two reports at the machine."""
    made = store.lessons.make(
        None, "The pier", "Mark it.", ["vague-source", "unnamed-source", "time-unclear"]
    )
    other = TEXT.replace("40 jobs", "60 jobs").replace("Dora", "Doris")
    articles = [report(1).article, report(2, other).article]
    store.lessons.put_reports(made, noted([(0, article) for article in articles]))
    return made


@pytest.fixture
def get(store: Store, lesson: str) -> Callable[[], Lesson]:
    """Return the lesson as it is now."""
    return lambda: store.lessons.get(lesson)


@pytest.fixture
def pupil(client: FlaskClient, get: Callable[[], Lesson]) -> FlaskClient:
    """Return the browser of somebody who has joined."""
    return joined(client, get().code or "")


def joined(client: FlaskClient, code: str) -> FlaskClient:
    browser = client.application.test_client()
    answer = browser.post("/join", data={"code": code})
    assert answer.status_code == 303, answer.text
    return browser


def post(browser: FlaskClient, place: str, data: dict[str, str]) -> TestResponse:
    """Send a form as a page of ours does, with the token that it was given."""
    token = re.search(r'name="csrf_token" value="([^"]+)"', browser.get("/join").text)
    assert token
    return browser.post(place, data={**data, "csrf_token": token[1]}, headers=OWN)


def service_with(settings: Settings, **fields: object) -> FlaskClient:
    return create_app(replace(settings, **fields)).test_client()  # type: ignore[arg-type]
