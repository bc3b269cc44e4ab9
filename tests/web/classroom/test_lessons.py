"""A teacher makes lessons; nobody else sees or changes them."""

import io
from collections.abc import Callable

import pytest
from flask.testing import FlaskClient

from sidelight import pipeline
from sidelight.lessons import Lesson, notes_on
from sidelight.lessons.passwords import hashed
from sidelight.settings import Settings
from sidelight.store import Store
from tests.lessons.makers import TEXT, report
from tests.web.classroom.conftest import OPEN, OWN, post, service_with

Get = Callable[[], Lesson]
PAGES = [
    *("", "/board", "/board/now", "/board/events", "/projector", "/worksheet"),
    *("/summary", "/marks.csv", "/compare", "/reports/1"),
]


def test_a_newcomer_holds_a_ready_lesson(client: FlaskClient, store: Store) -> None:
    assert "One vote, four newsrooms" in client.get("/lessons").text
    assert "Aims" in client.get("/lessons/ready/river-licence").text

    answer = client.post("/lessons", data={"ready": "river-licence"})

    [row] = store.lessons.of_teacher(None)
    assert answer.location == f"/lessons/{row.lesson.id}/board"
    board = client.get(answer.location).text
    assert row.lesson.code is not None
    assert row.lesson.code in board
    made = store.lessons.get(row.lesson.id)
    assert len(made.reports) == 4
    assert made.questions
    assert sum(len(notes_on(made, r)) for r in made.reports) > 4


def test_a_lesson_of_ones_own_is_made_and_changed(
    client: FlaskClient, store: Store
) -> None:
    place = client.post("/lessons", data={"title": "Storms"}).location
    lesson = place.rpartition("/")[2]
    assert store.lessons.get(lesson).checks, "those of a class"

    client.post(
        place,
        data={
            "title": "Storms, two ways",
            "task": "Read.\r\nMark.",
            "keep_days": "7",
            "check": ["time-unclear", "no-such-check"],
        },
    )

    found = store.lessons.get(lesson)
    assert (found.title, found.task, found.keep_days, found.checks) == (
        "Storms, two ways",
        "Read.\nMark.",
        7,
        ("time-unclear",),
    )


@pytest.mark.parametrize("days", ["0", "999", "", "x"])
def test_days_that_make_no_sense_are_told(
    client: FlaskClient, lesson: str, days: str
) -> None:
    answer = client.post(
        f"/lessons/{lesson}", data={"title": "Pier", "keep_days": days}
    )

    assert answer.status_code == 422
    assert "1 to 365 days" in answer.text


def test_reports_come_by_paste_file_and_store(
    client: FlaskClient, store: Store
) -> None:
    store.add(pipeline.read(report(7, title="From the store").article))
    place = client.post("/lessons", data={"title": "Storms"}).location
    client.post(
        f"{place}/reports",
        data={"text": TEXT.replace("\n", "\r\n"), "title": "Pasted"},
    )
    client.post(
        f"{place}/reports",
        data={"file": (io.BytesIO(TEXT.replace("40", "50").encode()), "upload.txt")},
        content_type="multipart/form-data",
    )
    client.post(f"{place}/reports", data={"id": "urn:test:7"})

    reports = store.lessons.get(place.rpartition("/")[2]).reports

    assert [r.article.title for r in reports] == ["Pasted", None, "From the store"]
    assert reports[0].article.text == TEXT
    assert reports[0].page["sidelight:compared"]["reports"], "beside the others"


@pytest.mark.parametrize(
    ("data", "said"),
    [
        ({}, "Paste a text"),
        ({"text": "Der Rat tagte am Montag und sagte nichts dazu. " * 9}, "English"),
        ({"url": "https://news.example/a"}, "fetches nothing"),
        ({"id": "no-such-report"}, "No report with the id"),
    ],
)
def test_a_report_that_cannot_be_had_says_why(
    client: FlaskClient, lesson: str, data: dict[str, str], said: str
) -> None:
    answer = client.post(f"/lessons/{lesson}/reports", data=data)

    assert answer.status_code in {403, 404, 422}
    assert said in answer.text


