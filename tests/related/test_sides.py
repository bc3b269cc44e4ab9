"""One report as it is compared."""

from sidelight.model import Article, Span
from sidelight.readings import read
from sidelight.related.sides import NOT_QUOTED, side

TEXT = "She said “no way” and left."


def test_every_word_knows_its_quotation() -> None:
    here = side(read(Article(TEXT)))

    assert here.quoted == (NOT_QUOTED, NOT_QUOTED, 0, 0, NOT_QUOTED, NOT_QUOTED)
    assert list(here.plain()) == [(0, 2), (4, 6)]


def test_words_of_a_stretch_and_back() -> None:
    here = side(read(Article(TEXT)))
    inside = here.inside(Span(9, len(TEXT)))

    assert here.folded(Span(9, len(TEXT))) == ("no", "way", "and", "left")
    assert here.span(inside.start, inside.start + 2).of(TEXT) == "no way"
