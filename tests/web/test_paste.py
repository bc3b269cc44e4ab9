import re
from html import unescape

from flask.testing import FlaskClient

from tests.web.sent import OTHERS, UNNAMED, WIRE

HOSTILE = '"><script>alert(1)</script><img src=x onerror=alert(2)>{{ 7 * 7 }}'


def test_a_pasted_text_is_shown_with_its_notes(client: FlaskClient) -> None:
    answer = client.post("/read", data={"text": UNNAMED["text"]})

    assert answer.status_code == 200
    assert 'class="note ' in answer.text


def test_an_empty_store_is_owned_up_to_with_what_to_do(client: FlaskClient) -> None:
    page = client.post("/read", data={"text": WIRE["text"]}).text

    assert "no reports are stored yet" in page
    assert "sidelight reports add" in page


def test_it_is_compared_with_what_is_stored(client: FlaskClient) -> None:
    client.post("/api/v1/reports", json=OTHERS[0])
    fields = {"text": WIRE["text"], "published": WIRE["published"][:10]}

    page = client.post("/read", data=fields).text

    assert "Compared with 1 stored report." in page
    assert OTHERS[0]["publisher"] in page


def test_an_answer_leads_to_its_reports_side_by_side(client: FlaskClient) -> None:
    client.post("/api/v1/reports", json=OTHERS[0])
    fields = {"text": WIRE["text"], "published": WIRE["published"][:10]}
    page = client.post("/read", data=fields).text

    [form] = re.findall(
        r'<form method="post" action="/compare".*?</form>', page, re.DOTALL
    )
    sent = re.findall(r'name="(\w+)" value="([^"]*)"', form)
    answer = client.post("/compare", data={k: unescape(v) for k, v in sent})

    assert "2 reports side by side" in answer.text
    assert unescape(OTHERS[0]["publisher"]) in answer.text


def test_a_store_without_this_event_is_owned_up_to(client: FlaskClient) -> None:
    client.post("/api/v1/reports", json=WIRE)
    text = "The museum opened a new wing for clocks on Friday, its keeper said. " * 10

    page = client.post("/read", data={"text": text, "published": "2020-01-01"}).text

    assert "nothing was compared" in page


def test_what_cannot_be_read_comes_back_with_the_text_as_it_was(
    client: FlaskClient,
) -> None:
    text = "Der Fluss ist sauber, sagte die Mühle am Montag. " * 20

    answer = client.post("/read", data={"text": text, "title": "Der Fluss"})

    assert answer.status_code == 422
    assert "does not seem to be English" in answer.text
    assert text.strip() in answer.text
    assert 'value="Der Fluss"' in answer.text


def test_a_form_holds_a_text_of_a_megabyte_and_says_if_it_is_longer(
    client: FlaskClient,
) -> None:
    sentence = "„Der Fluss ist sauber“, sagte die Mühle über sich.\n"
    many = 1_000_000 // len(sentence.encode())

    answers = [
        client.post("/read", data={"text": sentence * number})
        for number in (many, many + 1)
    ]

    assert "does not seem to be English" in answers[0].text
    assert answers[1].status_code == 413
    assert "at most 1,000,000 are read" in answers[1].text


def test_line_ends_of_a_form_are_line_ends(client: FlaskClient) -> None:
    text = WIRE["text"].replace("\n", "\r\n")

    page = client.post("/read", data={"text": text}).text

    assert "\r" not in page
    assert page.count('<p class="words" ') == len(WIRE["text"].split("\n\n"))


def test_nothing_of_a_hostile_text_becomes_markup(client: FlaskClient) -> None:
    fields = {
        "text": f"{WIRE['text']}\n\n{HOSTILE} the mill said.",
        "title": HOSTILE,
        "publisher": HOSTILE,
    }

    page = client.post("/read", data=fields).text

    assert "<script" not in page
    assert "<img src=x" not in page
    assert "{{ 7 * 7 }}" in page
    assert "&lt;script&gt;" in page


def test_nothing_of_a_hostile_report_becomes_markup_or_a_link(
    client: FlaskClient,
) -> None:
    for report in OTHERS:
        client.post(
            "/api/v1/reports",
            json={
                **report,
                "text": report["text"].replace(". ", f". {HOSTILE} "),
                "title": HOSTILE,
                "publisher": HOSTILE,
                "url": f"javascript:alert({report['id']!r})",
            },
        )

    fields = {"text": WIRE["text"], "published": WIRE["published"][:10]}
    page = client.post("/read", data=fields).text

    assert "Compared with 5 stored reports." in page
    assert "<script" not in page
    assert "<img src=x" not in page
    assert not re.search(r'href="\s*javascript', page, re.IGNORECASE)
