"""What becomes an item, on pairs made by hand."""

from sidelight.model import Reading, Span
from sidelight.sidebyside.items import items
from sidelight.sidebyside.pairs import Compared, Noted, Pair
from tests.sidebyside.reports import report

HERE = "On 4 May 2021 the lock closed. It had closed on 4 May 2021 for the swans."
THERE = "On 6 May 2021 the lock closed."
QUOTE = "“The tower leans a little more each spring,” said Ilo Branko, a mason."
SPLIT = "“The tower leans,” said Ilo Branko, a mason, “a lot more each spring.”"


def compared(
    dates: tuple[Pair, ...] = (),
    quotations: tuple[Pair, ...] = (),
    noted: tuple[Noted, ...] = (),
) -> Compared:
    return Compared(
        frozenset({(0, 1), (1, 0)}), (), dates, (), quotations, (), (0, 1), noted
    )


def noted(one: Reading, other: Reading, words: str, others: str) -> Noted:
    here, there = one.text.index(words), other.text.index(others)
    return Noted(
        (0, Span(here, here + len(words))),
        (1, Span(there, there + len(others))),
        "They differ.",
    )


def test_values_that_differ_without_a_note_of_the_check_are_no_item() -> None:
    readings = [report(HERE), report(THERE)]
    pair = Pair((0, 0), (1, 0), 1.0)

    assert items(readings, compared((pair,))) == []
    note = noted(readings[0], readings[1], "4 May 2021", "6 May 2021")
    [found] = items(readings, compared((pair,), noted=(note,)))
    assert found.differs
    assert found.note == "They differ."


def test_the_same_said_twice_in_a_report_is_one_mention_and_counted() -> None:
    readings = [report(HERE), report(HERE.replace("swans", "boats"))]
    pairs = (Pair((0, 0), (1, 0), 0.9), Pair((0, 1), (1, 0), 0.8))

    [found] = items(readings, compared(pairs))

    first, second = found.mentions
    assert not found.differs
    assert first.span.start == 3
    assert [span.of(HERE) for span in first.more] == ["4 May 2021"]
    assert second.more == ()


def test_words_of_a_split_quotation_are_marked_where_a_check_noted_them() -> None:
    readings = [report(QUOTE), report(SPLIT)]
    pairs = (Pair((0, 0), (1, 0), 0.9), Pair((0, 0), (1, 1), 0.9))
    note = noted(readings[0], readings[1], "a little more", "a lot more")

    [quiet] = items(readings, compared(quotations=pairs))
    [found] = items(readings, compared(quotations=pairs, noted=(note,)))

    assert not quiet.differs
    assert quiet.mentions[0].unlike == ()
    assert found.differs
    one, other = found.mentions
    assert [span.of(QUOTE) for span in one.unlike] == ["little"]
    assert [span.of(SPLIT) for span in other.unlike] == ["lot"]
    assert len(other.more) == 1


def test_quotations_with_little_in_common_are_no_item() -> None:
    other = "“The council has no money for the spring,” said Ilo Branko, a mason."
    pair = Pair((0, 0), (1, 0), 0.7)

    assert items([report(QUOTE), report(other)], compared(quotations=(pair,))) == []
