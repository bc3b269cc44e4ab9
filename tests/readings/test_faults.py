"""Which predicates fault their subject."""

import pytest

from sidelight.model import Span
from sidelight.readings import faults


def told(predicate: str, furthest: int = 9) -> str | None:
    found = faults.first_in(predicate, Span(0, len(predicate)), furthest)
    return found[0].of(predicate) if found else None


@pytest.mark.parametrize(
    ("predicate", "fault"),
    [
        ("has lied to this town", "lied to"),
        ("turned a blind eye to the cracks", "turned a blind eye"),
        ("left the families in the dark", "left the families in the dark"),
        ("put its own profit before people", "put its own profit before"),
        ("is reckless", "reckless"),
    ],
)
def test_a_verb_an_idiom_or_a_quality(predicate: str, fault: str) -> None:
    assert told(predicate) == fault


@pytest.mark.parametrize(
    "predicate",
    [
        "was cheated by the agent",
        "has never lied to anyone",
        "did not turn a blind eye",
        "met a reckless driver",
        "will open the bridge on Monday",
        "turned the eye of a blind man",
    ],
)
def test_the_harmed_the_denied_and_the_plain_are_no_fault(predicate: str) -> None:
    assert told(predicate) is None


def test_no_further_than_it_is_asked_to_look() -> None:
    assert told("met the mayor and then the press, and lied", furthest=3) is None


def test_a_phrase_stands_once_in_the_list() -> None:
    seen: dict[object, str] = {}
    for form, phrases in faults._phrases().items():  # noqa: SLF001
        for rest, section in phrases:
            assert seen.setdefault((form, rest), section) == section
