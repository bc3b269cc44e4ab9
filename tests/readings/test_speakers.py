"""Noun phrases and the reporting verbs that are theirs."""

import pytest

from sidelight.model import Span
from sidelight.readings import quotations, sentences, speakers
from sidelight.readings.spans import BySpan
from sidelight.readings.speakers import Word


def words(text: str) -> tuple[Word, ...]:
    quoted = quotations.read(text, tuple(sentences.paragraphs(text)))
    return speakers.words(text, Span(0, len(text)), BySpan(quoted, lambda q: q.span))


def place(sentence: tuple[Word, ...], word: str) -> int:
    return next(n for n, one in enumerate(sentence) if one.word == word)


def cue_of(text: str, head: str) -> str | None:
    sentence = words(text)
    at = speakers.cue_after(sentence, place(sentence, head))
    return None if at is None else sentence[at].word


@pytest.mark.parametrize(
    ("text", "head", "cue"),
    [
        ("Two people briefed on the plan said it failed.", "people", "said"),
        ("A banker who worked on the deal warned of losses.", "banker", "warned"),
        ("A clerk, who asked for patience, said no.", "clerk", "asked"),
        ("A clerk, speaking on Monday, said no.", "clerk", "said"),
        ("Critics have long argued that it leaks.", "Critics", "argued"),
        ("Experts are now warning of floods.", "Experts", "warning"),
        ("As one aide put it, they slept.", "aide", "put"),
    ],
)
def test_the_verb_of_a_subject(text: str, head: str, cue: str) -> None:
    assert cue_of(text, head) == cue


@pytest.mark.parametrize(
    ("text", "head"),
    [
        ("An aide was told to wait.", "aide"),
        ("Ellis asked an aide for the file.", "aide"),
        ("The aide left the room and said nothing.", "aide"),
        ("The aide “said too much” and left.", "aide"),
        ("An aide has resigned.", "aide"),
    ],
)
def test_a_subject_that_does_not_speak(text: str, head: str) -> None:
    assert cue_of(text, head) is None


@pytest.mark.parametrize(
    ("text", "head", "phrase"),
    [
        (
            "It fell, said one of the firm's engineers.",
            "engineers",
            "one of the firm's",
        ),
        ("At least two senior officials said no.", "officials", "At least two senior"),
        ("A number of observers said no.", "observers", "A number of"),
        (
            "Three current and former aides said no.",
            "aides",
            "Three current and former",
        ),
        ("Two US officials said no.", "officials", "Two US"),
        ("His two aides said no.", "aides", "His two"),
    ],
)
def test_where_a_phrase_begins(text: str, head: str, phrase: str) -> None:
    sentence = words(text)
    at = place(sentence, head)
    first = speakers.first_of_phrase(sentence, at)

    assert text[sentence[first].span.start : sentence[at].span.start - 1] == phrase


@pytest.mark.parametrize(
    ("text", "is_source"),
    [
        ("It fell, said a nurse.", True),
        ("“It fell,” says a nurse.", True),
        ("It fell, according to a nurse.", True),
        ("The paper understands from a nurse that it fell.", True),
        ("It was described as old by a nurse.", False),
        ("Ellis told a nurse that it fell.", False),
        ("It came as a gift from a nurse.", False),
    ],
)
def test_who_speaks_by_what_stands_before(text: str, is_source: bool) -> None:  # noqa: FBT001
    sentence = words(text)
    first = speakers.first_of_phrase(sentence, place(sentence, "nurse"))

    assert speakers.is_behind_cue(sentence, first) is is_source


def test_a_sentence_without_end_is_read_as_far_as_its_bound() -> None:
    assert len(words("who said " * 10_000)) == speakers.MOST_WORDS
