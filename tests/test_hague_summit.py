"""Five real rewrites of one story and a dated sixth: what a careful reader finds.

The reports are not part of the project; where they are not at hand (a folder
`shared/reports/hague-summit` beside the checkout) there is nothing to test.
"""

from pathlib import Path
from typing import Any

import pytest

from sidelight import pipeline
from sidelight.pages import load

FOLDER = Path(__file__).parents[2] / "shared" / "reports" / "hague-summit"
NAMES = ("seed-000", "seed-001", "seed-002", "seed-003", "seed-004", "wire")

if not FOLDER.is_dir():
    pytest.skip("the reports are not at hand", allow_module_level=True)

READINGS = {name: pipeline.read(load(FOLDER / f"{name}.json")) for name in NAMES}


def notes_of(name: str) -> list[dict[str, Any]]:
    others = [reading for other, reading in READINGS.items() if other != name]
    items = pipeline.notes(READINGS[name], reports=others, checks="all")["items"]
    return list(items)


NOTES = {name: notes_of(name) for name in NAMES}


def marked(name: str, check: str) -> dict[str, dict[str, Any]]:
    """Return the notes of one check on one report by the words they mark."""
    return {
        note["target"]["selector"][0]["exact"]: note
        for note in NOTES[name]
        if note["body"][0]["value"] == check
    }


def evidence(note: dict[str, Any]) -> set[str]:
    return {passage["report"]["id"] for passage in note["sidelight:evidence"]}


def test_the_year_that_one_report_alone_has() -> None:
    [(words, note)] = marked("seed-002", "date-differs").items()

    assert words == "June 2024"
    assert evidence(note) == {"wire"}


def test_the_target_that_was_reaffirmed() -> None:
    [(words, note)] = marked("seed-002", "figure-differs").items()

    assert words.startswith("2%")
    assert evidence(note) == {"seed-001", "seed-003", "seed-004"}
    assert all(p["exact"].startswith("5%") for p in note["sidelight:evidence"])


def test_sources_without_a_name() -> None:
    assert "High-level sources within the Kremlin" in marked(
        "seed-000", "unnamed-source"
    )
    assert "a senior defense ministry official" in marked("seed-002", "unnamed-source")


@pytest.mark.parametrize("name", ["seed-000", "seed-001", "seed-003"])
def test_nobody_speaks_for_nato(name: str) -> None:
    parties = [
        note["sidelight:party"] for note in marked(name, "party-not-heard").values()
    ]

    assert "NATO" in parties


def test_a_headline_quotation_that_the_text_does_not_have() -> None:
    assert list(marked("seed-003", "headline-quote")) == [
        "‘Persistent Challenge to Russia’s Security’"
    ]


@pytest.mark.parametrize(
    ("one", "other"), [("seed-001", "seed-003"), ("seed-003", "seed-001")]
)
def test_nineteen_words_in_common(one: str, other: str) -> None:
    [(words, note)] = marked(one, "shared-wording").items()

    assert words.startswith("on June 24")
    assert words.endswith("5% of GDP by 2035")
    assert evidence(note) == {other}


@pytest.mark.parametrize("name", NAMES)
def test_a_title_is_no_shared_wording(name: str) -> None:
    assert not any("Gerasimov" in words for words in marked(name, "shared-wording"))


@pytest.mark.parametrize("name", NAMES)
def test_neither_spelling_nor_dashes_nor_two_targets_are_differences(name: str) -> None:
    for check in ("date-differs", "figure-differs"):
        for words, note in marked(name, check).items():
            assert "Serge" not in words
            for passage in note["sidelight:evidence"]:
                assert passage["exact"].replace("–", "-") != words.replace("–", "-")


@pytest.mark.parametrize("name", ["seed-001", "seed-003", "seed-004"])
def test_june_24_25_is_no_pair_of_years_and_2_beside_5_percent_no_difference(
    name: str,
) -> None:
    assert not marked(name, "date-differs")
    assert not any(words.startswith("2%") for words in marked(name, "figure-differs"))


@pytest.mark.parametrize(
    "words",
    [
        "‘By arming itself to the teeth",
        "‘Boosting defense budgets",
        "‘What truly threatens",
        "‘We are not fighting for territory",
        "‘We are defending the people",
        "‘We will not stand idly by",
        "‘The time for dialogue",
    ],
)
def test_quotations_that_one_report_alone_has(words: str) -> None:
    assert any(found.startswith(words) for found in marked("seed-002", "only-here"))


def test_doors_that_are_closed_in_one_report_alone() -> None:
    found = {
        name: [words for words in marked(name, "only-here") if "closed" in words]
        for name in NAMES
    }

    assert found.pop("seed-004") == ["during a closed-door briefing"]
    assert not any(found.values())
    [note] = [
        note
        for words, note in marked("seed-004", "only-here").items()
        if "closed" in words
    ]
    assert evidence(note) == {"seed-001", "seed-003"}


@pytest.mark.parametrize(
    ("one", "other"), [("seed-000", "seed-002"), ("seed-002", "seed-000")]
)
def test_one_mans_words_are_officials_words_elsewhere(one: str, other: str) -> None:
    [(words, note)] = marked(one, "quote-status-differs").items()

    assert words.startswith("actions are not only provocative")
    assert evidence(note) == {other}


@pytest.mark.parametrize("name", ["seed-001", "seed-003", "seed-004", "wire"])
def test_no_other_quotation_is_somebody_elses(name: str) -> None:
    assert not marked(name, "quote-status-differs")
    assert not marked(name, "quote-wording-differs")


def test_what_reports_share_with_fourteen_words() -> None:
    for one, other in (("seed-000", "seed-004"), ("seed-004", "seed-000")):
        [(words, note)] = marked(one, "shared-wording").items()
        assert words.endswith("a target that remains unmet by")
        assert evidence(note) == {other}
