"""The samples are reports, and what is expected of them stands in them."""

import json
import re
from datetime import datetime
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest

from sidelight.samples import reports

FIELDS = ["id", "url", "title", "publisher", "published", "author", "language", "text"]
CHECKS = {
    "unnamed-source",
    "vague-source",
    "party-not-heard",
    "single-party-claim",
    "date-differs",
    "figure-differs",
    "shared-wording",
    "headline-quote",
    "corroborated",
}
SOURCING = {"unnamed-source", "vague-source", "party-not-heard", "single-party-claim"}

SAMPLES: dict[str, dict[str, Any]] = {
    path.stem: json.loads(path.read_text(encoding="utf-8")) for path in reports()
}
EXPECTED: dict[str, list[dict[str, Any]]] = json.loads(
    Path(__file__).with_name("expected.json").read_text(encoding="utf-8")
)

each_sample = pytest.mark.parametrize("name", SAMPLES)


def expected(check: str) -> list[dict[str, Any]]:
    return [note for note in EXPECTED["notes"] if note["check"] == check]


def words(text: str) -> list[str]:
    return re.findall(r"\w+", text.lower())


def runs(text: str, length: int) -> set[str]:
    """Return every run of `length` words in `text`."""
    found = words(text)
    return {" ".join(found[i : i + length]) for i in range(len(found) - length + 1)}


def test_there_are_six_and_the_wire_comes_first() -> None:
    first, *others = reports()

    assert first.stem.endswith("-wire")
    assert len(others) == 5
    assert others == sorted(others)


@each_sample
def test_is_a_whole_report_named_after_its_id(name: str) -> None:
    sample = SAMPLES[name]

    assert list(sample) == FIELDS
    assert sample["id"] == name
    assert sample["language"] == "en"
    assert all(sample[field] for field in FIELDS if field != "author")


@each_sample
def test_has_a_calendar_date_of_publication(name: str) -> None:
    assert datetime.fromisoformat(SAMPLES[name]["published"]).year == 2024


@each_sample
def test_is_as_long_as_a_news_report(name: str) -> None:
    assert 250 <= len(SAMPLES[name]["text"].split()) <= 450


@each_sample
def test_has_paragraphs_a_blank_line_apart_and_curly_quotation_marks(name: str) -> None:
    text = SAMPLES[name]["text"]

    assert all(p == p.strip() and "\n" not in p for p in text.split("\n\n"))
    assert not set("'\"") & set(text + SAMPLES[name]["title"])
    assert text.count("“") == text.count("”") > 0


def test_no_two_share_an_id_an_address_or_a_publisher() -> None:
    for field in ("id", "url", "publisher"):
        assert len({sample[field] for sample in SAMPLES.values()}) == 6


@each_sample
def test_stands_at_an_address_that_nobody_can_own(name: str) -> None:
    assert re.match(r"https://[a-z-]+\.example/", SAMPLES[name]["url"])


@pytest.mark.parametrize("kind", ["notes", "traps", "arguable"])
def test_every_passage_stands_once_where_it_is_said_to(kind: str) -> None:
    for entry in EXPECTED[kind]:
        assert SAMPLES[entry["report"]][entry["part"]].count(entry["exact"]) == 1
        for other in entry.get("evidence", []):
            assert other["report"] != entry["report"]
            assert SAMPLES[other["report"]]["text"].count(other["exact"]) == 1


def test_every_check_has_a_note_and_every_one_but_agreement_a_trap() -> None:
    assert {note["check"] for note in EXPECTED["notes"]} == CHECKS
    assert {trap["check"] for trap in EXPECTED["traps"]} == CHECKS - {"corroborated"}


def test_no_passage_is_both_expected_and_a_trap() -> None:
    def places(kind: str) -> set[tuple[str, str, str]]:
        return {(e["check"], e["report"], e["exact"]) for e in EXPECTED[kind]}

    assert not places("notes") & places("traps")
    assert not places("arguable") & (places("notes") | places("traps"))


def test_nothing_is_noted_on_the_wire_as_to_sourcing() -> None:
    assert not [
        note
        for note in EXPECTED["notes"] + EXPECTED["arguable"]
        if note["report"].endswith("-wire") and note["check"] in SOURCING
    ]


def test_what_is_corroborated_stands_in_three_reports() -> None:
    assert all(len(note["evidence"]) >= 2 for note in expected("corroborated"))


def test_twelve_running_words_are_shared_where_expected_and_nowhere_else() -> None:
    """Names, titles and quotations apart: they are the traps."""
    apart = [
        trap["exact"] for trap in EXPECTED["traps"] if trap["check"] == "shared-wording"
    ]
    texts = {
        name: re.sub("|".join(map(re.escape, apart)), " — ", sample["text"])
        for name, sample in SAMPLES.items()
    }
    sharing = {
        frozenset((one, other))
        for one, other in combinations(texts, 2)
        if runs(texts[one], 12) & runs(texts[other], 12)
    }

    assert sharing == {
        frozenset((note["report"], note["evidence"][0]["report"]))
        for note in expected("shared-wording")
    }
    assert all(len(words(note["exact"])) >= 20 for note in expected("shared-wording"))
