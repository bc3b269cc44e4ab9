"""Whether two quotations are of one speaker."""

import pytest

from sidelight.model import Article
from sidelight.readings import read
from sidelight.related.speakers import relation


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("“So it is,” said Mara Ellis.", "“So it is,” Mara Ellis said.", "same"),
        ("“So it is,” said Mara Ellis.", "“So it is,” said Jon Hadley.", "other"),
        ("“So it is,” he said.", "“So it is,” she said.", "other"),
        ("“So it is,” said Mara Ellis.", "“So it is,” she said.", "unknown"),
        ("“So it is,” said Mara Ellis.", "“So it is.”", "unknown"),
        ("“So it is,” said Mara Ellis.", "“So it is,” said Ida Ellis.", "unknown"),
    ],
)
def test_speakers_of_two_quotations(one: str, other: str, expected: str) -> None:
    here, there = read(Article(one)), read(Article(other))

    assert (
        relation(here, here.quotations[0].span, there, there.quotations[0].span)
        == expected
    )
