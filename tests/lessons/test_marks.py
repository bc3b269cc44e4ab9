"""What a pupil's browser sends is taken apart with care."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sidelight.errors import InvalidInput
from sidelight.lessons import mark_from
from sidelight.lessons.marks import LONGEST_WORDS
from sidelight.model import Span

SENT = {"id": "abcd-1234", "report": 1, "start": 4, "end": 9, "question": "when"}


def test_a_mark_is_read() -> None:
    mark = mark_from({**SENT, "text": "  which \n year? ", "revision": 3})

    assert (mark.id, mark.report, mark.span) == ("abcd-1234", 1, Span(4, 9))
    assert (mark.question, mark.text, mark.revision) == ("when", "which year?", 3)


@pytest.mark.parametrize(
    "wrong",
    [
        {"start": 9},
        {"start": -1},
        {"start": "4"},
        {"end": True},
        {"end": 2**40},
        {"report": None},
        {"question": "who-wins"},
        {"question": ["when"]},
        {"id": "<script>"},
        {"id": "a" * 37},
        {"id": 12345678},
        {"text": {"no": "text"}},
        {"revision": "1"},
    ],
    ids=str,
)
def test_what_no_page_sends_is_refused(wrong: dict[str, Any]) -> None:
    with pytest.raises(InvalidInput):
        mark_from(SENT | wrong)


def test_what_a_pupil_adds_is_short_and_can_be_stored() -> None:
    mark = mark_from({**SENT, "text": "a\0b\ud800c" + "x" * 1_000})

    assert mark.text.startswith("abcx")
    assert len(mark.text) == LONGEST_WORDS
    mark.text.encode()


@given(
    st.dictionaries(st.sampled_from([*SENT, "text", "revision"]), st.from_type(object))
)
def test_anything_at_all_is_a_mark_or_refused(sent: dict[str, Any]) -> None:
    try:
        mark = mark_from(SENT | sent)
    except InvalidInput:
        return
    assert 0 <= mark.span.start < mark.span.end
