"""After the lesson: paper, a table, a page to share."""

import csv
import io
from collections.abc import Callable

import pytest
from flask.testing import FlaskClient

from sidelight.lessons import Lesson, NoteEdit, notes_on
from sidelight.store import Store
from tests.lessons.makers import TEXT, mark

Get = Callable[[], Lesson]


@pytest.fixture
def marked(store: Store, lesson: str) -> str:
    """Have somebody mark something and add words; return the nickname."""
    pupil = store.classes.join(lesson).pupil
    store.classes.put_marks(pupil, [mark(4, 17, text="whose, exactly?")])
    return pupil.nickname


def test_the_worksheet_has_all_texts_and_room_to_write(
    client: FlaskClient, lesson: str, marked: str
) -> None:
    page = client.get(f"/lessons/{lesson}/worksheet").text

    assert page.count("The harbour board of Westmere") == 2
    assert 'class="empty"' in page
    assert marked not in page


def test_the_summary_counts(client: FlaskClient, lesson: str, marked: str) -> None:
    page = client.get(f"/lessons/{lesson}/summary").text

    assert "1 pupil, 1 mark" in page
    assert "whose, exactly?" not in page
    assert marked not in page


def test_the_table_holds_every_mark(
    client: FlaskClient, lesson: str, marked: str
) -> None:
    answer = client.get(f"/lessons/{lesson}/marks.csv")

    assert answer.data.startswith(b"\xef\xbb\xbf")
    assert "attachment" in answer.headers["Content-Disposition"]
    [row] = csv.DictReader(io.StringIO(answer.data.decode("utf-8-sig")))
    assert row == {
        "nickname": marked,
        "report": "Pier",
        "publisher": "Gazette",
        "passage": TEXT[4:17],
        "question": "who-says",
        "words": "whose, exactly?",
        "start": "4",
        "end": "17",
    }


@pytest.mark.parametrize("words", ["=1+1", "+1", "-1", "@SUM(A1)"])
def test_no_cell_is_a_formula(
    client: FlaskClient, lesson: str, store: Store, words: str
) -> None:
    pupil = store.classes.join(lesson).pupil
    store.classes.put_marks(pupil, [mark(0, 3, text=words)])

    answer = client.get(f"/lessons/{lesson}/marks.csv")

    [row] = csv.DictReader(io.StringIO(answer.data.decode("utf-8-sig")))
    assert row["words"] == f"'{words}"


def test_a_shared_lesson_holds_nothing_of_pupils(
    client: FlaskClient, lesson: str, get: Get, store: Store, marked: str
) -> None:
    hidden, *others = notes_on(get(), get().report(1))
    store.lessons.edit_note(lesson, NoteEdit(1, hidden.id, hidden=True))
    client.post(f"/lessons/{lesson}/share", data={"shared": "yes"})
    share = get().share
    elsewhere = client.application.test_client()

    page = elsewhere.get(
        f"/shared/{share}", environ_base={"REMOTE_ADDR": "192.0.2.7"}
    ).text

    assert "The harbour board of Westmere" in page
    assert others[0].message.split("“")[0] in page
    for secret in (marked, "whose, exactly?", "heat-", get().code or "", lesson):
        assert secret not in page
    assert elsewhere.get(f"/shared/{share}/compare").status_code == 200

    client.post(f"/lessons/{lesson}/share", data={"shared": "no"})

    assert elsewhere.get(f"/shared/{share}").status_code == 404
    assert elsewhere.get("/shared/None").status_code == 404


def test_the_reports_stand_side_by_side(client: FlaskClient, lesson: str) -> None:
    assert "side by side" in client.get(f"/lessons/{lesson}/compare").text


def test_the_privacy_page_says_how_long(client: FlaskClient) -> None:
    page = client.get("/privacy").text

    assert "30 unless changed, 365 at most" in page
    assert "Who sees it" in page
