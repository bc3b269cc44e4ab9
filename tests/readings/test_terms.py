"""The words an article is about, and how rare each is."""

from math import isclose

from sidelight.model import Article
from sidelight.readings import read
from sidelight.readings.terms import MOST_TERMS, rarity

TEXT = "The tannery at Wrenmouth spilled lime. The tannery was shut. Nobody was hurt."


def test_terms_are_ranked_and_of_length_one() -> None:
    terms = read(Article(TEXT, title="Tannery shut")).terms
    weights = [weight for _, weight in terms]

    assert terms[0][0] == "tanneri"
    assert weights == sorted(weights, reverse=True)
    assert isclose(sum(weight**2 for weight in weights), 1.0)


def test_what_every_text_has_says_least() -> None:
    assert rarity("say") < rarity("minist") < rarity("wrenmouth")


def test_a_long_text_keeps_its_highest_terms() -> None:
    text = " ".join(f"word{n}x" for n in range(2 * MOST_TERMS))

    assert len(read(Article(text)).terms) == MOST_TERMS


def test_the_words_of_names_are_told_apart() -> None:
    names = dict(
        read(Article("In May lime spilled into the Sallow at Wrenmouth.")).names
    )

    assert sorted(names) == ["sallow", "wrenmouth"]
    assert isclose(sum(weight**2 for weight in names.values()), 1.0)