def test_a_report_is_taken_out(client: FlaskClient, lesson: str, get: Get) -> None:
    client.post(f"/lessons/{lesson}/reports/1/remove")

    assert [r.number for r in get().reports] == [2]


def test_a_note_is_hidden_reworded_and_set_back(
    client: FlaskClient, lesson: str, get: Get
) -> None:
    note = notes_on(get(), get().report(1))[0]
    place = f"/lessons/{lesson}/reports/1"

    def change(**data: str) -> None:
        sent = {"note": note.id, "number": "1", "message": note.message, **data}
        assert client.post(f"{place}/notes", data=sent).status_code == 303

    change(message="Look here together.")
    assert "Look here together." in client.get(place).text
    change(hidden="yes", message="Look here together.")
    assert "pupils never see it" in client.get(place).text
    change(hidden="no", message="Look here together.")
    change()
    assert get().edits == ()
    wrong = {"note": "urn:no-such-note", "message": "x"}
    assert client.post(f"{place}/notes", data=wrong).status_code == 404


def test_a_teacher_asks_about_a_passage(
    client: FlaskClient, lesson: str, get: Get
) -> None:
    place = f"/lessons/{lesson}/reports/1/questions"

    client.post(
        place, data={"passage": "Critics say", "question": "Which?", "early": "yes"}
    )

    [question] = get().questions
    assert question.span.of(TEXT) == "Critics say"
    assert question.early
    client.post(f"/lessons/{lesson}/questions/{question.id}/remove")
    assert get().questions == ()


@pytest.mark.parametrize(
    ("passage", "start", "said"),
    [
        ("", "", "Copy the words"),
        ("No such words", "", "not in the text"),
        ("board", "", "take a few more"),
        ("board", "3", "take a few more"),
    ],
)
def test_a_passage_has_to_be_found(
    client: FlaskClient, lesson: str, passage: str, start: str, said: str
) -> None:
    sent = {"passage": passage, "start": start, "question": "Which?"}

    answer = client.post(f"/lessons/{lesson}/reports/1/questions", data=sent)

    assert answer.status_code == 422
    assert said in answer.text


def test_words_that_stand_often_are_found_by_their_place(
    client: FlaskClient, lesson: str, get: Get
) -> None:
    at = TEXT.rindex("board")
    sent = {"passage": "board", "start": str(at), "question": "Which?"}

    client.post(f"/lessons/{lesson}/reports/1/questions", data=sent)

    assert get().questions[0].span.start == at


def test_one_click_deletes(client: FlaskClient, lesson: str, store: Store) -> None:
    answer = client.post(f"/lessons/{lesson}/delete")

    assert "deleted, with all marks" in client.get(answer.location).text
    assert store.lessons.of_teacher(None) == []


# --- Access ----------------------------------------------------------------------


@pytest.fixture
def school(settings: Settings, store: Store, lesson: str) -> FlaskClient:
    """Serve a school, where Ada takes over the lesson and Bob has none."""
    for name in ("Ada", "Bob"):
        store.teachers.add(name, hashed(f"the password of {name}"))
    del lesson
    return service_with(settings, **OPEN)


def sign_in(client: FlaskClient, name: str) -> FlaskClient:
    browser = client.application.test_client()
    answer = browser.post(
        "/teacher/sign-in", data={"name": name, "password": f"the password of {name}"}
    )
    assert answer.status_code == 303, answer.text
    return browser


@pytest.mark.parametrize("page", PAGES)
def test_a_lesson_is_its_teachers_alone(
    school: FlaskClient, lesson: str, page: str
) -> None:
    place = f"/lessons/{lesson}{page}"

    assert sign_in(school, "Ada").get(place).status_code == 200
    assert sign_in(school, "Bob").get(place).status_code == 404
    stranger = school.application.test_client().get(place)
    assert (stranger.status_code, stranger.location) == (303, "/teacher/sign-in")


