"""What a date or a figure is said of."""

import pytest

from sidelight.model import Article
from sidelight.readings import read
from sidelight.readings.contexts import kind


@pytest.mark.parametrize(
    ("text", "head"),
    [
        ("It comes after the March 2024 vote.", "vote"),
        ("The council voted on March 5, 2024.", "vote"),
        ("On March 5, 2024, the council voted.", "vote"),
        ("Leaders meeting in The Hague on June 24, 2025 agreed.", "meet"),
        ("The summit, held on June 24, 2025, ended.", "summit"),
    ],
)
def test_the_head_of_a_date(text: str, head: str) -> None:
    [context] = read(Article(text)).dated

    assert kind(context.head) == kind(head)


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("They will cut 340 jobs.", "340 jobs"),
        ("More than 100 angry residents came.", "More than 100 angry residents"),
        ("They met the 2% defense spending target.", "2% defense spending target"),
        ("It rose by 5% in May.", "5%"),
        ("Some 40 people died.", "Some 40 people"),
    ],
)
def test_the_phrase_of_a_figure_holds_what_it_counts(text: str, phrase: str) -> None:
    assert phrase in [
        context.phrase.of(text) for context in read(Article(text)).counted
    ]
