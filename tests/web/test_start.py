import re
from html import unescape

import pytest
from flask.testing import FlaskClient

from sidelight.locales import ENGLISH
from sidelight.packaged import extension_folder
from sidelight.settings import Settings
from sidelight.web import create_app
from sidelight.web.start import every_sample
from tests.web.sent import SAMPLES


def text_of(html: str) -> str:
    return unescape(re.sub(r"<[^>]+>", "", html))


@pytest.mark.parametrize("sent", SAMPLES, ids=lambda sent: sent["id"])
def test_a_sample_is_shown_whole_with_every_note_by_its_passage(
    client: FlaskClient, sent: dict[str, str]
) -> None:
    page = client.get(f"/samples/{sent['id']}").text
    [shown] = [s.shown for s in every_sample(ENGLISH) if s.name == sent["id"]]

    words = re.sub(r"<sup.*?</sup>", "", page)
    for paragraph in sent["text"].split("\n\n"):
        assert paragraph in text_of(words)
    for note in shown.notes + shown.agreed:
        assert page.count(f'id="note-{note.number}"') == 1
    for note in shown.notes:
        assert page.count(f'id="passage-{note.number}"') == (note.span is not None)


def test_the_first_page_shows_a_sample_with_notes_and_leads_to_all(
    client: FlaskClient,
) -> None:
    page = client.get("/").text

    assert 'class="note ' in page
    for sent in SAMPLES:
        assert f'href="/samples/{sent["id"]}#samples"' in page


def test_every_link_within_a_page_leads_somewhere(client: FlaskClient) -> None:
    page = client.get("/").text

    for target in re.findall(r'href="#([^"]+)"', page):
        assert f'id="{target}"' in page


def test_evidence_from_a_sample_opens_the_sample(client: FlaskClient) -> None:
    pages = [client.get(f"/samples/{sent['id']}").text for sent in SAMPLES]

    opened = re.findall(r'<a href="([^"]+)"[^>]*>Open this passage', "".join(pages))

    assert opened
    for link in opened:
        assert re.match(r"/samples/[\w-]+#:~:text=", link)


def test_the_demo_alone_names_a_folder_of_this_machine(settings: Settings) -> None:
    folder = str(extension_folder())

    assert folder in create_app(settings, demo=True).test_client().get("/").text
    assert folder not in create_app(settings).test_client().get("/").text


def test_an_unknown_sample_is_not_found(client: FlaskClient) -> None:
    assert client.get("/samples/none").status_code == 404


def test_pages_need_no_script_and_no_style_of_their_own(client: FlaskClient) -> None:
    for address in ("/", "/read", "/checks", "/problems/no-text", "/nowhere"):
        page = client.get(address).text
        assert "<script" not in page
        assert "style=" not in page
        assert "<style" not in page
