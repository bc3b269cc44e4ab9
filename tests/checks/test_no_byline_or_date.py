"""The edges of no_byline_or_date that its page does not show a reader."""

import pytest

from sidelight.checks.no_byline_or_date import check
from tests.checks.made import ALONE, reading

TEXT = "The bridge at Hadley was closed on Monday. A crack had been found."
BOTH = {"author": "Mara Ellis", "published": "2025-06-27"}


def messages(text: str = TEXT, **known: object) -> list[str]:
    return [f.message for f in check(reading(text, **known), ALONE)]


@pytest.mark.parametrize(
    ("known", "says"),
    [
        ({"author": "Mara Ellis"}, "No publication date was found"),
        ({"published": "2025-06-27"}, "No author was found"),
        ({}, "No author and no publication date were found"),
    ],
)
def test_says_which_is_not_there(known: dict[str, str], says: str) -> None:
    [message] = messages(kind="page", **known)

    assert message.startswith(says)


def test_says_where_it_was_looked_for() -> None:
    [message] = messages(kind="page", looked_in=("json-ld", "meta", "byline", "time"))

    assert message.endswith("Looked at: JSON-LD, meta tags, the byline, time elements.")


def test_a_page_read_from_a_file_tells_by_where_was_looked() -> None:
    assert messages(looked_in=("JSON-LD",))
    assert not messages(looked_in=("JSON-LD",), **BOTH)


@pytest.mark.parametrize("kind", ["paste", "feed", None])
def test_is_silent_where_no_page_was_seen(kind: str | None) -> None:
    assert messages(kind=kind) == []


@pytest.mark.parametrize(
    "line",
    [
        "By Mara Ellis",
        "BY MARA ELLIS AND JO VANN",
        "By Mara van Ellis, Political Editor",
        "Reporting by Mara Ellis in Orsolt",
    ],
)
@pytest.mark.parametrize("place", ["first", "last"])
def test_a_byline_in_the_text_counts(line: str, place: str) -> None:
    parts = [line, TEXT] if place == "first" else [TEXT, line]

    assert messages("\n\n".join(parts), kind="page", published="2025-06-27") == []


@pytest.mark.parametrize(
    "line",
    ["By Monday night the crack had grown.", "By New York standards it is small."],
)
def test_a_sentence_that_opens_with_by_is_no_byline(line: str) -> None:
    text = f"{line}\n\n{TEXT}"

    assert len(messages(text, kind="page", published="2025-06-27")) == 1


def test_a_date_within_the_story_is_no_date_of_publication() -> None:
    story = (
        "The bridge was opened on 12 June 1987 by the mayor of the day, who cut the "
        "ribbon with a pair of garden shears and made a speech that lasted an hour."
    )

    assert len(messages(f"{story}\n\n{TEXT}", kind="page", author="Mara Ellis")) == 1
    assert messages(f"Updated 27 June 2025\n\n{TEXT}", kind="page", author="M") == []
