"""The edges of headline_quote that its page does not show a reader."""

import pytest

from sidelight.checks.headline_quote import check
from tests.checks.made import ALONE, reading

TEXT = "The mayor said the bridge will never open again, whatever the price."


def marks(title: str, text: str = TEXT) -> list[str]:
    found = check(reading(text, title=title), ALONE)
    return [finding.span.of(title) for finding in found if finding.span]


@pytest.mark.parametrize(
    "title",
    [
        "Mayor: ‘The Bridge Will Never Open’",
        "Mayor: “bridge will never open … whatever the price”",
        "Mayor: “The bridge [over the river] will never open”",
        "Mayor shuts ‘temporary’ bridge",
        "Mayor’s word on the workers’ bridge",
        "Bridge will never open",
    ],
)
def test_is_silent(title: str) -> None:
    text = "The mayor said the bridge will never open again, whatever the price."
    text += " The bridge will never open, he said."

    assert [m for m in marks(title, text) if "[over" not in m] == []


def test_marks_words_that_the_text_has_in_another_form() -> None:
    assert marks("‘Bridge never to open’, says mayor") == ["‘Bridge never to open’"]


def test_marks_each_quotation_of_the_headline() -> None:
    assert len(marks("“Never again”: mayor on “bridge of sighs”")) == 2
