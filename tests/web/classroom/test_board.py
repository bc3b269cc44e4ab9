"""The board shows the class's marks in counts, and opens and closes things."""

import json
from collections.abc import Callable

import pytest
from flask.testing import FlaskClient

from sidelight.lessons import Lesson, Reveal, notes_on
from sidelight.store import Store
from tests.lessons.makers import mark
from tests.web.classroom.conftest import joined

Get = Callable[[], Lesson]


def mark_it(store: Store, lesson: str, *places: tuple[int, int]) -> str:
    pupil = store.classes.join(lesson).pupil
    store.classes.put_marks(pupil, [mark(*place) for place in places])
    return pupil.nickname


def test_the_board_shows_who_is_here_and_what_is_marked(
    client: FlaskClient, lesson: str, store: Store
) -> None:
    one = mark_it(store, lesson, (0, 30))
    two = mark_it(store, lesson, (10, 40))

    page = client.get(f"/lessons/{lesson}/board").text

    assert one in page
    assert two in page
    assert "2 pupils" in page
    assert 'class="heat heat-5"' in page
    assert 'class="heat heat-3"' in page
    assert "Who says so?" in page


def test_agreement_with_a_note_is_a_count(
    client: FlaskClient, lesson: str, store: Store, get: Get
) -> None:
    note = next(n for n in notes_on(get(), get().report(1)) if n.span)
    assert note.span is not None
    mark_it(store, lesson, (note.span.start, note.span.end))
    mark_it(store, lesson, (0, 3))

    page = client.get(f"/lessons/{lesson}/board").text

    assert "1 of 2 marked something here" in page
    for word in ("%", "score", "right answer", "correct", "points"):
        assert word not in page.partition("<main")[2].replace("%20", ""), word


def events(client: FlaskClient, lesson: str, seen: str = "") -> str:
    header = {"Last-Event-ID": seen} if seen else {}
    answer = client.get(f"/lessons/{lesson}/board/events", headers=header)
    assert answer.mimetype == "text/event-stream"
    assert answer.headers["Cache-Control"] == "no-store"
    return answer.text


def news(stream: str) -> str:
    data = next(line for line in stream.split("\n") if line.startswith("data: "))
    return str(json.loads(data.removeprefix("data: "))["news"])


def test_news_are_sent_once(client: FlaskClient, lesson: str, store: Store) -> None:
    first = events(client, lesson)
    assert "retry: 1000\n" in first
    assert first.endswith("\n\n")
    assert f"id: {news(first)}\n" in first
    assert "data:" not in events(client, lesson, seen=news(first))

    mark_it(store, lesson, (0, 5))

    assert news(events(client, lesson, seen=news(first))) != news(first)


def test_what_changes_is_served_by_itself(client: FlaskClient, lesson: str) -> None:
    whole = client.get(f"/lessons/{lesson}/board?report=2").text
    part = client.get(f"/lessons/{lesson}/board/now?report=2").text

    assert "<html" not in part
    for landmark in ('id="seats"', 'id="article"', 'id="passages"'):
        assert landmark in part
        assert landmark in whole


def test_notes_are_opened_one_by_one_or_all_at_once(
    client: FlaskClient, lesson: str, get: Get
) -> None:
    note = notes_on(get(), get().report(1))[0]
    place = f"/lessons/{lesson}/reveal"

    client.post(place, data={"report": "1", "note": note.id, "shown": "yes"})
    assert get().reveals == {Reveal(1, note.id)}
    client.post(place, data={"report": "1", "note": note.id, "shown": "no"})
    assert get().reveals == frozenset()
    answer = client.post(
        place, data={"report": "2", "shown": "yes", "at": "2", "anchor": "opening"}
    )

    assert get().reveals == {Reveal(2)}
    assert answer.location == f"/lessons/{lesson}/board?report=2#opening"
    for wrong in ({"report": "9", "shown": "yes"}, {"shown": "yes"}):
        assert client.post(place, data=wrong).status_code == 404


@pytest.mark.parametrize("state", ["frozen", "ended", "open"])
def test_the_teacher_stops_ends_and_goes_on(
    client: FlaskClient, lesson: str, get: Get, state: str
) -> None:
    client.post(f"/lessons/{lesson}/state", data={"state": state})

    assert get().state == state


def test_another_state_is_none(client: FlaskClient, lesson: str, get: Get) -> None:
    answer = client.post(f"/lessons/{lesson}/state", data={"state": "paused"})

    assert answer.status_code == 422
    assert get().state == "open"


def test_the_projector_shows_the_code_and_where_to_go(
    client: FlaskClient, lesson: str, get: Get
) -> None:
    joined(client, get().code or "")

    page = client.get(f"/lessons/{lesson}/projector").text

    code = get().code or ""
    assert code[:3] in page
    assert code[3:] in page
    assert "localhost/join" in page
    assert "<b>1</b> have joined" in page


def test_a_lesson_without_reports_says_so(client: FlaskClient, store: Store) -> None:
    lesson = store.lessons.make(None, "Empty")

    page = client.get(f"/lessons/{lesson}/board").text

    assert "no reports yet" in page
