import orjson
import pytest
from flask.testing import FlaskClient

from sidelight.checks import every_check
from sidelight.settings import Settings

ADDRESS = "/api/v1/feedback"
CHECK = every_check()[0].ID


def test_feedback_is_appended_line_by_line(
    client: FlaskClient, settings: Settings
) -> None:
    first = {"annotation": "urn:uuid:1", "check": CHECK, "verdict": "helpful"}
    second = {**first, "verdict": "not-needed", "note": "It is named\nbelow."}

    answers = [client.post(ADDRESS, json=sent) for sent in (first, second)]

    assert [answer.status_code for answer in answers] == [201, 201]
    lines = (settings.data_dir / "feedback.jsonl").read_bytes().splitlines()
    assert [orjson.loads(line) for line in lines] == [first, second]


@pytest.mark.parametrize(
    "wrong", [{"check": "none"}, {"verdict": "bad"}, {"annotation": ""}]
)
def test_feedback_on_nothing_is_a_problem_and_not_stored(
    client: FlaskClient, settings: Settings, wrong: dict[str, str]
) -> None:
    sent = {"annotation": "urn:uuid:1", "check": CHECK, "verdict": "helpful", **wrong}

    assert client.post(ADDRESS, json=sent).status_code == 422
    assert not (settings.data_dir / "feedback.jsonl").exists()


def test_a_folder_that_cannot_be_written_is_a_problem(
    client: FlaskClient, settings: Settings
) -> None:
    (settings.data_dir / "feedback.jsonl").mkdir()
    sent = {"annotation": "urn:uuid:1", "check": CHECK, "verdict": "helpful"}

    answer = client.post(ADDRESS, json=sent)

    assert answer.status_code == 503
    assert "SIDELIGHT_DATA_DIR" in answer.get_json()["detail"]
