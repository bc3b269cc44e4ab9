"""The list of cue words: every form, once, with its class."""

import pytest

from sidelight.readings.lexicon import entries


@pytest.mark.parametrize(
    ("form", "kind", "inflection", "lemma"),
    [
        ("said", "say", "ed", "say"),
        ("denies", "deny", "s", "deny"),
        ("denied", "deny", "ed", "deny"),
        ("arguing", "argue", "ing", "argue"),
        ("stresses", "argue", "s", "stress"),
        ("quipped", "say", "ed", "quip"),
        ("according", "other", "", "according"),
        ("allegation", "noun", "", "allegation"),
    ],
)
def test_knows_the_forms(form: str, kind: str, inflection: str, lemma: str) -> None:
    entry = entries()[form]

    assert (entry.kind, entry.inflection, entry.lemma) == (kind, inflection, lemma)


def test_a_verb_goes_before_the_noun_of_the_same_form() -> None:
    assert entries()["claim"].is_verb
    assert not entries()["opinion"].is_verb


def test_words_of_doing_are_no_cues() -> None:
    assert entries().keys().isdisjoint({"did", "made", "went", "#", ""})
