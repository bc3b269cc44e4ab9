"""What sets a date or a figure apart by the words beside it."""

import pytest

from sidelight.model import Article
from sidelight.readings import read


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        ("The gauge showed 271 boats, up from 265.", [("changed",), ()]),
        ("The toll was revised to 14 people.", [("changed",)]),
        ("The court fined 22 other men.", [("other",)]),
        ("It fined another 22 men.", [("other",)]),
        ("Shares of the mill fell 4 percent.", [("market",)]),
        ("The court fined 22 men.", [()]),
        ("The bill has grown by 22 crowns.", [("step",)]),
        ("It was an increase of 22 boats.", [("step",)]),
        ("The fleet has 22 more boats.", [("other", "step")]),
        ("The price has reached 22 crowns.", [("level",)]),
        ("The fleet grew to 22 boats.", [("changed", "level")]),
        ("Storms sank 9 of the 22 boats.", [(), ("whole",)]),
        ("It was an offer of 22 boats.", [()]),
    ],
)
def test_the_marks_of_a_figure(text: str, marks: list[tuple[str, ...]]) -> None:
    assert [context.marks for context in read(Article(text)).counted] == marks


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("The mill closed on March 4, 2024.", False),
        ("The owner said on March 4, 2024 that the mill was safe.", True),
        ("The mill closed on March 4, 2024, said the owner.", False),
        ("By agencies, updated: March 4, 2024 in Orsolt", True),
        ("What a day! — Mara Hadley (@mhadley) March 4, 2024", True),
    ],
)
def test_a_date_of_a_statement(text: str, said: bool) -> None:  # noqa: FBT001
    [context] = read(Article(text)).dated

    assert ("said" in context.marks) is said


def test_a_date_that_something_lasts_from() -> None:
    since, on = (
        read(Article(f"The mill has been shut {word} March 4, 2024.")).dated[0].marks
        for word in ("since", "on")
    )

    assert (since, on) == (("since",), ())
