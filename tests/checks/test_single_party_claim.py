"""The edges of single_party_claim that its page does not show a reader."""

from sidelight.checks.single_party_claim import check
from tests.checks.made import ALONE, reading

BLAME = (
    "The Orsolt council said the leak was caused by the mill’s old valve. The mill "
    "reopened on Monday."
)


def marks(text: str, label: str | None = None) -> list[str]:
    found = check(reading(text, label=label), ALONE)
    return [finding.span.of(text) for finding in found if finding.span]


def test_marks_the_content_without_source_and_cue() -> None:
    assert marks(BLAME) == ["the leak was caused by the mill’s old valve"]


def test_marks_a_point_once() -> None:
    again = "The old valve of the mill caused the leak, the Orsolt council said."

    assert len(marks(f"{BLAME} It rained. {again}")) == 1


def test_another_voice_on_the_point_ends_one_partys_word() -> None:
    expert = (
        "Mara Ellis, an engineer, said the valve at the mill had not caused the leak."
    )

    assert marks(f"{BLAME} It rained all day. {expert}") == []


def test_plans_and_schedules_are_not_disputable() -> None:
    assert marks("The Orsolt council said the bridge would open on Monday.") == []


def test_is_silent_where_no_party_is_known_and_in_opinion_pieces() -> None:
    assert marks("He said the leak was caused by an old valve.") == []
    assert marks(BLAME, label="opinion") == []
