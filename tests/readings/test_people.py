"""The people a report names, with role and party."""

import pytest

from sidelight.readings import entities, names, parties, people, sentences
from sidelight.readings.people import Person
from sidelight.readings.spans import BySpan


def found(text: str) -> tuple[Person, ...]:
    read = names.read(text, sentences.read(text), parties.by_alias())
    known = entities.read(text, read)
    mentioned = BySpan(parties.read(text, read, known), lambda mention: mention.span)
    return people.read(text, read, known, mentioned, ())


@pytest.mark.parametrize(
    ("text", "name", "role", "party"),
    [
        (
            "It was Russian Foreign Minister Sergei Lavrov.",
            "Sergei Lavrov",
            "Russian Foreign Minister",
            "Russia",
        ),
        (
            "Mara Ellis, a director of the Orsolt Water Company, came.",
            "Mara Ellis",
            "a director of the Orsolt Water Company",
            "Orsolt Water Company",
        ),
        ("Mara Ellis, the mayor, came.", "Mara Ellis", "the mayor", None),
    ],
)
def test_name_role_and_party(
    text: str, name: str, role: str, party: str | None
) -> None:
    [person] = found(text)

    assert (person.name, person.role) == (name, role)
    assert (person.party.name if person.party else None) == party


def test_a_short_name_is_the_same_person() -> None:
    text = "General Valery Gerasimov came. They saw General Gerasimov."

    [person] = found(text)

    assert person.name == "Valery Gerasimov"
    assert len(person.mentions) == 2


@pytest.mark.parametrize(
    ("text", "role", "party"),
    [
        (
            "The Hadley Union struck. The union’s president, Ilse Corrigane, spoke.",
            "The union’s president",
            "Hadley Union",
        ),
        (
            "The Hadley Union struck. Its president, Ilse Corrigane, spoke.",
            "Its president",
            "Hadley Union",
        ),
        (
            "According to the returning officer, Edda Plank, it was full.",
            "the returning officer",
            None,
        ),
        (
            "Hal Ordish, a former director of the Hadley Union, spoke.",
            "a former director of the Hadley Union",
            None,
        ),
    ],
)
def test_a_role_before_the_name_and_one_that_is_over(
    text: str, role: str, party: str | None
) -> None:
    [person] = found(text)

    assert person.role == role
    assert (person.party.name if person.party else None) == party


def test_a_last_name_alone_is_whoever_bore_it_last() -> None:
    text = (
        "Dario Menk, 31, died in May. Lena Menk, his sister, came. They thanked Menk."
    )

    assert [(p.name, len(p.mentions)) for p in found(text)] == [
        ("Dario Menk", 1),
        ("Lena Menk", 2),
    ]


def test_who_was_called_by_a_last_name_alone_keeps_it() -> None:
    text = (
        "Helen Marsh won. Marsh thanked all. Karl Marsh, her brother, came. They "
        "thanked Marsh."
    )

    assert [(p.name, len(p.mentions)) for p in found(text)] == [
        ("Helen Marsh", 3),
        ("Karl Marsh", 1),
    ]


def test_a_given_name_tells_a_person_and_a_sex() -> None:
    [person] = found("They went to see Helen Marsh in town.")

    assert (person.name, person.sex) == ("Helen Marsh", "f")


def test_every_office_is_kept() -> None:
    [person] = found("Sen. Karl Dunn, a retired surgeon, came. They met Col. Dunn.")

    assert person.offices == {"Sen.", "a retired surgeon", "Col."}


def test_a_place_is_nobody() -> None:
    assert found("They met in Port Ansley and at Quay Street.") == ()
