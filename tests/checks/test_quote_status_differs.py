"""The edges of quote_status_differs that its page does not show a reader."""

from sidelight.checks.quote_status_differs import check
from sidelight.model import Reading
from sidelight.related import compare
from tests.checks.made import reading

WORDS = "The mill has been starved of money until it could no longer stand"
QUOTED = f"In Orsolt it rained. “{WORDS},” said Jon Hadley, its foreman."
PLAIN = f"In Orsolt it rained. {WORDS}.\n\nThe foreman, Jon Hadley, went home."
OTHER = f"In Orsolt it rained. “{WORDS},” said Mara Ellis, the mayor."


def message(own: Reading, other: str) -> str:
    [finding] = check(own, compare(own, [reading(other, id="other")]))
    return finding.message


def test_the_message_says_how_the_words_stand() -> None:
    assert "in quotation marks here" in message(reading(QUOTED), PLAIN)
    assert "a quotation of Jon Hadley" in message(reading(PLAIN), QUOTED)
    assert "a quotation of Mara Ellis" in message(reading(QUOTED), OTHER)


def test_two_reports_that_differ_are_one_note() -> None:
    own = reading(QUOTED)
    others = [
        reading(PLAIN, id="one"),
        reading(f"{PLAIN} He was tired.", id="two"),
    ]

    [finding] = check(own, compare(own, others))

    assert len(finding.evidence) == 2
