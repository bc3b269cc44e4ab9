"""No text of a lesson's pages is forgotten, and they run from right to left."""

from dataclasses import replace
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from flask.testing import FlaskClient

from sidelight.lessons import Reveal
from sidelight.settings import Settings
from sidelight.store import Store
from sidelight.web import create_app
from tests import pseudo
from tests.lessons.makers import mark
from tests.web.test_languages import in_english

SAMPLE = {"abc", "localhost", "/join", "Pier", "Gazette"}  # a swatch, and names


@pytest.fixture
def speaker(settings: Settings, tmp_path: Path) -> FlaskClient:
    folder = tmp_path / "locales"
    folder.mkdir()
    pseudo.write(folder)
    return create_app(replace(settings, locales=folder)).test_client()


@pytest.fixture
def held(store: Store, lesson: str) -> tuple[str, str]:
    """Hold a lesson whose own words are figures; return it and a pupil's token."""
    store.lessons.save(lesson, "2026", "", ["vague-source", "time-unclear"], 30)
    joined = store.classes.join(lesson)
    store.classes.put_marks(joined.pupil, [mark(0, 90)])
    store.lessons.reveal(lesson, Reveal(1))
    store.lessons.set_shared(lesson, shared=True)
    return lesson, joined.token


TEACHER = ["", "/board", "/reports/1", "/projector", "/worksheet", "/summary"]
PUPIL = ["/class", "/class/1", "/class/2", "/class/worksheet", "/join", "/privacy"]


@pytest.mark.parametrize("page", [*(f"LESSON{p}" for p in TEACHER), *PUPIL])
@pytest.mark.parametrize("language", [pseudo.LONG, pseudo.RIGHT_TO_LEFT])
def test_no_text_is_forgotten(
    speaker: FlaskClient,
    store: Store,
    held: tuple[str, str],
    page: str,
    language: str,
) -> None:
    lesson, token = held
    with speaker.session_transaction() as session:
        session["pupil"] = token
    own = {*store.classes.pupils(lesson)[0].nickname.split(), *SAMPLE}
    code = store.lessons.get(lesson).code or ""

    answer = speaker.get(
        page.replace("LESSON", f"/lessons/{lesson}"),
        headers={"Accept-Language": f"{language}, en;q=0.5"},
    )

    assert answer.status_code == 200
    said = answer.text
    for word in (*own, code, code[:3], code[3:]):
        said = said.replace(word, "1")
    assert in_english(said) == []
    html = BeautifulSoup(answer.text, "html.parser").html
    assert html is not None
    assert html.get("dir") == ("rtl" if language == pseudo.RIGHT_TO_LEFT else None)
