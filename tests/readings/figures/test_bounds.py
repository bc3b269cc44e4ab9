"""How exact a figure is said to be; its span covers the words that say so."""

import pytest

from sidelight.model import Bound
from sidelight.readings import figures


@pytest.mark.parametrize(
    ("covered", "bound"),
    [
        ("40", "exact"),
        ("about 40", "about"),
        ("around 40", "about"),
        ("some 40", "about"),
        ("roughly 40", "about"),
        ("an estimated 40", "about"),
        ("40 or so", "about"),
        ("~40", "about"),
        ("nearly 40", "nearly"),
        ("almost 40", "nearly"),
        ("just under 40", "nearly"),
        ("at least 40", "at-least"),
        ("no fewer than 40", "at-least"),
        ("40 or more", "at-least"),
        ("40+", "at-least"),
        ("more than 40", "more-than"),
        ("over 40", "more-than"),
        ("just over 40", "more-than"),
        ("up to 40", "at-most"),
        ("at most 40", "at-most"),
        ("no more than 40", "at-most"),
        ("as many as 40", "at-most"),
        ("less than 40", "less-than"),
        ("fewer than 40", "less-than"),
        ("under 40", "less-than"),
        ("sub-40", "less-than"),
    ],
)
def test_reads_the_bound(covered: str, bound: Bound) -> None:
    text = f"They saw {covered} guests there."

    [figure] = figures.read(text)

    assert (figure.span.of(text), figure.bound) == (covered, bound)
    assert (figure.low, figure.counts) == (40, "guest")


def test_a_verb_with_up_to_sets_no_bound() -> None:
    [figure] = figures.read("Growth inched back up to 4.8 percent.")

    assert figure.bound == "exact"


def test_a_bound_goes_with_money_and_percent() -> None:
    text = "It lost more than 60% of its value, or nearly $30 billion."

    first, second = figures.read(text)

    assert (first.span.of(text), first.bound) == ("more than 60%", "more-than")
    assert (second.span.of(text), second.bound) == ("nearly $30 billion", "nearly")
