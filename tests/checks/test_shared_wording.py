"""The edges of shared_wording that its page does not show a reader."""

from sidelight.checks.shared_wording import check
from sidelight.related import compare
from tests.checks.made import reading

TWELVE = "the old iron bridge was shut after cracks were found in its pillars"
LEAD = "Hadley’s river rose at Orsolt on the day when the council said"


def marks(own: str, *others: str, label: str | None = None) -> list[str]:
    article = reading(own, label=label)
    reports = [reading(other, id=str(n)) for n, other in enumerate(others)]
    return [f.span.of(own) for f in check(article, compare(article, reports)) if f.span]


def test_marks_the_longest_run_across_punctuation_and_case() -> None:
    own = f"In Hadley, {TWELVE}, Orsolt heard."
    other = f"Orsolt, at Hadley: {TWELVE.upper()}! Many came."

    assert marks(own, other) == [f"Hadley, {TWELVE}"]


def test_eleven_words_are_a_phrase() -> None:
    eleven = " ".join(TWELVE.split()[:11])

    assert (
        marks(f"Hadley: {eleven}. Orsolt.", f"Orsolt, where {eleven} at Hadley.") == []
    )


def test_credited_agency_copy_is_no_surprise() -> None:
    own, other = f"At Hadley {TWELVE}, Orsolt heard.", f"Orsolt at Hadley: {TWELVE}!"

    assert marks(own, other, label="agency") == []


def test_one_passage_in_two_reports_is_one_note() -> None:
    own = f"At Hadley {TWELVE}, Orsolt heard."
    article = reading(own)
    reports = [
        reading(f"Orsolt at Hadley: {TWELVE}! {more}", id=more)
        for more in ("A crowd came.", "It rained.")
    ]

    [finding] = check(article, compare(article, reports))

    assert len(finding.evidence) == 2
    assert "2 other reports" in finding.message
