"""What stands between quotation marks, whichever marks a newsroom uses."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sidelight.readings.quotations import read
from sidelight.readings.sentences import paragraphs


def inner(text: str) -> list[str]:
    return [q.inner.of(text) for q in read(text, tuple(paragraphs(text)))]


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ('He said "no" and left.', ["no"]),
        ("He said “no” and “never”.", ["no", "never"]),
        ("‘We won’t go,’ she said.", ["We won’t go,"]),
        ("‘The workers’ union is angry,’ he said.", ["The workers’ union is angry,"]),
        ("The workers’ union and Russia’s army.", []),
        ("the ‘humanitarian crisis’ in Russia’s south", ["humanitarian crisis"]),
        (
            "‘Persistent Challenge to Russia’s Security’",
            ["Persistent Challenge to Russia’s Security"],
        ),
        ("'We won't go,' she said.", ["We won't go,"]),
        ("It was '90s rock 'n' roll.", []),
        ("She is 5' 10\" tall.", []),
        ("«Jamais», said the mayor.", ["Jamais"]),
        ("“He said ‘no’ to me,” she said.", ["He said ‘no’ to me,"]),
        ("An unclosed “mark here.", []),
    ],
)
def test_finds_the_outer_quotations(text: str, quoted: list[str]) -> None:
    assert inner(text) == quoted


def test_a_quotation_over_paragraphs_is_opened_anew_and_closed_once() -> None:
    text = "“It began at night.\n\n“It ended at noon,” she said."
    found = read(text, tuple(paragraphs(text)))

    assert [q.inner.of(text) for q in found] == [
        "It began at night.",
        "It ended at noon,",
    ]
    assert [q.continues for q in found] == [False, True]


@given(st.text(alphabet="ab .,“”‘’\"'\n«»„"))
def test_quotations_are_in_order_and_hold_something(text: str) -> None:
    end = 0
    for quotation in read(text, tuple(paragraphs(text))):
        assert end <= quotation.span.start < quotation.inner.start
        assert quotation.inner.start < quotation.inner.end <= quotation.span.end
        end = quotation.span.end


def test_a_hostile_text_takes_no_time() -> None:
    for text in ("“" * 20_000, "‘s’ " * 20_000, '" ' * 20_000):
        read(text, tuple(paragraphs(text)))


def test_a_single_mark_runs_on_over_paragraphs_too() -> None:
    text = "‘The workers’ hall was full.\n\n‘Nobody left before ten,’ he said."

    assert [
        (q.inner.of(text), q.continues) for q in read(text, tuple(paragraphs(text)))
    ] == [
        ("The workers’ hall was full.", False),
        ("Nobody left before ten,", True),
    ]


def test_a_single_mark_within_a_paragraph_does_not_run_on() -> None:
    text = "He spoke of the ‘workers hall.\n\n‘Nobody left,’ he said."

    assert inner(text) == ["Nobody left,"]
