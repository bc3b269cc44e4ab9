"""The words around a mention, weighed."""

from sidelight.model import Article, Context
from sidelight.readings import read


def context(text: str) -> Context:
    [only] = read(Article(text)).counted
    return only


def test_near_words_come_before_far_ones_and_numbers_are_left_out() -> None:
    around = {
        stem: (near, place)
        for stem, _, near, place in context(
            "It rained. The mill, which stands in Orsolt, will cut 340 jobs. Nobody came."
        ).around
    }

    assert around["job"][0] == around["cut"][0] > around["mill"][0]
    assert (around["job"][1], around["mill"][1], around["rain"][1]) == (0, 1, 2)
    assert "340" not in around


def test_a_word_of_every_sentence_weighs_less() -> None:
    text = "The mill in Orsolt closed. The mill will cut 340 boats. The mill burned."
    weight = {stem: weight for stem, weight, _, _ in context(text).around}

    assert weight["mill"] < weight["boat"]


def test_names_are_those_inside_the_sentence() -> None:
    assert context("Later Hadley told Orsolt of 340 jobs.").names == (
        "hadley",
        "orsolt",
    )
