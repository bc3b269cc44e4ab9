"""Pupils join, mark, and see what the teacher has opened, and nothing else."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from flask.testing import FlaskClient

from sidelight.lessons import Lesson, NoteEdit, OwnQuestion, Reveal, State, notes_on
from sidelight.model import Span
from sidelight.settings import Settings
from sidelight.store import Store
from sidelight.web import create_app
from tests.lessons.makers import TEXT
from tests.web.classroom.conftest import joined

Get = Callable[[], Lesson]
MARK = {"id": "a-mark-of-mine", "report": 1, "start": 0, "end": 11, "question": "when"}


def send(browser: FlaskClient, **changes: Any) -> Any:  # noqa: ANN401
    return browser.post("/class/marks", json={"marks": [MARK | changes]})


def test_a_pupil_joins_by_code_and_gets_a_nickname(
    client: FlaskClient, get: Get, store: Store
) -> None:
    browser = joined(client, f" {(get().code or '').lower()} ")

    page = browser.get("/class").text

    [pupil] = store.classes.pupils(get().id)
    assert pupil.nickname in page
    assert "Mark it." in page
    assert "/class/2" in page


def test_a_wrong_code_is_told_and_kept_in_the_field(client: FlaskClient) -> None:
    answer = client.post("/join", data={"code": "WRONG7"})

    assert answer.status_code == 404
    assert "no lesson with this code" in answer.text
    assert 'value="WRONG7"' in answer.text


def test_codes_cannot_be_tried_one_after_the_other(
    client: FlaskClient, get: Get
) -> None:
    answers = [
        client.post("/join", data={"code": f"WRNG{n:02}"}).status_code
        for n in range(70)
    ]

    assert answers[-1] == 429
    assert client.post("/join", data={"code": get().code}).status_code == 429
    assert (
        client.post("/api/v1/lessons/join", json={"code": get().code}).status_code
        == 429
    )


@pytest.mark.parametrize(
    "page", ["/class", "/class/1", "/class/worksheet", "/class/compare"]
)
def test_who_has_not_joined_is_led_to_the_door(client: FlaskClient, page: str) -> None:
    answer = client.get(page)

    assert (answer.status_code, answer.location) == (303, "/join")


def test_a_script_without_a_session_is_told_so(client: FlaskClient) -> None:
    answer = send(client)

    assert answer.status_code == 401


def test_a_report_can_be_read_without_a_script(pupil: FlaskClient) -> None:
    page = pupil.get("/class/1").text

    for paragraph in TEXT.split("\n\n"):
        assert paragraph.replace("’", "’") in page
    assert "<noscript>" in page
    assert "/class/worksheet" in page


def test_a_mark_is_kept_and_comes_back(pupil: FlaskClient) -> None:
    answer = send(pupil, text="why May?")

    assert answer.status_code == 200
    assert answer.json["kept"] == [MARK["id"]]
    assert answer.json["state"] == "open"
    page = pupil.get("/class/1").text
    assert "why May?" in page
    assert TEXT[:11] in pupil.get("/class/worksheet").text


def test_a_pupil_sees_the_own_marks_alone(
    client: FlaskClient, get: Get, pupil: FlaskClient
) -> None:
    other = joined(client, get().code or "")
    send(pupil, text="nobody else’s business")

    for page in ("/class", "/class/1", "/class/worksheet"):
        assert "nobody else" not in other.get(page).text
    assert '"marks": []' in other.get("/class/1").text


def test_no_note_is_sent_before_it_is_opened(
    pupil: FlaskClient, get: Get, store: Store
) -> None:
    lesson = get()
    notes = notes_on(lesson, lesson.report(1))
    assert notes
    before = pupil.get("/class/1").text
    api = pupil.get("/api/v1/lessons/reports/1").text

    for note in notes:
        for sent in (before, api):
            assert note.message not in sent
            assert note.id not in sent
    assert "/checks/" not in before

    store.lessons.reveal(lesson.id, Reveal(1, notes[0].id))

    after = pupil.get("/class/1").text
    assert notes[0].message.split("“")[0] in after
    assert notes[0].id in after
    assert all(note.id not in after for note in notes[1:])
    assert all(note.id not in pupil.get("/class/2").text for note in notes)


def test_a_hidden_note_is_not_sent_even_when_all_are_open(
    pupil: FlaskClient, get: Get, store: Store
) -> None:
    lesson = get()
    note = notes_on(lesson, lesson.report(1))[0]
    store.lessons.edit_note(lesson.id, NoteEdit(1, note.id, hidden=True))
    store.lessons.reveal(lesson.id, Reveal(1))

    assert note.id not in pupil.get("/class/1").text


def test_the_classs_marks_come_with_the_notes_as_counts(
    client: FlaskClient, pupil: FlaskClient, get: Get, store: Store
) -> None:
    send(joined(client, get().code or ""), text="a secret of mine")
    assert "heat-" not in pupil.get("/class/1").text

    store.lessons.reveal(get().id, Reveal(1))

    page = pupil.get("/class/1").text
    assert 'class="heat heat-5"' in page
    assert "a secret of mine" not in page
    nicknames = [p.nickname for p in store.classes.pupils(get().id)]
    assert sum(nickname in page for nickname in nicknames) == 1, "one’s own"


def test_an_early_question_is_there_from_the_beginning(
    pupil: FlaskClient, get: Get, store: Store
) -> None:
    asked = OwnQuestion(0, 1, Span(4, 17), "Whose board is it?", early=True)
    late = OwnQuestion(0, 1, Span(4, 17), "What came of it?", early=False)
    store.lessons.ask(get().id, asked)
    store.lessons.ask(get().id, late)

    page = pupil.get("/class/1").text

    assert "Whose board is it?" in page
    assert "What came of it?" not in page


def test_the_comparison_opens_with_all_notes(
    pupil: FlaskClient, get: Get, store: Store
) -> None:
    assert pupil.get("/class/compare").status_code == 403
    assert "/class/compare" not in pupil.get("/class").text
    store.lessons.reveal(get().id, Reveal(1))
    assert pupil.get("/class/compare").status_code == 403

    store.lessons.reveal(get().id, Reveal(2))

    assert pupil.get("/class/compare").status_code == 200
    assert "/class/compare" in pupil.get("/class").text


@pytest.mark.parametrize("state", ["frozen", "ended"])
def test_no_mark_is_taken_once_the_teacher_stops(
    pupil: FlaskClient, get: Get, store: Store, state: State
) -> None:
    send(pupil)
    store.lessons.set_state(get().id, state)

    answer = send(pupil, id="another-mark")

    assert answer.status_code == 409
    assert answer.json["kept"] == []
    assert answer.json["state"] == state
    assert (pupil.get("/class/state").json or {})["state"] == state
    assert len(store.classes.marks(get().id)) == 1


def test_a_mark_beyond_the_text_is_settled_and_not_kept(
    pupil: FlaskClient, get: Get, store: Store
) -> None:
    answer = send(pupil, end=len(TEXT) + 1)

    assert answer.json["kept"] == [MARK["id"]]
    assert store.classes.marks(get().id) == []


@pytest.mark.parametrize(
    "body",
    [{}, {"marks": {}}, {"marks": [1]}, {"marks": [{**MARK, "end": -1}]}],
    ids=str,
)
def test_what_is_no_mark_is_refused(pupil: FlaskClient, body: object) -> None:
    assert pupil.post("/class/marks", json=body).status_code == 422


def test_one_lesson_cannot_read_another(
    client: FlaskClient, pupil: FlaskClient, get: Get, store: Store
) -> None:
    other = store.lessons.make(None, "Another lesson")
    stranger = joined(client, store.lessons.get(other).code or "")
    send(pupil, text="of the first lesson")

    assert "Another lesson" in stranger.get("/class").text
    assert stranger.get("/class/1").status_code == 404
    assert stranger.get("/api/v1/lessons/reports/1").status_code == 404
    send(stranger)
    assert store.classes.marks(other) == []
    assert len(store.classes.marks(get().id)) == 1
    for page in (f"/lessons/{get().id}", f"/lessons/{get().id}/board"):
        assert stranger.get(page).status_code == 200, "at the machine, a teacher too"


def test_who_has_finished_is_told_and_may_go_on(
    pupil: FlaskClient, get: Get, store: Store
) -> None:
    pupil.post("/class/finished", data={"finished": "yes"})
    assert store.classes.pupils(get().id)[0].finished is not None

    pupil.post("/class/finished", data={"finished": "no"})

    assert store.classes.pupils(get().id)[0].finished is None


def test_leaving_forgets_who_was_here_and_keeps_the_marks(
    pupil: FlaskClient, get: Get, store: Store
) -> None:
    send(pupil)

    pupil.post("/class/leave")

    assert pupil.get("/class").status_code == 303
    assert len(store.classes.marks(get().id)) == 1


def test_joining_begins_a_new_session(client: FlaskClient, get: Get) -> None:
    browser = client.application.test_client()
    with browser.session_transaction() as before:
        before["planted"] = "by somebody else"
        before["pupil"] = "a token they know"

    browser.post("/join", data={"code": get().code})

    with browser.session_transaction() as after:
        assert "planted" not in after
        assert after["pupil"] != "a token they know"


def test_a_restart_loses_nobody(pupil: FlaskClient, settings: Settings) -> None:
    send(pupil)
    cookie = pupil.get_cookie(f"sidelight_{settings.port}")
    assert cookie is not None
    assert cookie.http_only
    assert cookie.same_site == "Lax"
    again = create_app(settings).test_client()
    again.set_cookie(cookie.key, cookie.value)

    assert "1 mark of yours" in again.get("/class").text


def test_pages_of_a_class_are_kept_in_no_cache(pupil: FlaskClient) -> None:
    for page in ("/class", "/class/1", "/class/worksheet", "/class/state"):
        assert pupil.get(page).headers["Cache-Control"] == "no-store"


HOSTILE = [
    "<script>alert(1)</script> said the mayor of the town, and the board denied it.",
    "“</script><img src=x onerror=alert(1)>” said the mayor, and the board denied.",
    "The {{ 7 * 7 }} and {% raw %} of the mayor, who said it on Monday, were denied.",
]


@pytest.mark.parametrize("words", HOSTILE)
def test_a_hostile_text_stays_a_text(
    client: FlaskClient, get: Get, store: Store, words: str
) -> None:
    text = f"{words}\n\n{TEXT}"
    lesson = get().id
    added = client.post(
        f"/lessons/{lesson}/reports",
        data={"text": text, "title": words, "publisher": words},
    )
    assert added.status_code == 303, added.text
    number = get().reports[-1].number
    store.lessons.reveal(lesson, Reveal(number))
    browser = joined(client, get().code or "")
    browser.post(
        "/class/marks",
        json={"marks": [{**MARK, "report": number, "end": len(words), "text": words}]},
    )

    pages = [
        *(
            browser.get(p).text
            for p in ("/class", f"/class/{number}", "/class/worksheet")
        ),
        *(
            client.get(f"/lessons/{lesson}{p}").text
            for p in (
                *("", f"/board?report={number}", f"/reports/{number}", "/summary"),
                *("/worksheet", "/compare"),
            )
        ),
    ]

    for page in pages:
        assert "<script>alert" not in page
        assert "<img src=x" not in page
        assert " 49 and" not in page


def test_every_page_has_a_strict_policy_and_no_script_in_it(
    client: FlaskClient, pupil: FlaskClient, get: Get
) -> None:
    lesson = get().id
    pages = [
        *(pupil.get(p) for p in ("/join", "/class", "/class/1", "/class/worksheet")),
        *(
            client.get(f"/lessons/{lesson}{p}")
            for p in ("", "/board", "/projector", "/reports/1", "/summary")
        ),
    ]
    for page in pages:
        policy = page.headers["Content-Security-Policy"]
        assert "unsafe" not in policy
        assert "script-src 'self';" in policy
        assert not re.search(r"<script(?![^>]*(?: src=|application/json))", page.text)
        assert not re.search(r"\son\w+=", page.text)
        assert not re.search(r"<[^>]+\sstyle=", page.text)


def test_another_site_can_make_no_pupil_mark(
    pupil: FlaskClient, get: Get, store: Store
) -> None:
    foreign = {"Origin": "https://elsewhere.example"}
    unsigned = {"Origin": "http://localhost", "Sec-Fetch-Site": "same-origin"}

    for headers in (foreign, unsigned):
        body = {"marks": [MARK]}
        answer = pupil.post("/class/marks", json=body, headers=headers)
        assert answer.status_code == 403
    assert store.classes.marks(get().id) == []
    token = re.search(
        r'name="csrf-token" content="([^"]+)"', pupil.get("/class/1").text
    )
    assert token
    signed = {**unsigned, "X-CSRF-Token": token[1]}
    answer = pupil.post("/class/marks", json={"marks": [MARK]}, headers=signed)
    assert answer.status_code == 200
