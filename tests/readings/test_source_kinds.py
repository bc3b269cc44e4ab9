"""Which sources are insiders, which are crowds, and which are neither."""

import pytest

from sidelight.model import Article
from sidelight.readings import read


def kind(text: str) -> str | None:
    found = read(Article(text)).unnamed
    return found[0].kind if found else None


@pytest.mark.parametrize(
    "text",
    [
        "Sources at the ministry say no.",
        "A club insider said no.",
        "A senior police officer said no.",
        "Officials familiar with the inquiry said no.",
        "People close to the family said no.",
        "Two people who attended the dinner said no.",
        "A member of the selection committee said no.",
        "Senior figures in the party say no.",
        "Several lawmakers said no.",
        "Several staff members spoke of shouting.",
        "A person who has seen the contract said no.",
    ],
)
def test_insiders(text: str) -> None:
    assert kind(text) == "insider"


@pytest.mark.parametrize(
    "text",
    [
        "A former nurse said no.",
        "One player said no.",
        "An airport worker said no.",
        "A friend of the couple said no.",
        "Two of the firm's engineers said no.",
        "A lawyer involved in the case said no.",
        "One former contestant said no.",
        "A nursing assistant at the home said no.",
        "A team-mate told the paper that he had left.",
        "A teacher, speaking on condition of anonymity, said no.",
    ],
)
def test_persons_who_tell_of_their_own_work(text: str) -> None:
    assert kind(text) == "person"


@pytest.mark.parametrize(
    "text",
    [
        "Some commentators have likened it to a coup.",
        "Many in the town think that it leaks.",
        "Many officials believe that it leaks.",
        "Not everyone agrees that it leaks.",
        "People say that it leaks.",
        "Experts are divided over the leak.",
        "Historians have long argued that it leaks.",
        "Many doctors say that it leaks.",
        "Human rights groups say that it leaks.",
        "Critics of the Orsolt plan say that it leaks.",
        "Studies have found that it leaks.",
        "According to recent reports it leaks.",
        "Local media reported that it leaks.",
    ],
)
def test_crowds(text: str) -> None:
    assert kind(text) == "crowd"


@pytest.mark.parametrize(
    "text",
    [
        "A police officer said no.",
        "A press officer said no.",
        "The official said no.",
        "Officials said no.",
        "A teacher said no.",
        "A lawyer for the family said no.",
        "A member of the public said no.",
        "A woman in the crowd said no.",
        "A neighbour said no.",
        "A teacher told the court that he had left.",
        "A person who has seen the crash said no.",
        "Open source code says no.",
        "Two experts said that it leaks.",
        "Both experts said that it leaks.",
        "Experts at the water board say that it leaks.",
        "Corvane’s analysts say that it leaks.",
        "Opponents including the mayor say that it leaks.",
        "Some of the passengers said it leaked.",
        "Some 400 people said no.",
        "Many who left believed that it leaked.",
        "On many occasions they said no.",
        "The union of experts met in May.",
        "Critics gave the film four stars.",
        "Doctors say that she will live.",
        "Scientists say they have found a leak.",
        "Business is good, leaders say.",
        "Analysts had expected profit to rise.",
        "Some residents said they saw smoke.",
        "Two studies show that it leaks.",
        "A study shows that it leaks.",
        "Polls by Corvane show that it leaks.",
    ],
)
def test_neither(text: str) -> None:
    assert kind(text) is None
