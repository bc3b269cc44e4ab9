"""The edges of reported_elsewhere that its page does not show a reader."""

from sidelight.checks.reported_elsewhere import check
from tests.checks.made import reading, related

OWN = "The mill will shut in June. The roof is for sale."
OTHERS = (
    (
        "Its owner, Mara Ellis, had borrowed forty million crowns from a bank in Velk "
        "against the advice of the auditors."
    ),
    (
        "Against the advice of the auditors Mara Ellis borrowed her forty million crowns "
        "at a Velk bank, it was learned."
    ),
)
COMPARED = related(*(reading(text, published="2024-05-03") for text in OTHERS))


def test_the_note_is_on_the_report_and_leads_to_both_passages() -> None:
    [finding] = check(reading(OWN, published="2024-05-04"), COMPARED)

    assert (finding.part, finding.span) == ("article", None)
    assert [e.report for e in finding.evidence] == [0, 1]
    assert [e.span.of(OTHERS[e.report]) for e in finding.evidence] == list(OTHERS)


def test_an_opinion_piece_may_leave_out_what_it_likes() -> None:
    own = reading(OWN, published="2024-05-04", label="opinion")

    assert list(check(own, COMPARED)) == []
