"""The extension's modules are served to the pages of a class; the rest of it is not."""

import pytest
from flask.testing import FlaskClient

from sidelight.packaged import extension_folder
from sidelight.web.classroom.assets import SERVED


@pytest.mark.parametrize("name", sorted(SERVED))
def test_a_module_is_the_extensions_own(client: FlaskClient, name: str) -> None:
    answer = client.get(f"/static/extension/{name}", buffered=True)

    assert answer.status_code == 200
    assert answer.data == (extension_folder() / name).read_bytes()
    assert answer.mimetype in {"text/javascript", "text/css"}


@pytest.mark.parametrize(
    "name", ["manifest.json", "background.js", "../settings.py", "page/main.js", "page"]
)
def test_nothing_else_of_it_is_served(client: FlaskClient, name: str) -> None:
    assert client.get(f"/static/extension/{name}").status_code == 404


@pytest.mark.parametrize("language", ["en", "xx", "..", "en-GB"])
def test_words_come_in_the_language_or_in_english(
    client: FlaskClient, language: str
) -> None:
    answer = client.get(
        f"/static/extension/_locales/{language}/messages.json", buffered=True
    )

    assert answer.status_code in {200, 404}
    if answer.status_code == 200:
        assert answer.json is not None
        assert answer.json["close"]["message"] == "Close"
