"""White space hides nothing, and every place leads back to the text as sent."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sidelight import pipeline, shown
from sidelight.model import Article, Reading, Span
from sidelight.readings.spacing import squeezed

REPORT = (
    "ORSOLT, March 12 — At least 340 villagers left on Tuesday, the water ministry "
    "said. “The gates will stay shut,” Ilar Voss, its minister, told reporters.\n\n"
    "It is believed that 12 percent of the 2.3 million tons went to Vell by June 24. "
    "“We were lied to,” a senior official said, speaking on condition of anonymity.\n\n"
    "Critics accuse Vell of a cover-up. The ministry declined to comment."
)
OTHER = REPORT.replace("340 villagers", "215 villagers").replace("Tuesday", "Friday")
SPACES = st.sampled_from(
    [" ", "  ", "\N{NO-BREAK SPACE}", "\t", "\n", "\r\n", "\N{ZERO WIDTH SPACE} "]
)
UNSEEN = st.sampled_from(["", "\N{SOFT HYPHEN}", "\N{ZERO WIDTH JOINER}", "\ufeff"])


@st.composite
def respaced(draw: st.DrawFn, text: str = REPORT) -> str:
    """Return a text whose paragraphs hold other white space between their words."""
    rewritten = [
        "".join(
            draw(SPACES) if letter == " " else letter + (draw(UNSEEN) if odd else "")
            for letter in paragraph
        )
        for paragraph in text.split("\n\n")
        for odd in [draw(st.booleans())]
    ]
    gap = draw(
        st.sampled_from(["\n\n", "\n \n\n", "\r\n\r\n", " \n\N{NO-BREAK SPACE}\n\t"])
    )
    end = draw(st.sampled_from(["", " ", "\n", "\ufeff"]))
    return end + gap.join(rewritten) + end


@pytest.mark.parametrize(
    ("text", "one"),
    [
        ("340  jobs", "340 jobs"),
        ("340\N{NO-BREAK SPACE}jobs", "340 jobs"),
        ("340\t\tjobs", "340 jobs"),
        ("One\nline.\n\nTwo.", "One line.\n\nTwo."),
        ("One.\r\n \r\n\r\nTwo.", "One.\n\nTwo."),
        ("By line.\nTwo lines.", "By line.\nTwo lines."),
        ("By line. \r\n  Two lines.", "By line.\nTwo lines."),
        (" \nOne.\n\n", "One."),
        (" One", "One"),
        ("min\N{SOFT HYPHEN}is\N{ZERO WIDTH SPACE}ter", "minister"),
        ("One.\n\N{ZERO WIDTH SPACE}\nTwo\nlines.", "One.\n\nTwo lines."),
    ],
)
def test_white_space_is_squeezed(text: str, one: str) -> None:
    found = squeezed(text)

    assert found is None if text == one else found and found.text == one


@given(st.text(alphabet=" \n\r\t\xa0\u200bab", max_size=40))
def test_squeezing_twice_changes_nothing_more(text: str) -> None:
    found = squeezed(text)

    assert found is None or squeezed(found.text) is None


@given(st.text(alphabet=" \n\r\t\xa0\u200b\xadab", max_size=40))
def test_every_letter_leads_back_to_itself(text: str) -> None:
    found = squeezed(text)
    if found is None:
        return
    places = [place for place, letter in enumerate(found.text) if not letter.isspace()]

    assert [text[found.sent(Span(place, place + 1)).start] for place in places] == [
        found.text[place] for place in places
    ]


@settings(max_examples=25, deadline=None)
@given(respaced())
def test_white_space_hides_nothing(text: str) -> None:
    plain, odd = pipeline.read(Article(REPORT)), pipeline.read(Article(text))

    assert odd.text == REPORT
    assert _layers(odd) == _layers(plain)


@settings(max_examples=25, deadline=None)
@given(respaced(), respaced(OTHER))
def test_answers_count_code_points_of_the_text_as_sent(one: str, other: str) -> None:
    reading = pipeline.read(Article(one, id="one", published="2025-03-12"))
    report = pipeline.read(
        Article(
            other, id="other", url="https://orsolt.example/", published="2025-03-12"
        )
    )
    page = pipeline.notes(reading, reports=[report], checks="all")

    assert page["items"]
    for note in page["items"]:
        for quote, position in [note["target"]["selector"]]:
            span = Span(position["start"], position["end"])
            assert span.of(one) == quote["exact"]
            assert one[: span.start].endswith(quote["prefix"])
            assert one[span.end :].startswith(quote["suffix"])
        for evidence in note["sidelight:evidence"]:
            assert evidence["prefix"] + evidence["exact"] + evidence["suffix"] in other
            assert "%C2%A0" not in evidence["link"]
    for voice in page["sidelight:voices"]:
        for quote, position in voice["passages"]:
            assert one[position["start"] : position["end"]] == quote["exact"]


@settings(max_examples=25, deadline=None)
@given(respaced())
def test_a_reading_is_printed_in_the_text_as_sent(text: str) -> None:
    plain, odd = (shown.as_dict(pipeline.read(Article(t))) for t in (REPORT, text))

    for layer in ("dates", "figures"):
        assert [_letters(item) for item in odd[layer]] == [
            _letters(item) for item in plain[layer]
        ]
        for item in odd[layer]:
            assert text[item["start"] : item["end"]] == item["exact"]
    for said in odd["attributions"]:
        for part in (said["source"], said["cue"], *said["content"]):
            assert part is None or text[part["start"] : part["end"]] == part["exact"]


def _layers(reading: Reading) -> list[object]:
    return [
        getattr(reading, layer)
        for layer in Reading.__slots__
        if layer not in {"article", "squeezed"}
    ]


def _letters(item: dict[str, str]) -> str:
    return "".join(letter for letter in item["exact"] if letter.isalnum())
