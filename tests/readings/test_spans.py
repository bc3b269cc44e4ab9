"""Looking up what lies where."""

from hypothesis import given
from hypothesis import strategies as st

from sidelight.model import Span
from sidelight.readings.spans import BySpan

APART = st.lists(st.integers(0, 60), unique=True, max_size=20).map(
    lambda marks: [Span(a, b) for a, b in zip(*[iter(sorted(marks))] * 2, strict=False)]
)
STRETCH = st.tuples(st.integers(0, 60), st.integers(1, 20)).map(
    lambda pair: Span(pair[0], pair[0] + pair[1])
)


@given(APART, STRETCH)
def test_it_finds_what_looking_at_everything_would(
    spans: list[Span], stretch: Span
) -> None:
    index = BySpan(spans, lambda span: span)

    assert list(index.overlapping(stretch)) == [s for s in spans if s.overlaps(stretch)]
    assert list(index.inside(stretch)) == [s for s in spans if stretch.covers(s)]


@given(APART, st.integers(0, 60))
def test_before_is_the_last_that_starts_earlier(spans: list[Span], place: int) -> None:
    earlier = [span for span in spans if span.start < place]
    last = earlier[-1] if earlier else None

    assert BySpan(spans, lambda span: span).before(place) == last
