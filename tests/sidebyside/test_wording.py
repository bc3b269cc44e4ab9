from sidelight.sidebyside import side_by_side
from sidelight.sidebyside.wording import is_quoted, words_in
from tests.sidebyside.reports import COPIED, first, second, third


def test_words_that_stand_in_another_report_are_counted_both_ways() -> None:
    overlaps = side_by_side([first(), second(), third()]).overlaps
    by_pair = {(overlap.one, overlap.other): overlap for overlap in overlaps}

    assert len(by_pair) == 6
    assert by_pair[0, 2].words == by_pair[2, 0].words >= len(COPIED.split())
    assert by_pair[2, 0].share > by_pair[0, 2].share > 0
    assert by_pair[1, 2].words < 20


def test_quoted_words_are_counted_apart() -> None:
    overlaps = side_by_side([first(), second()]).overlaps

    assert overlaps[0].quoted == len(
        "We will mend the lock before the swans come back".split()
    )


def test_words_of_a_span_lie_wholly_within_it() -> None:
    reading = first()
    span = reading.quotations[0].inner

    found = words_in(reading, span)

    assert found[0].folded == "we"
    assert found[-1].folded == "back"
    assert is_quoted(reading, span)
    assert not is_quoted(reading, reading.sentences[0].span)
