"""Whether two quotations are one remark, and whether its words differ."""

import pytest

from sidelight.model import Article, Reading
from sidelight.readings import read
from sidelight.related import compare, quotes
from sidelight.related.sides import side
from sidelight.related.turns import told


def reading(text: str, name: str = "") -> Reading:
    return read(Article(text, id=name))


def remarks(one: str, other: str) -> list[tuple[str, str]]:
    here, there = told(side(reading(one))), told(side(reading(other)))
    known = quotes.seeds(here.turns, quotes.LOOSELY.seed)
    found = quotes.remarks((here.side, there.side), [quotes.pairs(here, there, known)])
    return [(r.here.of(one), r.there.of(other)) for r in found]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (  # a word exchanged
            "“The harbour was never safe for ferries,” said Lina Torvald.",
            "Lina Torvald said: “The harbour was never built for ferries.”",
        ),
        (  # a word more in the middle
            "“They knew what our fields need in March,” said Lina Torvald.",
            "“They knew exactly what our fields need in March,” said Lina Torvald.",
        ),
        (  # another end
            (
                "“My daughter asked whether the school would burn again, and I had no "
                "answer,” said Noor Haddad."
            ),
            (
                "“My daughter asked whether the school would burn again, and I told her "
                "no,” said Noor Haddad."
            ),
        ),
        (  # translated twice
            "“Our patience has run out and our ships are ready,” said Kado Lemm.",
            "“Our patience is exhausted and our ships are ready,” said Kado Lemm.",
        ),
        (  # the opposite
            (
                "“The bridge will reopen before Christmas if the steel arrives,” said Sana "
                "Qureshi."
            ),
            (
                "“The bridge will not reopen before Christmas if the steel arrives,” said "
                "Sana Qureshi."
            ),
        ),
        (  # split by the cue
            (
                "“They came at night,” Rosa Delmar said, “and they took everything we had "
                "saved for the winter.”"
            ),
            (
                "“They came at night and they took all the seed we had saved for the "
                "winter,” said Rosa Delmar."
            ),
        ),
        (  # over two paragraphs
            (
                "“I have seen the letter and it names nobody here.\n\n“I shall publish it on "
                "Friday,” said Vera Stoll."
            ),
            (
                "“I have seen the letter and it blames nobody here. I shall publish it on "
                "Friday,” said Vera Stoll."
            ),
        ),
        (  # a short name in one of them
            "“We lost three good men to that mountain,” the chief, Ola Brandt, said.",
            "Ola Brandt came late. “We lost four good men to that mountain,” Brandt said.",
        ),
    ],
)
def test_one_remark_in_other_words(one: str, other: str) -> None:
    assert len(remarks(one, other)) == 1
    assert len(remarks(other, one)) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (  # trimmed
            "“The harbour was never safe for ferries,” said Lina Torvald.",
            (
                "“The harbour was never safe for ferries, and all of them knew it,” said "
                "Lina Torvald."
            ),
        ),
        (  # split by the cue
            "“The harbour,” Lina Torvald said, “was never safe for ferries.”",
            "“The harbour was never safe for ferries,” Lina Torvald said.",
        ),
        (  # contractions
            "“We can't go on like this and we won't,” said Ana Miro.",
            "“We cannot go on like this, and we will not,” Ana Miro said.",
        ),
        (  # words left out, with a mark for it
            "“We lost … everything that we had built,” said Rosa Delmar.",
            "“We lost in one night everything that we had built,” said Rosa Delmar.",
        ),
        (  # filled in
            "“[The mayor] has never paid for the damage to our houses,” said Jon Abel.",
            "“She has never paid for the damage to our houses,” said Jon Abel.",
        ),
        (
            "“We got there to late [sic] to save the barn,” wrote Pal Ivers.",
            "“We got there too late to save the barn,” wrote Pal Ivers.",
        ),
        (  # a sentence between left out
            (
                "“The river took the road. We had no warning. My sister is missing,” said "
                "Leo Strand."
            ),
            "“The river took the road. My sister is missing,” said Leo Strand.",
        ),
        (  # two remarks that begin alike
            "“We will fight this in court,” said Bo Lindt.",
            "“We will fight for every seat,” said Bo Lindt.",
        ),
        (  # one of two that are built alike
            (
                "“We are defending our homes,” Kado Lemm said. “We are defending our "
                "children.”"
            ),
            "“We are defending our children,” Kado Lemm said.",
        ),
        (  # spelling, and words for digits
            "“The colour of the water in all twelve wells was grey,” said Mina Oster.",
            "“The color of the water in all 12 wells was gray,” said Mina Oster.",
        ),
        (  # written together, written apart
            "“The U.S. healthcare system paid 20 percent of it,” said Mina Oster.",
            "“The US health care system paid 20 per cent of it,” said Mina Oster.",
        ),
        (  # masked
            "“What the f*** is wrong with these people at the port,” said Ivo Marsh.",
            "“What the fuck is wrong with these people at the port,” said Ivo Marsh.",
        ),
        (  # fillers
            "“It was, um, well, like a train coming through the house,” said Ivo Marsh.",
            "“It was like a train coming through the house,” said Ivo Marsh.",
        ),
        (  # a family name with two first names
            "“The harbour was never safe for ferries,” said Lina Torvald.",
            "“The harbour was never safe for anybody,” said Gerd Torvald.",
        ),
    ],
)
def test_the_same_words_or_another_remark(one: str, other: str) -> None:
    assert remarks(one, other) == []
    assert remarks(other, one) == []


def test_a_report_that_has_both_wordings_shows_no_difference() -> None:
    one = "“The harbour was never safe for ferries,” said Lina Torvald."
    other = (
        "“The harbour was never built for ferries,” said Lina Torvald. What she said "
        "was: “The harbour was never safe for ferries.”"
    )

    assert remarks(one, other) == []


def test_a_remark_goes_as_far_as_one_sentence() -> None:
    one = "“Nobody shuts a river by accident. They knew it in May,” said Lina Torvald."
    other = (
        "“Nobody closes a river by accident. They knew it in May,” said Lina Torvald."
    )

    assert remarks(one, other) == [
        ("Nobody shuts a river by accident", "Nobody closes a river by accident")
    ]


@pytest.mark.parametrize(
    ("one", "other", "aligned"),
    [
        (
            "“We cannot ask the river to wait,” she said.",
            "“We can't ask the river to wait.”",
            True,
        ),
        (
            "“We cannot ask the river to wait,” she said.",
            "“Nobody asked the mill to pay.”",
            False,
        ),
        ("“No,” she said.", "“No,” she said.", False),  # too short to tell
    ],
)
def test_quotations_in_the_same_words(one: str, other: str, aligned: bool) -> None:  # noqa: FBT001
    here, there = told(side(reading(one))), told(side(reading(other)))
    known = quotes.seeds(here.turns, quotes.LOOSELY.seed)
    found = [quotes.pairs(here, there, known)]

    assert bool(quotes.same_words((here.side, there.side), found)) is aligned


def test_a_comparison_holds_the_remarks() -> None:
    one = "“Nobody shuts a river by accident,” said Lina Torvald, a baker in Orsolt."
    other = (
        "Lina Torvald, a baker in Orsolt, said: “Nobody closes a river by accident.”"
    )
    comparison = compare(reading(one, "one"), [reading(other, "other")])

    [remark] = comparison.remarks

    assert remark.report == 0
    assert remark.there.of(other) == "Nobody closes a river by accident"


def test_a_refrain_takes_no_time() -> None:
    text = "“na na na na hey hey goodbye,” they said. " * 200

    assert remarks(text, f"{text}x") == []
