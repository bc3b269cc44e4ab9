"""Whom "he" and "she" mean."""

import pytest

from sidelight.model import Article
from sidelight.readings import read


def speaker(text: str) -> str | None:
    """Return whose word the last attribution of `text` is."""
    reading = read(Article(text))
    voice = reading.attributions[-1].voice
    return None if voice is None else reading.voices[voice].name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "Mara Ellis, the mayor, met Ivo Brandt, a fisherman. “It is late,” she said.",
            "Mara Ellis",
        ),
        (
            "The captain, Jonah Brisk, thanked Mrs Agna Mull. “It was cold,” he said.",
            "Jonah Brisk",
        ),
        (
            "Dora Finnick said all beds were full. Ivo Brandt’s office is near. “We wait,” she said.",
            "Dora Finnick",
        ),
        (
            "“It is done,” said Hal Ordish. In May the chairwoman, Dagny Foss, lost her "  # noqa: ISC004
            "temper. “Nobody can count,” she said.",
            "Dagny Foss",
        ),
        (
            "Helen Marsh met Karl Dunn. “It is late,” she said.",
            "Helen Marsh",
        ),
        # A long quotation does not put its speaker far away; its sentences are hers.
        (
            (
                "Karl Dunn came in. “It is late. It is dark. It is cold,” Robin Marsh said. "
                "“It was dark. It was cold. It was late. Nobody came,” Marsh added. “We go. "
                "We go now. We go home,” he said."
            ),
            "Robin Marsh",
        ),
    ],
)
def test_the_subject_of_that_sex_spoken_of_last(text: str, name: str) -> None:
    assert speaker(text) == name


def test_an_unnamed_speaker_is_meant_too() -> None:
    text = (
        "Ivo Brandt, a fisherman, left the harbour. A spokeswoman for the port said it "
        "was shut. “It will open in May,” she said."
    )

    assert speaker(text) == "A spokeswoman for the port"
