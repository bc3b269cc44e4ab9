from flask.testing import FlaskClient

from sidelight.settings import Settings
from tests.web.sent import SAMPLES, WIRE

ADDRESS = "/api/v1/reports"


def test_a_report_is_added_listed_and_removed(client: FlaskClient) -> None:
    added = client.post(ADDRESS, json=WIRE)
    report = added.get_json()["id"]

    [listed] = client.get(ADDRESS).get_json()["reports"]
    removed = client.delete(f"{ADDRESS}/{report}")

    assert added.status_code == 201
    assert listed["id"] == report
    assert listed["title"] == WIRE["title"]
    assert listed["words"] > 300
    assert "text" not in listed
    assert removed.status_code == 204
    assert client.get(ADDRESS).get_json() == {"reports": [], "total": 0, "next": None}


def test_a_report_that_is_there_already_is_not_added_twice(client: FlaskClient) -> None:
    client.post(ADDRESS, json=WIRE)

    again = client.post(ADDRESS, json=WIRE)

    assert again.status_code == 200
    assert again.get_json()["result"] == "already-there"
    assert client.get(ADDRESS).get_json()["total"] == 1


def test_a_report_that_is_there_under_another_id_is_answered_with_that(
    client: FlaskClient,
) -> None:
    first = client.post(ADDRESS, json={**WIRE, "id": "one", "url": None}).get_json()

    again = client.post(ADDRESS, json={**WIRE, "id": "two", "url": None}).get_json()

    assert first["id"] == "one"
    assert again == {"id": "one", "result": "already-there"}
    assert client.delete(f"{ADDRESS}/{again['id']}").status_code == 204


def test_a_changed_page_takes_the_place_of_what_was_stored(client: FlaskClient) -> None:
    client.post(ADDRESS, json=WIRE)

    changed = client.post(
        ADDRESS, json={**WIRE, "text": WIRE["text"] + "\n\nThe council rose at ten."}
    )

    assert changed.status_code == 200
    assert changed.get_json()["result"] == "updated"
    assert client.get(ADDRESS).get_json()["total"] == 1


def test_a_list_is_read_part_by_part(client: FlaskClient) -> None:
    for report in SAMPLES:
        client.post(ADDRESS, json=report)
    found = []
    following: str | None = f"{ADDRESS}?limit=4"

    while following:
        part = client.get(following).get_json()
        assert part["total"] == len(SAMPLES)
        found += [report["url"] for report in part["reports"]]
        following = part["next"]

    assert sorted(found) == sorted(report["url"] for report in SAMPLES)


def test_an_id_may_hold_anything(client: FlaskClient) -> None:
    report = "https://northmark.example//a b/?c=d&e#f%2F"
    client.post(ADDRESS, json={**WIRE, "id": report})

    quoted = "https%3A//northmark.example//a%20b/%3Fc%3Dd%26e%23f%252F"

    assert client.delete(f"{ADDRESS}/{quoted}").status_code == 204


def test_removing_what_is_not_there_is_a_problem(client: FlaskClient) -> None:
    answer = client.delete(f"{ADDRESS}/nothing")

    assert answer.status_code == 404
    assert answer.get_json()["type"] == "/problems/not-found"


def test_a_limit_that_is_no_number_is_a_problem(client: FlaskClient) -> None:
    answer = client.get(f"{ADDRESS}?limit=many")

    assert answer.status_code == 422
    assert answer.get_json()["errors"][0]["field"] == "limit"


def test_a_store_that_cannot_be_used_is_a_problem(
    client: FlaskClient, settings: Settings
) -> None:
    (settings.data_dir / "sidelight.sqlite3").mkdir()

    answer = client.get(ADDRESS)

    assert answer.status_code == 503
    assert answer.get_json()["type"] == "/problems/store"
