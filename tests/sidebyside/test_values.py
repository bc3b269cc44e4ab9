import pytest

from sidelight.sidebyside.values import (
    LONGEST,
    date_in_words,
    figure_span,
    quotation_in_words,
    speaker,
)
from tests.sidebyside.reports import report


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The ferry sailed on 4 May 2021.", "4 May 2021"),
        ("The ferry sailed in May 2021.", "May 2021"),
        ("The ferry sailed in 2019.", "2019"),
        ("The ferry sailed on May 4.", "4 May, no year given"),
        ("The fair ran on 4-6 May 2021.", "4 May 2021 to 6 May 2021"),
        ("The ferry sailed on Tuesday.", "Tuesday"),
    ],
)
def test_a_date_is_written_as_far_as_it_is_known(text: str, words: str) -> None:
    assert words in date_in_words(report(text), 0)


def test_a_figure_stands_with_what_it_counts() -> None:
    reading = report("The lock lost at least 62 narrowboats.")

    assert figure_span(reading, 0).of(reading.text) == "at least 62 narrowboats"


def test_a_long_quotation_is_cut_at_a_word() -> None:
    reading = report(f"“{'We will come back for it ' * 8}end,” said Ilo Branko.")

    shown = quotation_in_words(reading, [reading.quotations[0].inner])

    assert len(shown) <= LONGEST + 4
    assert shown.endswith(" …”")
    assert shown[1:-3] in reading.text


def test_who_is_quoted_and_nobody() -> None:
    reading = report("“It leans a little more each spring,” said Ilo Branko, a mason.")
    alone = report("“It leans a little more each spring.”")

    assert speaker(reading, reading.quotations[0].inner) == "Ilo Branko"
    assert speaker(alone, alone.quotations[0].inner) == ""
