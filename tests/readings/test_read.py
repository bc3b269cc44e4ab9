"""The whole reading: its layers agree with one another, whatever the text."""

from hypothesis import given
from hypothesis import strategies as st

from sidelight import samples
from sidelight.model import Article, Reading
from sidelight.pages import load
from sidelight.readings import read

NEWSLIKE = st.lists(
    st.sampled_from(
        [
            "The mayor",
            "NATO",
            "said",
            "“no”",
            "‘we",
            "won’t’",
            "on June 24-25,",
            "5%",
            ".",
            "\n\n",
            "critics",
            "who",
            "2035—a",
            "accused",
            "Ellis,",
            "the",
            "\u202e",
            "👩‍👩‍👧",
            "e\u0301",
            "\u00a0",
            "according to",
            "declined to comment",
        ]
    ),
    max_size=40,
).map(" ".join)


def holds_together(reading: Reading) -> None:
    length = len(reading.text)
    spans = [
        *(s.span for s in reading.sentences),
        *(q.span for q in reading.quotations),
        *(a.span for a in reading.attributions),
        *(d.span for d in reading.dates),
        *(f.span for f in reading.figures),
        *(c.span for c in reading.clauses),
        *(c.span for c in reading.criticisms),
        *(m for v in reading.voices for m in v.mentions),
    ]
    assert all(0 <= span.start < span.end <= length for span in spans)
    assert len(reading.dated) == len(reading.dates)
    assert len(reading.counted) == len(reading.figures)
    for attribution in reading.attributions:
        assert attribution.sentence < len(reading.sentences)
        assert attribution.voice is None or attribution.voice < len(reading.voices)


@given(NEWSLIKE)
def test_any_text_reads(text: str) -> None:
    holds_together(read(Article(text, title=text[:60], published="2024-06-26")))


def test_the_samples_read() -> None:
    for path in samples.reports():
        reading = read(load(path))
        holds_together(reading)
        assert reading.attributions
        assert reading.dates


def test_reading_is_deterministic() -> None:
    path = samples.reports()[0]

    assert read(load(path)) == read(load(path))


def test_hostile_texts_take_no_time() -> None:
    for text in (
        "said, " * 20_000,
        "“A " * 20_000,
        "Aa Bb " * 20_000,
        "who, " * 20_000,
        "5% of " * 20_000,
    ):
        read(Article(text))
