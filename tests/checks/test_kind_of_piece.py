"""The edges of kind_of_piece that its page does not show a reader."""

import pytest

from sidelight.checks.kind_of_piece import check
from tests.checks.made import ALONE, reading

TEXT = "The council voted on Monday to close the bridge."


@pytest.mark.parametrize(
    ("label", "says"),
    [
        ("opinion", "which facts"),
        ("Guest column", "which facts"),
        ("Paid partner content", "who paid"),
        ("Agency copy", "other papers"),
        ("satire", "means by this label"),
    ],
)
def test_repeats_the_label_and_says_what_to_do_with_it(label: str, says: str) -> None:
    [finding] = check(reading(TEXT, label=label), ALONE)

    assert f"“{label}”" in finding.message
    assert says in finding.next
    assert (finding.part, finding.span) == ("article", None)


@pytest.mark.parametrize("label", [None, "", "news", "News report", "NewsArticle"])
def test_is_silent_on_plain_news(label: str | None) -> None:
    assert list(check(reading(TEXT, label=label), ALONE)) == []


def test_a_whole_sentence_is_no_label() -> None:
    label = "Everything that you will read on this page is the plain truth, we promise"

    assert list(check(reading(TEXT, label=label), ALONE)) == []


def test_the_text_is_not_asked() -> None:
    text = "OPINION: This is an advertisement and an analysis by our columnist."

    assert list(check(reading(text, kind="page"), ALONE)) == []
