"""Reporting verbs in all their forms, and what is a statement."""

from typing import Literal

import pytest

from sidelight.model import Act, Attribution, Span
from sidelight.readings.cues import LEMMA, is_statement


@pytest.mark.parametrize(
    ("form", "lemma"),
    [
        ("said", "say"),
        ("told", "tell"),
        ("denies", "deny"),
        ("denied", "deny"),
        ("emphasized", "emphasize"),
        ("arguing", "argue"),
        ("stresses", "stress"),
        ("signalled", "signal"),
    ],
)
def test_a_form_leads_to_its_verb(form: str, lemma: str) -> None:
    assert LEMMA[form] == lemma


@pytest.mark.parametrize("form", ["pledged", "decided", "agreed", "signed", "saided"])
def test_a_deed_is_no_cue(form: str) -> None:
    assert form not in LEMMA


def said(
    verb: str | None,
    type_: Literal["direct", "indirect"] = "indirect",
    act: Act = "says",
) -> Attribution:
    parts = Span(0, 1), Span(2, 4), (Span(5, 9),)
    return Attribution(type_, *parts, sentence=0, verb=verb, act=act)


def test_statements_denials_silences_and_quotations_are_statements() -> None:
    assert is_statement(said("say"))
    assert is_statement(said("according to"))
    assert is_statement(said(None, act="declines"))
    assert is_statement(said("smile", "direct"))


def test_deeds_and_plans_are_none() -> None:
    assert not is_statement(said("pledge"))
    assert not is_statement(said(None))
