import pytest

from sidelight.sidebyside.remarks import Remark, is_one, remark, unlike
from tests.sidebyside.reports import report

FULL = "“The tower leans a little more each spring, and nobody on the council measures it.”"


def quoted(text: str) -> tuple[str, Remark]:
    reading = report(f"{text} said Ilo Branko, a mason.")
    return reading.text, remark(reading, [q.inner for q in reading.quotations])


def words_unlike(one: str, other: str) -> list[str]:
    text, here = quoted(one)
    return [span.of(text) for span in unlike(here, quoted(other)[1])]


@pytest.mark.parametrize(
    "other",
    [
        "“The tower leans a little more each spring,”",
        "“nobody on the council measures it.”",
        "“Believe me, the tower leans a little more each spring,”",
        "“The tower leans … each spring, and nobody on the council measures it.”",
        "“The tower LEANS a little more each spring; and nobody on the council measures it”",
    ],
)
def test_trimming_and_leaving_out_is_no_other_wording(other: str) -> None:
    assert is_one(quoted(FULL)[1], quoted(other)[1])
    assert words_unlike(FULL, other) == []
    assert words_unlike(other, FULL) == []


def test_another_word_is_marked_on_both_sides() -> None:
    other = FULL.replace("a little", "a lot")

    assert words_unlike(FULL, other) == ["little"]
    assert words_unlike(other, FULL) == ["lot"]


def test_a_word_more_is_marked_where_it_stands() -> None:
    other = FULL.replace("nobody", "absolutely nobody")

    assert words_unlike(other, FULL) == ["absolutely"]
    assert words_unlike(FULL, other) == []


def test_two_remarks_are_two() -> None:
    other = "“The council has no money for the tower, and each of us knows it.”"

    assert not is_one(quoted(FULL)[1], quoted(other)[1])


def test_words_that_are_alike_but_never_three_in_a_row_are_two_remarks() -> None:
    one = "“We built it and they broke it.”"
    other = "“They built it, we broke it, and so what?”"

    assert not is_one(quoted(one)[1], quoted(other)[1])


def test_a_remark_without_words_is_no_other() -> None:
    nothing = Remark((), (), frozenset())

    assert unlike(nothing, quoted(FULL)[1]) == ()
