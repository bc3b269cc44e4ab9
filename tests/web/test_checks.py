import pytest
from flask import Flask
from flask.testing import FlaskClient

from sidelight.checks import Check, every_check
from sidelight.web.checks import check_named, check_page, summary
from sidelight.web.quality import quality
from tests.web.measured import MEASURED


def own_figures(app: Flask, check_id: str) -> str:
    """Return the section "Measured" of a check's page, on one line."""
    with app.test_request_context():
        page = check_page(check_named(check_id), MEASURED)
    section = page.partition('<section class="measured"')[2].partition("</section>")[0]
    return " ".join(section.split())


def test_every_check_is_listed_with_a_page(client: FlaskClient) -> None:
    listed = client.get("/api/v1/checks").get_json()["checks"]

    assert [check["id"] for check in listed] == [check.ID for check in every_check()]
    for check in listed:
        assert client.get(check["help"]).status_code == 200


def test_a_check_comes_with_its_page(client: FlaskClient) -> None:
    [check, *_] = every_check()

    answer = client.get(f"/api/v1/checks/{check.ID}").get_json()

    assert answer["label"] == check.LABEL
    assert answer["page"] == check.__doc__


@pytest.mark.parametrize("check", every_check(), ids=lambda check: check.ID)
def test_a_help_page_shows_its_examples_as_quotations(
    client: FlaskClient, check: Check
) -> None:
    page = client.get(f"/checks/{check.ID}").text

    assert "<h2>Why it matters</h2>" in page
    assert "<blockquote>" in page
    assert "&lt;mark" not in page
    assert page.count("<mark>") == page.count("</mark>")


@pytest.mark.parametrize("address", ["/api/v1/checks/none", "/checks/none"])
def test_an_unknown_check_is_not_found(client: FlaskClient, address: str) -> None:
    assert client.get(address).status_code == 404


def test_a_page_shows_the_checks_own_figures_and_what_they_rest_on(
    client: FlaskClient,
) -> None:
    section = own_figures(client.application, "vague-source")

    assert '<rect class="precision"' in section
    assert "9 of 10 notes right" in section
    assert "(interval 60% to 98%)" in section
    assert "9 of 13 passages found" in section
    assert "50 reports written for this project, labelled by its authors" in section
    assert '<a href="/quality">' in section


@pytest.mark.parametrize(
    ("check", "said"),
    [
        ("party-not-heard", "too few to say (3 notes). 2 of 3 notes right; 2 of 7"),
        ("figure-differs", "This check has not been measured yet."),
    ],
)
def test_a_page_without_enough_to_say_says_so(
    client: FlaskClient, check: str, said: str
) -> None:
    section = own_figures(client.application, check)

    assert said in section
    assert "<rect" not in section


def test_a_check_whose_labels_are_examples_says_what_that_means(
    client: FlaskClient,
) -> None:
    section = own_figures(client.application, "corroborated")

    assert "precision: 9 of 12 notes right, 2 without a label" in section
    assert "9 of 13 examples found. 1 note on a trap." in section
    assert "Not every passage is labelled" in section
    assert "30 reports of 6 events that it was not tuned on" in section


@pytest.mark.parametrize(
    ("check", "figures"),
    [
        ("vague-source", (0.9, 9 / 13, 10)),
        ("single-party-claim", (None, 0, 0)),
        ("corroborated", (0.75, 9 / 13, 12)),
        ("figure-differs", (None, None, None)),
    ],
)
def test_a_summary_holds_the_figures_on_events_not_tuned_on(
    check: str, figures: tuple[float | None, float | None, int | None]
) -> None:
    told = summary(check_named(check), MEASURED)

    assert (told.precision, told.recall, told.notes) == figures


def test_the_shipped_figures_are_those_of_the_api(client: FlaskClient) -> None:
    for check in client.get("/api/v1/checks").get_json()["checks"]:
        unseen = quality().of(check["id"]).unseen

        assert check["recall"] == (unseen.recall if unseen else None)