@pytest.mark.parametrize(
    ("page", "data"),
    [
        ("", {"title": "Taken over", "keep_days": "1"}),
        ("/reports", {"text": TEXT}),
        ("/reports/1/remove", {}),
        ("/reports/1/notes", {"note": "n", "hidden": "yes"}),
        ("/reports/1/questions", {"passage": "Critics say", "question": "Which?"}),
        ("/questions/1/remove", {}),
        ("/state", {"state": "ended"}),
        ("/reveal", {"report": "1", "shown": "yes"}),
        ("/share", {"shared": "yes"}),
        ("/delete", {}),
    ],
)
def test_nobody_else_changes_it(
    school: FlaskClient, lesson: str, page: str, data: dict[str, str], get: Get
) -> None:
    before = get()
    code = before.code or ""
    pupil = school.application.test_client()
    assert pupil.post("/join", data={"code": code}).status_code == 303
    stranger = school.application.test_client()
    before = get()

    place = f"/lessons/{lesson}{page}"
    assert post(sign_in(school, "Bob"), place, data).status_code == 404
    assert post(pupil, place, data).status_code == 401
    assert post(stranger, place, data).status_code == 401
    assert sign_in(school, "Ada").post(place, data=data, headers=OWN).status_code == 403

    assert get() == before


def test_a_pupils_session_opens_nothing_but_the_class(
    school: FlaskClient, get: Get
) -> None:
    pupil = school.application.test_client()
    pupil.post("/join", data={"code": get().code})

    assert pupil.get("/class").status_code == 200
    assert pupil.get("/lessons").status_code == 303
    for page in ("/api/v1/reports", "/feeds", "/compare", "/read"):
        assert pupil.get(page).status_code in {401, 403}, page


def test_a_wrong_password_is_wrong_for_all_alike(school: FlaskClient) -> None:
    answers = [
        school.post("/teacher/sign-in", data={"name": name, "password": "x" * 12})
        for name in ("Ada", "Nobody")
    ]

    assert [answer.status_code for answer in answers] == [401, 401]
    assert answers[0].text.count("do not go together") == 1
    assert school.get("/lessons").status_code == 303


def test_passwords_cannot_be_tried_one_after_the_other(school: FlaskClient) -> None:
    last = 0
    for n in range(61):
        answer = school.post("/teacher/sign-in", data={"name": "x", "password": f"{n}"})
        last = answer.status_code

    assert last == 429


def test_signing_in_begins_a_new_session_and_out_ends_it(
    school: FlaskClient, store: Store
) -> None:
    browser = school.application.test_client()
    with browser.session_transaction() as before:
        before["visit"] = "planted"
    browser.post(
        "/teacher/sign-in", data={"name": "Ada", "password": "the password of Ada"}
    )
    with browser.session_transaction() as after:
        token = after["visit"]
    assert token != "planted"  # noqa: S105 - a token of the test's own
    assert browser.get("/lessons").status_code == 200

    post(browser, "/teacher/sign-out", {})

    assert store.teachers.visitor(token) is None
    assert browser.get("/lessons").status_code == 303


@pytest.mark.parametrize(
    "header", ["X-Forwarded-For", "Forwarded", "X-Real-IP", "X-Forwarded-Host"]
)
def test_behind_a_proxy_nobody_sits_at_the_machine(
    client: FlaskClient, header: str
) -> None:
    assert client.get("/lessons").status_code == 200

    answer = client.get("/lessons", headers={header: "203.0.113.9"})

    assert answer.status_code == 303


def test_from_elsewhere_nobody_sits_at_the_machine(client: FlaskClient) -> None:
    answer = client.get("/lessons", environ_base={"REMOTE_ADDR": "192.0.2.7"})

    assert answer.status_code == 303


def test_once_a_teacher_is_named_the_machine_is_nobodys(
    client: FlaskClient, store: Store
) -> None:
    store.teachers.add("Ada", hashed("the password of Ada"))

    assert client.get("/lessons").status_code == 303
    assert sign_in(client, "Ada").get("/lessons").status_code == 200


def test_a_token_for_teaching_is_a_teacher(settings: Settings, store: Store) -> None:
    school = service_with(settings, **OPEN)
    teach = store.tokens.add("Cy", ["teach"])
    read = store.tokens.add("Di", ["read"])

    def lessons(token: str) -> int:
        header = {"Authorization": f"Bearer {token}"}
        return school.get("/lessons", headers=header).status_code

    assert lessons(teach) == 200
    assert lessons(read) == 303
