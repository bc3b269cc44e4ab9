"""The edges of document_not_linked that its page does not show a reader."""

import pytest

from sidelight.checks import document_not_linked as module
from sidelight.checks import skipped
from sidelight.model import Link
from tests.checks.made import ALONE, reading

TEXT = "A report by the Orsolt audit office found nine cracks in the bridge."


def messages(*links: Link, text: str = TEXT) -> list[str]:
    return [f.message for f in module.check(reading(text, links=links), ALONE)]


@pytest.mark.parametrize(
    "link",
    [
        Link("https://a.example/x", "audit office"),
        Link("https://a.example/x", "nine cracks"),
        Link("https://a.example/x", "the report"),
        Link("https://a.example/reports/2025", "here"),
        Link("https://a.example/x", "What the auditors say of Orsolt's bridges"),
        Link("https://a.example/x.pdf", "here"),
        Link("https://doi.org/10.1000/1", "here"),
        Link("https://audit.orsolt.gov/x", "here"),
    ],
)
def test_any_link_that_may_lead_there_silences_it(link: Link) -> None:
    assert messages(link) == []


def test_a_link_elsewhere_does_not() -> None:
    [message] = messages(
        Link("https://a.example/mayor", "Mara Ellis"), Link("https://[broken", "x")
    )

    assert "None of the 2 links" in message


def test_a_page_without_links_says_so() -> None:
    [message] = messages()

    assert "no link in its text" in message


def test_it_is_not_run_where_no_links_were_sent() -> None:
    assert skipped(module, reading(TEXT), ALONE) == (  # type: ignore[arg-type]
        "The links of the page were not sent."
    )
    assert skipped(module, reading(TEXT, links=()), ALONE) is None  # type: ignore[arg-type]


def test_what_is_not_out_cannot_be_linked() -> None:
    assert messages(text="A leaked report by the audit office found nine cracks.") == []
