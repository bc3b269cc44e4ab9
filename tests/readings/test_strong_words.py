"""Strong words are found in their figurative sense, and not in names."""

import re

import pytest

from sidelight.readings import strong_words
from sidelight.readings.strong_words import entries
from tests.checks.made import reading


def found(text: str) -> list[str]:
    return [word.span.of(text) for word in reading(text).strong_words]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The union slammed the plan.", ["slammed"]),
        ("A sensational switch, and a bruising night.", ["sensational", "bruising"]),
        ("It left a crater in the budget.", ["crater"]),
        ("The witch hunt and the power-grab went on.", ["witch hunt", "power-grab"]),
        ("Outrageous prices were asked.", ["Outrageous"]),
        ("He lashed out at the judge.", ["lashed out"]),
    ],
)
def test_finds_every_form(text: str, words: list[str]) -> None:
    assert found(text) == words


@pytest.mark.parametrize(
    "text",
    [
        "The car slammed into a wall.",
        "The rocket blasted off at noon.",
        "The reactor came close to a meltdown.",
        "The meteorite left a crater.",
        "She had bruising on her arm.",
        "An explosive device was found.",
        "The band Brutal played with Adam Savage.",
        "Savage Waters was shown.",
        "A stun-gun and a non-brutal film.",
    ],
)
def test_is_silent_on_plain_senses_and_names(text: str) -> None:
    assert found(text) == []


def test_no_form_is_listed_twice_and_the_list_says_its_version_and_source() -> None:
    forms = [form for entry in entries() for form in entry.forms]
    path = strong_words.__file__.replace("strong_words.py", "data/strong_words.tsv")
    with open(path, encoding="utf-8") as lines:  # noqa: PTH123 - a test of the file
        head = "".join(line for line in lines if line.startswith("#"))

    assert len(forms) == len(set(forms))
    assert re.search(r"^# version: \d+$", head, re.MULTILINE)
    assert "Reuters" in head
