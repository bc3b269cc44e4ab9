"""The edges of unnamed_source that its page does not show a reader."""

import pytest

from sidelight.checks.unnamed_source import check
from tests.checks.made import ALONE, reading


def marks(text: str) -> list[str]:
    return [f.span.of(text) for f in check(reading(text), ALONE) if f.span]


@pytest.mark.parametrize(
    "text",
    [
        "The talks failed, a senior diplomat said.",
        "A person familiar with the talks said the offer was withdrawn.",
        "Two officials briefed on the plan said it would cost more.",
        "Sources close to the club said the player would leave.",
        "It was a former aide to the mayor who told the paper about the list.",
        "Told to wait by an aide, as one clerk put it, they slept in the hall.",
        "The price will rise, people briefed on the plan say.",
    ],
)
def test_marks_an_insider_without_a_name(text: str) -> None:
    assert len(marks(text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "A government spokeswoman said the talks had failed.",
        "The ministry said the talks had failed.",
        "Residents of Hill Street said the noise was unbearable.",
        "A senior official, who was not authorised to speak publicly, said it failed.",
        "A nurse said she feared for her patients, speaking anonymously for fear of losing her job.",
        "Mara Ellis, a senior official at the ministry, said the talks had failed.",
        "A judge said the case would go on.",
        "In a statement, a ministry official said the talks had failed.",
        "The talks had failed, said Mara Ellis, an aide to the mayor.",
        "A nurse at the clinic said it was full. Ann Moss, 44, said she had slept there.",
        "An aide said it failed. Hal Ordish, an aide to the mayor, said he knew.",
    ],
)
def test_is_silent_on_institutions_reasons_names_and_bystanders(text: str) -> None:
    assert marks(text) == []


def test_marks_one_insider_once() -> None:
    text = (
        "A senior official said the tank was old. The pump had failed twice. "
        "The tank would be replaced in May, a senior official said."
    )

    assert marks(text) == ["A senior official"]


def test_an_official_is_not_named_by_somebody_else_who_is() -> None:
    text = (
        "The mill closed in May. A senior official said the tank was old. Mara Ellis, the "
        "mayor of Orsolt, said it would be replaced."
    )

    assert marks(text) == ["A senior official"]


def test_sources_stay_the_same_sources() -> None:
    text = (
        "Sources close to the club said he would leave. The fee is high. Sources said the "
        "papers were signed."
    )

    assert marks(text) == ["Sources close to the club"]
