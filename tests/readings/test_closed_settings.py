"""Settings that are not meant for all."""

import pytest

from sidelight.model import Span
from sidelight.readings import closed_settings


def found(text: str) -> list[tuple[str, str]]:
    settings = closed_settings.read(text, Span(0, len(text)))
    return [(one.kind, one.span.of(text)) for one in settings]


@pytest.mark.parametrize(
    ("text", "setting"),
    [
        ("He spoke behind closed doors.", ("closed", "behind closed doors")),
        ("At a private dinner he spoke.", ("closed", "At a private dinner")),
        (
            "In the ministry’s crisis room it rang.",
            ("closed", "In the ministry’s crisis room"),
        ),
        ("At a staff meeting he spoke.", ("closed", "At a staff meeting")),
        (
            "At a dinner for major donors he spoke.",
            ("closed", "At a dinner for major donors"),
        ),
        (
            "Once the doors had closed he spoke.",
            ("closed", "Once the doors had closed"),
        ),
        ("He told his two closest aides.", ("circle", "told his two closest aides")),
        (
            "She snapped at her chief of staff.",
            ("circle", "snapped at her chief of staff"),
        ),
        ("In the back of the car he sat.", ("place", "In the back of the car")),
        ("He told his brother.", ("near", "told his brother")),
    ],
)
def test_settings(text: str, setting: tuple[str, str]) -> None:
    assert setting in found(text)


@pytest.mark.parametrize(
    "text",
    [
        "He spoke after a private dinner.",
        "A private school closed.",
        "He returned for emergency talks.",
        "He told reporters.",
        "He told his voters.",
        "He told the assistant coach Alonzo Powell.",
    ],
)
def test_no_setting(text: str) -> None:
    assert found(text) == []


def test_a_stretch_is_read_alone() -> None:
    text = "He spoke behind closed doors. It rained."

    assert not list(closed_settings.read(text, Span(30, len(text))))


@pytest.mark.parametrize(
    ("words", "is_scene"),
    [
        ("She turned to her deputy.", True),
        ("Nobody spoke.", True),
        ("She told reporters.", False),
        ("The road was wet.", False),
    ],
)
def test_a_scene(words: str, is_scene: bool) -> None:  # noqa: FBT001
    assert closed_settings.is_scene(words) is is_scene
