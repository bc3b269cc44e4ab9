"""The edges of headline_differs that its page does not show a reader."""

import pytest

from sidelight.checks.headline_differs import check
from sidelight.related import compare
from tests.checks.made import ALONE, reading

STORY = (
    "The Orsolt council shut the Hadley bridge on Monday after a diver found a crack. "
    "The mayor, Mara Ellis, told drivers to take the ferry until the spring thaw. "
    "Engineers from the Tamrin works will weld steel plates over the third pier. "
    "The repair costs 4 million crowns, of which the province pays the larger half. "
    "Shopkeepers on Quay Street fear for their Easter trade and want a footbridge."
)
TOLD_AGAIN = (
    "A diver found a crack, and the Orsolt council shut the Hadley bridge on Monday. "
    "Drivers are to take the ferry until the spring thaw, the mayor, Mara Ellis, said. "
    "Steel plates will be welded over the third pier by engineers of the Tamrin works. "
    "The province pays the larger half of the repair, which costs 4 million crowns. "
    "On Quay Street shopkeepers fear for their Easter trade and want a footbridge."
)
LOUD = "EXCLUSIVE: Why the Hadley bridge is shut"


def marks(title: str, text: str) -> list[str]:
    return [
        f.span.of(title) for f in check(reading(text, title=title), ALONE) if f.span
    ]


def beside(first: str | None, second: str | None, **known: object) -> list[int]:
    """Return how many passages each note shows as evidence."""
    loud = reading(TOLD_AGAIN, title=LOUD, id="loud", published=second, **known)
    other = reading(STORY, id="other", published=first, publisher="Orsolt Courier")
    return [len(f.evidence) for f in check(loud, compare(loud, [other]))]


def test_an_exclusive_that_another_report_had_before() -> None:
    assert beside("2025-03-01", "2025-03-02") == [1]
    assert beside("2025-03-02T08:00:00Z", "2025-03-02T09:00:00+00:00") == [1]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("2025-03-03", "2025-03-02"),
        ("2025-03-02", "2025-03-02T23:00:00Z"),
        (None, "2025-03-02"),
        ("2025-03-01", None),
    ],
)
def test_who_was_first_must_be_known(first: str | None, second: str | None) -> None:
    assert beside(first, second) == []


def test_an_own_earlier_report_takes_nothing_from_an_exclusive() -> None:
    assert beside("2025-03-01", "2025-03-02", publisher="Orsolt Courier") == []


def test_a_report_that_credits_this_publisher_takes_nothing_from_it() -> None:
    loud = reading(
        TOLD_AGAIN, title=LOUD, id="loud", published="2025-03-02", publisher="The Gull"
    )
    text = f"{STORY} The Gull was the first to report the crack."
    other = reading(text, id="other", published="2025-03-01", publisher="Courier")

    assert list(check(loud, compare(loud, [other]))) == []


@pytest.mark.parametrize(
    ("title", "text", "marked"),
    [
        (
            "DONE DEAL: Vann joins Hadley",
            "Luan Vann is to join Hadley. No announcement has been made.",
            "DONE DEAL",
        ),
        (
            "CONFIRMED: Dam to be drained",
            "The dam is to be drained. The date could not be independently verified.",
            "CONFIRMED",
        ),
        (
            "Secret clause in the dam treaty",
            "The clause is in the annual report, on page eleven.",
            "Secret",
        ),
        (
            "Council halves bridge toll",
            "The bridge toll goes from 10 crowns to 8 crowns in May.",
            "halves",
        ),
    ],
)
def test_marks_what_the_text_does_not_bear_out(
    title: str, text: str, marked: str
) -> None:
    assert marks(title, text) == [marked]


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("DONE DEAL: Vann joins Hadley", "Luan Vann signed for Hadley on Monday."),
        ("Secret clause in treaty", "The clause was not in the annual report."),
        ("Secret clause in treaty", "The mayor is in the annual report."),
        ("Council halves toll", "The bridge toll goes from 10 crowns to 5.2 crowns."),
        ("Council halves toll", "Snow fell from 8 am to 9 am."),
        (
            "All schools shut in Orsolt",
            "Most of the schools shut at noon in Orsolt, and by two all schools were.",
        ),
        (
            "40 jobs go at Orsolt mill",
            "At the Orsolt mill 15 jobs go in May, and at the mill 25 jobs go in June.",
        ),
        (
            "40 jobs go at Orsolt mill",
            "In 1987 the Orsolt mill had 1,500 jobs, and they were at the mill to stay.",
        ),
        (
            "Council to close Hadley bridge",
            "The council may close the Hadley bridge. It will close the bridge by May.",
        ),
        ("Council to close Hadley bridge", "The snow may close in by noon."),
        ("Ice caused fall of bridge", "Ice was the cause of the fall, it was found."),
        ("Ferry carries 40 people", "It rained. A bus carried 12 people home."),
    ],
)
def test_is_silent_where_it_does_or_may(title: str, text: str) -> None:
    assert marks(title, text) == []


def test_a_grave_word_is_borne_out_by_its_like_and_asked_of_a_whole_report() -> None:
    title = "Council sabotages Hadley bridge"

    assert marks(title, STORY + STORY) == ["sabotages"]
    assert marks(title, f"{STORY} {STORY} There was talk of a saboteur.") == []
    assert marks(title, STORY) == []  # a summary
    opinion = reading(STORY + STORY, title=title, label="opinion")
    assert list(check(opinion, ALONE)) == []
