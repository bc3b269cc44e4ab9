"""One value that two reports tie to different things."""

import pytest

from sidelight.model import Article
from sidelight.readings import read
from sidelight.related import moved


def found(one: str, other: str) -> list[tuple[str, str]]:
    here, there = read(Article(one)), read(Article(other))
    return [
        (here.counted[a.here].phrase.of(one), there.counted[a.there].phrase.of(other))
        for a in moved.compare(here, [there])
    ]


GROWN = "The cost of the Hadley bridge has grown by 186 million crowns."
REACHED = "The cost of the Hadley bridge has reached 186 million crowns."


def test_a_change_in_one_report_is_the_whole_in_the_other() -> None:
    assert found(GROWN, REACHED) == [("186 million crowns", "186 million crowns")]
    assert found(REACHED, GROWN) == [("186 million crowns", "186 million crowns")]


def test_a_part_in_one_report_is_the_whole_in_the_other() -> None:
    part = "In Orsolt the strike closed 214 of its 236 schools on Monday."
    whole = "In Orsolt the strike closed 236 schools on Monday."

    assert found(part, whole) == [("236 schools", "236 schools")]
    assert found(whole, part) == [("236 schools", "236 schools")]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (GROWN, GROWN),
        (REACHED, REACHED),
        (GROWN, REACHED.replace("186", "320")),
        # a report that has both knows which is which
        (f"{GROWN} {REACHED}", REACHED),
        # percentages and small numbers come twice by chance
        ("Rents in Orsolt rose by 18 percent.", "Rents in Orsolt reached 18 percent."),
        ("The Orsolt fleet grew by 9 boats.", "The Orsolt fleet has reached 9 boats."),
        # nothing happens to the whole
        ("The strike closed 214 of its 236 schools.", "The town has 236 schools."),
    ],
)
def test_silence(one: str, other: str) -> None:
    assert found(one, other) == []
