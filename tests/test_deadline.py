"""A request's time is limited inside the work itself, whatever the text is made of."""

import time
from collections.abc import Callable

import pytest

from sidelight import deadline, pipeline
from sidelight.errors import TookTooLong
from sidelight.model import Article

LIMIT = 0.4
OVER = 3.0
"""Seconds beyond the limit that two busy cores are given; one step takes under one."""

SIZE = 300_000
REPEATED = {
    "plain": "The minister said on Monday that 12 people had died in Ostrey. ",
    "numbers": "12 thousand 3 hundred million ",
    "hyphens": "twenty-one-",
    "from": "from 5 to ",
    "single marks": "'s 's",
    "quotations": '"He said "',
    "commas": "said, he, ",
    "capitals": "Aa Bb ",
    "lines": "a\n\n",
    "one word": "a",
    "brackets": "(((",
    "dates": "June 24 2025 Monday ",
}


@pytest.fixture(autouse=True)
def _warm() -> None:
    pipeline.warm()


def overrun(work: Callable[[], object]) -> float:
    """Return how many seconds over the limit some work took, 0 where it was done."""
    began = time.monotonic()
    try:
        with deadline.within(LIMIT):
            work()
    except TookTooLong:
        return time.monotonic() - began - LIMIT
    return 0.0


@pytest.mark.parametrize("piece", REPEATED.values(), ids=REPEATED.keys())
def test_no_text_holds_a_thread_much_longer_than_it_may(piece: str) -> None:
    text = (piece * (SIZE // len(piece) + 1))[:SIZE]

    assert overrun(lambda: pipeline.read(Article(text))) < OVER


def test_neither_do_many_reports() -> None:
    report = Article("The dam held, the mayor said on Monday. " * 200)

    assert 0 < overrun(lambda: pipeline.annotate(report, reports=[report] * 99)) < OVER


@pytest.mark.parametrize("piece", ["12 people died. ", "On June 24, 2025 it rained. "])
def test_nor_do_two_texts_with_all_too_many_pairs(piece: str) -> None:
    """They would be a hundred million pairs, and as many objects in memory."""
    one = pipeline.read(Article(piece * 3_000, published="2025-06-25"))
    other = pipeline.read(Article(piece * 2_999, published="2025-06-25"))

    assert overrun(lambda: pipeline.notes(one, reports=[other], checks="all")) < OVER


def test_where_nobody_set_a_limit_there_is_none() -> None:
    deadline.look()
    with deadline.within(0):
        deadline.look()
    assert list(deadline.each([1, 2])) == [1, 2]


def test_a_limit_holds_inside_its_block_alone() -> None:
    with deadline.within(60):
        with deadline.within(1e-9):
            time.sleep(0.001)
            with pytest.raises(TookTooLong):
                deadline.look()
        deadline.look()
