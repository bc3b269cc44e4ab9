import re
from html.parser import HTMLParser

import pytest
from flask import Flask
from flask.testing import FlaskClient

from sidelight.settings import Settings
from sidelight.training import promotion
from sidelight.web import create_app
from sidelight.web.quality import (
    FEWEST_NOTES,
    LEAST_PRECISION,
    Quality,
    families,
    percent,
    quality,
    quality_page,
)
from tests.web.measured import MEASURED, RAW


@pytest.fixture
def app(settings: Settings) -> Flask:
    return create_app(settings)


@pytest.fixture
def page(app: Flask) -> str:
    with app.test_request_context():
        return quality_page(MEASURED)


def said_of(check: str, page: str) -> str:
    """Return what the chart's row of a check says, without markup."""
    [row] = [
        row
        for row in re.findall(r"<li>.*?</li>", page, re.DOTALL)
        if f'href="/checks/{check}"' in row
    ]
    return " ".join(re.sub(r"<[^>]+>", " ", row).split())


def row_of(check: str, page: str) -> str:
    return page.partition(f'<a href="/checks/{check}">')[2].partition("</li>")[0]


def test_the_page_says_what_was_measured_on_what_and_by_whom(page: str) -> None:
    assert "on 50 reports written for this project, labelled by its authors" in page
    assert "10 invented events" in page
    assert "human agreement" not in page


def test_a_check_has_its_figures_in_words_beside_its_bar(page: str) -> None:
    row = row_of("vague-source", page)

    assert '<rect class="precision" x="0" y="2" width="90%"' in row
    assert '<rect class="recall" x="0" y="19" width="69.23%"' in row
    assert '<line class="whisker" x1="59.6%" x2="98.2%"' in row
    assert said_of("vague-source", page).endswith(
        "on for readers 90% precision: 9 of 10 notes right (interval 60% to 98%) "
        "69% recall: 9 of 13 passages found."
    )


def test_notes_on_a_trap_are_told(page: str) -> None:
    assert said_of("unnamed-source", page).endswith("found. 2 notes on a trap.")


def test_a_check_with_few_notes_has_no_bar(page: str) -> None:
    assert "Too few to say (3 notes)" in said_of("party-not-heard", page)
    assert row_of("party-not-heard", page).count('<rect class="precision"') == 2
    assert row_of("party-not-heard", page).count('<rect class="amiss"') == 1
    assert said_of("single-party-claim", page).endswith(
        "Too few to say (0 notes) No note was raised; 0 of 3 passages found."
    )


def test_the_checks_are_summed_up_but_for_those_without_all_labels(page: str) -> None:
    assert "39 of 46 notes right" in page
    assert "39 of 60 passages found" in page


def test_a_note_without_a_label_has_not_been_shown_right(page: str) -> None:
    assert said_of("corroborated", page).endswith(
        "at least 75% precision: 9 of 12 notes right, 2 without a label "
        "(interval 60% to 98%) 69% recall: 9 of 13 examples found. 1 note on a trap."
    )


def test_a_check_that_is_not_in_the_file_is_not_measured(page: str) -> None:
    assert said_of("figure-differs", page).endswith("being tried out Not measured yet")


def test_the_table_holds_every_split_of_every_check(page: str) -> None:
    table = page.partition("<table>")[2].partition("</table>")[0]
    [part] = [part for part in table.split("<tbody>") if "Source not named" in part]
    rows = [re.findall(r"<td[^>]*>(.*?)</td>", row) for row in part.split("<tr")[1:]]

    assert table.count("<tbody>") == len(RAW["checks"])
    assert [row[:6] for row in rows] == [
        ["looked at", "13", "0", "0", "3", "1"],
        ["for thresholds", "0", "0", "0", "0", "0"],
        ["held back", "16", "5", "2", "9", "1"],
        ["not tuned on (for thresholds, held back)", "16", "5", "2", "9", "1"],
    ]
    assert rows[-1][6:] == ["0", "76%", "60% to 98%", "64%"]


def test_the_other_figures_stand_below(page: str) -> None:
    assert "<b>0.15</b> notes per 500 words" in page
    assert "3 notes in 25 such reports (10,000 words)" in page
    assert "<b>98%</b> precision" in page
    assert "<b>91%</b> recall" in page
    assert "<b>80%</b> linked, reporting words alone" in page


@pytest.mark.parametrize(
    "word", ["Precision", "Recall", "Trap", "Interval", "Held back"]
)
def test_each_word_is_explained(page: str, word: str) -> None:
    assert f"<dt>{word}</dt>" in page


def test_checks_on_for_readers_come_first_then_the_most_precise() -> None:
    rows = dict(families(MEASURED))["who-says-so"]

    assert [row.check.ID for row in rows] == [
        "vague-source",
        "unnamed-source",
        "party-not-heard",
        "single-party-claim",
        "unsourced-figure",
    ]


@pytest.mark.parametrize(
    "raw",
    [
        {"vague-source": {"tier": "default"}},
        {"checks": {"vague-source": {"tier": "default"}}},
    ],
)
def test_a_file_without_figures_is_no_measurement(app: Flask, raw: object) -> None:
    with app.test_request_context():
        page = quality_page(Quality.model_validate(raw))

    assert "has not been measured yet" in page
    assert "<rect" not in page


def test_what_could_not_be_divided_is_a_dash(app: Flask) -> None:
    nothing = {"reports": 0, "words": 0, "notes": 0, "per_500_words": None}
    shares = {"precision": None, "recall": None}
    raw = RAW | {"plain": nothing, "same_event": shares, "attributions": {}}

    with app.test_request_context():
        page = quality_page(Quality.model_validate(raw))

    assert page.count("<b>–</b>") == 4


def test_the_bars_and_the_gate_draw_the_same_line() -> None:
    assert FEWEST_NOTES == promotion.FEWEST_NOTES
    assert LEAST_PRECISION == promotion.LEAST_PRECISION


def test_the_shipped_figures_are_shown_and_linked_from_every_page(
    client: FlaskClient,
) -> None:
    measured = quality().measured

    assert '<a href="/quality">' in client.get("/checks").text
    page = client.get("/quality").text
    assert '<a href="/quality" aria-current="page">' in page
    if measured:
        assert f"{measured.reports} reports written for this project" in page


def test_the_page_needs_no_script_and_no_style_of_its_own(page: str) -> None:
    assert not re.search(r"<script|<style|\sstyle=|\son\w+=", page)


class _Nesting(HTMLParser):
    """Whether every element is closed in its turn."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.ids: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.ids += [value for name, value in attrs if name == "id" and value]
        if tag not in {"meta", "link", "img"}:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def test_the_page_is_sound_html(page: str) -> None:
    nesting = _Nesting()
    nesting.feed(page)

    assert nesting.open == []
    assert len(nesting.ids) == len(set(nesting.ids))


@pytest.mark.parametrize(
    ("share", "written"),
    [(None, "–"), (0.0, "0%"), (0.904, "90%"), (0.998, "99%"), (1.0, "100%")],
)
def test_a_share_is_written_in_per_cent(share: float | None, written: str) -> None:
    assert percent(share) == written
