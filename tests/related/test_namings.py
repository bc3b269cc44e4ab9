"""What another report calls a thing."""

from sidelight.model import Article, Reading
from sidelight.readings import read
from sidelight.related.namings import Use, uses


def reading(text: str) -> Reading:
    return read(Article(text))


OWN = reading("The bedroom tax came into force in May.")


def use(text: str) -> tuple[str, str | None] | None:
    found: Use | None = uses(reading(text), OWN.party_terms[0])
    return (found.span.of(text), found.side) if found else None


def test_the_other_sides_word() -> None:
    assert use("The spare room subsidy was cut in May.") == (
        "spare room subsidy",
        "its supporters",
    )


def test_a_word_of_neither_side() -> None:
    assert use("The Under-occupancy penalty came in May.") == (
        "Under-occupancy penalty",
        None,
    )


def test_the_same_word_or_none_is_no_other_word() -> None:
    assert use("The bedroom tax and the spare room subsidy") is None
    assert use("The tax came in May.") is None


def test_what_is_quoted_is_not_the_writers() -> None:
    assert use("“The spare room subsidy,” she said, was cut.") is None
