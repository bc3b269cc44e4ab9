"""Who may have spoken for whom."""

import pytest

from sidelight.model import Article
from sidelight.readings import read
from sidelight.readings.standing import Standing

FAULT = (
    "Kessock Homes has let the boilers rot, said Orla Whitmarsh, a tenant. Kessock "
    "Homes owns 84 flats. "
)


def heard(text: str, party: str = "Kessock Homes", kind: str = "organisation") -> bool:
    return Standing(read(Article(text))).is_heard(party, kind)


@pytest.mark.parametrize(
    "words",
    [
        "The firm said it was sorry.",
        "Kessock declined to comment.",
        "Its manager, Ruben Aske, said a part was missing.",
        "A spokeswoman said a part was missing.",
        "Calls to the company were not returned.",
        "Nora Beck, who runs Kessock in the north, said the boilers were new.",
        "Nora Beck, a director of the firm, said the boilers were new.",
        "“The boilers are new.”",  # nobody else speaks near it
    ],
)
def test_whoever_may_speak_for_a_party_is_heard(words: str) -> None:
    assert heard(FAULT + words)


@pytest.mark.parametrize(
    "words",
    [
        "Emil Strand, a retired bus driver, said he slept in his hat.",
        "The police said nobody was hurt.",
        "Critics say the winter is long.",
        "“Kessock Homes told us to wear coats,” Whitmarsh said.",
        "Nora Beck, a teacher, said the children were cold.",
        "\n\nNora Beck told the crowd that children were cold.",  # nothing links her to it
        "Nora Beck, secretary of the Hadley union, said the members were cold.",
        "Nora Beck, director of Lunt House, said the rooms were cold.",
        "“The tap is frozen,” said Nora Beck, a neighbour.\n\n“And so is the bath.”",
        "“Kessock Homes said coats would be sent,” said Nora Beck, a neighbour.",
    ],
)
def test_who_cannot_speak_for_it_is_not_its_voice(words: str) -> None:
    assert not heard(FAULT + words)


def test_a_report_is_about_whom_it_names_more_than_once() -> None:
    passing = "Mara Ellis opened a library. Kessock Homes has let the boilers rot."

    assert not Standing(read(Article(passing))).is_central("Kessock Homes")
    assert Standing(read(Article(FAULT))).is_central("Kessock Homes")


def test_for_a_person_speaks_who_is_said_to_speak_for_that_person() -> None:
    fault = "Dora Lunt lied to the town, said Orla Whitmarsh, a tenant.\n\n"

    assert heard(
        fault + "Her lawyer, Ivo Marr, said she was ill.", "Dora Lunt", "person"
    )
    assert not heard(
        fault + "Ivo Marr, who manages Nora Beck’s campaign, said the town was cold.",
        "Dora Lunt",
        "person",
    )


def test_words_put_into_a_mouth_at_the_head_of_a_statement_are_not_its_own() -> None:
    told = "Dora Lunt promised to sell the yard, said Orla Whitmarsh, a tenant."

    assert not heard(told, "Dora Lunt", "person")
