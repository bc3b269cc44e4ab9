"""Why a name is kept back."""

import pytest

from sidelight.model import Span
from sidelight.readings import anonymity


def is_given(text: str) -> bool:
    return anonymity.reason(text, Span(0, len(text))) is not None


@pytest.mark.parametrize(
    "text",
    [
        "An aide, who was not authorised to speak publicly, said it had failed.",
        "A clerk who wasn't allowed to discuss the file said it was lost.",
        "A nurse asked not to be named for fear of losing her job.",
        "She feared retaliation, the clerk said, and did not give her name.",
        "Two aides spoke on condition of anonymity to discuss private talks.",
        "The diplomat asked not to be identified because the talks are going on.",
        "The boy, who cannot be named for legal reasons, said he ran.",
        "The source was granted anonymity to protect her family.",
        "City staff may not speak about it during the campaign.",
        "The girl is a minor.",
        "He had signed a confidentiality agreement.",
    ],
)
def test_a_reason_is_given(text: str) -> None:
    assert is_given(text)


@pytest.mark.parametrize(
    "text",
    [
        "An aide said on condition of anonymity that it had failed.",
        "A clerk said the ships were not allowed to leave the port.",
        "Sources said they feared the pump would fail.",
        "An official who declined to be named said it had failed.",
        "The plan was named after a general.",
    ],
)
def test_no_reason_is_given(text: str) -> None:
    assert not is_given(text)


def test_a_reason_is_looked_for_in_its_stretch_alone() -> None:
    text = "An aide said so. A clerk was not authorised to speak."

    assert anonymity.reason(text, Span(0, 16)) is None
