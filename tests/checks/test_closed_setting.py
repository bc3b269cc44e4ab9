"""The edges of closed_setting that its page does not show a reader."""

import pytest

from sidelight.checks.closed_setting import check
from tests.checks.made import ALONE, reading


def marks(text: str) -> list[str]:
    return [f.span.of(text) for f in check(reading(text), ALONE) if f.span]


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        (
            "In the dressing room he was blunt. “We are finished,” he told the squad.",
            "In the dressing room",
        ),
        (
            "“We are finished,” the mayor told her closest allies.",
            "told her closest allies",
        ),
        (
            "On a conference call with managers the owner told them to “stop counting”.",
            "On a conference call with managers",
        ),
        (
            "Away from the microphones the envoy was rude. “You are a thief,” he said.",
            "Away from the microphones",
        ),
        (
            "In his office the mayor turned to a clerk. “Burn it all,” she said.",
            "In his office",
        ),
    ],
)
def test_marks_words_from_a_closed_setting(text: str, marked: str) -> None:
    assert marks(text) == [marked]


@pytest.mark.parametrize(
    "text",
    [
        "“We are finished,” the coach told his players in the dressing room, a video shows.",
        "The board met in private on Friday and will decide in May.",
        "In his office the mayor was frank. “We are finished,” she told the Gazette.",
        "“We are finished,” the mayor told reporters after the private meeting.",
        "The mill is in private hands. “We like it so,” its owner said.",
        "“I told my players in private to wait,” the coach said.",
        "The bank told its managers that prices would rise.",
        "In the dressing room there were tears. “We gave all,” goalkeeper Rene Askham said.",
        "Behind closed doors the two sides are far apart, Mara Ellis said.",
        "At a public meeting of the board the mayor told parents that it would close.",
        "Over coffee in his garden he tells how it began: “We had one boat.”",
        "The general told his commanders to hold fire.",
        "At a staff meeting, which two teachers described to the Gazette, she said that it was over.",
        "She told a crowd of supporters: “We won it together.”",
    ],
)
def test_is_silent_on_records_tellers_and_public_words(text: str) -> None:
    assert marks(text) == []


def test_a_word_of_how_may_stand_in_the_next_paragraph() -> None:
    text = (
        "“We are finished,” the mayor told her aides.\n\nThe remark was recorded on a "
        "telephone."
    )

    assert marks(text) == []


def test_how_is_not_told_within_the_quotation() -> None:
    text = "“They recorded it all,” the mayor told her aides."

    assert marks(text) == ["told her aides"]


def test_a_scene_is_marked_once() -> None:
    text = (
        "Behind closed doors the mayor was blunt. “We are finished,” she told her aides. "
        "The sun was out."
    )

    assert marks(text) == ["Behind closed doors"]
