"""The list of party terms is symmetric and sourced, and its terms are found."""

import re

import pytest

from sidelight.readings import party_terms, words
from sidelight.readings.party_terms import Issue, issues


def found(text: str) -> list[str]:
    terms = party_terms.read(text, words.read(text))
    return [term.span.of(text) for term in terms]


@pytest.mark.parametrize("issue", issues(), ids=lambda issue: issue.about)
def test_every_issue_has_terms_of_both_sides_and_a_source(issue: Issue) -> None:
    assert all(side.name and side.terms for side in issue.sides)
    assert issue.sides[0].name != issue.sides[1].name
    assert issue.names in {"thing", "each other"}
    assert issue.sources


def test_no_term_stands_for_two_sides() -> None:
    every = [t.lower() for i in issues() for side in i.sides for t in side.terms]

    assert len(every) == len(set(every))


def test_the_head_of_the_list_names_its_version_and_each_source() -> None:
    path = party_terms.__file__.replace("party_terms.py", "data/party_terms.tsv")
    with open(path, encoding="utf-8") as lines:  # noqa: PTH123 - a test of the file
        head = "".join(line for line in lines if line.startswith("#"))

    assert re.search(r"^# version: \d+$", head, re.MULTILINE)
    for source in {source for issue in issues() for source in issue.sources}:
        assert re.search(rf"^#   {source}\s", head, re.MULTILINE), source


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("A pro-lifer and two pro life marchers", ["pro-lifer", "pro life"]),
        ("the DEATH TAX, and death taxes", ["DEATH TAX", "death taxes"]),
        ("Putin’s war and Putin's war on Ukraine", ["Putin’s war", "Putin's war"]),
        ("anti-pro-choice-ness", []),
    ],
)
def test_finds_every_spelling(text: str, terms: list[str]) -> None:
    assert found(text) == terms


def test_a_term_with_other_senses_needs_its_subject_near() -> None:
    assert found("Fat cats sleep on the sill.") == []
    assert found("Fat cats will not end the strike.") == ["Fat cats"]
    assert found("A security fence runs round the airport.") == []
    assert found("A security fence cuts off the Palestinian village.") == [
        "security fence"
    ]


@pytest.mark.parametrize(
    "text",
    [
        "the National Death Tax Coalition",
        "the Judea and Samaria Area",
        "the Assault Weapons Ban of 1994",
    ],
)
def test_an_official_name_is_no_partys_term(text: str) -> None:
    assert found(text) == []
