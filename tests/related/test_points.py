"""Sentences of two reports that say the same."""

from sidelight.model import Article
from sidelight.readings import read
from sidelight.related.points import align


def aligned(one: str, other: str) -> list[tuple[int, int]]:
    return [
        (p.here, p.there) for p in align(read(Article(one)), [read(Article(other))])
    ]


def test_the_same_point_in_other_words_is_aligned() -> None:
    one = "It rained. The Orsolt council suspended the licence of the Hadley tannery."
    other = "The licence of the Hadley tannery has been suspended by Orsolt. It snowed."

    assert aligned(one, other) == [(1, 0)]


def test_another_point_of_the_same_people_is_not() -> None:
    one = "The Orsolt council suspended the licence of the tannery."
    other = "The Orsolt council opened a swimming pool with a party for children."

    assert aligned(one, other) == []
