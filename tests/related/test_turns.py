"""What somebody says in one go, and where it may break off."""

from sidelight.model import Article
from sidelight.readings import read
from sidelight.related.sides import side
from sidelight.related.turns import told, turns


def words(text: str) -> list[list[str]]:
    here = side(read(Article(text)))
    folded = here.reading.words.folded
    return [[folded[at] for at in turn.words] for turn in turns(here)]


def test_a_cue_in_the_middle_does_not_end_a_turn() -> None:
    assert words("“Nobody,” she said, “shuts a river.”") == [
        ["nobody", "shuts", "a", "river"]
    ]


def test_a_turn_runs_over_paragraphs() -> None:
    assert words("“We waited.\n\n“Nobody came,” said Mara Ellis.") == [
        ["we", "waited", "nobody", "came"]
    ]


def test_another_speaker_takes_another_turn() -> None:
    text = "“We waited,” said Mara Ellis. “Nobody came,” said Jon Hadley."

    assert words(text) == [["we", "waited"], ["nobody", "came"]]


def test_what_stands_in_brackets_is_not_said() -> None:
    assert words("“The mill [in Orsolt] never (ever) asked,” said Mara Ellis.") == [
        ["the", "mill", "never", "asked"]
    ]


def test_a_turn_may_break_off_at_a_sentence_a_mark_or_an_ellipsis() -> None:
    [turn] = turns(side(read(Article("“We came. We … saw it,” he said. “And left.”"))))

    assert [turn.breaks(at) for at in range(-1, 7)] == [
        True,
        False,
        True,
        True,
        False,
        True,
        False,
        True,
    ]
    assert turn.sentence(3) == (2, 5)


def test_what_stands_outside_is_the_writers() -> None:
    report = told(side(read(Article("He said “no way” and left."))))

    assert [turn.normal for turn in report.plain] == [["@who", "said"], ["and", "left"]]
