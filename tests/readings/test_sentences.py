"""Where sentences and paragraphs end."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sidelight.readings.sentences import paragraphs, read


def sentences(text: str) -> list[str]:
    return [sentence.span.of(text) for sentence in read(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Mr. Ellis met Dr. Brandt at 10 a.m. on Monday.",
        "The U.S. Army and the U.S. Senate agreed.",
        "J. R. Marsh won 2.3 million of them.",
        "It cost $5.2bn, i.e. too much.",
        "Gen. Mark Ellis spoke on Jan. 5 in St. Orsolt.",
        "“Is it?” he asked.",
        "They met Karl J. Dunn at noon.",
        "Karl J. Dunn said so.",
        "It is No. 5.",
    ],
)
def test_one_sentence(text: str) -> None:
    assert sentences(text) == [text]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("It rained. Then it stopped.", 2),
        ("“It rained.” Then it stopped.", 2),
        ("He asked why. “I know,” she said.", 2),
        ("What? No! Well… Yes.", 4),
        ("It belongs to Acme Inc. It always has.", 2),
        ("So said I. Nobody heard.", 2),
        ("She said no. They left.", 2),
        ("Karl took vitamin C. The rest did not.", 2),
        ("It was Karl A. The rest left.", 2),
    ],
)
def test_several_sentences(text: str, count: int) -> None:
    assert len(sentences(text)) == count


def test_a_blank_line_ends_a_sentence_and_a_paragraph() -> None:
    text = "A headline without a stop\n\nThe text. It goes on\nin a second line."

    assert [sentence.paragraph for sentence in read(text)] == [0, 1, 1]


def test_without_blank_lines_every_line_is_a_paragraph() -> None:
    assert len(list(paragraphs("One.\nTwo.\r\nThree."))) == 3


@given(st.text())
def test_sentences_are_in_order_and_hold_every_word(text: str) -> None:
    found = read(text)

    ends = [0, *(s.span.end for s in found)]
    assert all(s.span.start >= end for s, end in zip(found, ends, strict=False))
    assert "".join("".join(s.span.of(text).split()) for s in found) == "".join(
        text.split()
    )
