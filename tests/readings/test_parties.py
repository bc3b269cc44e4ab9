"""The sides that a report speaks of, by all their names."""

from importlib.resources import files

import pytest

from sidelight.readings import entities, names, parties, sentences


def found(text: str) -> list[tuple[str, str]]:
    read = names.read(text, sentences.read(text), parties.by_alias())
    known = entities.read(text, read)
    return [(m.span.of(text), m.party.name) for m in parties.read(text, read, known)]


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("Moscow said so.", "Russia"),
        ("The Kremlin said so.", "Russia"),
        ("It was Russian officials.", "Russia"),
        ("Downing Street said so.", "United Kingdom"),
        ("It was the Chilean Navy.", "Chile"),
        ("It was the Orsolt Water Company.", "Orsolt Water Company"),
        ("It was the Orsolt council.", "Orsolt council"),
        ("It was British Airways.", "British Airways"),
    ],
)
def test_a_party_by_its_names(text: str, party: str) -> None:
    assert party in [name for _, name in found(text)]


def test_the_noun_means_the_party_of_that_kind_last_named() -> None:
    text = (
        "NATO met. The Hadley Workers Union struck. The alliance and the union talked."
    )

    assert dict(found(text))["The alliance"] == "NATO"
    assert dict(found(text))["the union"] == "Hadley Workers Union"


def test_the_noun_alone_is_its_own_name() -> None:
    assert found("Then the company paid.") == [("the company", "the company")]


def test_no_two_parties_share_a_name() -> None:
    rows = (
        files("sidelight.readings")
        .joinpath("data/parties.tsv")
        .read_text()
        .splitlines()
    )
    aliases = [
        a for r in rows if not r.startswith("#") for a in r.split("\t")[2].split(",")
    ]
    twice = {a for a in aliases if aliases.count(a) > 1}

    assert twice == set()
