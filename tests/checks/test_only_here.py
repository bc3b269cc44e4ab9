"""The edges of only_here that its page does not show a reader."""

from sidelight.checks.only_here import check
from tests.checks.made import reading, related

OWN = (
    "The mill will shut, its owner Mara Hadley said. “Whoever weeps for looms has never "
    "paid for one,” Mara Hadley said."
)
HEARD = "The mill in Orsolt will shut, its owner Mara Hadley said on day {}."


def test_the_message_says_how_many_were_compared() -> None:
    others = [reading(HEARD.format(day)) for day in range(4)]

    [finding] = check(reading(OWN), related(*others))

    assert "in the 4 reports compared" in finding.message
    assert not finding.evidence


def test_an_opinion_piece_is_its_writers_own() -> None:
    others = [reading(HEARD.format(day)) for day in range(4)]

    assert list(check(reading(OWN, label="opinion"), related(*others))) == []
