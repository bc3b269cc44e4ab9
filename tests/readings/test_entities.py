"""What kind of thing a name is of, told by what stands around it."""

import pytest

from sidelight.readings import entities, names, parties, sentences
from sidelight.readings.entities import Entities, is_people_of


def found(text: str) -> Entities:
    return entities.read(
        text, names.read(text, sentences.read(text), parties.by_alias())
    )


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("They saw Orla Whitmarsh, 43, at the gate.", "Orla Whitmarsh", "person"),
        ("They saw Ivo Marr, who heads the guild.", "Ivo Marr", "person"),
        ("The nurse Dora Finnick came. Finnick was late.", "Finnick", "person"),
        ("Luan Vessey packed his bags.", "Luan Vessey", "person"),
        (
            "It was Alpenrose, a firm from Linden.",
            "Alpenrose",
            "organisation",
        ),
        ("They sued Norlux, which sells power.", "Norlux", "organisation"),
        ("It was Tessel’s chief executive.", "Tessel", "organisation"),
        ("It rained in Kelderby.", "Kelderby", "place"),
        ("A friend of Helen Marsh wrote to Marsh.", "Helen Marsh", "person"),
        ("Helen Marsh came. A friend of Marsh wrote.", "Marsh", "person"),
        ("They are near Port Ansley.", "Port Ansley", "place"),
    ],
)
def test_a_kind_from_what_stands_around(text: str, name: str, kind: str) -> None:
    assert found(text).kinds[name] == kind


def test_a_land_by_its_people_and_its_seat() -> None:
    text = (
        "The Quorrian army left Quorrin on Monday. In Tarsk, the Quorrian capital, it "
        "rained."
    )

    known = found(text)

    assert known.lands == {"Quorrian": "Quorrin", "Tarsk": "Quorrin"}
    assert known.political == {"Quorrin"}


@pytest.mark.parametrize(
    ("people", "land"),
    [("Quorrian", "Quorrin"), ("Desmeri", "Desmere"), ("Veltanian", "Veltania")],
)
def test_an_adjective_is_made_from_its_land(people: str, land: str) -> None:
    assert is_people_of(people, land)
    assert not is_people_of(land, people)


@pytest.mark.parametrize(
    ("one", "other"), [("Marlowe", "Marlow"), ("Karst", "Karsten"), ("Orlan", "Orsolt")]
)
def test_two_names_that_begin_alike_are_two(one: str, other: str) -> None:
    assert not is_people_of(one, other)
