import io
import re
from html import unescape
from typing import Any

from flask.testing import FlaskClient

from tests.web.sent import OTHERS, SAMPLES, WIRE

HOSTILE = "\"><script>alert(1)</script><img src=x onerror=alert(2)>'{{ 7 * 7 }}"


def form(*reports: dict[str, Any]) -> dict[str, Any]:
    names = ("text", "title", "publisher")
    return {
        **{name: [report.get(name) or "" for report in reports] for name in names},
        "published": [str(report.get("published") or "")[:10] for report in reports],
    }


def test_the_samples_are_laid_side_by_side(client: FlaskClient) -> None:
    page = client.get("/compare?sample=all").text

    assert f"{len(SAMPLES)} reports side by side" in page
    for sent in SAMPLES:
        assert unescape(page).count(sent["publisher"]) >= 2
    assert "Date differs" in page
    assert "Figure differs" in page


def test_some_samples_by_name_and_none_of_another_name(client: FlaskClient) -> None:
    names = [sent["id"] for sent in SAMPLES[:2]]

    found = client.get("/compare", query_string={"sample": names})

    assert "2 reports side by side" in found.text
    assert client.get("/compare?sample=none").status_code == 404


def test_every_link_within_the_page_leads_somewhere(client: FlaskClient) -> None:
    page = client.get("/compare?sample=all").text

    targets = set(re.findall(r'href="#([^"]+)"', page))

    assert {"show-differences", "row-1", "text-A"} <= targets
    for target in targets:
        assert page.count(f'id="{target}"') == 1, target


def test_a_cell_of_a_sample_opens_the_sample_at_its_words(client: FlaskClient) -> None:
    page = client.get("/compare?sample=all").text

    assert re.search(r'href="/samples/[\w-]+#:~:text=\S+" rel="noreferrer">Open<', page)


def test_each_row_has_a_cell_for_each_report_or_says_that_it_lacks_it(
    client: FlaskClient,
) -> None:
    page = client.get("/compare?sample=all").text

    for row in re.findall(r'<tr role="row" class="cells">.*?</tr>', page, re.DOTALL):
        assert row.count("<td") == len(SAMPLES)
        assert row.count("Not found in") == row.count("lacking")


def test_stored_reports_can_be_chosen_and_compared(client: FlaskClient) -> None:
    ids = [client.post("/api/v1/reports", json=r).get_json()["id"] for r in OTHERS[:2]]

    start = client.get("/compare").text
    found = client.get("/compare", query_string={"id": ids})

    for report in ids:
        assert f'value="{report}"' in start
    assert "2 reports side by side" in found.text
    assert f'href="{OTHERS[0]["url"]}' in found.text


def test_a_long_list_of_stored_reports_has_a_next_page(client: FlaskClient) -> None:
    for number in range(41):
        text = f"The river rose {number} feet in the night, the mayor of Arl said."
        client.post("/api/v1/reports", json={"text": text, "title": f"Arl {number}"})

    first = client.get("/compare").text
    [older] = re.findall(r'href="([^"]+)">Older reports', first)
    second = client.get(unescape(older)).text

    shown = re.findall(r'name="id" value="([^"]+)"', first + second)
    assert len(shown) == len(set(shown)) == 41


def test_an_empty_store_says_how_to_add_reports(client: FlaskClient) -> None:
    assert "No reports are stored here yet" in client.get("/compare").text


def test_pasted_and_uploaded_reports_are_compared(client: FlaskClient) -> None:
    upload = (io.BytesIO(OTHERS[0]["text"].encode()), "copy.txt")

    answer = client.post("/compare", data={**form(WIRE), "file": upload})

    assert answer.status_code == 200
    assert "2 reports side by side" in answer.text
    assert "copy" in answer.text
    assert client.get("/api/v1/reports").get_json()["total"] == 0


def test_what_cannot_be_read_comes_back_as_it_was_and_says_which(
    client: FlaskClient,
) -> None:
    german = {"text": "Der Fluss ist sauber, sagte die Mühle am Montag. " * 9}

    answer = client.post("/compare", data=form(WIRE, german))

    assert answer.status_code == 422
    assert "Report 2: " in answer.text
    assert 'role="alert"' in answer.text
    assert WIRE["text"][:60] in unescape(answer.text)
    assert german["text"][:40] in unescape(answer.text)


def test_a_bad_file_is_named(client: FlaskClient) -> None:
    upload = (io.BytesIO(b"caf\xe9"), "menu.txt")

    answer = client.post("/compare", data={**form(WIRE), "file": upload})

    assert answer.status_code == 422
    assert "menu.txt: " in answer.text


def test_fewer_than_two_and_one_twice_are_said_on_the_form(client: FlaskClient) -> None:
    nothing = client.post("/compare", data=form())
    one = client.post("/compare", data=form(WIRE))
    twice = client.post("/compare", data=form(WIRE, WIRE))

    assert "0 reports given" in nothing.text
    assert "1 report given" in one.text
    assert "A and B are the same" in twice.text
    assert {nothing.status_code, one.status_code, twice.status_code} == {422}


def test_a_stored_report_that_is_gone_is_not_found(client: FlaskClient) -> None:
    assert client.get("/compare?id=gone&id=gone-too").status_code == 404


def test_reports_of_two_events_are_owned_up_to(client: FlaskClient) -> None:
    other = {"text": "A choir from Ostrava sang in the station hall on Sunday. " * 3}

    page = client.post("/compare", data=form(WIRE, other)).text

    assert "do not seem to be about one event" in page
    assert "No point was found" in page
    assert "Who published when" in page


def test_nothing_of_a_hostile_report_becomes_markup_or_a_link(
    client: FlaskClient,
) -> None:
    for report in OTHERS[:2]:
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
    ids = [r["id"] for r in client.get("/api/v1/reports").get_json()["reports"]]
    sent = {**WIRE, "title": HOSTILE, "publisher": HOSTILE}

    pages = [
        client.get("/compare").text,
        client.post("/compare", data={**form(sent), "id": ids}).text,
        client.post("/compare", data=form(sent)).text,
    ]

    for page in pages:
        assert "{{ 7 * 7 }}" in page
        assert "<script" not in page
        assert "<img src=x" not in page
        assert not re.search(r'href="\s*javascript', page, re.IGNORECASE)
        assert "style=" not in page
