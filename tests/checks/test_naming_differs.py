"""The edges of naming_differs that its page does not show a reader."""

from sidelight.checks.naming_differs import check
from tests.checks.made import reading, related

OWN = "The bedroom tax came into force in May. The bedroom tax stayed."
OTHER = "The spare room subsidy was cut in May."


def test_the_first_mention_is_marked_and_both_words_are_told() -> None:
    [finding] = check(reading(OWN), related(reading(OTHER)))

    assert finding.span
    assert finding.span.start == OWN.index("bedroom tax")
    assert "“bedroom tax” is a word used by its opponents" in finding.message
    assert "“spare room subsidy”, a word used by its supporters" in finding.message


def test_whichever_side_is_read_the_other_is_shown() -> None:
    [finding] = check(reading(OTHER), related(reading(OWN)))

    assert "“spare room subsidy” is a word used by its supporters" in finding.message


def test_each_report_with_another_word_is_evidence() -> None:
    neutral = "The under-occupancy penalty came in May."

    [finding] = check(
        reading(OWN), related(reading(neutral), reading(OTHER), reading("It rained."))
    )

    assert [evidence.report for evidence in finding.evidence] == [0, 1]
    assert "spare room subsidy" in finding.message


def test_a_report_that_has_both_sides_words_takes_none() -> None:
    assert list(check(reading(f"{OWN} {OTHER}"), related(reading(OTHER)))) == []
