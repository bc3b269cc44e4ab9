"""Readings made by hand or by Hypothesis, for the store to keep."""

from collections.abc import Iterable
from datetime import date

from hypothesis import strategies as st

from sidelight.model import Article, Reading, Words

DAY = date(2031, 5, 14)


def reading(  # noqa: PLR0913 - each test names the one or two it is about
    text: str = "The dam at Ostrey held.",
    *,
    url: str | None = None,
    published: date | str | None = DAY,
    terms: dict[str, float] | None = None,
    title: str | None = None,
    name: str = "",
) -> Reading:
    """Return a reading of a small article."""
    words = text.lower().rstrip(".").split()
    return Reading(
        Article(
            text,
            id=name,
            url=url,
            title=title,
            published=str(published) if published else None,
        ),
        words=Words(
            tuple(range(len(words))), tuple(range(1, len(words) + 1)), tuple(words)
        ),
        terms=tuple((terms or {"dam": 0.6, "ostrey": 0.5}).items()),
    )


def several(number: int) -> list[Reading]:
    """Return readings of as many different texts."""
    return [reading(f"The dam at Ostrey held for {n} days.") for n in range(number)]


def texts(found: Iterable[Reading]) -> list[str]:
    """Return the texts of readings."""
    return [one.text for one in found]


_words = st.lists(
    st.tuples(
        st.integers(0, 30), st.integers(1, 20), st.text(min_size=1, max_size=8)
    ).filter(lambda word: "\n" not in word[2]),
    max_size=30,
)


@st.composite
def words(draw: st.DrawFn) -> Words:
    """Draw words that follow each other, of whatever characters but line breaks."""
    starts, ends, folded, place = [], [], [], 0
    for gap, length, word in draw(_words):
        starts.append(place + gap)
        ends.append(place := place + gap + length)
        folded.append(word)
    return Words(tuple(starts), tuple(ends), tuple(folded))


def any_reading() -> st.SearchStrategy[Reading]:
    """Draw readings with every layer filled as its types allow."""
    return st.builds(
        Reading,
        article=st.from_type(Article),
        words=words(),
        terms=st.lists(
            st.tuples(st.text(max_size=70), st.floats(0, 1)), max_size=50
        ).map(tuple),
    )
