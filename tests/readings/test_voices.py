"""Who the sources are, and for whom they speak."""

import pytest

from sidelight.model import Article, Voice
from sidelight.readings import read


def voices(text: str) -> list[Voice]:
    return list(read(Article(text)).voices)


def test_one_person_under_all_names_is_one_voice() -> None:
    text = (
        "Russian Foreign Minister Sergei Lavrov said the talks had failed. Lavrov said "
        "there was no plan. He said it would be a long year."
    )

    [voice] = voices(text)

    assert (voice.name, voice.role, voice.party) == (
        "Sergei Lavrov",
        "Russian Foreign Minister",
        "Russia",
    )
    assert len(voice.mentions) == 3


def test_the_role_may_stand_after_the_name() -> None:
    [voice] = voices(
        "Mara Ellis, a director of the Orsolt Water Company, said it was old."
    )

    assert voice.role == "a director of the Orsolt Water Company"
    assert voice.party == "Orsolt Water Company"


@pytest.mark.parametrize(
    ("text", "kind", "named"),
    [
        ("Critics said the plan was dead.", "crowd", False),
        ("Some experts said the plan was dead.", "crowd", False),
        ("The ministry said the plan was dead.", "institution", True),
        ("A police spokeswoman said the plan was dead.", "institution", True),
        ("A senior official said the plan was dead.", "person", False),
        ("Sources inside the club said the plan was dead.", "group", False),
        ("A report by the council said the plan was dead.", "document", False),
        ("Mara Ellis, a nurse, said the plan was dead.", "person", True),
    ],
)
def test_the_kind_of_a_voice(text: str, kind: str, named: bool) -> None:  # noqa: FBT001
    [voice] = voices(text)

    assert (voice.kind, voice.named) == (kind, named)


def test_a_reason_for_anonymity_is_found_in_the_sentence() -> None:
    text = "A nurse, who was not authorised to speak to the press, said it was full."
    [voice] = voices(text)

    assert voice.reason is not None
    assert voice.reason.of(text).startswith("not authorised")


def test_her_words_are_hers() -> None:
    text = "Helen Marsh won. It was late, according to her."
    reading = read(Article(text))

    assert {v.name for v in reading.voices} == {"Helen Marsh"}


def test_remarks_are_their_speakers() -> None:
    text = "Mara Ellis, a nurse, said it was full. Her comments underscore the need for beds."

    assert [voice.name for voice in voices(text)] == ["Mara Ellis"]


def test_whoever_was_introduced_by_an_office_keeps_it() -> None:
    text = (
        "A senior official at the Hadley Schools Board said the offer was fair. The "
        "bridge is shut. “It stands,” the official said."
    )

    [voice] = voices(text)

    assert voice.party == "Hadley Schools Board"
    assert len(voice.mentions) == 2


def test_a_body_goes_by_its_name_without_what_is_added_to_it() -> None:
    [voice] = voices("The ministry, which has two halls, said the plan was dead.")

    assert voice.name == "The ministry"
