"""What holds for any text."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sidelight.model import Span
from sidelight.readings import figures
from sidelight.readings.figures.numerals import MOST

PIECES = """
12 2,300 .5 1.5 0 007 2019 one two twenty hundred thousand million dozen half a third
thirds quarter ½ and to - – % percent $ £ US$ m bn k km years old of in out more than
up between from rose people jobs was the June Boeing . , ( ) ’s 1/2 minus × ſix İ ٣ K
"""
_PIECES = st.sampled_from([*PIECES.split(), "\n"])
_TEXTS = st.one_of(
    st.text(),
    st.lists(_PIECES).map(" ".join),
    st.lists(_PIECES).map("".join),
)
_SPANS = st.tuples(st.integers(0, 40), st.integers(0, 10)).map(
    lambda pair: Span(pair[0], pair[0] + pair[1])
)


@given(_TEXTS)
def test_spans_are_in_order_inside_the_text_and_apart(text: str) -> None:
    end = 0
    for figure in figures.read(text):
        assert end <= figure.span.start < figure.span.end <= len(text)
        end = figure.span.end


@given(_TEXTS)
def test_values_are_finite_and_in_order(text: str) -> None:
    for figure in figures.read(text):
        assert math.isfinite(figure.low)
        assert math.isfinite(figure.high)
        assert figure.low <= figure.high


@given(_TEXTS, st.lists(_SPANS))
def test_nothing_is_read_twice_or_where_it_is_taken(
    text: str, taken: list[Span]
) -> None:
    found = figures.read(text, taken)

    assert found == figures.read(text, taken)
    for figure in found:
        digits = Span(figure.span.end - 1, figure.span.end)
        if digits.of(text).isdigit():
            assert not any(digits.overlaps(span) for span in taken)


@given(st.integers(2, 999_999))
def test_reads_back_what_was_spelled(number: int) -> None:
    [figure] = figures.read(f"They counted {spelled(number)} votes.")

    assert (figure.low, figure.counts) == (number, "vote")


@given(st.integers(2, 10**12))
def test_reads_back_what_was_written_in_digits(number: int) -> None:
    [figure] = figures.read(f"They counted {number:,} votes.")

    assert (figure.low, figure.counts) == (number, "vote")


UNDER_TWENTY = "zero one two three four five six seven eight nine ten eleven twelve \
thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
TENS = "twenty thirty forty fifty sixty seventy eighty ninety"


def spelled(number: int) -> str:
    """Write a number under a million in words, as British English does."""
    if number >= 1_000:
        thousands, rest = divmod(number, 1_000)
        return f"{spelled(thousands)} thousand" + _rest(rest, "and " * (rest < 100))
    if number >= 100:
        hundreds, rest = divmod(number, 100)
        return f"{spelled(hundreds)} hundred" + _rest(rest, "and ")
    if number >= 20:
        tens, one = divmod(number, 10)
        return TENS.split()[tens - 2] + (f"-{spelled(one)}" if one else "")
    return UNDER_TWENTY.split()[number]


def _rest(number: int, link: str) -> str:
    return f" {link}{spelled(number)}" if number else ""


@pytest.mark.parametrize(
    "piece",
    ["1,", "one ", "1 ", "1 a ", "9", "5% ", "one hundred and ", "$", "1-", "half a "],
)
def test_a_hostile_megabyte_is_read_to_its_bound_and_no_further(piece: str) -> None:
    text = piece * (1_000_000 // len(piece))

    assert len(figures.read(text)) <= MOST
