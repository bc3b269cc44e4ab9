"""What each stretch of a sentence says, as stems."""

from sidelight.model import Article
from sidelight.readings import read


def test_a_clause_is_stems_of_verbs_words_and_names() -> None:
    text = "The mayor closed the old bridge at Orsolt, which had cracks."
    first, second = read(Article(text)).clauses

    assert first.span.of(text) == "The mayor closed the old bridge at Orsolt"
    assert "close" in first.verbs
    assert {"mayor", "bridg"} <= set(first.words)
    assert first.names == ("orsolt",)
    assert second.words == ("crack",)


def test_numbers_and_dates_are_left_out() -> None:
    [clause] = read(Article("About 240 workers left on Monday, May 5, 2024.")).clauses[
        :1
    ]

    assert set(clause.words) | set(clause.verbs) == {"worker", "left"}


def test_a_comma_inside_a_number_ends_no_clause() -> None:
    assert len(read(Article("It cost 1,200 pounds to mend.")).clauses) == 1
