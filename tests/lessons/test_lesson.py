"""A lesson knows its reports, and what of them is open."""

import pytest

from sidelight.errors import NotFound
from sidelight.lessons import Reveal
from tests.lessons.makers import lesson


def test_a_report_is_found_by_its_number() -> None:
    assert lesson().report(1).article.publisher == "Gazette"
    with pytest.raises(NotFound):
        lesson().report(2)


def test_one_open_note_is_something_and_not_all() -> None:
    made = lesson(reveals=frozenset({Reveal(1, "a-note")}))

    assert made.shows_any_of(1)
    assert not made.shows_all_of(1)
    assert not made.shows_any_of(2)
    assert made.is_open_to(1, "a-note")
    assert not made.is_open_to(1, "another")
