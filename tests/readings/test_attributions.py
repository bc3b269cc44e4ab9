"""Who says what, in the shapes that news prose has for it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sidelight.readings import attributions, quotations, sentences


def said(text: str) -> list[tuple[str | None, str, str]]:
    found = sentences.read(text)
    quoted = quotations.read(text, tuple(sentences.paragraphs(text)))
    return [
        (
            a.source.of(text) if a.source else None,
            a.verb or "",
            " … ".join(c.of(text).strip(" ,.") for c in a.content),
        )
        for a in attributions.read(text, found, quoted)
    ]


@pytest.mark.parametrize(
    ("text", "source", "verb"),
    [
        ("Ellis said the dam would hold.", "Ellis", "say"),
        ("“The dam will hold,” said Mara Ellis.", "Mara Ellis", "say"),
        ("The dam would hold, the mayor said.", "the mayor", "say"),
        (
            "Mara Ellis, the mayor of Orsolt, has warned that the dam may fail.",
            "Mara Ellis",
            "warn",
        ),
        ("Officials, who argue that the dam is safe, will meet.", "Officials", "argue"),
        ("According to the ministry, the dam is safe.", "the ministry", "according to"),
        ("The plan was condemned by the union.", "the union", "condemn"),
        (
            "Sources within the ministry have highlighted the cost of it.",
            "Sources within the ministry",
            "highlight",
        ),
        ("‘We won’t leave,’ she said.", "she", "say"),
    ],
)
def test_finds_source_and_cue(text: str, source: str, verb: str) -> None:
    assert [(s, v) for s, v, _ in said(text)] == [(source, verb)]


def test_a_participle_has_its_clauses_source() -> None:
    found = said("Ellis dismissed the plan as costly, arguing that it would fail.")

    assert [source for source, *_ in found] == ["Ellis", "Ellis"]


def test_a_quotation_that_stands_alone_goes_to_who_was_quoted_last() -> None:
    [(_, _, content)] = said("“It is over,” Ellis said. “Nobody will come back.”")

    assert content == "“It is over,” … “Nobody will come back.”"


@pytest.mark.parametrize(
    "text",
    [
        "The ministry pledged more money.",  # a deed
        "The war has claimed thousands of lives.",
        "The report was long.",
        "He refused to say so.",
        "The Baltic states, which are small, agreed.",
    ],
)
def test_is_silent(text: str) -> None:
    assert said(text) == []


@given(st.text(alphabet="Ms saidthe,.“”’ \n"))
def test_every_part_lies_in_the_text(text: str) -> None:
    found = sentences.read(text)
    quoted = quotations.read(text, tuple(sentences.paragraphs(text)))
    for attribution in attributions.read(text, found, quoted):
        assert 0 <= attribution.span.start < attribution.span.end <= len(text)
