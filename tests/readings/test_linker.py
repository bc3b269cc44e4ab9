"""Who says what, in every shape of news prose that the linker is meant for.

The sentences are made up for these tests; the trained file is the released one.
"""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sidelight.model import Attribution
from sidelight.readings import linker, quotations, sentences, statements
from sidelight.readings.linker import Linker
from sidelight.readings.pieces import pieces_of
from sidelight.readings.tagger import LABELS
from tests.readings.test_tagger import page


def said(text: str) -> tuple[Attribution, ...]:
    paragraphs = tuple(sentences.paragraphs(text))
    return linker.read(text, sentences.read(text), quotations.read(text, paragraphs))


def parts(text: str) -> list[tuple[str | None, str | None, str]]:
    return [
        (
            a.source.of(text) if a.source else None,
            a.cue.of(text) if a.cue else None,
            " … ".join(span.of(text) for span in a.content),
        )
        for a in said(text)
    ]


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        (
            "The minister said the dam would hold.",
            "The minister",
            "the dam would hold",
        ),
        (
            "The dam would hold, the minister said.",
            "the minister",
            "The dam would hold",
        ),
        (
            "Rain fell.\n\n“The dam will hold,” said Petra Lind, an engineer at the mill.",
            "Petra Lind, an engineer at the mill",
            "“The dam will hold,”",
        ),
        (
            "According to the union, 2.3 million people stayed at home.",
            "the union",
            "2.3 million people stayed at home",
        ),
        (
            "More than 200,000 people stayed at home, according to the union.",
            "the union",
            "More than 200,000 people stayed at home",
        ),
        (
            "Jan Holm, the head of the mill, told reporters that the river was clean.",
            "Jan Holm, the head of the mill",
            "that the river was clean",
        ),
        (
            "Lind has warned that the gates may fail.",
            "Lind",
            "that the gates may fail",
        ),
    ],
)
def test_reads_source_and_content(text: str, source: str, content: str) -> None:
    [(found_source, _, found_content)] = parts(text)

    assert (found_source, found_content) == (source, content)


def test_a_source_ends_before_its_comma_and_relative() -> None:
    text = "Kim, who said so, left."
    read = page(text)
    labels = np.array([0, 1, 2, 2, 3, 5, 0, 0, 0, 0])

    [link] = linker.links(read, labels, links_all())
    found = statements.attribution(read, link)

    assert found is not None
    assert found.source is not None
    assert found.source.of(text) == "Kim"


def links_all() -> Linker:
    """Return a linker that links whatever stands nearest."""
    nothing = np.zeros(2**linker.BITS, dtype=np.float32)
    return Linker(nothing, 1.0, 0.0, 0.0, 0.0)


def test_content_on_both_sides_of_its_cue_is_one_attribution() -> None:
    text = "“The dam will hold,” Ms. Lind said. “We have tested every gate.”"

    [(source, cue, content)] = parts(text)

    assert (source, cue) == ("Ms. Lind", "said")
    assert content == "“The dam will hold,” … “We have tested every gate.”"


def test_tells_direct_indirect_and_mixed_apart() -> None:
    text = (
        "“The dam will hold,” Ms. Lind said.\n\n"
        "Mr. Holm said the dam would hold.\n\n"
        "Mr. Ortiz said the dam was “a danger to us all.”"
    )

    assert [a.type for a in said(text)] == ["direct", "indirect", "mixed"]


def test_gives_the_verb_in_its_dictionary_form_and_the_sentence() -> None:
    text = "Rain fell. Ms. Lind said the dam would hold. According to her, it is safe."

    told, accorded = said(text)

    assert (told.verb, told.sentence) == ("say", 1)
    assert (accorded.verb, accorded.sentence) == ("according to", 2)


def test_a_denial_is_no_plain_statement() -> None:
    [denied] = said("The minister denied that the dam was unsafe.")
    [not_denied] = said("The minister did not deny that the dam was unsafe.")

    assert (denied.verb, denied.act) == ("deny", "denies")
    assert not_denied.act == "says"


def test_a_refusal_to_answer_is_left_to_silences() -> None:
    assert said("The minister declined to comment on the dam.") == ()


def test_a_report_without_speech_has_no_attributions() -> None:
    assert said("Rain fell on Monday. The river rose by two metres.") == ()


def test_offsets_count_code_points() -> None:
    text = "Rain fell 🙂🙂. The minister said the dam would hold."

    [(source, cue, content)] = parts(text)

    assert (source, cue, content) == ("The minister", "said", "the dam would hold")


@given(st.lists(st.integers(0, 6), min_size=12, max_size=12))
def test_pieces_cover_exactly_what_is_labelled(numbers: list[int]) -> None:
    read = page("Kim said so, and he left.\n\nIt rained a lot.")
    labels = np.array((numbers + [0] * len(read))[: len(read)])
    labels[read.is_break] = 0

    pieces = pieces_of(read, labels)

    covered = {at for piece in pieces for at in range(piece.first, piece.after)}
    assert covered == set(np.flatnonzero(labels).tolist())
    names = {1: "source", 2: "cue", 3: "content"}
    for piece in pieces:
        here = {LABELS[label][2:] for label in labels[piece.first : piece.after]}
        assert here == {names[piece.part]}


WORDS = ["Kim ", "said ", "“", "”", ", ", ". ", "\n\n", "he ", "‘", "’s ", "it ", ": "]


@given(st.lists(st.sampled_from(WORDS), max_size=30))
def test_any_text_can_be_read(words: list[str]) -> None:
    text = "".join(words)
    for attribution in said(text):
        assert attribution.content
        assert attribution.source or attribution.cue
        assert attribution.span.end <= len(text)
