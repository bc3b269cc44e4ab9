"""The answer: what the contract promises about every annotation and the page."""

from typing import Any
from uuid import UUID

import pytest

from sidelight import pipeline, samples
from sidelight.pages import load

READINGS = {path.stem: pipeline.read(load(path)) for path in samples.reports()}


def page_of(name: str) -> dict[str, Any]:
    others = [reading for stem, reading in READINGS.items() if stem != name]
    return pipeline.notes(READINGS[name], reports=others, checks="all")


PAGES = {name: page_of(name) for name in READINGS}
ITEMS = [(name, item) for name, page in PAGES.items() for item in page["items"]]


@pytest.mark.parametrize(("name", "item"), ITEMS)
def test_an_annotation_leads_to_its_passage(name: str, item: dict[str, Any]) -> None:
    reading = READINGS[name]
    text = reading.article.title if item["sidelight:part"] == "title" else reading.text
    quote, *position = item["target"]["selector"]

    assert quote["prefix"] + quote["exact"] + quote["suffix"] in (text or "")
    for selector in position:
        assert (text or "")[selector["start"] : selector["end"]] == quote["exact"]
    assert (item["sidelight:part"] == "title") == (not position)


@pytest.mark.parametrize(("name", "item"), ITEMS)
def test_evidence_leads_to_a_passage_of_another_report(
    name: str, item: dict[str, Any]
) -> None:
    for evidence in item["sidelight:evidence"]:
        report = READINGS[evidence["report"]["id"]]
        shown = evidence["prefix"] + evidence["exact"] + evidence["suffix"]

        assert report is not READINGS[name]
        assert shown in report.text
        assert evidence["link"].startswith(f"{report.article.url}#:~:text=")


@pytest.mark.parametrize(("_", "item"), ITEMS)
def test_an_annotation_has_all_that_a_card_shows(_: str, item: dict[str, Any]) -> None:
    kind, note = item["body"]

    assert UUID(item["id"].removeprefix("urn:uuid:")).version == 5
    assert (item["type"], item["motivation"]) == ("Annotation", "commenting")
    assert (kind["purpose"], note["purpose"]) == ("classifying", "commenting")
    assert item["sidelight:help"] == f"/checks/{kind['value']}"
    assert all(
        item[f"sidelight:{field}"] for field in ("family", "label", "tier", "next")
    )


def test_the_same_input_gives_the_same_page_and_ids_apart() -> None:
    for name, page in PAGES.items():
        ids = [item["id"] for item in page["items"]]

        assert page == page_of(name)
        assert len(set(ids)) == len(ids)


def test_notes_stand_in_reading_order_and_every_check_is_told() -> None:
    for page in PAGES.values():
        starts = [
            item["target"]["selector"][1]["start"]
            for item in page["items"]
            if item["sidelight:part"] == "text"
        ]
        told = page["sidelight:checked"]

        assert starts == sorted(starts)
        assert sum(check.get("notes", 0) for check in told) == len(page["items"])
        assert all(("notes" in check) != ("skipped" in check) for check in told)


def test_voices_lead_to_their_passages() -> None:
    for name, page in PAGES.items():
        for voice in page["sidelight:voices"]:
            assert voice["statements"] == len(voice["passages"])
            for quote, position in voice["passages"]:
                passage = READINGS[name].text[position["start"] : position["end"]]
                assert passage == quote["exact"]
