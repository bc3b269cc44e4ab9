"""From an article to its notes."""

from collections.abc import Sequence

import pytest

from sidelight import pipeline, samples
from sidelight.errors import UnknownCheck
from sidelight.model import Article, Reading
from sidelight.pages import load

ARTICLES = [load(path) for path in samples.reports()]


class Kept:
    """A shelf that holds the readings it was given."""

    def __init__(self, readings: Sequence[Reading]) -> None:
        self.readings = readings

    def near(self, reading: Reading, limit: int = 40) -> Sequence[Reading]:
        del reading
        return self.readings[:limit]

    def state(self) -> str:
        return "state"

    def __len__(self) -> int:
        return 1000


def test_reports_sent_along_are_compared_and_nothing_else() -> None:
    shelf = Kept([pipeline.read(article) for article in ARTICLES[2:]])
    page = pipeline.annotate(ARTICLES[0], shelf=shelf, reports=ARTICLES[1:2])

    assert page["sidelight:compared"]["searched"] == 1
    assert page["sidelight:engine"]["store"] is None


def test_without_reports_the_shelf_is_searched() -> None:
    shelf = Kept([pipeline.read(article) for article in ARTICLES[1:]])
    page = pipeline.annotate(ARTICLES[0], shelf=shelf)

    assert page["sidelight:compared"]["searched"] == 1000
    assert len(page["sidelight:compared"]["reports"]) == 5
    assert page["sidelight:engine"]["store"] == "state"


def test_with_nothing_to_compare_the_answer_says_so() -> None:
    page = pipeline.annotate(ARTICLES[0], checks="all")
    skipped = {
        c["id"]: c["skipped"] for c in page["sidelight:checked"] if "skipped" in c
    }

    assert page["sidelight:compared"] == {"searched": 0, "reports": [], "providers": []}
    assert {"date-differs", "figure-differs", "shared-wording"} <= skipped.keys()
    assert "sidelight reports add" in skipped["date-differs"]


def test_a_text_without_notes_is_an_empty_page() -> None:
    page = pipeline.annotate(Article("It rained in Orsolt."))

    assert page["items"] == []


def test_checks_by_id_and_unknown_ones() -> None:
    page = pipeline.annotate(ARTICLES[0], checks=["vague-source"])

    assert [check["id"] for check in page["sidelight:checked"]] == ["vague-source"]
    with pytest.raises(UnknownCheck, match="no-such"):
        pipeline.annotate(ARTICLES[0], checks=["no-such"])
