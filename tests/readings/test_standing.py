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
    ],
)
def test_who_cannot_speak_for_it_is_not_its_voice(words: str) -> None:
    assert not heard(FAULT + words)


def test_a_report_is_about_whom_it_names_more_than_once() -> None:
    passing = "Mara Ellis opened a library. Kessock Homes has let the boilers rot."

    assert not Standing(read(Article(passing))).is_central("Kessock Homes")
    assert Standing(read(Article(FAULT))).is_central("Kessock Homes")
