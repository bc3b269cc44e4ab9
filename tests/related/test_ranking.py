"""Which reports are of the same event."""

from dataclasses import replace

from sidelight.model import Article
from sidelight.readings import read
from sidelight.related.ranking import LEAST_DECAY, similarity

TEXT = "The tannery at Wrenmouth was shut after lime spilled into the river Sallow."


def article(day: str | None, text: str = TEXT) -> Article:
    return Article(text, id=str(day), published=day)


def likeness(one: str | None, other: str | None) -> float:
    return similarity(read(article(one)), read(article(other)))


def test_the_same_words_on_the_same_day_are_one_event() -> None:
    assert likeness("2024-04-10", "2024-04-10") > 0.999


def test_likeness_falls_with_the_days_between_down_to_a_floor() -> None:
    one, three, year = (
        likeness("2024-04-10", day)
        for day in ("2024-04-11", "2024-04-13", "2025-04-10")
    )

    assert 1 > one > three > year > 0.99 * LEAST_DECAY


def test_an_unknown_day_costs_nothing() -> None:
    assert likeness(None, "2024-04-10") > 0.999


def test_the_same_words_under_other_names_are_less_alike() -> None:
    other = TEXT.replace("Wrenmouth", "Hallock").replace("Sallow", "Quern")
    here, there = (read(article("2024-04-10", text)) for text in (TEXT, other))
    without = similarity(replace(here, names=()), there)

    assert similarity(here, there) < without


def test_a_text_without_names_is_compared_by_its_words() -> None:
    plain = "The tannery was shut after lime spilled into the river."
    here, there = read(article(None, plain)), read(article(None, TEXT))

    assert similarity(here, there) == similarity(there, replace(here, names=()))
