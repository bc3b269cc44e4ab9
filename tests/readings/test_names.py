"""Proper names, where they begin and end, and their kind."""

import pytest

from sidelight.readings import names, sentences


def found(text: str, *known: str) -> list[tuple[str, str]]:
    read = names.read(text, sentences.read(text), known)
    assert all(name.span.of(text).split() == name.words.split() for name in read)
    return [(name.words, name.kind) for name in read]


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("It was General Valery Gerasimov.", "General Valery Gerasimov", "person"),
        ("They met the Orsolt Water Company.", "Orsolt Water Company", "organisation"),
        (
            "He joined the Hide and Leather Workers’ Union.",
            "Hide and Leather Workers’ Union",
            "organisation",
        ),
        ("It was NATO.", "NATO", "organisation"),
        ("They came on Monday.", "Monday", "time"),
        ("It cost 2% of GDP.", "GDP", "other"),
        ("It was Gen. Karl Dunn.", "Gen. Karl Dunn", "person"),
        ("They met Karl J. Dunn.", "Karl J. Dunn", "other"),
        (
            "It was Water Department Director Helen Marsh.",
            "Water Department Director Helen Marsh",
            "person",
        ),
    ],
)
def test_a_name_and_its_kind(text: str, name: str, kind: str) -> None:
    assert found(text) == [(name, kind)]


def test_and_divides_names_but_for_one_that_is_an_organisation() -> None:
    assert found("He spoke of Mara Ellis and Joss Ferrand.") == [
        ("Mara Ellis", "other"),
        ("Joss Ferrand", "other"),
    ]


def test_the_possessive_is_no_part_of_a_name_and_divides_names() -> None:
    assert [n for n, _ in found("It is Russia’s Foreign Ministry’s plan.")] == [
        "Russia",
        "Foreign Ministry",
    ]


def test_where_somebody_is_from_is_another_name() -> None:
    text = "He met Helen Marsh of Orsolt and the mayor of Kelderby."
    assert [n for n, _ in found(text)] == ["Helen Marsh", "Orsolt", "Kelderby"]
    assert [n for n, _ in found("It is the University of Orsolt.")] == [
        "University of Orsolt"
    ]


def test_a_lone_word_that_opens_a_sentence_is_a_name_if_it_is_one_elsewhere() -> None:
    assert found("Rain fell.") == []
    assert found("Ellis left. They saw Ellis.") == [
        ("Ellis", "other"),
        ("Ellis", "other"),
    ]
    assert found("Ellis left.", "Ellis") == [("Ellis", "other")]


@pytest.mark.parametrize(
    ("words", "bare"),
    [
        ("Russian Foreign Minister Sergei Lavrov", "Sergei Lavrov"),
        ("Mr Ellis", "Ellis"),
        ("Mara Ellis", "Mara Ellis"),
        ("Sen. Mara Ellis", "Mara Ellis"),
        ("Mara Ellis Jr", "Mara Ellis"),
    ],
)
def test_titles_come_off(words: str, bare: str) -> None:
    assert names.without_titles(words) == bare
