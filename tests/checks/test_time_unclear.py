"""The edges of time_unclear that its page does not show a reader."""

import pytest

from sidelight.checks.time_unclear import check
from tests.checks.made import ALONE, reading


def marks(text: str, **known: object) -> list[str]:
    return [f.span.of(text) for f in check(reading(text, **known), ALONE) if f.span]


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("The mayor resigned last week.", ["last week"]),
        ("He was arrested yesterday at his home.", ["yesterday"]),
        ("The court will rule next month.", ["next month"]),
        ("She left the party two years ago.", ["two years ago"]),
        ("A law comes into force later this month.", ["later this month"]),
        ("The team won on Sunday, and on Wednesday.", ["Sunday", "Wednesday"]),
        ("“We leave tomorrow,” said Mara Ellis.", ["tomorrow"]),
        ("Prices have risen recently.", ["recently"]),
    ],
)
def test_marks_what_is_counted_from_the_day_of_writing(
    text: str, marked: list[str]
) -> None:
    assert marks(text) == marked


@pytest.mark.parametrize(
    "text",
    [
        "The following week she resigned.",
        "The previous year had been dry.",
        "Earlier in the month the gate had been shut.",
        "Buses run Monday to Friday.",
        "It is the biggest challenge that the leaders of tomorrow will face.",
        "“It is the biggest challenge that the town faces today,” said Mara Ellis.",
        "Today, the old mill is a museum.",
        "Today’s children read less.",
        "Recent graduates earn less.",
        "The band played “Yesterday” and went home.",
        "The treaty was signed in 1987, and the vote was in June.",
    ],
)
def test_is_silent_where_no_day_of_writing_is_needed(text: str) -> None:
    assert marks(text) == []


@pytest.mark.parametrize(
    "known",
    [
        {"published": "2025-06-27"},
        {"url": "https://orsolt-courier.example/2025/06/27/bridge"},
        {"url": "https://orsolt-courier.example/bridge-2025-06-27.html"},
    ],
)
def test_is_silent_where_the_page_or_its_address_is_dated(
    known: dict[str, str],
) -> None:
    assert marks("The council voted on Tuesday.", **known) == []
    assert marks("It voted on Tuesday.", url="https://a.example/2025/bridge") == [
        "Tuesday"
    ]


@pytest.mark.parametrize(
    "text",
    [
        "ORSOLT, 24 June 2025 — The council voted on Tuesday.\n\nIt had met last week.",
        "Published: 24 June 2025\n\nThe council voted on Tuesday.",
        "The council voted on Tuesday.\n\nUpdated 24 June 2025, 18:40",
    ],
)
def test_a_dateline_or_a_dated_line_dates_the_report(text: str) -> None:
    assert marks(text) == []


def test_a_date_dates_its_own_paragraph_and_no_other() -> None:
    text = (
        "The council closed the bridge over the Tamrin, which had been opened by a king "
        "and a choir on 24 June 1987, and will meet on Tuesday.\n\nIt met last week."
    )

    assert marks(text) == ["last week"]
