"""The edges of quote_wording_differs that its page does not show a reader."""

from sidelight.checks.quote_wording_differs import check
from sidelight.related import compare
from tests.checks.made import reading

OWN = "“Nobody drains a lake by mistake,” said Mara Ellis, who is mayor of Orsolt."


def test_one_note_for_all_the_reports_that_differ() -> None:
    others = [
        reading(OWN.replace("drains", verb), id=verb)
        for verb in ("empties", "lowers", "drains")
    ]
    comparison = compare(reading(OWN), others)

    [finding] = check(reading(OWN), comparison)

    assert finding.message.startswith("2 other reports quote")
    assert {
        comparison.reports[e.report].reading.article.id for e in finding.evidence
    } == {"empties", "lowers"}
    assert finding.span
    assert finding.span.of(OWN) == "Nobody drains a lake by mistake"


def test_the_evidence_is_what_stands_between_the_marks_there() -> None:
    other = OWN.replace("drains", "empties")
    comparison = compare(reading(OWN), [reading(other, id="other")])

    [finding] = check(reading(OWN), comparison)

    [evidence] = finding.evidence
    assert evidence.span.of(other) == "Nobody empties a lake by mistake"
