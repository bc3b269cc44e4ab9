"""What a figure counts where the sentence says it but once."""

import pytest

from sidelight.model import Article
from sidelight.readings import read


@pytest.mark.parametrize(
    ("text", "heads"),
    [
        ("The gauge showed 271 boats, up from 265.", ["boat", "boat"]),
        (
            "She scored 31 goals in 97 matches, 17 of them in May.",
            ["goal", "match", "goal"],
        ),
        ("It cost 120 million talers then and 186 million now.", ["taler", "taler"]),
        ("It took 4 boats and 41 million.", ["boat", ""]),  # far too many for boats
        ("It took 40 boats. Some 30 sank.", ["boat", ""]),  # another sentence
        ("A 3-year-old boy met Vessey, 24, there.", ["age boy", "age vessey"]),
    ],
)
def test_what_is_counted_is_carried_over(text: str, heads: list[str]) -> None:
    assert [context.head for context in read(Article(text)).counted] == heads


def test_a_unit_is_carried_over_too() -> None:
    told, bare = read(Article("The river fell to 265 tonnes, down from 410.")).counted

    assert (told.unit, told.carried) == ("tonne", False)
    assert (bare.unit, bare.carried) == ("tonne", True)
