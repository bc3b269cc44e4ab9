"""Whether a statement got the voice that was labelled."""

import re

import pytest

from sidelight import pipeline
from sidelight.model import Article, Span
from sidelight.training.gold import Mention, Said
from sidelight.training.who_said import counted

TEXT = (
    "“We closed the gates,” said Ilar Voss, the water minister. “They were old,” he "
    "said. Voss said they would be mended. Critics said it was too late."
)


def said(source: str, content: str, voice: str | None) -> Said:
    return Said("mixed", _span(source), None, (_span(content),), voice, None)


def _span(words: str) -> Span:
    match = re.search(rf"(?<!\w){re.escape(words)}(?!\w)", TEXT)
    assert match
    return Span(*match.span())


def counts_of(*wanted: Said, mentions: tuple[Mention, ...] = ()) -> dict[str, int]:
    found = counted(pipeline.read(Article(TEXT)), wanted, mentions)
    return {name: number for name, number in found.items() if number}


@pytest.mark.parametrize(
    ("source", "content", "voice", "form"),
    [
        (
            "Ilar Voss, the water minister",
            "“We closed the gates,”",
            "Ilar Voss",
            "full name",
        ),
        ("he", "“They were old,”", "Ilar Voss", "pronoun"),
        ("Voss said", "they would be mended", "Ilar Voss", "short name"),
        ("Critics", "it was too late", None, "nobody"),
    ],
)
def test_a_source_is_led_to_its_voice(
    source: str, content: str, voice: str | None, form: str
) -> None:
    found = counts_of(said(source, content, voice))

    assert (found["wanted"], found["found"], found["linked"]) == (1, 4, 1)
    assert (found[form], found[f"{form} right"]) == (1, 1)


def test_another_voice_is_not_the_right_one() -> None:
    found = counts_of(said("he", "“They were old,”", "Maren Thale"))

    assert found["pronoun"] == 1
    assert "pronoun right" not in found


def test_half_a_name_is_not_the_whole() -> None:
    found = counts_of(said("Voss said", "they would be mended", "Ilar Gerrit Voss"))

    assert "short name right" not in found


def test_a_statement_of_another_source_is_not_linked() -> None:
    assert "linked" not in counts_of(said("Critics", "“They were old,”", None))


def test_a_mention_that_is_no_source_is_counted_apart() -> None:
    mention = Mention(_span("he"), "Ilar Voss")
    found = counts_of(mentions=(mention,))

    assert (found["mentions"], found["mentions right"]) == (1, 1)
